//! A pair that could not wait for a second pair of eyes: an editor says why, it is marked for staff, and a colleague reads
//! it afterwards.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{Publication, Terms, come_out};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{publication, urgent_publication as table, urgent_publication_writer as writer};
use crate::domain::answer;
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Refusal, Result};
use crate::domain::ids::{PublicationId, QuestionId, StaffId};
use crate::domain::question::State;
use crate::domain::queue;
use crate::domain::staff::{self, Clinician, Editor, Reviewer};

/// The longest list; a house has none most of the time.
const MOST: i64 = 100;

/// Why a pair came out unread, and who has read it since.
#[derive(Clone, Debug)]
pub struct Urgent {
    pub reason: String,
    /// Who brought it out.
    pub by: String,
    pub published_on: NaiveDate,
    /// Everyone who may not be the one to read it afterwards.
    pub hands: Vec<StaffId>,
    /// Who read it afterwards, and when.
    pub reviewed: Option<(String, NaiveDate)>,
}

/// One line of the list of those that nobody has read yet.
#[derive(Clone, Debug, Queryable)]
pub struct Line {
    pub slug: String,
    pub title: String,
    language: String,
    pub reason: String,
    pub published_on: NaiveDate,
}

impl Line {
    /// The language tag of the pair's own words.
    pub fn language(&self) -> &str {
        &self.language
    }
}

/// Publishes what waits for a colleague without waiting. Its marks are handled all the same.
pub fn publish(
    conn: &mut AnyConnection,
    (editor, clinician): (&Editor, &Clinician),
    (id, reason): (&QuestionId, &str),
    terms: Terms<'_>,
) -> Result<Publication> {
    let draft = answer::find(conn, &clinician.keys, id)?.ok_or(Refusal::WrongState)?;
    let (mut hands, now) = (draft.writers.clone(), terms.now);
    queue::advance(conn, id, None, State::InReview, State::Approved)?;
    let published = come_out(conn, clinician, (id, None), draft, terms)?;
    if !hands.contains(editor.id()) {
        hands.push(editor.id().clone());
    }
    diesel::insert_into(table::table)
        .values((
            table::publication_id.eq(published.id.as_str()),
            table::reason.eq(reason),
            table::staff_id.eq(editor.id().as_str()),
            table::published_on.eq(date_in_norway(now)),
        ))
        .execute(conn)?;
    for hand in hands {
        let row = (writer::publication_id.eq(published.id.as_str()), writer::staff_id.eq(hand.as_str()));
        diesel::insert_into(writer::table).values(row).execute(conn)?;
    }
    // As for every publication, the subject is the question: it is forgotten with it.
    audit::record(conn, Actor::Staff(editor.id()), Act::PublishUrgently, id.as_str(), now)?;
    Ok(published)
}

/// What is known of a pair that came out unread; nothing when a colleague read it first.
pub fn find(conn: &mut AnyConnection, id: &PublicationId) -> Result<Option<Urgent>> {
    type Row = (String, String, NaiveDate, Option<String>, Option<NaiveDate>);
    let row: Option<Row> = table::table
        .find(id.as_str())
        .select((table::reason, table::staff_id, table::published_on, table::reviewer_id, table::reviewed_on))
        .first(conn)
        .optional()?;
    let Some((reason, by, published_on, reviewer, reviewed_on)) = row else { return Ok(None) };
    let by = staff::find_name(conn, Some(&by.into()))?;
    let reviewer = staff::find_name(conn, reviewer.map(StaffId::from).as_ref())?;
    let of_it = writer::table.filter(writer::publication_id.eq(id.as_str()));
    let hands: Vec<String> = of_it.select(writer::staff_id).load(conn)?;
    let hands = hands.into_iter().map(StaffId::from).collect();
    Ok(Some(Urgent { reason, by, published_on, hands, reviewed: reviewed_on.map(|day| (reviewer, day)) }))
}

/// Whether nobody but its writers has read a pair.
pub fn is_unread(conn: &mut AnyConnection, id: &PublicationId) -> Result<bool> {
    let unread = table::table.find(id.as_str()).filter(table::reviewed_on.is_null());
    Ok(unread.count().get_result::<i64>(conn)? > 0)
}

/// Those that nobody has read yet, the oldest first.
pub fn list_unread(conn: &mut AnyConnection) -> Result<Vec<Line>> {
    Ok(table::table
        .inner_join(publication::table)
        .filter(table::reviewed_on.is_null())
        .order((table::published_on, publication::slug))
        .select((publication::slug, publication::title, publication::language, table::reason, table::published_on))
        .limit(MOST)
        .load(conn)?)
}

/// A colleague has read it and it may stand. Never anyone whose hand was in it, nor whoever brought it out.
pub fn pass(conn: &mut AnyConnection, reviewer: &Reviewer, pair: &Publication, now: Moment) -> Result<()> {
    let found = find(conn, &pair.id)?.ok_or(Refusal::WrongState)?;
    if found.hands.contains(reviewer.id()) {
        return Err(Refusal::OwnAnswer.into());
    }
    let unread = table::table.find(pair.id.as_str()).filter(table::reviewed_on.is_null());
    let passed = diesel::update(unread)
        .set((table::reviewer_id.eq(reviewer.id().as_str()), table::reviewed_on.eq(date_in_norway(now))))
        .execute(conn)?;
    if passed != 1 {
        return Err(Refusal::WrongState.into());
    }
    audit::record(conn, Actor::Staff(reviewer.id()), Act::PassUrgent, pair.id.as_str(), now)
}
