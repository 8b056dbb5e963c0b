//! The files around the house: who may read them, what lies where, and how long copies remember.

use std::fs::{self, DirEntry, Metadata};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result, ensure};
use spoross::app::data_folder::DataFolder;
use spoross::clock::{Moment, unix_seconds};
use spoross::settings::{BackupSettings, Settings};

use crate::commands::report::Verdict;

const SECONDS_A_DAY: u64 = 24 * 60 * 60;

/// SQLite's file, as the settings name it.
pub fn database_file(settings: &Settings, folder: &DataFolder) -> PathBuf {
    settings.database.url.strip_prefix("sqlite://").map_or_else(|| folder.database_file(), PathBuf::from)
}

/// Nothing lies in the data folder but what this program keeps there, and nobody else may read any of it.
pub fn are_ours_alone(folder: &DataFolder, settings: &Settings) -> Result<Verdict> {
    let entries = fs::read_dir(folder.path())?.collect::<std::io::Result<Vec<DirEntry>>>()?;
    let is_ours = |entry: &DirEntry| entry.file_name().to_str().is_some_and(|name| folder.is_ours(name));
    let strange: Vec<String> =
        entries.iter().filter(|entry| !is_ours(entry)).map(|entry| entry.path().display().to_string()).collect();
    ensure!(strange.is_empty(), "this program did not put these here: {}", strange.join(", "));
    let elsewhere = database_file(settings, folder);
    let private = entries.iter().map(DirEntry::path).filter(|path| !folder.is_marker(path)).chain([elsewhere]);
    let me = fs::metadata("/proc/self").ok().map(|found| found.uid());
    let mut open = Vec::new();
    for path in private.chain([folder.path().to_owned()]).filter(|path| path.exists()) {
        open.extend(openness(&path, &fs::metadata(&path)?, me));
    }
    ensure!(open.is_empty(), "{}", open.join("; "));
    Ok(Verdict::Holds("only ours lie in the data folder, and only their owner can read them".into()))
}

/// What is wrong with who may read a file.
fn openness(path: &Path, found: &Metadata, me: Option<u32>) -> Option<String> {
    let (name, mode) = (path.display(), found.permissions().mode());
    if mode & 0o077 != 0 {
        return Some(format!("{name} can be read by others (mode {:o}): run `chmod go= {name}`", mode & 0o777));
    }
    me.filter(|me| *me != found.uid()).map(|_| format!("{name} belongs to another user than the one who asks"))
}

/// The secret lies where a copy of the data does not take it along.
pub fn secret_lies_apart(folder: &DataFolder, settings: &Settings) -> Result<Verdict> {
    let file = folder.secret_file(settings);
    if !lies_within(&file, folder.path()) {
        return Ok(Verdict::Holds("outside the data folder: a copy of the data alone opens nothing".into()));
    }
    let said = "lies in the data folder, where a copy of the data takes it along: name another place in `secret.file`";
    ensure!(!settings.web.is_https(), said);
    Ok(Verdict::Doubt(said.into()))
}

fn lies_within(path: &Path, folder: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    real(path).starts_with(real(folder))
}

/// Copies are fresh, and none is old enough to remember what was deleted long ago.
pub fn backup_forgets(folder: &DataFolder, backup: &BackupSettings, now: Moment) -> Result<Verdict> {
    if !backup.is_known() {
        let said = "nobody said where the backup lies (`backup.folder`): an old copy remembers what was deleted";
        return Ok(Verdict::Doubt(said.into()));
    }
    let name = backup.folder.display();
    ensure!(!lies_within(&backup.folder, folder.path()), "{name} lies in the data folder: keep copies elsewhere");
    let mut ages = Vec::new();
    list_ages(&backup.folder, unix_seconds(now), &mut ages)
        .with_context(|| format!("reading the backup folder {name}"))?;
    let newest = ages.iter().min().with_context(|| format!("there is no backup in {name}"))?;
    let oldest = ages.iter().max().unwrap_or(newest);
    ensure!(
        *newest <= u64::from(backup.max_age_days),
        "the newest backup is {newest} days old; `backup.max_age_days` is {}",
        backup.max_age_days
    );
    ensure!(
        *oldest <= u64::from(backup.keep_days),
        "a backup is {oldest} days old and remembers what was deleted since; `backup.keep_days` is {}",
        backup.keep_days
    );
    Ok(Verdict::Holds(format!("{} files, from {newest} to {oldest} days old", ages.len())))
}

/// The age in whole days of every file below a folder, by when it was last written.
fn list_ages(folder: &Path, now: u64, ages: &mut Vec<u64>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let found = entry.metadata()?;
        if found.is_dir() {
            list_ages(&entry.path(), now, ages)?;
        } else {
            let written = found.modified()?.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
            ages.push(now.saturating_sub(written) / SECONDS_A_DAY);
        }
    }
    Ok(())
}

/// A crash must not write memory to a file. This sees the limit of whoever asks; a unit may set another.
pub fn no_core_is_dumped() -> Verdict {
    let limits = fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let soft = limits.lines().find_map(|line| line.strip_prefix("Max core file size")?.split_whitespace().next());
    match soft {
        Some("0") => Verdict::Holds("a crash writes no memory to a file, by the limit of this shell".into()),
        Some(_) => Verdict::Doubt("a crash may write memory to a file: set `LimitCORE=0` in the service's unit".into()),
        None => Verdict::Doubt("the limit of core dumps cannot be read here".into()),
    }
}
