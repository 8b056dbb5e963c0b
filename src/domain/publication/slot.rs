//! Fixed hours at which approved answers come out: together, and in an order that tells nobody which came first. Until then
//! a pair waits in words that are ready for everyone, with no key back to its question.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{New, Publication, Row, changes, check, come_out, placed, row_of, slug};
use crate::clock::{Moment, wall_time_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{publication, slot_publication as table};
use crate::domain::answer::{self, placing::Placing};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::{PublicationId, QuestionId};
use crate::domain::staff::Clinician;
use crate::vault::fill_random;

/// The longest list of those that wait.
const MOST: i64 = 200;
/// The furthest day that is looked at for the next slot.
const DAYS_AHEAD: u64 = 8;

/// An hour of a day in Norway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    pub on: NaiveDate,
    pub hour: i32,
}

/// When approved answers come out: weekdays (Monday is 1) and full hours in Norway.
#[derive(Clone, Copy, Debug)]
pub struct Times<'a> {
    pub weekdays: &'a [u32],
    pub hours: &'a [u32],
}

impl Times<'_> {
    /// The next slot after a moment; none when there are none.
    pub fn next(&self, now: Moment) -> Option<Slot> {
        let here = wall_time_in_norway(now);
        (0..DAYS_AHEAD).find_map(|ahead| {
            let on = here.date().checked_add_days(Days::new(ahead))?;
            let is_today = ahead == 0;
            let hours = self.hours.iter().copied().filter(|hour| !is_today || *hour > here.hour());
            let hour = hours.min().filter(|_| self.weekdays.contains(&on.weekday().number_from_monday()))?;
            Some(Slot { on, hour: i32::try_from(hour).ok()? })
        })
    }
}

/// A pair that waits for its hour.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub id: PublicationId,
    pub title: String,
    pub language: String,
    pub slot: Slot,
}

/// What is kept of a pair until its hour.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    row: Row,
    /// When its author wants it looked at again.
    #[serde(default)]
    recheck_on: Option<NaiveDate>,
    #[serde(default)]
    placing: Placing,
}

/// Publishes an approved answer at a slot: its question is done with now, as if it were out.
pub fn hold(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    (id, slot): (&QuestionId, Slot),
    terms: super::Terms<'_>,
) -> Result<()> {
    let draft = answer::find(conn, &clinician.keys, id)?.ok_or(Refusal::WrongState)?;
    answer::review::require_approved(conn, terms.secret, id, &draft)?;
    come_out(conn, clinician, (id, Some(slot)), draft, terms)?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::PublishAtSlot, id.as_str(), terms.now)
}

/// Keeps a pair until its hour, under the slug it will have.
pub(super) fn put_aside(conn: &mut AnyConnection, new: &New, slot: Slot) -> Result<Publication> {
    let slug = slug::of_wording(conn, &new.wording)?;
    let (recheck_on, placing) = (new.wording.recheck_on, new.wording.placing.clone());
    let kept = Kept { row: row_of(new, slug, None), recheck_on, placing };
    let content = serde_json::to_string(&kept).map_err(|_| Error::UnknownContent)?;
    let row = kept.row;
    diesel::insert_into(table::table)
        .values((
            table::id.eq(&row.id),
            table::slug.eq(&row.slug),
            table::content.eq(content),
            table::due_on.eq(slot.on),
            table::hour.eq(slot.hour),
        ))
        .execute(conn)?;
    row.try_into()
}

/// Brings out all whose hour has come, in an order drawn by lot; gives how many. Two who do this at once bring out each
/// pair once.
pub fn bring_out_due(conn: &mut AnyConnection, now: Moment) -> Result<usize> {
    let here = wall_time_in_norway(now);
    let mut due: Vec<(Vec<u8>, String)> = Vec::new();
    for waiting in list(conn)? {
        if has_come(waiting.slot, here) {
            let mut lot = vec![0; 8];
            fill_random(&mut lot)?;
            due.push((lot, waiting.id.to_string()));
        }
    }
    due.sort();
    let mut out = 0;
    for (_, id) in due {
        out += usize::from(bring_out(conn, &PublicationId::from(id))?);
    }
    Ok(out)
}

fn has_come(slot: Slot, here: NaiveDateTime) -> bool {
    let hour = i32::try_from(here.hour()).unwrap_or_default();
    slot <= Slot { on: here.date(), hour }
}

/// A clinician does not wait for the hour.
pub fn bring_out_now(conn: &mut AnyConnection, clinician: &Clinician, id: &PublicationId, now: Moment) -> Result<()> {
    if !bring_out(conn, id)? {
        return Err(Error::NotFound);
    }
    audit::record(conn, Actor::Staff(clinician.id()), Act::PublishBeforeSlot, id.as_str(), now)
}

/// Whether this was the one that brought it out.
fn bring_out(conn: &mut AnyConnection, id: &PublicationId) -> Result<bool> {
    let content: Option<String> = table::table.find(id.as_str()).select(table::content).first(conn).optional()?;
    let Some(content) = content else { return Ok(false) };
    if diesel::delete(table::table.find(id.as_str())).execute(conn)? != 1 {
        return Ok(false);
    }
    let Kept { row, recheck_on, placing } = serde_json::from_str(&content).map_err(|_| Error::UnknownContent)?;
    diesel::insert_into(publication::table).values(&row).execute(conn)?;
    placed::write(conn, id, &placing)?;
    if recheck_on.is_some() {
        check::set_day(conn, id, recheck_on)?;
    }
    changes::record(conn, changes::Kind::Added, id)?;
    Ok(true)
}

/// Those that wait, the next hour first.
pub fn list(conn: &mut AnyConnection) -> Result<Vec<Waiting>> {
    let rows: Vec<(String, String, NaiveDate, i32)> = table::table
        .order((table::due_on, table::hour, table::slug))
        .select((table::id, table::content, table::due_on, table::hour))
        .limit(MOST)
        .load(conn)?;
    rows.into_iter()
        .map(|(id, content, on, hour)| {
            let row: Row = serde_json::from_str(&content).map_err(|_| Error::UnknownContent)?;
            Ok(Waiting { id: id.into(), title: row.title, language: row.language, slot: Slot { on, hour } })
        })
        .collect()
}

/// Whether a pair with this slug waits for its hour.
pub(super) fn is_waiting(conn: &mut AnyConnection, slug: &str) -> Result<bool> {
    Ok(table::table.filter(table::slug.eq(slug)).count().get_result::<i64>(conn)? > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_slot_is_an_hour_of_the_wall_clock_in_norway() {
        let times = Times { weekdays: &[2, 4], hours: &[9, 16] };
        for (now, expected) in [
            // A Tuesday; Norway is an hour ahead.
            ("2026-03-10T07:59:00", Some(("2026-03-10", 9))),
            ("2026-03-10T08:00:00", Some(("2026-03-10", 16))),
            ("2026-03-10T15:30:00", Some(("2026-03-12", 9))),
            ("2026-03-12T20:00:00", Some(("2026-03-17", 9))),
            // In summer two hours.
            ("2026-03-31T06:59:00", Some(("2026-03-31", 9))),
            ("2026-03-31T07:00:00", Some(("2026-03-31", 16))),
        ] {
            let found = times.next(now.parse().unwrap()).map(|slot| (slot.on.to_string(), slot.hour));
            assert_eq!(found, expected.map(|(on, hour)| (on.to_owned(), hour)), "{now}");
        }
        assert_eq!(Times { weekdays: &[], hours: &[9] }.next("2026-03-10T07:59:00".parse().unwrap()), None);
        let weekly = Times { weekdays: &[2], hours: &[9] };
        let next = weekly.next("2026-03-10T12:00:00".parse().unwrap()).unwrap();
        assert_eq!(next.on.to_string(), "2026-03-17");
    }
}
