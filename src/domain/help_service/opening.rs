//! When a service answers: its weekly hours on the wall clock in Norway, on holidays too. What is not known is never
//! called open.

use anyhow::{Context, Error, Result, bail, ensure};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::Deserialize;

use crate::clock::holidays::{is_eve, is_public_holiday};

const MINUTES_A_DAY: u16 = 24 * 60;
/// How far ahead an opening is looked for.
const DAYS_AHEAD: u64 = 14;

/// Whether a service answers now, on the wall clock in Norway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Day and night.
    Always,
    Open {
        until: NaiveDateTime,
    },
    /// `opens` is `None` when it depends on something that is not known.
    Closed {
        opens: Option<NaiveDateTime>,
    },
    /// The hours of today, or all of them, are not known.
    Unknown,
}

impl Standing {
    pub fn is_open(self) -> bool {
        matches!(self, Self::Always | Self::Open { .. })
    }

    /// Whether it is known to be closed.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Closed { .. })
    }
}

/// What a service does on public holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holidays {
    Closed,
    AsSunday,
    /// As on any other day.
    Open,
}

/// A stretch of one day, in minutes from midnight; the end is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    from: u16,
    to: u16,
}

/// The hours of a usual week. In the file `daily` holds for every day, `weekdays` (Monday to Friday) and `weekend`
/// go before it, and a day's own name before those: `{ weekdays = ["11-14:30", "15-18"] }`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub struct Weekly {
    /// From Monday.
    days: [Vec<Span>; 7],
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Written {
    daily: Vec<String>,
    weekdays: Option<Vec<String>>,
    weekend: Option<Vec<String>>,
    mon: Option<Vec<String>>,
    tue: Option<Vec<String>>,
    wed: Option<Vec<String>>,
    thu: Option<Vec<String>>,
    fri: Option<Vec<String>>,
    sat: Option<Vec<String>>,
    sun: Option<Vec<String>>,
}

impl TryFrom<Written> for Weekly {
    type Error = Error;

    fn try_from(written: Written) -> Result<Self> {
        let Written { daily, weekdays, weekend, mon, tue, wed, thu, fri, sat, sun } = written;
        let weekday = weekdays.unwrap_or_else(|| daily.clone());
        let weekend = weekend.unwrap_or(daily);
        let mut days: [Vec<Span>; 7] = Default::default();
        for (index, (day, own)) in days.iter_mut().zip([mon, tue, wed, thu, fri, sat, sun]).enumerate() {
            let usual = if index < 5 { &weekday } else { &weekend };
            *day = spans(own.as_ref().unwrap_or(usual))?;
        }
        Ok(Self { days })
    }
}

/// The stretches of one day, sorted; two may not overlap.
fn spans(written: &[String]) -> Result<Vec<Span>> {
    let mut found = written
        .iter()
        .map(|text| Span::parse(text).with_context(|| format!("the hours \"{text}\"")))
        .collect::<Result<Vec<_>>>()?;
    found.sort();
    for (one, next) in found.iter().zip(found.iter().skip(1)) {
        ensure!(one.to <= next.from, "two of the hours {} overlap", written.join(", "));
    }
    Ok(found)
}

impl Span {
    fn parse(text: &str) -> Result<Self> {
        let (from, to) = text.split_once('-').context("must be like \"9-15:30\"")?;
        let (from, to) = (minutes(from)?, minutes(to)?);
        ensure!(from < to, "must end after they begin; past midnight is two days' hours");
        Ok(Self { from, to })
    }

    fn on(self, day: NaiveDate) -> (NaiveDateTime, NaiveDateTime) {
        let at = |minutes: u16| day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minutes.into());
        (at(self.from), at(self.to))
    }
}

/// «9», «09» or «9:30»; «24» is midnight at the end of the day.
fn minutes(text: &str) -> Result<u16> {
    let (hours, minutes) = text.split_once(':').unwrap_or((text, "0"));
    let total = match (hours.parse::<u16>(), minutes.parse::<u16>()) {
        (Ok(hours), Ok(minutes)) if hours <= 24 && minutes < 60 => hours * 60 + minutes,
        _ => bail!("\"{text}\" is not a time of day"),
    };
    ensure!(total <= MINUTES_A_DAY, "\"{text}\" is after midnight");
    Ok(total)
}

impl Weekly {
    fn on(&self, weekday: Weekday) -> &[Span] {
        usize::try_from(weekday.num_days_from_monday())
            .ok()
            .and_then(|day| self.days.get(day))
            .map_or(&[], Vec::as_slice)
    }
}

/// All that is known of when a service answers.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    pub weekly: &'a Weekly,
    /// Hours that hold only in parts of the year, nobody knows here which.
    pub perhaps: Option<&'a Weekly>,
    /// `None`: not known, so holidays are unknown too.
    pub holidays: Option<Holidays>,
}

impl Opening<'_> {
    /// How it stands at a moment on the wall clock.
    pub fn standing(&self, now: NaiveDateTime) -> Standing {
        let Some(today) = self.spans_on(now.date()) else { return Standing::Unknown };
        if let Some(end) = today.iter().map(|span| span.on(now.date())).find_map(|span| end_if_within(span, now)) {
            return self.open_until(end, now);
        }
        if self.may_be_open(now) {
            return Standing::Unknown;
        }
        Standing::Closed { opens: self.next_opening(now) }
    }

    /// `None` when it is not known whether the usual hours hold that day.
    fn spans_on(&self, day: NaiveDate) -> Option<&[Span]> {
        let usual = self.weekly.on(day.weekday());
        if is_public_holiday(day) {
            return match self.holidays? {
                Holidays::Open => Some(usual),
                Holidays::AsSunday => Some(self.weekly.on(Weekday::Sun)),
                Holidays::Closed => Some(&[]),
            };
        }
        let is_sure = !is_eve(day) || usual.is_empty() || self.holidays == Some(Holidays::Open);
        is_sure.then_some(usual)
    }

    fn perhaps_on(&self, day: NaiveDate) -> &[Span] {
        self.perhaps.map_or(&[], |perhaps| perhaps.on(day.weekday()))
    }

    fn may_be_open(&self, now: NaiveDateTime) -> bool {
        self.perhaps_on(now.date()).iter().any(|span| end_if_within(span.on(now.date()), now).is_some())
    }

    /// Follows the hours over midnight as long as one stretch begins where another ends.
    fn open_until(&self, mut end: NaiveDateTime, now: NaiveDateTime) -> Standing {
        let last = now + TimeDelta::days(7);
        while end <= last {
            let day = end.date();
            let next = self.spans_on(day).unwrap_or_default().iter().map(|span| span.on(day));
            match next.into_iter().find(|(from, _)| *from == end) {
                Some((_, to)) => end = to,
                None => return Standing::Open { until: end },
            }
        }
        Standing::Always
    }

    /// The first stretch after `now`, unless something that is not known may come before it.
    fn next_opening(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        for ahead in 0..DAYS_AHEAD {
            let day = now.date().checked_add_days(Days::new(ahead))?;
            let first = |spans: &[Span]| spans.iter().map(|span| span.on(day).0).find(|from| *from > now);
            let (sure, perhaps) = (first(self.spans_on(day)?), first(self.perhaps_on(day)));
            match (sure, perhaps) {
                (Some(sure), None) => return Some(sure),
                (Some(sure), Some(perhaps)) => return (sure <= perhaps).then_some(sure),
                (None, Some(_)) => return None,
                (None, None) => {}
            }
        }
        None
    }
}

/// The end of a stretch that `now` is in.
fn end_if_within((from, to): (NaiveDateTime, NaiveDateTime), now: NaiveDateTime) -> Option<NaiveDateTime> {
    (from <= now && now < to).then_some(to)
}

#[cfg(test)]
mod tests;
