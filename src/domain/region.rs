//! Regions, from `regions.toml`. A region is asked for to choose local help; it is sealed with the question
//! and never published.

use std::borrow::Cow;
use std::path::Path;

use anyhow::{Context, Result, ensure};
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
    let text = read_or(path, BUILT_IN)?;
    Regions::parse(&text).with_context(|| format!("the regions in {}", name_of(path)))
}

/// The text of an owner's content file, or what is built in when no file is named.
pub(super) fn read_or<'a>(path: &Path, built_in: &'a str) -> Result<Cow<'a, str>> {
    if path.as_os_str().is_empty() {
        return Ok(Cow::Borrowed(built_in));
    }
    std::fs::read_to_string(path).map(Cow::Owned).with_context(|| format!("reading {}", path.display()))
}

pub(super) fn name_of(path: &Path) -> Cow<'_, str> {
    if path.as_os_str().is_empty() { "the built-in file".into() } else { path.to_string_lossy() }
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
