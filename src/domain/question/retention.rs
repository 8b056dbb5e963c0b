//! How long a closed question's original stays, and what goes when its days are over.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use super::State;
use crate::database::AnyConnection;
use crate::database::schema::question;
use crate::domain::audit;
use crate::domain::errors::{Error, Result};
use crate::domain::ids::QuestionId;

/// How long originals are kept after they were closed.
#[derive(Clone, Copy, Debug)]
pub struct Keep {
    /// After an answer, public or private.
    pub answered: Days,
    pub declined: Days,
}

impl Keep {
    /// The days of a closed state.
    fn after(self, state: State) -> Days {
        if state == State::Declined { self.declined } else { self.answered }
    }
}

/// How many originals will be forgotten on each coming day.
pub fn count_to_forget(conn: &mut AnyConnection, keep: Keep) -> Result<BTreeMap<NaiveDate, i64>> {
    let closed: Vec<(String, Option<NaiveDate>, i64)> = question::table
        .filter(question::state.eq_any(State::CLOSED.map(State::word)))
        .group_by((question::state, question::closed_on))
        .select((question::state, question::closed_on, diesel::dsl::count_star()))
        .load(conn)?;
    let mut days = BTreeMap::new();
    for (state, closed_on, count) in closed {
        let state = State::try_from(state).map_err(|_| Error::UnknownContent)?;
        if let Some(day) = closed_on.and_then(|day| day.checked_add_days(keep.after(state))) {
            *days.entry(day).or_insert(0) += count;
        }
    }
    Ok(days)
}

/// The originals whose days are over.
pub fn list_due_to_forget(conn: &mut AnyConnection, keep: Keep, today: NaiveDate) -> Result<Vec<QuestionId>> {
    let mut due = Vec::new();
    for state in State::CLOSED {
        let Some(last_day) = today.checked_sub_days(keep.after(state)) else { continue };
        let ids: Vec<String> = question::table
            .filter(question::state.eq(state.word()))
            .filter(question::closed_on.le(last_day))
            .select(question::id)
            .load(conn)?;
        due.extend(ids.into_iter().map(QuestionId::from));
    }
    Ok(due)
}

/// Deletes an original with its draft and takes it out of the chain of acts. A published pair has no part in it.
pub(in crate::domain) fn forget(conn: &mut AnyConnection, id: &QuestionId) -> Result<()> {
    audit::forget_subject(conn, id.as_str())?;
    diesel::delete(question::table.find(id.as_str())).execute(conn)?;
    Ok(())
}
