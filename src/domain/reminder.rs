//! Reminders of questions that come to their day and past it: one mail a person and day, at the first hour they chose, with
//! numbers only. First those whose group answers, of their group alone; later editors, of all groups together.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

use super::digest::Due;
use super::errors::Result;
use super::ids::StaffId;
use super::outbox::step::{self, Audience, Step};
use super::question::State;
use super::staff::{self, AccountState, Member, Role};
use crate::clock::Moment;
use crate::database::schema::{handover, question, reminder, staff_mail_hour};
use crate::database::{AnyConnection, is_duplicate};

/// Who is told when: days after a question's day, before it when negative.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    pub group: Vec<i32>,
    pub editors: Vec<i32>,
    /// The staff group of each topic.
    pub groups: BTreeMap<String, String>,
}

/// Puts what this person is to be told of into the outbox, once a step and day; gives whether there was anything. A holiday
/// moves no step: what is late is late. A day on which nobody saw to it is not made up for: the digest counts what is late.
pub fn decide(conn: &mut AnyConnection, due: &Due, steps: &Steps, now: Moment) -> Result<bool> {
    let member = staff::find(conn, &due.staff)?;
    let hour = staff_mail_hour::table.find((due.staff.as_str(), due.hour));
    let still_wants_it: bool = diesel::select(diesel::dsl::exists(hour)).get_result(conn)?;
    if member.state != AccountState::Active || !still_wants_it {
        return Ok(false);
    }
    let mut told = Vec::new();
    let wanted = [(Role::Clinician, Audience::Group, &steps.group), (Role::Editor, Audience::Editors, &steps.editors)];
    for (_, audience, days) in wanted.into_iter().filter(|(role, ..)| member.roles.contains(role)) {
        for days in days {
            if !take(conn, &due.staff, (audience, *days), due.on)? {
                continue;
            }
            let count = count(conn, &member, steps, (audience, due.on - TimeDelta::days((*days).into())))?;
            if count > 0 {
                told.push(Step { audience, days: *days, count });
            }
        }
    }
    if told.is_empty() {
        return Ok(false);
    }
    step::put(conn, &due.staff, due.hour, &told, now)?;
    Ok(true)
}

/// Takes a step of today for oneself, once. Of two instances one gets it.
fn take(conn: &mut AnyConnection, id: &StaffId, (audience, days): (Audience, i32), today: NaiveDate) -> Result<bool> {
    let step = reminder::table.find((id.as_str(), audience.word(), days));
    if !diesel::select(diesel::dsl::exists(step)).get_result::<bool>(conn)? {
        let row = (
            reminder::staff_id.eq(id.as_str()),
            reminder::audience.eq(audience.word()),
            reminder::days.eq(days),
            reminder::told_on.eq(today),
        );
        return match conn.transaction(|conn| diesel::insert_into(reminder::table).values(row).execute(conn)) {
            Err(error) if is_duplicate(&error) => Ok(false),
            inserted => inserted.map(|_| true).map_err(Into::into),
        };
    }
    let of_older_day = step.filter(reminder::told_on.lt(today));
    Ok(diesel::update(of_older_day).set(reminder::told_on.eq(today)).execute(conn)? == 1)
}

/// How many open questions have this day as theirs. What waits for its asker is not among them.
fn count(
    conn: &mut AnyConnection,
    member: &Member,
    steps: &Steps,
    (audience, day): (Audience, NaiveDate),
) -> Result<i64> {
    let here = [State::Waiting, State::Claimed, State::InReview, State::Approved].map(State::word);
    let open: Vec<(String, Option<String>)> = question::table
        .left_join(handover::table)
        .filter(question::state.eq_any(here))
        .filter(question::due_on.eq(day))
        .select((question::topic, handover::to_group.nullable()))
        .load(conn)?;
    let is_theirs = |(topic, handed_to): &&(String, Option<String>)| match audience {
        Audience::Editors => true,
        // As in the queue: whoever is in no group answers for all.
        Audience::Group => {
            let group = handed_to.as_ref().or_else(|| steps.groups.get(topic));
            member.groups.is_empty() || group.is_none_or(|group| member.groups.contains(group))
        }
    };
    Ok(i64::try_from(open.iter().filter(is_theirs).count()).unwrap_or(i64::MAX))
}
