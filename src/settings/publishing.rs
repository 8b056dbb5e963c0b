//! When approved answers come out.

use anyhow::{Result, ensure};
use serde::Deserialize;

use super::wrong;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishingSettings {
    /// Monday is 1, Sunday is 7.
    pub weekdays: Vec<u32>,
    /// Full hours in Norway.
    pub hours: Vec<u32>,
}

impl PublishingSettings {
    pub(super) fn check(&self) -> Result<()> {
        let is_wrong = |day: &&u32| !(1..=7).contains(*day);
        if let Some(day) = self.weekdays.iter().find(is_wrong) {
            anyhow::bail!(wrong("publishing.weekdays", day, "numbers from 1 (Monday) to 7 (Sunday)"));
        }
        if let Some(hour) = self.hours.iter().find(|hour| **hour > 23) {
            anyhow::bail!(wrong("publishing.hours", hour, "full hours from 0 to 23"));
        }
        ensure!(
            self.weekdays.is_empty() == self.hours.is_empty(),
            wrong("publishing.hours", self.hours.len(), "both weekdays and hours, or neither")
        );
        Ok(())
    }
}
