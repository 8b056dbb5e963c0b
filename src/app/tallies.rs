//! Gender, age and region of questions that were just taken, in memory, until there are so many of them that a change
//! of the counters tells nothing about any one. What waits here when the service stops is never counted.

use std::sync::{Mutex, PoisonError};

use crate::clock::Moment;
use crate::database::{AnyConnection, Database};
use crate::domain;
use crate::domain::statistics::{self, Asker};

/// So many are counted at once.
const BATCH: usize = 20;

/// Those who wait to be counted.
#[derive(Default)]
pub struct Tallies(Mutex<Vec<Asker>>);

impl Tallies {
    /// Adds one, and writes down a whole batch when there is one.
    pub async fn count(&self, database: &Database, asker: Asker, now: Moment) -> domain::Result<()> {
        match self.add(asker) {
            None => Ok(()),
            Some(batch) => {
                let counted = move |conn: &mut AnyConnection| statistics::count_askers(conn, &batch, now);
                database.write("statistics.count_askers", counted).await
            }
        }
    }

    fn add(&self, asker: Asker) -> Option<Vec<Asker>> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push(asker);
        (waiting.len() >= BATCH).then(|| std::mem::take(&mut *waiting))
    }
}
