//! How fast one visitor may send, without knowing who it is: counts in memory, under a code of the address whose
//! salt is new every day (by Norway's date) and is written nowhere. Reading is never counted.

mod counts;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use counts::{CountKey, Counts};
use governor::Quota;

use crate::clock::{Clock, Moment, date_in_norway};
use crate::secret::{Key, code_of, random_key};
use crate::settings::AbuseSettings;

/// One right answer to the small sum is good for so many questions within an hour, then another sum is asked: an
/// answer cannot be sent along with a flood.
const QUESTIONS_AN_ANSWER: NonZeroU32 = NonZeroU32::new(5).unwrap();
/// A clock set back by more than this begins a new day, so that nobody waits for hours that were counted already.
const STEP_BACK: TimeDelta = TimeDelta::minutes(1);
const A_DAY: Duration = Duration::from_hours(24);
const EVERYONE: CountKey = [0; 16];

/// A visitor's address, for the moment it takes to make a key of it. It cannot be printed.
pub struct Address(IpAddr);

impl Address {
    /// `None` for addresses that stand for others: a proxy on this machine or in its own network would make a whole
    /// town one visitor. An IPv4 address written as IPv6 counts as IPv4.
    pub fn of_visitor(address: IpAddr) -> Option<Self> {
        let address = address.to_canonical();
        let is_own = match address {
            IpAddr::V4(address) => is_own_v4(address),
            IpAddr::V6(address) => is_own_v6(address),
        };
        (!is_own).then_some(Self(address))
    }

    /// What counts as one visitor: the whole IPv4 address, or the /56 of an IPv6 address that one household or
    /// school has; before it a byte for the family.
    fn network(&self) -> [u8; 8] {
        let network: u64 = match self.0 {
            IpAddr::V4(address) => (4 << 56) | u64::from(address.to_bits()),
            IpAddr::V6(address) => (6 << 56) | u64::try_from(address.to_bits() >> 72).unwrap_or(0),
        };
        network.to_be_bytes()
    }
}

/// This machine, private networks (RFC 1918), link-local, and what providers use inside (RFC 6598).
fn is_own_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_unspecified()
        || (first == 100 && (64..128).contains(&second))
}

fn is_own_v6(address: Ipv6Addr) -> bool {
    address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local() || address.is_unspecified()
}

/// A visitor for a day: a code that leads back to nobody, or nothing when the address is unknown. Not printable.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct VisitorKey(Option<CountKey>);

/// What a question meets on its way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// It may come in.
    Free,
    /// A small sum is asked first.
    Challenge,
    /// This address has to wait a little.
    TooMany,
}

/// The ceilings and what was counted against them today. Everything is forgotten when the day ends.
pub struct Limits {
    ceilings: AbuseSettings,
    clock: Clock,
    today: Mutex<Day>,
}

struct Day {
    on: NaiveDate,
    seen_at: Moment,
    /// None when the operating system gave no random bytes: then nobody is told apart.
    salt: Option<Key>,
    before_challenge: Counts,
    before_refusal: Counts,
    from_everyone: Counts,
    answers: Counts,
    wrong_codes: Counts,
    feedback: Counts,
    reports: Counts,
}

impl Limits {
    pub fn new(ceilings: AbuseSettings, clock: Clock) -> Self {
        let today = Mutex::new(Day::begin(ceilings, &clock));
        Self { ceilings, clock, today }
    }

    /// The visitor's key for today. An unknown address is nobody in particular: only what holds for everyone holds.
    pub fn key_of(&self, address: Option<&Address>) -> VisitorKey {
        let today = self.today();
        VisitorKey(address.and_then(|address| {
            let code = code_of(today.salt.as_ref()?, &[b"visitor", &address.network()]);
            code.first_chunk().copied()
        }))
    }

    /// What a question from this visitor would meet now; nothing is counted. `answer` is a code of the form whose
    /// small sum was answered right.
    pub fn weigh_question(&self, visitor: &VisitorKey, answer: Option<&[u8; 16]>) -> Pace {
        self.today().weigh(visitor, answer)
    }

    /// Counts a question on its way in, unless it has to stop.
    pub fn count_question(&self, visitor: &VisitorKey, answer: Option<&[u8; 16]>) -> Pace {
        let today = self.today();
        let pace = today.weigh(visitor, answer);
        if pace == Pace::Free {
            today.from_everyone.count(&EVERYONE);
            if let Some(key) = &visitor.0 {
                today.before_challenge.count(key);
                today.before_refusal.count(key);
            }
            if let Some(answer) = answer {
                today.answers.count(answer);
            }
        }
        pace
    }

    /// Whether this visitor may try a receipt code, after the wrong ones they tried within the hour. Someone whose
    /// address is unknown always may: 80 random bits are not guessed.
    pub fn may_try_code(&self, visitor: &VisitorKey) -> bool {
        visitor.0.is_none_or(|key| self.today().wrong_codes.has_room(&key))
    }

    /// Counts a wrong receipt code. Right ones are not counted: a whole class may read its answers.
    pub fn note_wrong_code(&self, visitor: &VisitorKey) {
        if let Some(key) = &visitor.0 {
            self.today().wrong_codes.count(key);
        }
    }

    /// Counts a "yes" or "no" of this visitor to one answer; whether it is to be counted for the answer, too.
    pub fn count_feedback(&self, visitor: &VisitorKey, slug: &str) -> bool {
        let today = self.today();
        let of_answer = visitor.0.unwrap_or(EVERYONE);
        let code = today.salt.as_ref().map(|salt| code_of(salt, &[b"feedback", &of_answer, slug.as_bytes()]));
        let key = code.as_ref().and_then(|code| code.first_chunk()).unwrap_or(&EVERYONE);
        today.feedback.take(key)
    }

    /// Counts a report of something wrong, and says whether it may come in.
    pub fn count_report(&self, visitor: &VisitorKey) -> bool {
        self.today().reports.take(&visitor.0.unwrap_or(EVERYONE))
    }

    /// Today's counts; a new day begins without any.
    fn today(&self) -> MutexGuard<'_, Day> {
        let mut today = self.today.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.clock.now();
        if date_in_norway(now) != today.on || now + STEP_BACK < today.seen_at {
            *today = Day::begin(self.ceilings, &self.clock);
        }
        today.seen_at = now;
        today
    }
}

/// So many at once, and then one a day: no more than the day's own, for all is forgotten when it ends.
fn daily(ceiling: NonZeroU32) -> Quota {
    Quota::with_period(A_DAY).map_or(Quota::per_hour(ceiling), |quota| quota.allow_burst(ceiling))
}

impl Day {
    fn begin(ceilings: AbuseSettings, clock: &Clock) -> Self {
        let now = clock.now();
        let salt = random_key();
        if salt.is_err() {
            tracing::error!("no random bytes for the day's salt: visitors are not told apart");
        }
        let hourly = |ceiling| Counts::new(Quota::per_hour(ceiling), clock);
        Self {
            on: date_in_norway(now),
            seen_at: now,
            salt: salt.ok(),
            before_challenge: hourly(ceilings.questions_an_hour_before_challenge),
            before_refusal: hourly(ceilings.questions_an_hour_before_refusal),
            from_everyone: Counts::new(Quota::per_minute(ceilings.questions_a_minute_before_challenge), clock),
            answers: hourly(QUESTIONS_AN_ANSWER),
            wrong_codes: hourly(ceilings.wrong_codes_an_hour),
            feedback: Counts::new(daily(ceilings.feedback_a_day), clock),
            reports: hourly(ceilings.reports_an_hour),
        }
    }

    fn weigh(&self, visitor: &VisitorKey, answer: Option<&[u8; 16]>) -> Pace {
        let has_room = |counts: &Counts| visitor.0.is_none_or(|key| counts.has_room(&key));
        if !has_room(&self.before_refusal) {
            return Pace::TooMany;
        }
        let is_free = match answer {
            Some(answer) => self.answers.has_room(answer),
            None => has_room(&self.before_challenge) && self.from_everyone.has_room(&EVERYONE),
        };
        if is_free { Pace::Free } else { Pace::Challenge }
    }
}

#[cfg(test)]
mod tests;
