//! Whole months' medians, kept when the tallies of their days are gone. How many went out is not kept beside them: with the
//! year's sums one could work out a month of fewer than five.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};
use diesel::prelude::*;

use super::median_of;
use crate::clock::first_of_month;
use crate::database::schema::{wait, wait_month};
use crate::database::{AnyConnection, is_duplicate};
use crate::domain::errors::Result;

/// A month that is over, as its first day, and its median wait in days; none when too few were answered to tell.
pub type Month = (NaiveDate, Option<i32>);

const MONTH: Months = Months::new(1);

/// Writes down the median of every month that is over. Once: what was told of a month does not change.
pub fn settle(conn: &mut AnyConnection, today: NaiveDate) -> Result<()> {
    let tallies: Vec<(NaiveDate, i32, i64)> = wait::table
        .filter(wait::closed_on.lt(first_of_month(today)))
        .order(wait::days)
        .select((wait::closed_on, wait::days, wait::count))
        .load(conn)?;
    let mut months: BTreeMap<NaiveDate, Vec<(i32, i64)>> = BTreeMap::new();
    for (closed_on, days, count) in tallies {
        months.entry(first_of_month(closed_on)).or_default().push((days, count));
    }
    for (month, tallies) in months {
        if let Some(days) = median_of(&tallies) {
            keep(conn, month, days)?;
        }
    }
    Ok(())
}

fn keep(conn: &mut AnyConnection, month: NaiveDate, days: i32) -> Result<()> {
    if diesel::select(diesel::dsl::exists(wait_month::table.find(month))).get_result(conn)? {
        return Ok(());
    }
    // In a savepoint: of two at once one writes it, and both would have written the same.
    let row = (wait_month::month.eq(month), wait_month::days.eq(days));
    match conn.transaction(|conn| diesel::insert_into(wait_month::table).values(row).execute(conn)) {
        Err(error) if is_duplicate(&error) => Ok(()),
        inserted => inserted.map(drop).map_err(Into::into),
    }
}

/// The months of a year that are over by `today`, the oldest first; one of which nothing can be told is among them.
pub fn list(conn: &mut AnyConnection, year: i32, today: NaiveDate) -> Result<Vec<Month>> {
    let kept: Vec<(NaiveDate, i32)> =
        wait_month::table.select((wait_month::month, wait_month::days)).order(wait_month::month).load(conn)?;
    let kept: BTreeMap<NaiveDate, i32> = kept.into_iter().filter(|(month, _)| month.year() == year).collect();
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    let months = std::iter::successors(first, |month| month.checked_add_months(MONTH));
    let over = months.take_while(|month| month.year() == year && *month < first_of_month(today));
    Ok(over.map(|month| (month, kept.get(&month).copied())).collect())
}
