//! Counters by month, one dimension at a time. What is sealed with a question (gender, age band, region) is counted only
//! in batches: two copies of the counters around one question must not unseal it. Numbers under five are never shown.

mod tally;
pub mod week;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;

pub use self::tally::Tally;
use self::week::Counted;
use super::audience::Audience;
use super::errors::Result;
use super::ids::words;
use super::letter::model::Reason;
use super::question::{Submission, Urgency};
use crate::clock::{Moment, date_in_norway, first_of_month};
use crate::database::schema::statistic;
use crate::database::{AnyConnection, is_duplicate};

words!(
    /// What is counted, each by itself.
    Dimension, "dimension" {
        Topic = "topic",
        Gender = "gender",
        AgeBand = "age_band",
        Region = "region",
        Urgency = "urgency",
        Outcome = "outcome",
    }
);

/// How a question ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Published,
    Answered,
    Declined(Reason),
    Withdrawn,
    Dropped,
}

/// One month's numbers of one dimension, by value.
pub type Month = BTreeMap<String, Tally>;

impl Outcome {
    fn word(self) -> String {
        match self {
            Self::Published => "published".into(),
            Self::Answered => "answered".into(),
            Self::Declined(reason) => format!("declined_{}", reason.word()),
            Self::Withdrawn => "withdrawn".into(),
            Self::Dropped => "dropped".into(),
        }
    }
}

/// What an asker said of themselves; sealed with the question, and counted only together with many others.
#[derive(Clone)]
pub struct Asker {
    audience: Audience,
    region: String,
}

impl From<&Submission> for Asker {
    fn from(submission: &Submission) -> Self {
        Self { audience: submission.audience, region: submission.region.clone() }
    }
}

/// Counts what stands clear beside a question that was just taken.
pub fn count_question(conn: &mut AnyConnection, topic: &str, urgency: Urgency, now: Moment) -> Result<()> {
    add(conn, now, Dimension::Topic, topic, 1)?;
    add(conn, now, Dimension::Urgency, urgency.word(), 1)?;
    week::count(conn, Counted::Asked, 1, now)
}

/// Counts many askers at once, so that no change of the counters tells about one of them.
pub fn count_askers(conn: &mut AnyConnection, askers: &[Asker], now: Moment) -> Result<()> {
    let mut counts: BTreeMap<(Dimension, &str), i64> = BTreeMap::new();
    for asker in askers {
        *counts.entry((Dimension::Gender, asker.audience.gender.word())).or_default() += 1;
        *counts.entry((Dimension::AgeBand, asker.audience.age_band.word())).or_default() += 1;
        *counts.entry((Dimension::Region, &asker.region)).or_default() += 1;
    }
    counts.into_iter().try_for_each(|((dimension, value), times)| add(conn, now, dimension, value, times))
}

/// Counts how questions ended.
pub fn count_outcome(conn: &mut AnyConnection, outcome: Outcome, times: usize, now: Moment) -> Result<()> {
    let times = i64::try_from(times).unwrap_or(i64::MAX);
    if matches!(outcome, Outcome::Published | Outcome::Answered) {
        week::count(conn, Counted::Answered, times, now)?;
    }
    add(conn, now, Dimension::Outcome, &outcome.word(), times)
}

fn add(conn: &mut AnyConnection, now: Moment, dimension: Dimension, value: &str, times: i64) -> Result<()> {
    if times == 0 || raise(conn, now, dimension, value, times)? == 1 {
        return Ok(());
    }
    // The month's first. In a savepoint: of two at once one inserts, and the other raises what that one made.
    let inserted = conn.transaction(|conn| {
        diesel::insert_into(statistic::table)
            .values((
                statistic::month.eq(month_of(now)),
                statistic::dimension.eq(dimension.word()),
                statistic::value.eq(value),
                statistic::count.eq(times),
            ))
            .execute(conn)
    });
    match inserted {
        Err(error) if is_duplicate(&error) => raise(conn, now, dimension, value, times).map(drop),
        other => other.map(drop).map_err(Into::into),
    }
}

fn raise(conn: &mut AnyConnection, now: Moment, dimension: Dimension, value: &str, times: i64) -> Result<usize> {
    Ok(diesel::update(statistic::table.find((month_of(now), dimension.word(), value)))
        .set(statistic::count.eq(statistic::count + times))
        .execute(conn)?)
}

/// The month in Norway, as its first day.
fn month_of(now: Moment) -> NaiveDate {
    first_of_month(date_in_norway(now))
}

/// The numbers of the months from `since` on, newest month first, as they may be shown.
pub fn list_months(
    conn: &mut AnyConnection,
    dimension: Dimension,
    since: NaiveDate,
) -> Result<BTreeMap<NaiveDate, Month>> {
    let rows: Vec<(NaiveDate, String, i64)> = statistic::table
        .filter(statistic::dimension.eq(dimension.word()))
        .filter(statistic::month.ge(since))
        .select((statistic::month, statistic::value, statistic::count))
        .load(conn)?;
    let mut months: BTreeMap<NaiveDate, BTreeMap<String, i64>> = BTreeMap::new();
    for (month, value, count) in rows {
        months.entry(month).or_default().insert(value, count);
    }
    Ok(months.into_iter().map(|(month, counts)| (month, as_shown(counts))).collect())
}

/// The first month that anything was counted in.
pub fn first_month(conn: &mut AnyConnection) -> Result<Option<NaiveDate>> {
    Ok(statistic::table.select(diesel::dsl::min(statistic::month)).get_result(conn)?)
}

/// All of one dimension in the months from `from` until before `until`, as it may be shown.
pub fn sum_months(
    conn: &mut AnyConnection,
    dimension: Dimension,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Month> {
    let rows: Vec<(String, i64)> = statistic::table
        .filter(statistic::dimension.eq(dimension.word()))
        .filter(statistic::month.ge(from).and(statistic::month.lt(until)))
        .select((statistic::value, statistic::count))
        .load(conn)?;
    let mut sums: BTreeMap<String, i64> = BTreeMap::new();
    for (value, count) in rows {
        *sums.entry(value).or_default() += count;
    }
    Ok(as_shown(sums))
}

/// The values of one dimension stand beside each other, and another dimension tells their sum.
fn as_shown(counts: BTreeMap<String, i64>) -> Month {
    let tallies = Tally::of_all(&counts.values().copied().collect::<Vec<_>>());
    counts.into_keys().zip(tallies).collect()
}
