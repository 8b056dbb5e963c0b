//! Numbers a key, counted by `governor` and bounded in memory. A count can be looked at without being raised, and
//! time is the app's own clock.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

use governor::Quota;
use governor::clock::Clock as GovernorClock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::ShrinkableKeyedStateStore;
use governor::state::{RateLimiter, StateStore};

use crate::clock::Clock;

/// Keys remembered at once, some two megabytes. The ones whose count is back at nothing are swept out first; when all are in use, a new
/// key is not counted: so many addresses at once have set off the ceiling for everyone already.
pub(super) const KEYS_AT_MOST: usize = 50_000;

/// A visitor, a ticket, or everyone, as a code that says nothing.
pub(super) type CountKey = [u8; 16];

/// How often each key did something, against one ceiling.
pub(super) struct Counts(RateLimiter<Act, Numbers, AppTime, NoOpMiddleware<Nanos>>);

impl Counts {
    pub(super) fn new(quota: Quota, clock: &Clock) -> Self {
        Self(RateLimiter::new(quota, Numbers::default(), AppTime(clock.clone())))
    }

    /// Whether once more is within the ceiling. Nothing is counted by asking.
    pub(super) fn has_room(&self, key: &CountKey) -> bool {
        self.0.check_key(&Act::Look(*key)).is_ok()
    }

    /// Counts once; above the ceiling nothing more is counted, so that what was used comes back evenly.
    pub(super) fn count(&self, key: &CountKey) {
        if self.0.len() >= KEYS_AT_MOST {
            self.0.retain_recent();
        }
        let _was_within = self.0.check_key(&Act::Count(*key)).is_ok();
    }

    /// Counts once if that is within the ceiling, and says whether it was.
    pub(super) fn take(&self, key: &CountKey) -> bool {
        let has_room = self.has_room(key);
        if has_room {
            self.count(key);
        }
        has_room
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Act {
    Look(CountKey),
    Count(CountKey),
}

/// Where `governor` keeps its one number a key.
#[derive(Default)]
struct Numbers(Mutex<HashMap<CountKey, Nanos>>);

impl Numbers {
    fn lock(&self) -> MutexGuard<'_, HashMap<CountKey, Nanos>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl StateStore for Numbers {
    type Key = Act;

    fn measure_and_replace<T, F, E>(&self, act: &Act, measure: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        let mut numbers = self.lock();
        match act {
            Act::Look(key) => measure(numbers.get(key).copied()).map(|(outcome, _)| outcome),
            Act::Count(key) => {
                let (outcome, number) = measure(numbers.get(key).copied())?;
                if numbers.len() < KEYS_AT_MOST || numbers.contains_key(key) {
                    numbers.insert(*key, number);
                }
                Ok(outcome)
            }
        }
    }
}

impl ShrinkableKeyedStateStore<Act> for Numbers {
    fn retain_recent(&self, drop_below: Nanos) {
        self.lock().retain(|_, number| *number > drop_below);
    }

    fn len(&self) -> usize {
        self.lock().len()
    }

    fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }
}

/// The app's clock as `governor` reads one: nanoseconds since 1970.
struct AppTime(Clock);

impl GovernorClock for AppTime {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        let since_1970 = self.0.now().and_utc().timestamp_nanos_opt().unwrap_or(i64::MAX);
        Nanos::new(u64::try_from(since_1970).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use chrono::TimeDelta;

    use super::*;

    const KARI: CountKey = [1; 16];

    fn counts() -> (Counts, Clock) {
        let clock = Clock::standing_at("2026-03-10T09:00:00".parse().unwrap());
        (Counts::new(Quota::per_hour(NonZeroU32::new(3).unwrap()), &clock), clock)
    }

    #[test]
    fn as_many_as_the_ceiling_says_and_then_one_each_time_one_comes_back() {
        let (counts, clock) = counts();
        for _ in 0..3 {
            assert!(counts.has_room(&KARI));
            counts.count(&KARI);
        }
        assert!(!counts.has_room(&KARI));
        assert!(counts.has_room(&[2; 16]), "another key");
        clock.advance(TimeDelta::minutes(19));
        assert!(!counts.has_room(&KARI));
        clock.advance(TimeDelta::minutes(1));
        assert!(counts.has_room(&KARI));
        counts.count(&KARI);
        assert!(!counts.has_room(&KARI));
    }

    #[test]
    fn asking_counts_nothing() {
        let (counts, _) = counts();
        for _ in 0..100 {
            assert!(counts.has_room(&KARI));
        }
        assert_eq!(counts.len(), 0);
    }

    #[test]
    fn memory_is_bounded_and_those_who_are_done_make_room() {
        let (counts, clock) = counts();
        let key = |number: usize| -> CountKey { u128::try_from(number).unwrap().to_be_bytes() };
        for number in 0..KEYS_AT_MOST + 10 {
            counts.count(&key(number));
        }
        assert_eq!(counts.len(), KEYS_AT_MOST);
        clock.advance(TimeDelta::hours(2));
        counts.count(&KARI);
        assert_eq!(counts.len(), 1);
    }
}
