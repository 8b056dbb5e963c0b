//! A claim is lent for a time: every sign of life renews it, and an abandoned one goes back to the queue with its draft.
//!
//! The time is that of staff at work. What an asker does starts no lease: a question that comes back to its holder, from the
//! asker or a colleague, is held without one until the holder opens it, and goes back to everyone once it is late.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::put_back;
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{answer_companion, lease, question as question_table};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Refusal, Result};
use crate::domain::ids::QuestionId;
use crate::domain::question::{self, State};
use crate::domain::staff::Clinician;

/// A sign of life from the holder. [`Refusal::NotHolder`] when the lease is lost.
pub fn renew(conn: &mut AnyConnection, clinician: &Clinician, id: &QuestionId, now: Moment) -> Result<()> {
    let is_claimed = question::hold_row(conn, id, &[State::Claimed])?;
    let envelope = question::find(conn, id)?;
    if !is_claimed || !envelope.is_held_by(clinician.id()) {
        return Err(Refusal::NotHolder.into());
    }
    begin(conn, id, now)?;
    for companion in list_companions(conn, id)? {
        let is_claimed = question::hold_row(conn, &companion, &[State::Claimed])?;
        if is_claimed && question::find(conn, &companion)?.is_held_by(clinician.id()) {
            begin(conn, &companion, now)?;
        }
    }
    Ok(())
}

/// What is served along by the answer to a question: whoever works on one works on all.
fn list_companions(conn: &mut AnyConnection, id: &QuestionId) -> Result<Vec<QuestionId>> {
    let mut ids: Vec<String> = answer_companion::table
        .filter(answer_companion::question_id.eq(id.as_str()))
        .select(answer_companion::companion_id)
        .load(conn)?;
    ids.sort();
    Ok(ids.into_iter().map(QuestionId::from).collect())
}

/// Whether a question is served along by an answer that its own holder has with a colleague, with the asker, or approved:
/// nobody writes then, and it is not abandoned.
fn is_carried(conn: &mut AnyConnection, id: &QuestionId) -> Result<bool> {
    let leader: Option<String> =
        answer_companion::table.find(id.as_str()).select(answer_companion::question_id).first(conn).optional()?;
    let Some(leader) = leader else { return Ok(false) };
    let (leader, own) = (question::find(conn, &leader.into())?, question::find(conn, id)?);
    let rests = [State::InReview, State::Approved, State::AskedBack].contains(&leader.state);
    Ok(rests && leader.holder_id.is_some() && leader.holder_id == own.holder_id)
}

/// Whoever saves goes on: the lease is renewed, or lent again when it had run out and nobody has taken the question since.
/// What else is wrong is for the save to say.
pub fn go_on(conn: &mut AnyConnection, clinician: &Clinician, id: &QuestionId, now: Moment) -> Result<()> {
    let envelope = question::find(conn, id)?;
    match envelope.state {
        State::Waiting => super::claim(conn, clinician, id, now),
        State::Claimed if envelope.is_held_by(clinician.id()) => renew(conn, clinician, id, now),
        _ => Ok(()),
    }
}

/// Starts the time of a claim, or starts it again.
pub(super) fn begin(conn: &mut AnyConnection, id: &QuestionId, now: Moment) -> Result<()> {
    let renewed = diesel::update(lease::table.find(id.as_str())).set(lease::seen_at.eq(now)).execute(conn)?;
    if renewed == 0 {
        diesel::insert_into(lease::table)
            .values((lease::question_id.eq(id.as_str()), lease::seen_at.eq(now)))
            .execute(conn)?;
    }
    Ok(())
}

/// Nobody writes any more: the time is forgotten.
pub(super) fn end(conn: &mut AnyConnection, id: &str) -> Result<()> {
    diesel::delete(lease::table.find(id)).execute(conn)?;
    Ok(())
}

/// Gives what nobody has worked on for so long back to the queue, drafts and all; gives how many.
pub fn take_back_abandoned(conn: &mut AnyConnection, after: TimeDelta, now: Moment) -> Result<usize> {
    let mut taken_back = Vec::new();
    for id in list_abandoned(conn, after, now)?.into_iter().map(QuestionId::from) {
        // A sign of life that came meanwhile held the row first: then the question is not abandoned any more.
        let is_claimed = question::hold_row(conn, &id, &[State::Claimed])?;
        if is_claimed && list_abandoned(conn, after, now)?.contains(&id.to_string()) && !is_carried(conn, &id)? {
            put_back(conn, id.as_str())?;
            taken_back.push(id);
        }
    }
    // After all rows are held: the chain's end is held last, as everywhere.
    for id in &taken_back {
        audit::record(conn, Actor::Server, Act::EndLease, id.as_str(), now)?;
    }
    Ok(taken_back.len())
}

/// Whose lease ran out; and what came back to its holder and was not opened again before it was late.
fn list_abandoned(conn: &mut AnyConnection, after: TimeDelta, now: Moment) -> Result<Vec<String>> {
    let ran_out = lease::seen_at.nullable().le(now - after).assume_not_null();
    let is_late = lease::question_id.nullable().is_null().and(question_table::due_on.lt(date_in_norway(now)));
    Ok(question_table::table
        .left_join(lease::table)
        .filter(question_table::state.eq(State::Claimed.word()))
        .filter(is_late.or(lease::question_id.nullable().is_not_null().and(ran_out)))
        .select(question_table::id)
        .load(conn)?)
}
