//! Help services, from `help_services.toml`: who to call, and what they write down about the one who calls.

mod offer;
pub mod opening;

use std::sync::LazyLock;

use anyhow::{Context, Result, ensure};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Deserializer, de};

pub use offer::{Choice, Offer, Offered};
use opening::{Holidays, Opening, Standing, Weekly};

use super::audience::AgeBand;
use crate::text::host_of;
use crate::text::language::{Language, Translated};

/// The services that come with the program, each with its source and the day it was read.
pub const BUILT_IN: &str = include_str!("../../config/help_services.toml");

/// The numbers that stand above every form, in this order.
const FIRST: [&str; 4] = ["113", "116111", "116123", "116117"];

/// The built-in services, for the numbers that must never be missing.
static FALLBACK: LazyLock<Option<HelpServices>> = LazyLock::new(|| HelpServices::parse(BUILT_IN).ok());
/// The numbers that must never be missing, whatever the owner's file lists.
const ALWAYS_THERE: [&str; 4] = ["113", "112", "116111", "116117"];
/// An entry that nobody has looked at for longer than this is shown to staff in red.
const CHECKED_WITHIN_DAYS: i64 = 180;

/// Ages a service is for, both ends included; an end that is missing is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ages {
    pub from: Option<u8>,
    pub to: Option<u8>,
}

impl Ages {
    /// Whether someone in this band may be of such an age. Nothing is known of who would rather not say.
    pub fn may_include(self, band: AgeBand) -> bool {
        let Some((youngest, oldest)) = band.years() else { return true };
        self.from.is_none_or(|from| from <= oldest) && self.to.is_none_or(|to| youngest <= to)
    }
}

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
    /// The hours in words, with all that a table of hours cannot say.
    pub hours: Translated,
    /// The hours of its telephone, or of its site when there is no telephone; `None` when they are not known.
    #[serde(default)]
    pub weekly: Option<Weekly>,
    /// Hours that hold only in parts of the year.
    #[serde(default)]
    pub weekly_perhaps: Option<Weekly>,
    #[serde(default)]
    pub holidays: Option<Holidays>,
    /// Empty when there is no chat.
    #[serde(default)]
    pub chat_url: String,
    #[serde(default)]
    pub chat_weekly: Option<Weekly>,
    #[serde(default)]
    pub ages: Ages,
    /// The codes of the regions it is for; none means all.
    #[serde(default)]
    pub regions: Vec<String>,
    /// What the service itself writes down; empty when that is not known.
    pub records: Translated,
    pub source: String,
    #[serde(deserialize_with = "read_day")]
    pub checked_on: NaiveDate,
}

/// TOML's own date, without a time.
fn read_day<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let written = toml::value::Datetime::deserialize(from)?;
    written.to_string().parse().map_err(|_| de::Error::custom(format!("{written} is not a day, like 2026-08-13")))
}

impl HelpService {
    /// How its telephone stands at a moment on the wall clock in Norway; its site when it has no telephone.
    pub fn standing(&self, now: NaiveDateTime) -> Standing {
        let perhaps = self.weekly_perhaps.as_ref();
        self.weekly
            .as_ref()
            .map_or(Standing::Unknown, |weekly| Opening { weekly, perhaps, holidays: self.holidays }.standing(now))
    }

    /// The same for its chat, of whose holidays nothing is known.
    pub fn chat_standing(&self, now: NaiveDateTime) -> Standing {
        self.chat_weekly
            .as_ref()
            .map_or(Standing::Unknown, |weekly| Opening { weekly, perhaps: None, holidays: None }.standing(now))
    }

    /// Whether so long has gone by since the entry was checked that staff must look at it again.
    pub fn is_due_for_check(&self, today: NaiveDate) -> bool {
        (today - self.checked_on).num_days() > CHECKED_WITHIN_DAYS
    }

    /// What a file may say and yet not mean.
    fn check(&self) -> Result<()> {
        ensure!(!self.tel.is_empty() || !self.url.is_empty(), "there is neither tel nor url");
        ensure!(
            self.weekly.is_some() || (self.holidays.is_none() && self.weekly_perhaps.is_none()),
            "holidays and weekly_perhaps say nothing without weekly"
        );
        ensure!(self.chat_weekly.is_none() || !self.chat_url.is_empty(), "chat_weekly says nothing without chat_url");
        let is_upside_down = matches!((self.ages.from, self.ages.to), (Some(from), Some(to)) if from > to);
        ensure!(!is_upside_down, "ages end before they begin");
        Ok(())
    }
}

#[derive(Clone, Debug)]
pub struct HelpServices {
    all: Vec<HelpService>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    service: Vec<toml::Table>,
}

/// One entry of the file. What is wrong with it is said with its id.
fn read_entry(entry: toml::Table) -> Result<HelpService> {
    let id = entry.get("id").and_then(toml::Value::as_str).unwrap_or("without an id").to_owned();
    let named = || format!("the help service \"{id}\"");
    let service: HelpService = entry.try_into().with_context(named)?;
    service.check().with_context(named)?;
    Ok(service)
}

impl HelpServices {
    /// Reads a file. An error names the service it is about.
    pub fn parse(toml: &str) -> Result<Self> {
        let file: File = toml::from_str(toml)?;
        Ok(Self { all: file.service.into_iter().map(read_entry).collect::<Result<_>>()? })
    }

    /// Every service, in the file's order.
    pub fn all(&self) -> &[HelpService] {
        &self.all
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

    /// The host of every service's site and chat.
    pub fn hosts(&self) -> impl Iterator<Item = &str> {
        let sites = self.all.iter().flat_map(|service| [service.url.as_str(), &service.chat_url]);
        sites.filter_map(host_of)
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
mod tests;
