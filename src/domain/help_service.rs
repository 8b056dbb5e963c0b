//! Help services, from `help_services.toml`: who to call, and what they write down about the one who calls.

use std::sync::LazyLock;

use anyhow::Result;
use serde::Deserialize;

use crate::text::host_of;
use crate::text::language::{Language, Translated};

/// The services that come with the program, each with its source and the day it was read.
pub const BUILT_IN: &str = include_str!("../../config/help_services.toml");

/// The numbers that stand above every form, in this order.
const FIRST: [&str; 4] = ["113", "116111", "116123", "116117"];

/// The built-in services, for the numbers that must never be missing.
static FALLBACK: LazyLock<Option<HelpServices>> = LazyLock::new(|| HelpServices::parse(BUILT_IN).ok());
/// The numbers that must never be missing, whatever the owner's file lists.
const ALWAYS_THERE: [&str; 3] = ["113", "112", "116111"];

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

    /// A service by its id or by the digits of its number; the emergency numbers and the alarm phone for children
    /// are there even when the owner's file has lost them.
    pub fn find(&self, id: &str) -> Option<&HelpService> {
        let fallback = || FALLBACK.as_ref().filter(|_| ALWAYS_THERE.contains(&id)).and_then(|all| all.find_listed(id));
        self.find_listed(id).or_else(fallback)
    }

    fn find_listed(&self, id: &str) -> Option<&HelpService> {
        self.all.iter().find(|service| service.id == id || service.tel == id)
    }

    /// Every service's number, as it is called.
    pub fn numbers(&self) -> impl Iterator<Item = &str> {
        self.all.iter().flat_map(|service| [service.tel.as_str(), &service.number])
    }

    /// The host of every service's site.
    pub fn hosts(&self) -> impl Iterator<Item = &str> {
        self.all.iter().filter_map(|service| host_of(&service.url))
    }

    /// Every service's name in every language, and its parts: "Kors på halsen (Røde Kors)" is both.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = self.all.iter().flat_map(|service| Language::ALL.map(|language| service.name.to(language)));
        names.flat_map(|name| std::iter::once(name).chain(name.split(['(', ')', '–']).map(str::trim)))
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
    fn the_numbers_that_save_lives_are_there_whatever_the_file_says() {
        let other =
            BUILT_IN.replacen("id = \"112\"", "id = \"politi\"", 1).replacen("tel = \"112\"", "tel = \"02800\"", 1);
        let services = HelpServices::parse(&other).unwrap();
        assert_eq!(services.find("112").map(|service| service.tel.as_str()), Some("112"));
        assert_eq!(services.find("gift").map(|service| service.number.as_str()), Some("22 59 13 00"));
        let without_gift = HelpServices::parse(&BUILT_IN.replace("gift", "x").replace("22591300", "1")).unwrap();
        assert!(without_gift.find("gift").is_none());
    }

    #[test]
    fn what_the_services_call_themselves_is_known_whole_and_in_parts() {
        let services = HelpServices::parse(BUILT_IN).unwrap();
        let names: Vec<&str> = services.names().collect();
        for name in ["Kors på halsen (Røde Kors)", "Kors på halsen", "Røde Kors", "Raude Krossen"] {
            assert!(names.contains(&name), "{name}");
        }
        assert!(services.hosts().any(|host| host == "www.korspahalsen.no"));
        assert!(services.numbers().any(|number| number == "80033321"));
    }

    #[test]
    fn every_service_has_a_way_to_reach_it_and_a_source() {
        for service in HelpServices::parse(BUILT_IN).unwrap().all {
            assert!(!service.tel.is_empty() || !service.url.is_empty(), "{}", service.id);
            assert!(service.source.starts_with("https://"), "{}", service.id);
        }
    }
}
