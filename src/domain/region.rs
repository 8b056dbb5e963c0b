//! Regions, from `regions.toml`. A region is asked for to choose local help; it is sealed with the question
//! and never published.

use std::path::Path;

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::text::language::Translated;

/// The regions that come with the program: the 15 counties of 2024 and a few more.
pub const BUILT_IN: &str = include_str!("../../config/regions.toml");

/// What stands for "I would rather not say".
pub const UNSAID: &str = "unsaid";

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    pub code: String,
    pub kind: RegionKind,
    pub name: Translated,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum RegionKind {
    /// The place this service is for; offered first.
    Home,
    County,
    Other,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regions {
    #[serde(rename = "region")]
    all: Vec<Region>,
}

impl Regions {
    pub fn parse(toml: &str) -> Result<Self> {
        let regions: Self = toml::from_str(toml)?;
        ensure!(
            regions.all.iter().all(|region| region.code != UNSAID),
            "the code \"{UNSAID}\" is built in and may not be given"
        );
        Ok(regions)
    }

    pub fn all(&self) -> &[Region] {
        &self.all
    }

    pub fn find(&self, code: &str) -> Option<&Region> {
        self.all.iter().find(|region| region.code == code)
    }

    /// Whether a form may send this code.
    pub fn offers(&self, code: &str) -> bool {
        code == UNSAID || self.find(code).is_some()
    }
}

/// The owner's file, or the built-in one when `path` is empty.
pub fn load(path: &Path) -> Result<Regions> {
    super::content::load(path, BUILT_IN, "regions", Regions::parse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_fifteen_counties_are_there() {
        let regions = Regions::parse(BUILT_IN).unwrap();
        let counties = regions.all().iter().filter(|region| region.kind == RegionKind::County).count();
        assert_eq!(counties, 15);
        assert!(regions.offers("42") && regions.offers(UNSAID) && !regions.offers("99"));
    }
}
