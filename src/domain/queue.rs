//! The queue: what waits, the most urgent and oldest due first, each lent to one clinician at a time.

use chrono::NaiveDate;
use diesel::dsl::case_when;
use diesel::prelude::*;
use diesel::sql_types::Integer;

use super::audit::{self, Act, Actor};
use super::errors::{Error, Refusal, Result};
use super::ids::{QuestionId, StaffId, words};
use super::question::{self, Envelope, State, Urgency};
use super::staff::{self, AccountState, Clinician};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::{question as question_table, staff as staff_table};

/// Questions a page.
pub const PAGE_SIZE: i64 = 50;
/// So many colleagues may be faster before someone is told to try again.
const MOST_TRIES: usize = 10;

/// One line of the queue.
#[derive(Clone, Debug)]
pub struct Entry {
    pub envelope: Envelope,
    pub holder: Option<String>,
}

/// One page of the queue, and how many lines there are in all.
#[derive(Clone, Debug)]
pub struct Page {
    pub entries: Vec<Entry>,
    pub total: i64,
}

words!(
    /// Which part of the queue someone wants to see.
    View, "view" {
        All = "all",
        Own = "own",
        Review = "review",
    }
);

/// What the queue shows of all that is not published.
#[derive(Clone, Debug)]
pub struct Filter {
    pub topic: Option<String>,
    pub view: View,
}

impl Filter {
    /// The states a view is about.
    fn states(&self) -> &'static [&'static str] {
        match self.view {
            View::All => &["waiting", "claimed", "in_review", "approved", "asked_back"],
            View::Own => &["claimed", "in_review", "approved", "asked_back"],
            View::Review => &["in_review", "approved"],
        }
    }
}

/// The most urgent first. A macro, as the expression's type is longer than the expression.
macro_rules! rank {
    () => {
        case_when(question_table::urgency.eq(Urgency::Acute.word()), 0.into_sql::<Integer>())
            .when(question_table::urgency.eq(Urgency::Urgent.word()), 1.into_sql::<Integer>())
            .otherwise(2.into_sql::<Integer>())
    };
}

/// A page of the queue (the first is 0). Nothing sealed is opened.
pub fn list_open(conn: &mut AnyConnection, clinician: &Clinician, filter: &Filter, page: i64) -> Result<Page> {
    // What waits for its asker comes last: nobody here can do anything about it.
    let is_elsewhere = case_when(question_table::state.eq(State::AskedBack.word()), 1.into_sql::<Integer>())
        .otherwise(0.into_sql::<Integer>());
    let mut rows = question_table::table
        .left_join(staff_table::table)
        .filter(question_table::state.eq_any(filter.states()))
        .order((is_elsewhere, rank!(), question_table::due_on, question_table::id))
        .select((Envelope::as_select(), staff_table::name.nullable()))
        .limit(PAGE_SIZE)
        .offset(page.max(0) * PAGE_SIZE)
        .into_boxed();
    if let Some(topic) = &filter.topic {
        rows = rows.filter(question_table::topic.eq(topic));
    }
    match filter.view {
        View::All => {}
        View::Own => rows = rows.filter(question_table::holder_id.eq(clinician.id().as_str())),
        View::Review => rows = rows.filter(question_table::holder_id.ne(clinician.id().as_str())),
    }
    let entries = rows
        .load::<(Envelope, Option<String>)>(conn)?
        .into_iter()
        .map(|(envelope, holder)| Entry { envelope, holder })
        .collect();
    Ok(Page { entries, total: count_open(conn, clinician, filter)? })
}

fn count_open(conn: &mut AnyConnection, clinician: &Clinician, filter: &Filter) -> Result<i64> {
    let mut open = question_table::table.filter(question_table::state.eq_any(filter.states())).count().into_boxed();
    if let Some(topic) = &filter.topic {
        open = open.filter(question_table::topic.eq(topic));
    }
    match filter.view {
        View::All => {}
        View::Own => open = open.filter(question_table::holder_id.eq(clinician.id().as_str())),
        View::Review => open = open.filter(question_table::holder_id.ne(clinician.id().as_str())),
    }
    Ok(open.get_result(conn)?)
}

/// How many questions are past their day; one that waits for its asker is not.
pub fn count_late(conn: &mut AnyConnection, today: NaiveDate) -> Result<i64> {
    Ok(question_table::table
        .filter(question_table::state.eq_any(["waiting", "claimed", "in_review", "approved"]))
        .filter(question_table::due_on.lt(today))
        .count()
        .get_result(conn)?)
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

/// Lends a clinician what needs them most of these topics: the most urgent, then the earliest due. None when nothing of
/// them waits.
pub fn claim_next(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    topics: &[String],
    now: Moment,
) -> Result<Option<QuestionId>> {
    for _ in 0..MOST_TRIES {
        let next: Option<String> = question_table::table
            .filter(question_table::state.eq(State::Waiting.word()))
            .filter(question_table::topic.eq_any(topics))
            .order((rank!(), question_table::due_on, question_table::id))
            .select(question_table::id)
            .first(conn)
            .optional()?;
        let Some(id) = next.map(QuestionId::from) else { return Ok(None) };
        match claim(conn, clinician, &id, now) {
            // A colleague was faster: what comes after it is next.
            Err(Error::Refused(Refusal::AlreadyClaimed { .. } | Refusal::WrongState) | Error::NotFound) => {}
            claimed => return claimed.map(|()| Some(id)),
        }
    }
    Err(Refusal::WrongState.into())
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
    Ok(())
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
        return Ok(());
    }
    let envelope = question::find(conn, id)?;
    let holds = holder.is_none_or(|holder| envelope.is_held_by(holder));
    Err(if holds { Refusal::WrongState } else { Refusal::NotHolder }.into())
}
