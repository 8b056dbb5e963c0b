//! A version's way: saved, sent to a colleague, approved for exactly its words, public; or sent back, or taken back.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use subtle::ConstantTimeEq;

use super::{State, Variant, Version, find, list_writers, original_of, table, writer};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::domain::answer::Wording;
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::{PublicationId, StaffId};
use crate::domain::publication::{Publication, changes};
use crate::domain::staff::{Reviewer, SignedIn};
use crate::secret::AppSecret;

/// Which version of which pair.
#[derive(Clone, Copy)]
pub struct Key<'a> {
    pub pair: &'a Publication,
    pub variant: Variant,
}

/// What a form was made from: the version's number (0: none yet), and the words of the pair beside it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub number: i32,
    pub original: String,
}

impl Key<'_> {
    fn id(&self) -> &PublicationId {
        &self.pair.id
    }

    fn row(&self) -> (&str, &'static str, bool) {
        (self.pair.id.as_str(), self.variant.tongue.tag(), self.variant.is_easy)
    }

    /// What the chain of acts calls it: the pair and the version are both public names.
    fn subject(&self) -> String {
        format!("{} {}", self.pair.id, self.variant.word())
    }

    fn find(&self, conn: &mut AnyConnection) -> Result<Version> {
        find(conn, self.id(), self.variant)?.ok_or(Error::NotFound)
    }
}

/// Saves a draft and gives its new number. What a colleague or everyone reads must be taken back first.
pub fn save(
    conn: &mut AnyConnection,
    someone: &SignedIn,
    key: Key<'_>,
    (wording, seen): (&Wording, &Seen),
    now: Moment,
) -> Result<i32> {
    if key.variant.is_original(key.pair.language) {
        return Err(Error::NotFound);
    }
    let number = seen.number.saturating_add(1);
    let content = (
        table::state.eq(State::Draft.word()),
        table::number.eq(number),
        table::title.eq(&wording.title),
        table::question.eq(&wording.question),
        table::answer.eq(&wording.answer),
        table::original.eq(&seen.original),
        table::author_id.eq(someone.id().as_str()),
        table::written_on.eq(date_in_norway(now)),
    );
    let (id, language, is_easy) = key.row();
    match find(conn, key.id(), key.variant)? {
        None if seen.number == 0 => {
            let place = (table::publication_id.eq(id), table::language.eq(language), table::is_easy.eq(is_easy));
            diesel::insert_into(table::table).values((place, content)).execute(conn).map_err(begun_meanwhile)?;
        }
        Some(found) if !matches!(found.state, State::Draft | State::Outdated) => {
            return Err(Refusal::WrongState.into());
        }
        _ => {
            let row = table::table.find(key.row()).filter(table::number.eq(seen.number));
            if diesel::update(row).set(content).execute(conn)? != 1 {
                return Err(Refusal::StaleVersion.into());
            }
        }
    }
    note_writer(conn, key, someone.id())?;
    Ok(number)
}

/// Two who begin the same version at once: the second is told, like whoever saved too late.
fn begun_meanwhile(error: DieselError) -> Error {
    match error {
        DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Refusal::StaleVersion.into(),
        other => other.into(),
    }
}

/// Hands a whole draft, written beside the pair's words of today, to a colleague.
pub fn send_to_review(conn: &mut AnyConnection, someone: &SignedIn, key: Key<'_>, now: Moment) -> Result<()> {
    let version = key.find(conn)?;
    if !version.wording.is_complete() {
        return Err(Refusal::Incomplete.into());
    }
    require_today(&version, key)?;
    advance(conn, key, &version, State::Draft, State::InReview)?;
    audit::record(conn, Actor::Staff(someone.id()), Act::SendVersion, &key.subject(), now)
}

/// A second pair of eyes says yes to exactly the words it saw; never anyone whose hand was in them.
pub fn approve(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    reviewer: &Reviewer,
    (key, seen_number): (Key<'_>, i32),
    now: Moment,
) -> Result<()> {
    require_colleague(conn, reviewer, key)?;
    let version = key.find(conn)?;
    require_today(&version, key)?;
    if version.number != seen_number {
        return Err(Refusal::StaleVersion.into());
    }
    advance(conn, key, &version, State::InReview, State::Approved)?;
    diesel::update(table::table.find(key.row()))
        .set((
            table::reviewer_id.eq(reviewer.id().as_str()),
            table::approval_code.eq(approval_code(secret, &version, reviewer.id()).as_slice()),
            table::approved_on.eq(date_in_norway(now)),
            table::note.eq(None::<String>),
        ))
        .execute(conn)?;
    audit::record(conn, Actor::Staff(reviewer.id()), Act::ApproveVersion, &key.subject(), now)
}

/// Makes an approved version public.
pub fn publish(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    someone: &SignedIn,
    key: Key<'_>,
    now: Moment,
) -> Result<()> {
    let version = key.find(conn)?;
    require_today(&version, key)?;
    require_approved(conn, secret, key, &version)?;
    advance(conn, key, &version, State::Approved, State::Public)?;
    diesel::update(table::table.find(key.row())).set(table::public_on.eq(date_in_norway(now))).execute(conn)?;
    changes::record(conn, changes::Kind::Changed, key.id())?;
    audit::record(conn, Actor::Staff(someone.id()), Act::PublishVersion, &key.subject(), now)
}

/// A colleague sends a version back with a note, also after approving it.
pub fn send_back(
    conn: &mut AnyConnection,
    reviewer: &Reviewer,
    (key, seen_number): (Key<'_>, i32),
    note: &str,
    now: Moment,
) -> Result<()> {
    require_colleague(conn, reviewer, key)?;
    let version = key.find(conn)?;
    if version.number != seen_number {
        return Err(Refusal::StaleVersion.into());
    }
    let from = if version.state == State::Approved { State::Approved } else { State::InReview };
    unapprove(conn, key, &version, from)?;
    diesel::update(table::table.find(key.row())).set(table::note.eq(note)).execute(conn)?;
    audit::record(conn, Actor::Staff(reviewer.id()), Act::SendVersionBack, &key.subject(), now)
}

/// Makes a version a draft again, wherever it is; readers see it no more.
pub fn take_back(conn: &mut AnyConnection, someone: &SignedIn, key: Key<'_>, now: Moment) -> Result<()> {
    let version = key.find(conn)?;
    if version.state == State::Draft {
        return Err(Refusal::WrongState.into());
    }
    unapprove(conn, key, &version, version.state)?;
    if version.state == State::Public {
        changes::record(conn, changes::Kind::Changed, key.id())?;
    }
    audit::record(conn, Actor::Staff(someone.id()), Act::TakeVersionBack, &key.subject(), now)
}

fn unapprove(conn: &mut AnyConnection, key: Key<'_>, version: &Version, from: State) -> Result<()> {
    advance(conn, key, version, from, State::Draft)?;
    diesel::update(table::table.find(key.row()))
        .set((table::reviewer_id.eq(None::<String>), table::approval_code.eq(None::<Vec<u8>>)))
        .execute(conn)?;
    Ok(())
}

/// The next state, if nobody changed the version meanwhile.
fn advance(conn: &mut AnyConnection, key: Key<'_>, version: &Version, from: State, to: State) -> Result<()> {
    let row = table::table.find(key.row());
    let row = row.filter(table::number.eq(version.number)).filter(table::state.eq(from.word()));
    let moved = diesel::update(row).set(table::state.eq(to.word())).execute(conn)?;
    if moved == 1 { Ok(()) } else { Err(Refusal::WrongState.into()) }
}

fn require_today(version: &Version, key: Key<'_>) -> Result<()> {
    if version.original == original_of(key.pair) { Ok(()) } else { Err(Refusal::OriginalChanged.into()) }
}

fn require_colleague(conn: &mut AnyConnection, reviewer: &Reviewer, key: Key<'_>) -> Result<()> {
    let has_written = list_writers(conn, key.id(), key.variant)?.contains(reviewer.id());
    if has_written { Err(Refusal::OwnAnswer.into()) } else { Ok(()) }
}

/// Refuses a version that nobody else said yes to, and an approval that someone wrote into the database.
fn require_approved(conn: &mut AnyConnection, secret: &AppSecret, key: Key<'_>, version: &Version) -> Result<()> {
    let writers = list_writers(conn, key.id(), key.variant)?;
    let Some(reviewer) = version.reviewer_id.as_ref().filter(|reviewer| !writers.contains(reviewer)) else {
        return Err(Refusal::WrongState.into());
    };
    let code: Option<Vec<u8>> = table::table.find(key.row()).select(table::approval_code).first(conn)?;
    let expected = approval_code(secret, version, reviewer);
    if bool::from(expected.as_slice().ct_eq(&code.unwrap_or_default())) { Ok(()) } else { Err(Error::ForeignKey) }
}

/// What only this service can write beside an approval: who approved which words, of which pair, beside which original.
fn approval_code(secret: &AppSecret, version: &Version, reviewer: &StaffId) -> [u8; 32] {
    let number = version.number.to_be_bytes();
    let parts = [
        version.publication_id.as_str(),
        &version.variant.word(),
        &version.wording.title,
        &version.wording.question,
        &version.wording.answer,
        &version.original,
        reviewer.as_str(),
    ];
    let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).chain([number.as_slice()]).collect();
    secret.authenticate("version-approval", &parts)
}

/// Remembers that someone's hand was in the version.
fn note_writer(conn: &mut AnyConnection, key: Key<'_>, id: &StaffId) -> Result<()> {
    if list_writers(conn, key.id(), key.variant)?.contains(id) {
        return Ok(());
    }
    let (publication, language, is_easy) = key.row();
    diesel::insert_into(writer::table)
        .values((
            writer::publication_id.eq(publication),
            writer::language.eq(language),
            writer::is_easy.eq(is_easy),
            writer::staff_id.eq(id.as_str()),
        ))
        .execute(conn)?;
    Ok(())
}
