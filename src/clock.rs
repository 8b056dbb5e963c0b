//! The only room that asks what time it is. Everything else is handed a moment.

pub mod holidays;

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Datelike, DurationRound, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Europe::Oslo;

/// A moment in UTC, in whole microseconds (the finest step both databases keep).
pub type Moment = NaiveDateTime;

/// The system's clock, or one that a test sets.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    set_to: Option<Arc<Mutex<Moment>>>,
}

impl Clock {
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that stands still until it is moved.
    pub fn standing_at(moment: Moment) -> Self {
        Self { set_to: Some(Arc::new(Mutex::new(moment))) }
    }

    pub fn now(&self) -> Moment {
        match &self.set_to {
            Some(moment) => *moment.lock().unwrap_or_else(PoisonError::into_inner),
            None => whole_microseconds(system_now()),
        }
    }

    /// Moves a standing clock; the system's clock cannot be moved.
    pub fn advance(&self, by: TimeDelta) {
        if let Some(moment) = &self.set_to {
            *moment.lock().unwrap_or_else(PoisonError::into_inner) += by;
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the Clock")]
fn system_now() -> Moment {
    Utc::now().naive_utc()
}

fn whole_microseconds(moment: Moment) -> Moment {
    moment.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(moment)
}

/// What clocks on the wall in Norway (`Europe/Oslo`) show at a moment.
pub fn wall_time_in_norway(moment: Moment) -> NaiveDateTime {
    DateTime::<Utc>::from_naive_utc_and_offset(moment, Utc).with_timezone(&Oslo).naive_local()
}

/// The calendar date in Norway (`Europe/Oslo`) at a moment.
pub fn date_in_norway(moment: Moment) -> NaiveDate {
    wall_time_in_norway(moment).date()
}

/// The first day of a day's month.
pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// Whole seconds since 1970 UTC; a moment before that counts as 0.
pub fn unix_seconds(moment: Moment) -> u64 {
    u64::try_from(moment.and_utc().timestamp()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn the_date_turns_at_midnight_in_norway() {
        // Winter: UTC+1. Summer: UTC+2.
        assert_eq!(date_in_norway(at("2026-01-10T22:59:59")).to_string(), "2026-01-10");
        assert_eq!(date_in_norway(at("2026-01-10T23:00:00")).to_string(), "2026-01-11");
        assert_eq!(date_in_norway(at("2026-07-10T22:00:00")).to_string(), "2026-07-11");
    }

    #[test]
    fn a_standing_clock_moves_only_when_told() {
        let clock = Clock::standing_at(at("2026-01-10T12:00:00"));
        assert_eq!(clock.now(), clock.now());
        clock.advance(TimeDelta::days(2));
        assert_eq!(clock.now(), at("2026-01-12T12:00:00"));
    }

    #[test]
    fn the_system_clock_keeps_whole_microseconds() {
        let nanos = Clock::system().now().and_utc().timestamp_subsec_nanos();
        assert_eq!(nanos % 1000, 0);
    }
}
