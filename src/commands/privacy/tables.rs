//! The live tables against the inventory: nothing is kept that nobody named, and nothing tells a time of day.

use anyhow::{Result, ensure};
use spoross::database::inventory::{self, LiveColumn};
use spoross::database::{Database, DatabaseError};

use crate::commands::report::Verdict;

/// Every live column is in the inventory, and every column of the inventory is there.
pub fn are_named(database: &Database) -> Result<Verdict> {
    let live = live_columns(database)?;
    let unnamed: Vec<String> = inventory::unnamed(&live).collect();
    ensure!(unnamed.is_empty(), "the database keeps what no page says: {}", unnamed.join(", "));
    let missing = inventory::missing(&live);
    ensure!(missing.is_empty(), "the inventory names what the database does not have: {}", missing.join(", "));
    Ok(Verdict::Holds(format!("all {} columns are the ones the privacy page names", live.len())))
}

/// Tables of askers hold days only.
pub fn tell_no_time(database: &Database) -> Result<Verdict> {
    let live = live_columns(database)?;
    let telling: Vec<String> = inventory::telling_time(&live).collect();
    ensure!(telling.is_empty(), "a time of day could be kept about those who ask: {}", telling.join(", "));
    Ok(Verdict::Holds("what askers left here has a day and never a time of day".into()))
}

fn live_columns(database: &Database) -> Result<Vec<LiveColumn>> {
    Ok(inventory::live_columns(&mut *database.connect()?).map_err(DatabaseError::from)?)
}
