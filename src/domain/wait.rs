//! How long answers take: a tally a day of whole days waited, without any id, for one month; then only the month's median.

pub mod month;

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use super::errors::Result;
use super::question::State;
use crate::database::schema::{question, wait};
use crate::database::{AnyConnection, is_duplicate};

/// The days the median is of; older tallies are deleted.
const WINDOW: Days = Days::new(30);
/// From fewer answers no median is told: it would be one person's wait.
const FEWEST: i64 = 5;

/// Counts an answer that went out today.
pub fn count(conn: &mut AnyConnection, arrived_on: NaiveDate, today: NaiveDate) -> Result<()> {
    let days = i32::try_from((today - arrived_on).num_days().max(0)).unwrap_or(i32::MAX);
    // What is deleted was told of its month before.
    month::settle(conn, today)?;
    diesel::delete(wait::table.filter(wait::closed_on.lt(today - WINDOW))).execute(conn)?;
    if raise(conn, today, days)? == 1 {
        return Ok(());
    }
    // In a savepoint: of two at once one inserts, and the other raises what that one made.
    let row = (wait::closed_on.eq(today), wait::days.eq(days), wait::count.eq(1_i64));
    match conn.transaction(|conn| diesel::insert_into(wait::table).values(row).execute(conn)) {
        Err(error) if is_duplicate(&error) => raise(conn, today, days).map(drop),
        inserted => inserted.map(drop).map_err(Into::into),
    }
}

fn raise(conn: &mut AnyConnection, today: NaiveDate, days: i32) -> Result<usize> {
    Ok(diesel::update(wait::table.find((today, days))).set(wait::count.eq(wait::count + 1)).execute(conn)?)
}

/// The median wait in days of the answers of the last thirty days; none when they are too few to tell.
pub fn median(conn: &mut AnyConnection, today: NaiveDate) -> Result<Option<i32>> {
    let tallies: Vec<(i32, i64)> = wait::table
        .filter(wait::closed_on.ge(today - WINDOW))
        .order(wait::days)
        .select((wait::days, wait::count))
        .load(conn)?;
    Ok(median_of(&tallies))
}

/// The middle one, of the two in the middle the longer: nobody is promised too much. Ordered by days.
fn median_of(tallies: &[(i32, i64)]) -> Option<i32> {
    let total: i64 = tallies.iter().map(|(_, count)| count).sum();
    if total < FEWEST {
        return None;
    }
    let mut before = 0;
    tallies.iter().find_map(|(days, count)| {
        before += count;
        (before > total / 2).then_some(*days)
    })
}

/// How many that came before today wait for an answer. Today's are left out: whoever watched the number would see when each
/// came.
pub fn count_waiting(conn: &mut AnyConnection, today: NaiveDate) -> Result<i64> {
    let open = [State::Waiting, State::Claimed, State::InReview, State::Approved].map(State::word);
    Ok(question::table
        .filter(question::state.eq_any(open))
        .filter(question::arrived_on.lt(today))
        .count()
        .get_result(conn)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_ones_wait_and_never_too_short() {
        for (tallies, median) in [
            (vec![], None),
            (vec![(2, 4)], None),
            (vec![(2, 5)], Some(2)),
            (vec![(1, 2), (3, 1), (9, 2)], Some(3)),
            (vec![(1, 3), (4, 3)], Some(4)),
            (vec![(0, 1), (7, 10)], Some(7)),
        ] {
            assert_eq!(median_of(&tallies), median, "{tallies:?}");
        }
    }
}
