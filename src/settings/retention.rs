//! How long things are kept, each with its written ground.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use serde::Deserialize;

use super::wrong;
use crate::text::language::{Language, Translated};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionSettings {
    pub answered_days: u32,
    pub answered_ground: Translated,
    pub declined_days: u32,
    pub declined_ground: Translated,
    pub receipt_days: u32,
    pub receipt_ground: Translated,
    /// A folder, or empty.
    pub archive_folder: PathBuf,
}

impl RetentionSettings {
    pub(super) fn check(&self) -> Result<()> {
        for (name, days, ground) in [
            ("answered", self.answered_days, &self.answered_ground),
            ("declined", self.declined_days, &self.declined_ground),
            ("receipt", self.receipt_days, &self.receipt_ground),
        ] {
            let has_ground = Language::ALL.iter().all(|language| !ground.to(*language).trim().is_empty());
            ensure!(
                days <= 3650 && has_ground,
                wrong(
                    &format!("retention.{name}_days"),
                    days,
                    &format!("at most 3650, with a ground in retention.{name}_ground")
                )
            );
        }
        ensure!(
            self.receipt_days >= self.answered_days.max(self.declined_days),
            wrong("retention.receipt_days", self.receipt_days, "at least as many days as the originals are kept")
        );
        Ok(())
    }
}
