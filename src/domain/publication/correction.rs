//! Other words for a pair that everyone reads: written by one, read by another, and told to the readers. The words it had
//! before are kept for staff.

pub mod history;
mod placing;
mod review;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DieselError};

use super::Publication;
use super::version::original_of;
use super::version::work::Seen;
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{correction as table, correction_writer as writer, publication};
use crate::domain::answer::Wording;
use crate::domain::answer::placing::Placing;
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::{PublicationId, StaffId, words};
use crate::domain::staff::Writer;

pub use review::{approve, send_back};

/// The longest list of corrections under way.
const MOST: i64 = 100;

words!(
    /// Where a correction is on its way.
    State, "correction state" {
        Draft = "draft",
        InReview = "in_review",
    }
);

/// What someone wrote: the words as they shall be, and what readers are told of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub wording: Wording,
    /// One or two sentences, in the pair's language.
    pub public_note: String,
    /// Where the pair will stand; nothing when that stays as it is.
    pub placing: Option<Placing>,
}

/// A correction under way.
#[derive(Clone, Debug)]
pub struct Correction {
    pub state: State,
    /// Grows by one with each save; a form that saw an older one is refused.
    pub number: i32,
    pub typed: Typed,
    /// Which words of the pair it was written beside: see [`original_of`].
    pub original: String,
    /// What the colleague wrote when sending it back.
    pub said: Option<String>,
    pub author_id: StaffId,
    pub written_on: NaiveDate,
}

/// One line of the list of those under way.
#[derive(Clone, Debug, Queryable)]
pub struct Line {
    pub slug: String,
    pub title: String,
    language: String,
    state: String,
    pub written_on: NaiveDate,
}

impl Line {
    /// The language tag of the pair's own words.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether it waits for a colleague.
    pub fn is_in_review(&self) -> bool {
        self.state == State::InReview.word()
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = table)]
struct CorrectionRow {
    state: String,
    number: i32,
    title: String,
    question: String,
    answer: String,
    public_note: String,
    original: String,
    said: Option<String>,
    author_id: String,
    written_on: NaiveDate,
    placing: Option<String>,
}

/// The correction of a pair, if one is under way.
pub fn find(conn: &mut AnyConnection, id: &PublicationId) -> Result<Option<Correction>> {
    let row = table::table.find(id.as_str()).select(CorrectionRow::as_select()).first(conn).optional()?;
    row.map(TryInto::try_into).transpose()
}

/// Those under way; what waits for a colleague first, the oldest first.
pub fn list(conn: &mut AnyConnection) -> Result<Vec<Line>> {
    Ok(table::table
        .inner_join(publication::table)
        .order((table::state.desc(), table::written_on, publication::slug))
        .select((publication::slug, publication::title, publication::language, table::state, table::written_on))
        .limit(MOST)
        .load(conn)?)
}

/// Everyone whose hand was in it.
pub fn list_writers(conn: &mut AnyConnection, id: &PublicationId) -> Result<Vec<StaffId>> {
    let of_it = writer::table.filter(writer::publication_id.eq(id.as_str()));
    let writers: Vec<String> = of_it.select(writer::staff_id).load(conn)?;
    Ok(writers.into_iter().map(StaffId::from).collect())
}

/// Saves a draft and gives its new number. Refused when someone saved after the page was opened, or the pair has other
/// words by now.
pub fn save(
    conn: &mut AnyConnection,
    someone: &Writer,
    pair: &Publication,
    (typed, seen): (&Typed, &Seen),
    now: Moment,
) -> Result<i32> {
    if seen.original != original_of(pair) {
        return Err(Refusal::OriginalChanged.into());
    }
    let number = seen.number.saturating_add(1);
    let content = (
        table::state.eq(State::Draft.word()),
        table::number.eq(number),
        table::title.eq(&typed.wording.title),
        table::question.eq(&typed.wording.question),
        table::answer.eq(&typed.wording.answer),
        table::public_note.eq(&typed.public_note),
        table::original.eq(&seen.original),
        table::author_id.eq(someone.id().as_str()),
        table::written_on.eq(date_in_norway(now)),
        table::placing.eq(typed.placing.as_ref().map(placing::to_text).transpose()?),
    );
    match find(conn, &pair.id)? {
        None if seen.number == 0 => {
            let row = (table::publication_id.eq(pair.id.as_str()), content);
            diesel::insert_into(table::table).values(row).execute(conn).map_err(begun_meanwhile)?;
        }
        Some(found) if found.state == State::InReview && found.number == seen.number => {
            return Err(Refusal::CorrectionMovedOn.into());
        }
        _ => {
            let row = table::table.find(pair.id.as_str()).filter(table::number.eq(seen.number));
            if diesel::update(row.filter(table::state.eq(State::Draft.word()))).set(content).execute(conn)? != 1 {
                return Err(Refusal::StaleVersion.into());
            }
        }
    }
    note_writer(conn, &pair.id, someone.id())?;
    Ok(number)
}

/// Two who begin at once: the second is told, like whoever saved too late.
fn begun_meanwhile(error: DieselError) -> Error {
    match error {
        DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Refusal::StaleVersion.into(),
        other => other.into(),
    }
}

/// Hands a whole correction to a colleague.
pub fn send_to_review(conn: &mut AnyConnection, someone: &Writer, pair: &Publication, now: Moment) -> Result<()> {
    let found = find(conn, &pair.id)?.ok_or(Error::NotFound)?;
    if let Some(wanted) = &found.typed.placing {
        placing::require_free_language(conn, pair, wanted)?;
    }
    if !found.typed.wording.is_complete() || found.typed.public_note.is_empty() {
        return Err(Refusal::Incomplete.into());
    }
    advance(conn, (pair, found.number), State::Draft, State::InReview)?;
    audit::record(conn, Actor::Staff(someone.id()), Act::SendCorrection, pair.id.as_str(), now)
}

/// Makes what waits for a colleague a draft again.
pub fn take_back(conn: &mut AnyConnection, pair: &Publication) -> Result<()> {
    let found = find(conn, &pair.id)?.ok_or(Refusal::CorrectionMovedOn)?;
    advance(conn, (pair, found.number), State::InReview, State::Draft)
}

/// Ends a correction that nobody wants any more; the pair stays as it is.
pub fn drop_draft(
    conn: &mut AnyConnection,
    someone: &Writer,
    (pair, seen): (&Publication, i32),
    now: Moment,
) -> Result<()> {
    let draft = table::table.find(pair.id.as_str()).filter(table::state.eq(State::Draft.word()));
    if diesel::delete(draft.filter(table::number.eq(seen))).execute(conn)? != 1 {
        return Err(Refusal::CorrectionMovedOn.into());
    }
    audit::record(conn, Actor::Staff(someone.id()), Act::DropCorrection, pair.id.as_str(), now)
}

/// The next state, if nobody changed the correction meanwhile.
fn advance(conn: &mut AnyConnection, (pair, seen): (&Publication, i32), from: State, to: State) -> Result<()> {
    let row = table::table.find(pair.id.as_str()).filter(table::number.eq(seen));
    let moved =
        diesel::update(row.filter(table::state.eq(from.word()))).set(table::state.eq(to.word())).execute(conn)?;
    if moved == 1 { Ok(()) } else { Err(Refusal::CorrectionMovedOn.into()) }
}

fn note_writer(conn: &mut AnyConnection, id: &PublicationId, staff_id: &StaffId) -> Result<()> {
    if !list_writers(conn, id)?.contains(staff_id) {
        let row = (writer::publication_id.eq(id.as_str()), writer::staff_id.eq(staff_id.as_str()));
        diesel::insert_into(writer::table).values(row).execute(conn)?;
    }
    Ok(())
}

impl TryFrom<CorrectionRow> for Correction {
    type Error = Error;

    fn try_from(row: CorrectionRow) -> Result<Self> {
        let wording = Wording { title: row.title, question: row.question, answer: row.answer, ..Wording::default() };
        Ok(Self {
            state: State::from_word(&row.state).ok_or(Error::UnknownContent)?,
            number: row.number,
            typed: Typed { wording, public_note: row.public_note, placing: placing::of_text(row.placing.as_ref())? },
            original: row.original,
            said: row.said,
            author_id: row.author_id.into(),
            written_on: row.written_on,
        })
    }
}
