//! The second pair of eyes, and looking at published pairs again.

use anyhow::{Result, ensure};
use serde::Deserialize;

use super::wrong;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewSettings {
    /// Slugs of topics.
    pub other_profession_topics: Vec<String>,
    pub recheck_months: u32,
    pub recheck_sensitive_months: u32,
}

impl ReviewSettings {
    pub(super) fn check(&self) -> Result<()> {
        for (key, months) in [
            ("review.recheck_months", self.recheck_months),
            ("review.recheck_sensitive_months", self.recheck_sensitive_months),
        ] {
            ensure!((1..=120).contains(&months), wrong(key, months, "1 to 120 months"));
        }
        Ok(())
    }
}
