//! Reading a published pair again: when someone did, when someone should, and why.

pub mod due;
pub mod links;
pub mod outside;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::version::original_of;
use super::{New, Publication, add};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::publication_check as table;
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Refusal, Result};
use crate::domain::ids::{PublicationId, StaffId};
use crate::domain::staff::{self, Clinician, Writer};

/// What is known of a pair's last and next reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Nothing when nobody read it since it came out.
    pub checked_on: Option<NaiveDate>,
    /// Who; empty when nobody.
    pub by: String,
    pub recheck_on: Option<NaiveDate>,
}

pub fn find(conn: &mut AnyConnection, id: &PublicationId) -> Result<Check> {
    let row: Option<(Option<NaiveDate>, Option<String>, Option<NaiveDate>)> = table::table
        .find(id.as_str())
        .select((table::checked_on, table::staff_id, table::recheck_on))
        .first(conn)
        .optional()?;
    let Some((checked_on, by, recheck_on)) = row else { return Ok(Check::default()) };
    Ok(Check { checked_on, by: staff::find_name(conn, by.map(StaffId::from).as_ref())?, recheck_on })
}

/// When readers may be told that someone read it again.
pub fn find_day(conn: &mut AnyConnection, id: &PublicationId) -> Result<Option<NaiveDate>> {
    let day: Option<Option<NaiveDate>> =
        table::table.find(id.as_str()).select(table::checked_on).first(conn).optional()?;
    Ok(day.flatten())
}

/// A clinician read it today and it still holds. `seen` names the words they read: see [`original_of`].
pub fn renew(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    (pair, seen): (&Publication, &str),
    now: Moment,
) -> Result<()> {
    if original_of(pair) != seen {
        return Err(Refusal::OriginalChanged.into());
    }
    let today = date_in_norway(now);
    mark_read(conn, &pair.id, (clinician.id(), today))?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::CheckPair, pair.id.as_str(), now)
}

/// Whoever passes other words for a pair has read it. A day that was set for it is over when it has come.
pub(super) fn mark_read(
    conn: &mut AnyConnection,
    id: &PublicationId,
    (reader, today): (&StaffId, NaiveDate),
) -> Result<()> {
    make_row(conn, id)?;
    diesel::update(table::table.find(id.as_str()))
        .set((table::checked_on.eq(today), table::staff_id.eq(reader.as_str())))
        .execute(conn)?;
    let over = table::table.find(id.as_str()).filter(table::recheck_on.le(today));
    diesel::update(over).set(table::recheck_on.eq(None::<NaiveDate>)).execute(conn)?;
    Ok(())
}

/// Sets the day someone should read it again, or none.
pub fn plan(
    conn: &mut AnyConnection,
    someone: &Writer,
    (pair, day): (&Publication, Option<NaiveDate>),
    now: Moment,
) -> Result<()> {
    set_day(conn, &pair.id, day)?;
    audit::record(conn, Actor::Staff(someone.id()), Act::PlanCheck, pair.id.as_str(), now)
}

/// Publishes a pair with the day on which its author wants it looked at again.
pub(super) fn add_with_day(conn: &mut AnyConnection, new: &New) -> Result<Publication> {
    let pair = add(conn, new)?;
    if new.wording.recheck_on.is_some() {
        set_day(conn, &pair.id, new.wording.recheck_on)?;
    }
    Ok(pair)
}

/// What came with a pair from another house: nobody here has read it.
pub(super) fn take_in(
    conn: &mut AnyConnection,
    id: &PublicationId,
    (checked_on, recheck_on): (Option<NaiveDate>, Option<NaiveDate>),
) -> Result<()> {
    if checked_on.is_none() && recheck_on.is_none() {
        return Ok(());
    }
    make_row(conn, id)?;
    diesel::update(table::table.find(id.as_str()))
        .set((table::checked_on.eq(checked_on), table::recheck_on.eq(recheck_on)))
        .execute(conn)?;
    Ok(())
}

/// The day that its author chose, when it comes out.
pub(super) fn set_day(conn: &mut AnyConnection, id: &PublicationId, day: Option<NaiveDate>) -> Result<()> {
    make_row(conn, id)?;
    diesel::update(table::table.find(id.as_str())).set(table::recheck_on.eq(day)).execute(conn)?;
    Ok(())
}

fn make_row(conn: &mut AnyConnection, id: &PublicationId) -> Result<()> {
    if table::table.find(id.as_str()).count().get_result::<i64>(conn)? == 0 {
        diesel::insert_into(table::table).values(table::publication_id.eq(id.as_str())).execute(conn)?;
    }
    Ok(())
}
