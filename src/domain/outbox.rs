//! Mail on its way to staff: put here by the transaction that decides it, taken out by whoever sends it. Each goes at most
//! once: what was taken and never reported back is given up, not sent again.

pub mod step;

use chrono::TimeDelta;
use diesel::prelude::*;

use self::step::Step;
use super::errors::Result;
use super::ids::{MailId, StaffId, words};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{outbox, staff, staff_mail};
use crate::text::language::Language;

words!(
    /// Why a mail was given up, as its receiver is told.
    Trouble, "trouble" {
        /// The mail server takes no mail for this address.
        Refused = "refused",
        /// It was tried for a day.
        Undelivered = "undelivered",
        /// It may have gone, or not.
        Uncertain = "uncertain",
    }
);

words!(
    /// Where a mail stands; one that went is not here any more.
    MailState, "mail state" {
        Ready = "ready",
        Sending = "sending",
    }
);

words!(
    /// What kind of mail it is.
    Kind, "mail kind" {
        Digest = "digest",
        Reminder = "reminder",
    }
);

/// All that a digest says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    pub waiting: i64,
    /// Of those that wait, how many are urgent or acute.
    pub urgent: i64,
    pub late: i64,
    pub review: i64,
    /// For editors and managers: late by more days than the settings say.
    pub very_late: i64,
}

impl Numbers {
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// A mail that whoever holds this is about to send.
#[derive(Clone, Debug)]
pub struct Mail {
    pub id: MailId,
    pub staff_id: StaffId,
    pub address: String,
    pub language: Language,
    /// The hour in Norway it was asked for.
    pub hour: i32,
    pub numbers: Numbers,
    /// What a reminder says; a digest has none.
    pub steps: Vec<Step>,
    attempts: i32,
    first_at: Moment,
}

/// Longer than any conversation with a mail server lasts.
const LOST_AFTER: TimeDelta = TimeDelta::minutes(15);
const GIVEN_UP_AFTER: TimeDelta = TimeDelta::days(1);

/// How long to wait after this many attempts.
fn pause_after(attempts: i32) -> TimeDelta {
    match attempts {
        ..=1 => TimeDelta::minutes(1),
        2 => TimeDelta::minutes(5),
        3 => TimeDelta::minutes(30),
        _ => TimeDelta::hours(1),
    }
}

/// Puts a digest here. It takes the place of an older one that has not gone, whose numbers say nothing any more; for how long
/// mail to this person has failed is remembered.
pub fn put(conn: &mut AnyConnection, staff: &StaffId, hour: i32, numbers: Numbers, now: Moment) -> Result<()> {
    let of_person = outbox::staff_id
        .eq(staff.as_str())
        .and(outbox::state.eq(MailState::Ready.word()))
        .and(outbox::kind.eq(Kind::Digest.word()));
    let failing_since: Option<Moment> = outbox::table
        .filter(of_person.and(outbox::attempts.gt(0)))
        .select(outbox::first_at)
        .order(outbox::first_at)
        .first(conn)
        .optional()?;
    diesel::delete(outbox::table.filter(of_person)).execute(conn)?;
    insert(conn, (staff, hour), (Kind::Digest, numbers), (failing_since.unwrap_or(now), now)).map(drop)
}

fn insert(
    conn: &mut AnyConnection,
    (staff, hour): (&StaffId, i32),
    (kind, numbers): (Kind, Numbers),
    (first_at, now): (Moment, Moment),
) -> Result<MailId> {
    let id = MailId::random();
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(id.as_str()),
            outbox::staff_id.eq(staff.as_str()),
            outbox::hour.eq(hour),
            outbox::waiting.eq(numbers.waiting),
            outbox::urgent.eq(numbers.urgent),
            outbox::late.eq(numbers.late),
            outbox::review.eq(numbers.review),
            outbox::very_late.eq(numbers.very_late),
            outbox::state.eq(MailState::Ready.word()),
            outbox::attempts.eq(0),
            outbox::first_at.eq(first_at),
            outbox::next_at.eq(now),
            outbox::kind.eq(kind.word()),
        ))
        .execute(conn)?;
    Ok(id)
}

/// Takes the next mail that is due, if there is one. Of two instances one gets it.
pub fn claim_next(conn: &mut AnyConnection, now: Moment) -> Result<Option<Mail>> {
    while let Some(mut mail) = find_next(conn, now)? {
        let ready = outbox::id.eq(mail.id.as_str()).and(outbox::state.eq(MailState::Ready.word()));
        let won = diesel::update(outbox::table.filter(ready))
            .set((
                outbox::state.eq(MailState::Sending.word()),
                outbox::attempts.eq(mail.attempts),
                // While it is being sent: when it was taken.
                outbox::next_at.eq(now),
            ))
            .execute(conn)?;
        if won == 1 {
            mail.steps = step::list(conn, &mail.id)?;
            return Ok(Some(mail));
        }
    }
    Ok(None)
}

type MailRow = ((String, String, i32, i32, Moment), (i64, i64, i64, i64, i64), String, String);

fn find_next(conn: &mut AnyConnection, now: Moment) -> Result<Option<Mail>> {
    let row: Option<MailRow> = outbox::table
        .inner_join(staff_mail::table.inner_join(staff::table))
        .filter(outbox::state.eq(MailState::Ready.word()))
        .filter(outbox::next_at.le(now))
        .order((outbox::next_at, outbox::kind, outbox::id))
        .select((
            (outbox::id, outbox::staff_id, outbox::hour, outbox::attempts, outbox::first_at),
            (outbox::waiting, outbox::urgent, outbox::late, outbox::review, outbox::very_late),
            staff_mail::address,
            staff::language,
        ))
        .first(conn)
        .optional()?;
    Ok(row.map(
        |((id, staff_id, hour, attempts, first_at), (waiting, urgent, late, review, very_late), address, language)| {
            Mail {
                id: id.into(),
                staff_id: staff_id.into(),
                address,
                language: Language::from_tag(&language).unwrap_or_default(),
                hour,
                numbers: Numbers { waiting, urgent, late, review, very_late },
                steps: Vec::new(),
                attempts: attempts + 1,
                first_at,
            }
        },
    ))
}

/// The mail went: nothing of it stays. Mail to this person works again.
pub fn finish(conn: &mut AnyConnection, mail: &Mail) -> Result<()> {
    remove(conn, &mail.id)?;
    tell(conn, &mail.staff_id, None, None)
}

/// What became of a mail that did not go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    TriedAgain,
    GivenUp,
}

/// The mail did not go, and may go later: after a minute, five, thirty, then every hour for a day.
pub fn put_off(conn: &mut AnyConnection, mail: &Mail, now: Moment) -> Result<Fate> {
    let next_at = now + pause_after(mail.attempts);
    if next_at > mail.first_at + GIVEN_UP_AFTER {
        give_up(conn, mail, Trouble::Undelivered, now)?;
        return Ok(Fate::GivenUp);
    }
    diesel::update(outbox::table.find(mail.id.as_str()))
        .set((outbox::state.eq(MailState::Ready.word()), outbox::next_at.eq(next_at)))
        .execute(conn)?;
    Ok(Fate::TriedAgain)
}

/// The mail will not go; its receiver is told in the panel.
pub fn give_up(conn: &mut AnyConnection, mail: &Mail, why: Trouble, now: Moment) -> Result<()> {
    remove(conn, &mail.id)?;
    tell(conn, &mail.staff_id, Some(why), Some(now))
}

/// Gives up what was taken and never reported back: whoever took it stopped half-way, and it may have gone.
pub fn give_up_lost(conn: &mut AnyConnection, now: Moment) -> Result<usize> {
    let lost: Vec<(String, String)> = outbox::table
        .filter(outbox::state.eq(MailState::Sending.word()))
        .filter(outbox::next_at.lt(now - LOST_AFTER))
        .select((outbox::id, outbox::staff_id))
        .load(conn)?;
    for (id, staff_id) in &lost {
        remove(conn, &MailId::from(id.clone()))?;
        tell(conn, &StaffId::from(staff_id.clone()), Some(Trouble::Uncertain), Some(now))?;
    }
    Ok(lost.len())
}

/// Mails that should have gone or been given up by now.
pub fn count_stuck(conn: &mut AnyConnection, now: Moment) -> Result<i64> {
    let oldest = now - GIVEN_UP_AFTER - TimeDelta::hours(2);
    Ok(outbox::table.filter(outbox::next_at.lt(oldest)).count().get_result(conn)?)
}

/// Forgets where mail to a person goes, when, and what was on its way.
pub fn forget_address(conn: &mut AnyConnection, staff: &StaffId) -> Result<()> {
    diesel::delete(staff_mail::table.find(staff.as_str())).execute(conn)?;
    Ok(())
}

fn remove(conn: &mut AnyConnection, id: &MailId) -> Result<()> {
    diesel::delete(outbox::table.find(id.as_str())).execute(conn)?;
    Ok(())
}

fn tell(conn: &mut AnyConnection, staff: &StaffId, why: Option<Trouble>, at: Option<Moment>) -> Result<()> {
    diesel::update(staff_mail::table.find(staff.as_str()))
        .set((staff_mail::failure.eq(why.map(Trouble::word)), staff_mail::failed_on.eq(at.map(date_in_norway))))
        .execute(conn)?;
    Ok(())
}
