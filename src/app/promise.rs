//! What we promise those who ask, as things stand: the season an editor chose, how long answers take, how many wait. Read
//! from the database twice a minute at most, however many read our pages.

use std::sync::{Mutex, PoisonError};

use chrono::{NaiveDate, TimeDelta};

use crate::clock::{Clock, Moment, date_in_norway};
use crate::database::{AnyConnection, Database};
use crate::domain::season::{self, Season};
use crate::domain::staff::epoch;
use crate::domain::statistics::Tally;
use crate::domain::{self, Refusal, wait};
use crate::secret::AppSecret;

const FRESH_FOR: TimeDelta = TimeDelta::seconds(30);

#[derive(Clone, Copy, Debug, Default)]
pub struct Promise {
    /// None in an ordinary week.
    pub season: Option<Season>,
    /// Of the last thirty days; none when too few were answered to tell.
    pub median_days: Option<i32>,
    /// Of those that came before today.
    pub waiting: Option<Tally>,
    /// Nobody can open a question yet.
    pub is_closed: bool,
}

/// The promise as it was read last.
#[derive(Default)]
pub struct Promises(Mutex<Option<(Moment, Promise)>>);

impl Promises {
    /// The promise of now. When it cannot be read, that of an ordinary week: no page fails for it.
    pub async fn now(&self, database: &Database, secret: &AppSecret, clock: &Clock) -> Promise {
        let now = clock.now();
        if let Some((read_at, promise)) = *self.0.lock().unwrap_or_else(PoisonError::into_inner)
            && (TimeDelta::zero()..FRESH_FOR).contains(&(now - read_at))
        {
            return promise;
        }
        let today = date_in_norway(now);
        let secret = secret.clone();
        let read = database.read("season.find", move |conn| Promise::read(conn, &secret, today)).await;
        let promise = read.unwrap_or_default();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, promise));
        promise
    }

    /// What was chosen just now is seen at once on this instance.
    pub fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Promise {
    fn read(conn: &mut AnyConnection, secret: &AppSecret, today: NaiveDate) -> domain::Result<Self> {
        Ok(Self {
            season: season::find(conn, today)?,
            median_days: wait::median(conn, today)?,
            waiting: Some(Tally::of(wait::count_waiting(conn, today)?)),
            is_closed: matches!(epoch::current(conn, secret), Err(domain::Error::Refused(Refusal::NotOpenYet))),
        })
    }

    /// Whether there is more to say than what stands in the steps.
    pub fn says_something(&self) -> bool {
        self.season.is_some() || !self.is_closed && (self.median_days.is_some() || self.waiting.is_some())
    }

    /// Whether more wait than can be answered in time.
    pub fn is_full(&self) -> bool {
        self.season.is_some_and(|season| season.kind == season::Kind::Full)
    }
}
