//! What the owner's backup promises; this service makes none itself.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use serde::Deserialize;

use super::wrong;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackupSettings {
    /// Where the owner's copies lie; empty when nobody said.
    pub folder: PathBuf,
    pub max_age_days: u32,
    pub keep_days: u32,
}

impl BackupSettings {
    /// Whether anybody said where the copies lie.
    pub fn is_known(&self) -> bool {
        !self.folder.as_os_str().is_empty()
    }

    pub(super) fn check(&self) -> Result<()> {
        ensure!(self.max_age_days >= 1, wrong("backup.max_age_days", self.max_age_days, "at least 1"));
        ensure!(
            self.keep_days >= self.max_age_days,
            wrong("backup.keep_days", self.keep_days, "at least backup.max_age_days")
        );
        Ok(())
    }
}
