//! Help services, from `help_services.toml`: who to call, and what they write down about the one who calls.

use anyhow::Result;
use serde::Deserialize;

use crate::text::language::Translated;

/// The services that come with the program, each with its source and the day it was read.
pub const BUILT_IN: &str = include_str!("../../config/help_services.toml");

/// The numbers that stand above every form, in this order.
const FIRST: [&str; 4] = ["113", "116111", "116123", "116117"];

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpService {
    pub id: String,
    pub name: Translated,
    /// As it is printed; empty when there is none.
    pub number: String,
    /// For `tel:` links; empty when there is none.
    pub tel: String,
    pub url: String,
    /// Shown whatever the topic.
    pub always: bool,
    /// Otherwise the topics it is shown for.
    pub topics: Vec<String>,
    pub about: Translated,
    pub hours: Translated,
    /// What the service itself writes down; empty when that is not known.
    pub records: Translated,
    pub source: String,
    pub checked_on: toml::value::Datetime,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpServices {
    #[serde(rename = "service")]
    all: Vec<HelpService>,
}

impl HelpServices {
    pub fn parse(toml: &str) -> Result<Self> {
        Ok(toml::from_str(toml)?)
    }

    /// The help that stands above every form: emergency and the two lines that always answer.
    pub fn first(&self) -> Vec<&HelpService> {
        FIRST.iter().filter_map(|tel| self.all.iter().find(|service| service.tel == *tel)).collect()
    }

    /// Help for a topic beside [`Self::first`]: what is made for it, then what is there for everything.
    pub fn for_topic(&self, slug: &str) -> Vec<&HelpService> {
        let is_fitting = |service: &&HelpService| service.topics.iter().any(|topic| topic == slug);
        let is_first = |service: &&HelpService| FIRST.contains(&service.tel.as_str());
        let fitting = self.all.iter().filter(is_fitting);
        let always = self.all.iter().filter(|service| service.always && !is_fitting(service));
        fitting.chain(always).filter(|service| !is_first(service)).collect()
    }
}

/// The owner's file, or the built-in one when `path` is empty.
pub fn load(path: &std::path::Path) -> Result<HelpServices> {
    super::content::load(path, BUILT_IN, "help services", HelpServices::parse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_above_the_form_are_all_there() {
        let services = HelpServices::parse(BUILT_IN).unwrap();
        let numbers: Vec<&str> = services.first().iter().map(|service| service.tel.as_str()).collect();
        assert_eq!(numbers, FIRST);
    }

    #[test]
    fn help_for_a_topic_comes_before_help_for_everything() {
        let services = HelpServices::parse(BUILT_IN).unwrap();
        let for_drugs = services.for_topic("andre-rusmidler");
        assert!(for_drugs.iter().all(|service| !FIRST.contains(&service.tel.as_str())));
        assert!(!for_drugs.first().unwrap().always);
        assert!(services.for_topic("romfart").iter().all(|service| service.always));
    }

    #[test]
    fn every_service_has_a_way_to_reach_it_and_a_source() {
        for service in HelpServices::parse(BUILT_IN).unwrap().all {
            assert!(!service.tel.is_empty() || !service.url.is_empty(), "{}", service.id);
            assert!(service.source.starts_with("https://"), "{}", service.id);
        }
    }
}
