//! The second pair of eyes on a correction: yes to exactly the words that were seen, which are public at once, or back
//! with a note.

use diesel::prelude::*;

use super::{Correction, State, advance, find, history, list_writers, placing, table};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::publication;
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Refusal, Result};
use crate::domain::publication::version::original_of;
use crate::domain::publication::{Publication, changes, check};
use crate::domain::staff::Reviewer;

/// Puts the words that were seen in the pair's place, and keeps those it had. Never by anyone whose hand was in them.
pub fn approve(
    conn: &mut AnyConnection,
    reviewer: &Reviewer,
    (pair, seen): (&Publication, i32),
    now: Moment,
) -> Result<()> {
    let found = require_seen(conn, reviewer, (pair, seen))?;
    if found.original != original_of(pair) {
        return Err(Refusal::OriginalChanged.into());
    }
    // The row's end decides who came first.
    let waiting = table::table.find(pair.id.as_str()).filter(table::number.eq(seen));
    if diesel::delete(waiting.filter(table::state.eq(State::InReview.word()))).execute(conn)? != 1 {
        return Err(Refusal::CorrectionMovedOn.into());
    }
    let today = date_in_norway(now);
    let before = placing::apply(conn, pair, found.typed.placing.as_ref())?;
    history::keep(conn, pair, (&found, before.as_ref()), (reviewer.id(), today))?;
    let wording = &found.typed.wording;
    diesel::update(publication::table.find(pair.id.as_str()))
        .set((
            publication::title.eq(&wording.title),
            publication::question.eq(&wording.question),
            publication::answer.eq(&wording.answer),
            publication::updated_on.eq(today),
        ))
        .execute(conn)?;
    check::mark_read(conn, &pair.id, (reviewer.id(), today))?;
    changes::record(conn, changes::Kind::Changed, &pair.id)?;
    audit::record(conn, Actor::Staff(reviewer.id()), Act::ApproveCorrection, pair.id.as_str(), now)
}

/// Sends it back to whoever wrote it, with a note.
pub fn send_back(
    conn: &mut AnyConnection,
    reviewer: &Reviewer,
    (pair, seen): (&Publication, i32),
    said: &str,
    now: Moment,
) -> Result<()> {
    require_seen(conn, reviewer, (pair, seen))?;
    advance(conn, (pair, seen), State::InReview, State::Draft)?;
    diesel::update(table::table.find(pair.id.as_str())).set(table::said.eq(said)).execute(conn)?;
    audit::record(conn, Actor::Staff(reviewer.id()), Act::SendCorrectionBack, pair.id.as_str(), now)
}

/// The correction as the reviewer saw it; nobody reviews their own.
fn require_seen(
    conn: &mut AnyConnection,
    reviewer: &Reviewer,
    (pair, seen): (&Publication, i32),
) -> Result<Correction> {
    let found = find(conn, &pair.id)?.ok_or(Refusal::CorrectionMovedOn)?;
    if list_writers(conn, &pair.id)?.contains(reviewer.id()) {
        return Err(Refusal::OwnAnswer.into());
    }
    if found.number == seen { Ok(found) } else { Err(Refusal::CorrectionMovedOn.into()) }
}
