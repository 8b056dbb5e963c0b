//! The digest: one mail a person and chosen hour, with numbers only. Its time is the hour's, never a question's: an hour with
//! nothing to tell is decided too, and what comes five minutes later waits for the next.

use std::collections::{BTreeSet, HashMap};

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use super::audit::{self, Act, Actor};
use super::errors::{Error, Refusal, Result};
use super::ids::StaffId;
use super::outbox::{self, Numbers, Trouble};
use super::question::{State, Urgency};
use super::staff::{self, AccountState, Member, Role};
use crate::clock::{Moment, date_in_norway, wall_time_in_norway};
use crate::database::schema::{digest, question, staff as staff_table, staff_mail, staff_mail_hour};
use crate::database::{AnyConnection, is_duplicate};

/// Full hours in Norway to choose from: nobody's telephone lights up at night.
pub const HOURS: std::ops::RangeInclusive<i32> = 6..=22;

/// An hour that nobody saw to for so long is left out: after a stop nobody gets a flood.
const LATEST: TimeDelta = TimeDelta::hours(3);
/// Days that decided hours are remembered; one would do.
const REMEMBERED: Days = Days::new(7);

/// What a member chose. Without an address there is no mail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub address: String,
    pub hours: BTreeSet<i32>,
    /// Why the last mail that was given up did not go, and when.
    pub trouble: Option<(Trouble, NaiveDate)>,
}

/// One person's hour that has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub staff: StaffId,
    pub on: NaiveDate,
    pub hour: i32,
}

/// What became of an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    Mail,
    NothingToTell,
    /// Another instance was first.
    Before,
}

/// Whether a digest could ever have something for this person.
pub fn is_for(member: &Member) -> bool {
    [Role::Clinician, Role::Reviewer, Role::Editor, Role::Manager].iter().any(|role| member.roles.contains(role))
}

pub fn find_choice(conn: &mut AnyConnection, id: &StaffId) -> Result<Choice> {
    let row: Option<(String, Option<String>, Option<NaiveDate>)> = staff_mail::table
        .find(id.as_str())
        .select((staff_mail::address, staff_mail::failure, staff_mail::failed_on))
        .first(conn)
        .optional()?;
    let Some((address, failure, failed_on)) = row else { return Ok(Choice::default()) };
    let trouble = failure.as_deref().and_then(Trouble::from_word).zip(failed_on);
    Ok(Choice { address, hours: hours_of(conn, id)?, trouble })
}

fn hours_of(conn: &mut AnyConnection, id: &StaffId) -> Result<BTreeSet<i32>> {
    let of_person = staff_mail_hour::table.filter(staff_mail_hour::staff_id.eq(id.as_str()));
    Ok(of_person.select(staff_mail_hour::hour).load(conn)?.into_iter().collect())
}

/// A member chooses where to and when; no address takes everything back. What was on its way to an address is not sent.
pub fn choose(
    conn: &mut AnyConnection,
    member: &Member,
    address: &str,
    hours: &BTreeSet<i32>,
    now: Moment,
) -> Result<()> {
    if !is_for(member) {
        return Err(Refusal::WrongRole.into());
    }
    let id = member.id.as_str();
    outbox::forget_address(conn, &member.id)?;
    if !address.is_empty() {
        diesel::insert_into(staff_mail::table)
            .values((staff_mail::staff_id.eq(id), staff_mail::address.eq(address), staff_mail::chosen_at.eq(now)))
            .execute(conn)?;
        for hour in hours.iter().filter(|hour| HOURS.contains(hour)) {
            diesel::insert_into(staff_mail_hour::table)
                .values((staff_mail_hour::staff_id.eq(id), staff_mail_hour::hour.eq(hour)))
                .execute(conn)?;
        }
    }
    audit::record(conn, Actor::Staff(&member.id), Act::ChooseMail, id, now)
}

/// Everyone's newest hour that has come in the last three and is not decided.
pub fn list_due(conn: &mut AnyConnection, now: Moment) -> Result<Vec<Due>> {
    let wall = wall_time_in_norway(now);
    let chosen: Vec<(String, i32, Moment)> = staff_mail_hour::table
        .inner_join(staff_mail::table.inner_join(staff_table::table))
        .filter(staff_table::state.eq(AccountState::Active.word()))
        .select((staff_mail::staff_id, staff_mail_hour::hour, staff_mail::chosen_at))
        .load(conn)?;
    let mut newest = HashMap::<String, NaiveDateTime>::new();
    for (staff, hour, chosen_at) in chosen {
        // An hour that had come when it was chosen is tomorrow's.
        let came = came_last(hour, wall).filter(|came| *came > wall_time_in_norway(chosen_at));
        if let Some(came) = came {
            newest.entry(staff).and_modify(|newest| *newest = came.max(*newest)).or_insert(came);
        }
    }
    let mut due = Vec::new();
    for (staff, came) in newest {
        let one = Due { staff: staff.into(), on: came.date(), hour: hour_of(came) };
        if !is_decided(conn, &one)? {
            due.push(one);
        }
    }
    Ok(due)
}

/// When an hour of the clock on the wall came, if that was in the last three hours. Summer time makes an hour come twice or
/// not at all: twice is once by its key, and a missing one comes with the next.
fn came_last(hour: i32, wall: NaiveDateTime) -> Option<NaiveDateTime> {
    let hour = u32::try_from(hour).ok()?;
    [wall.date(), wall.date() - Days::new(1)]
        .into_iter()
        .filter_map(|day| day.and_hms_opt(hour, 0, 0))
        .find(|came| (TimeDelta::zero()..LATEST).contains(&(wall - *came)))
}

fn hour_of(came: NaiveDateTime) -> i32 {
    i32::try_from(chrono::Timelike::hour(&came)).unwrap_or_default()
}

fn is_decided(conn: &mut AnyConnection, due: &Due) -> Result<bool> {
    let key = digest::table.find((due.staff.as_str(), due.on, due.hour));
    Ok(diesel::select(diesel::dsl::exists(key)).get_result(conn)?)
}

/// Decides one person's hour, once: the mail is in the outbox when this is committed, or there is nothing to tell.
pub fn decide(conn: &mut AnyConnection, due: &Due, escalate_after: Days, now: Moment) -> Result<Decided> {
    let key = (digest::staff_id.eq(due.staff.as_str()), digest::due_on.eq(due.on), digest::hour.eq(due.hour));
    match conn.transaction(|conn| diesel::insert_into(digest::table).values(key).execute(conn)) {
        Err(error) if is_duplicate(&error) => return Ok(Decided::Before),
        inserted => inserted?,
    };
    forget_old(conn, due)?;
    let member = staff::find(conn, &due.staff)?;
    let still_wants_it = member.state == AccountState::Active && hours_of(conn, &due.staff)?.contains(&due.hour);
    let numbers = if still_wants_it { count_for(conn, &member, escalate_after, now)? } else { Numbers::default() };
    if numbers.is_nothing() {
        return Ok(Decided::NothingToTell);
    }
    outbox::put(conn, &due.staff, due.hour, numbers, now)?;
    Ok(Decided::Mail)
}

fn forget_old(conn: &mut AnyConnection, due: &Due) -> Result<()> {
    let old = digest::staff_id.eq(due.staff.as_str()).and(digest::due_on.lt(due.on - REMEMBERED));
    diesel::delete(digest::table.filter(old)).execute(conn)?;
    Ok(())
}

/// What this person could do something about now. What waits for its asker is not among it.
fn count_for(conn: &mut AnyConnection, member: &Member, escalate_after: Days, now: Moment) -> Result<Numbers, Error> {
    let mut numbers = Numbers::default();
    let id = member.id.as_str();
    let waits = question::state.eq(State::Waiting.word());
    let is_theirs = question::holder_id
        .assume_not_null()
        .eq(id)
        .and(question::state.eq_any([State::Claimed, State::InReview, State::Approved].map(State::word)));
    if member.roles.contains(&Role::Clinician) {
        let serious = question::urgency.ne(Urgency::Normal.word());
        numbers.waiting = question::table.filter(waits).count().get_result(conn)?;
        numbers.urgent = question::table.filter(waits.and(serious)).count().get_result(conn)?;
        numbers.late = question::table
            .filter(waits.or(question::holder_id.is_not_null().and(is_theirs)))
            .filter(question::due_on.lt(date_in_norway(now)))
            .count()
            .get_result(conn)?;
    }
    if member.roles.contains(&Role::Reviewer) {
        numbers.review = question::table
            .filter(question::state.eq(State::InReview.word()))
            .filter(question::holder_id.ne(id))
            .count()
            .get_result(conn)?;
    }
    if [Role::Editor, Role::Manager].iter().any(|role| member.roles.contains(role)) {
        numbers.very_late = count_very_late(conn, escalate_after, date_in_norway(now))?;
    }
    Ok(numbers)
}

/// How many are late by more than so many days, whoever holds them. One that waits for its asker is not.
pub fn count_very_late(conn: &mut AnyConnection, after: Days, today: NaiveDate) -> Result<i64> {
    let here = [State::Waiting, State::Claimed, State::InReview, State::Approved].map(State::word);
    Ok(question::table
        .filter(question::state.eq_any(here))
        .filter(question::due_on.lt(today - after))
        .count()
        .get_result(conn)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_has_come_for_three_hours() {
        let came = |hour, wall: &str| came_last(hour, wall.parse().unwrap()).map(|came| came.to_string());
        let eight = Some("2026-03-10 08:00:00".to_owned());
        assert_eq!(came(8, "2026-03-10T07:59:59"), None);
        assert_eq!(came(8, "2026-03-10T08:00:00"), eight);
        assert_eq!(came(8, "2026-03-10T10:59:59"), eight);
        assert_eq!(came(8, "2026-03-10T11:00:00"), None);
        assert_eq!(came(22, "2026-03-11T00:30:00"), Some("2026-03-10 22:00:00".to_owned()));
    }
}
