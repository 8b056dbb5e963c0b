//! Questions that came and were answered, by week, all topics together. Only weeks that are over are told: a number that
//! goes up while one looks would say when somebody asked.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, Weekday};
use diesel::prelude::*;

use super::Tally;
use crate::clock::{Moment, date_in_norway};
use crate::database::schema::week_count;
use crate::database::{AnyConnection, is_duplicate};
use crate::domain::errors::Result;
use crate::domain::ids::words;

words!(
    /// What is counted.
    Counted, "week count" {
        Asked = "asked",
        /// Published, or answered to the asker alone.
        Answered = "answered",
    }
);

/// One week's numbers, as they may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    pub monday: NaiveDate,
    pub asked: Tally,
    pub answered: Tally,
}

const WEEK: Days = Days::new(7);

/// The Monday of a day's week.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).first_day()
}

/// The Mondays of a year's weeks (ISO 8601: a week belongs to the year of its Thursday) that are over by `today`.
pub fn mondays_of(year: i32, today: NaiveDate) -> Vec<NaiveDate> {
    let first = |year| NaiveDate::from_isoywd_opt(year, 1, Weekday::Mon);
    let (Some(from), Some(end)) = (first(year), first(year.saturating_add(1))) else { return Vec::new() };
    from.iter_weeks().take_while(|monday| *monday < end && *monday + WEEK <= today).collect()
}

pub(super) fn count(conn: &mut AnyConnection, counted: Counted, times: i64, now: Moment) -> Result<()> {
    let monday = monday_of(date_in_norway(now));
    if times == 0 || raise(conn, monday, counted, times)? == 1 {
        return Ok(());
    }
    // The week's first. In a savepoint: of two at once one inserts, and the other raises what that one made.
    let values = (week_count::monday.eq(monday), week_count::counted.eq(counted.word()), week_count::count.eq(times));
    match conn.transaction(|conn| diesel::insert_into(week_count::table).values(values).execute(conn)) {
        Err(error) if is_duplicate(&error) => raise(conn, monday, counted, times).map(drop),
        other => other.map(drop).map_err(Into::into),
    }
}

fn raise(conn: &mut AnyConnection, monday: NaiveDate, counted: Counted, times: i64) -> Result<usize> {
    Ok(diesel::update(week_count::table.find((monday, counted.word())))
        .set(week_count::count.eq(week_count::count + times))
        .execute(conn)?)
}

/// The weeks of a year that are over, the oldest first; one in which nothing came is among them.
pub fn list(conn: &mut AnyConnection, year: i32, today: NaiveDate) -> Result<Vec<Week>> {
    let mondays = mondays_of(year, today);
    let rows: Vec<(NaiveDate, String, i64)> = week_count::table
        .filter(week_count::monday.eq_any(&mondays))
        .select((week_count::monday, week_count::counted, week_count::count))
        .load(conn)?;
    let counts: HashMap<(NaiveDate, String), i64> =
        rows.into_iter().map(|(monday, counted, count)| ((monday, counted), count)).collect();
    let tallies = |counted: Counted| {
        let count = |monday: &NaiveDate| counts.get(&(*monday, counted.word().to_owned())).copied().unwrap_or_default();
        Tally::of_all(&mondays.iter().map(count).collect::<Vec<_>>())
    };
    let told = tallies(Counted::Asked).into_iter().zip(tallies(Counted::Answered));
    Ok(mondays.iter().zip(told).map(|(monday, (asked, answered))| Week { monday: *monday, asked, answered }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_the_weeks_whose_thursday_is_in_it_and_that_are_over() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(monday_of(day("2026-03-15")), day("2026-03-09"));
        assert_eq!(monday_of(day("2026-03-16")), day("2026-03-16"));
        let mondays = mondays_of(2026, day("2027-06-01"));
        assert_eq!(
            (mondays.first(), mondays.last(), mondays.len()),
            (Some(&day("2025-12-29")), Some(&day("2026-12-28")), 53)
        );
        assert_eq!(mondays_of(2026, day("2026-01-04")), []);
        assert_eq!(mondays_of(2026, day("2026-01-05")), [day("2025-12-29")]);
    }
}
