//! The queue: what waits, the most urgent and oldest due first, each lent to one clinician at a time.

pub mod handover;
pub mod lease;
mod list;

use chrono::NaiveDate;
use diesel::dsl::case_when;
use diesel::prelude::*;
use diesel::sql_types::Integer;

use super::audit::{self, Act, Actor};
use super::errors::{Error, Refusal, Result};
use super::ids::{QuestionId, StaffId};
use super::question::{self, Envelope, State, Urgency};
use super::staff::{self, AccountState, Clinician};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{handover as handover_table, question as question_table};

pub use list::{Age, Aspect, Counts, Entry, Filter, Holder, Looker, Overview, Page, View, list_open};

/// Questions a page.
pub const PAGE_SIZE: usize = 50;
/// So many colleagues may be faster before someone is told to try again.
const MOST_TRIES: usize = 10;

/// The most urgent first. A macro, as the expression's type is longer than the expression.
macro_rules! rank {
    () => {
        case_when(question_table::urgency.eq(Urgency::Acute.word()), 0.into_sql::<Integer>())
            .when(question_table::urgency.eq(Urgency::Urgent.word()), 1.into_sql::<Integer>())
            .otherwise(2.into_sql::<Integer>())
    };
}

/// Lends a waiting question to one clinician. Of two at once, one wins and the other is told who did.
pub fn claim(conn: &mut AnyConnection, clinician: &Clinician, id: &QuestionId, now: Moment) -> Result<()> {
    let won =
        diesel::update(question_table::table.find(id.as_str()).filter(question_table::state.eq(State::Waiting.word())))
            .set((
                question_table::state.eq(State::Claimed.word()),
                question_table::holder_id.eq(clinician.id().as_str()),
            ))
            .execute(conn)?;
    if won == 1 {
        lease::begin(conn, id, now)?;
        return audit::record(conn, Actor::Staff(clinician.id()), Act::Claim, id.as_str(), now);
    }
    let envelope = question::find(conn, id)?;
    match &envelope.holder_id {
        _ if envelope.state == State::Claimed && envelope.is_held_by(clinician.id()) => Ok(()),
        Some(holder) => {
            let by = staff::find(conn, &StaffId::from(holder.clone()))?.name;
            Err(Refusal::AlreadyClaimed { by }.into())
        }
        None => Err(Refusal::WrongState.into()),
    }
}

/// Lends a clinician what needs them most of these topics or was handed to them: the most urgent, then what was handed to
/// them, then the earliest due. None when nothing of them waits.
pub fn claim_next(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    topics: &[String],
    now: Moment,
) -> Result<Option<QuestionId>> {
    for _ in 0..MOST_TRIES {
        let Some(id) = find_next(conn, clinician, topics, date_in_norway(now))? else { return Ok(None) };
        match claim(conn, clinician, &id, now) {
            // A colleague was faster: what comes after it is next.
            Err(Error::Refused(Refusal::AlreadyClaimed { .. } | Refusal::WrongState) | Error::NotFound) => {}
            claimed => return claimed.map(|()| Some(id)),
        }
    }
    Err(Refusal::WrongState.into())
}

/// By whom, and the colleague or the group it was handed to.
type Handed = (String, Option<String>, Option<String>);

/// What was handed to someone else is passed over until it is late; then it is everyone's.
fn find_next(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    topics: &[String],
    today: NaiveDate,
) -> Result<Option<QuestionId>> {
    let groups = &clinician.member.groups;
    let waiting: Vec<(Envelope, Option<Handed>)> = question_table::table
        .left_join(handover_table::table)
        .filter(question_table::state.eq(State::Waiting.word()))
        .order((rank!(), question_table::due_on, question_table::id))
        .select((
            Envelope::as_select(),
            (handover_table::from_id, handover_table::to_id, handover_table::to_group).nullable(),
        ))
        .load(conn)?;
    let own = clinician.id().as_str();
    let mut best: Option<(Urgency, bool, QuestionId)> = None;
    for (envelope, handed) in waiting {
        let is_theirs = handed.as_ref().is_some_and(|(_, to, group)| {
            let to_group = group.as_ref().is_some_and(|group| groups.is_empty() || groups.contains(group));
            to.as_deref() == Some(own) || to_group
        });
        let is_everyones = handed.is_none() || envelope.due_on < today;
        let may_be_next = is_theirs || (is_everyones && topics.contains(&envelope.topic));
        let is_better = best
            .as_ref()
            .is_none_or(|(urgency, was_handed, _)| envelope.urgency == *urgency && is_theirs && !was_handed);
        if may_be_next && is_better {
            best = Some((envelope.urgency, is_theirs, envelope.id));
        }
    }
    Ok(best.map(|(_, _, id)| id))
}

/// Gives a claimed question back to the queue; its draft is kept for the next one.
pub fn release(conn: &mut AnyConnection, clinician: &Clinician, id: &QuestionId, now: Moment) -> Result<()> {
    let released = diesel::update(
        question_table::table
            .find(id.as_str())
            .filter(question_table::state.eq(State::Claimed.word()))
            .filter(question_table::holder_id.eq(clinician.id().as_str())),
    )
    .set((question_table::state.eq(State::Waiting.word()), question_table::holder_id.eq(None::<String>)))
    .execute(conn)?;
    if released != 1 {
        question::find(conn, id)?;
        return Err(Refusal::NotHolder.into());
    }
    lease::end(conn, id.as_str())?;
    handover::forget(conn, id)?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::Release, id.as_str(), now)
}

/// Gives everything a member was writing back to the queue; for someone who left.
pub fn release_all_held_by(conn: &mut AnyConnection, holder: &StaffId, actor: Actor<'_>, now: Moment) -> Result<()> {
    let held: Vec<String> = question_table::table
        .filter(question_table::state.eq(State::Claimed.word()))
        .filter(question_table::holder_id.eq(holder.as_str()))
        .select(question_table::id)
        .load(conn)?;
    for id in held {
        put_back(conn, &id)?;
        audit::record(conn, actor, Act::Release, &id, now)?;
    }
    Ok(())
}

fn put_back(conn: &mut AnyConnection, id: &str) -> Result<()> {
    diesel::update(question_table::table.find(id))
        .set((question_table::state.eq(State::Waiting.word()), question_table::holder_id.eq(None::<String>)))
        .execute(conn)?;
    lease::end(conn, id)
}

/// Frees a question whose holder can no longer work on it.
pub(super) fn free_if_left(conn: &mut AnyConnection, id: &QuestionId) -> Result<()> {
    let holder = question::find(conn, id)?.holder_id.map(StaffId::from);
    if let Some(holder) = holder
        && staff::find(conn, &holder)?.state != AccountState::Active
    {
        put_back(conn, id.as_str())?;
    }
    Ok(())
}

/// Moves a question from one state to another if it is in the first and this clinician holds it.
pub(super) fn advance(
    conn: &mut AnyConnection,
    id: &QuestionId,
    holder: Option<&StaffId>,
    from: State,
    to: State,
) -> Result<()> {
    let mut change = diesel::update(question_table::table)
        .filter(question_table::id.eq(id.as_str()))
        .filter(question_table::state.eq(from.word()))
        .set(question_table::state.eq(to.word()))
        .into_boxed();
    if let Some(holder) = holder {
        change = change.filter(question_table::holder_id.eq(holder.as_str()));
    }
    if change.execute(conn)? == 1 {
        return lease::end(conn, id.as_str());
    }
    let envelope = question::find(conn, id)?;
    let holds = holder.is_none_or(|holder| envelope.is_held_by(holder));
    Err(if holds { Refusal::WrongState } else { Refusal::NotHolder }.into())
}
