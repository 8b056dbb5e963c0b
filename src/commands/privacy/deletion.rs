//! Whether what should be gone is gone: on its day, and from the files too.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use chrono::{Days, TimeDelta};
use spoross::app::App;
use spoross::app::data_folder::DataFolder;
use spoross::clock::date_in_norway;
use spoross::database::{Database, DatabaseError, standing};
use spoross::domain::staff::session;
use spoross::domain::{self, question, receipt};
use spoross::settings::Settings;

use super::files::database_file;
use crate::commands::report::Verdict;

/// SQLite's log is emptied every hour; this much is a busy hour.
const LARGEST_LOG: u64 = 4 * 1024 * 1024;

/// SQLite overwrites what is deleted, sorts in memory and can empty its log. PostgreSQL is the owner's to keep.
pub fn leaves_the_files(database: &Database, settings: &Settings, folder: &DataFolder) -> Result<Verdict> {
    let standing = standing::of(&mut *database.connect()?).map_err(DatabaseError::from)?;
    let Some(standing) = standing else {
        return Ok(Verdict::Doubt(
            "PostgreSQL: deleted rows are vacuumed at once; keep its own log and archives (WAL, log_statement) short"
                .into(),
        ));
    };
    ensure!(standing.overwrites_deleted, "SQLite does not overwrite what is deleted (secure_delete)");
    ensure!(standing.sorts_in_memory, "SQLite may write what it sorts to a file (temp_store)");
    let file = database_file(settings, folder);
    let size = log_size(&file);
    ensure!(size <= LARGEST_LOG, "SQLite's log holds {size} bytes, deleted texts among them: is a reader stuck?");
    Ok(if standing.empties_its_log {
        Verdict::Holds("SQLite overwrites what is deleted, sorts in memory, and its log can be emptied".into())
    } else {
        Verdict::Doubt("SQLite's log could not be emptied just now: someone is reading; try again".into())
    })
}

fn log_size(file: &Path) -> u64 {
    let mut name = file.as_os_str().to_owned();
    name.push("-wal");
    fs::metadata(PathBuf::from(name)).map_or(0, |found| found.len())
}

/// Nothing is there past its day. The job runs every hour, so what was due before today must be gone.
pub fn happened_in_time(app: &App) -> Result<Verdict> {
    let today = date_in_norway(app.clock.now());
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    let (keep_originals, keep_receipts) = (app.keep_originals(), app.keep_receipts());
    let (originals, receipts) = app.database.write_blocking(|conn| {
        let originals = question::retention::list_due_to_forget(conn, keep_originals, yesterday)?.len();
        Ok::<_, domain::Error>((originals, receipt::count_due(conn, keep_receipts, yesterday)?))
    })?;
    ensure!(
        originals == 0 && receipts == 0,
        "{originals} questions and {receipts} receipts with their letters are still here after their day: does \
         `spoross serve` run?"
    );
    Ok(Verdict::Holds("no question, receipt or letter is here after its day".into()))
}

/// Wrapped keys of staff do not lie about.
pub fn no_session_is_left(app: &App) -> Result<Verdict> {
    let (limits, yesterday) = (app.session_limits(), app.clock.now() - TimeDelta::days(1));
    let expired = app.database.write_blocking(|conn| session::count_expired(conn, limits, yesterday))?;
    ensure!(expired == 0, "{expired} sessions ended more than a day ago and are still here: does `spoross serve` run?");
    Ok(Verdict::Holds("no session of staff is kept after it ended".into()))
}
