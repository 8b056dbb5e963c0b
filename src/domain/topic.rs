//! Topics, from `topics.toml`: what can be asked about, and which staff group answers.

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::text::language::Translated;

/// The topics that come with the program.
pub const BUILT_IN: &str = include_str!("../../config/topics.toml");

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Part of public addresses: lower-case letters, digits and hyphens.
    pub slug: String,
    pub group: String,
    pub name: Translated,
    pub intro: Translated,
}

/// All topics, in the order they are shown.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topics {
    #[serde(rename = "topic")]
    all: Vec<Topic>,
}

impl Topics {
    pub fn parse(toml: &str) -> Result<Self> {
        let topics: Self = toml::from_str(toml)?;
        ensure!(!topics.all.is_empty(), "there is no topic");
        for (place, topic) in topics.all.iter().enumerate() {
            ensure!(is_slug(&topic.slug), "the slug \"{}\" may only have a–z, 0–9 and hyphens", topic.slug);
            let again = topics.all.iter().skip(place + 1).any(|other| other.slug == topic.slug);
            ensure!(!again, "the slug \"{}\" stands twice", topic.slug);
        }
        Ok(topics)
    }

    pub fn all(&self) -> &[Topic] {
        &self.all
    }

    pub fn find(&self, slug: &str) -> Option<&Topic> {
        self.all.iter().find(|topic| topic.slug == slug)
    }

    /// Every staff group a topic names, once each.
    pub fn groups(&self) -> Vec<&str> {
        let mut groups: Vec<&str> = self.all.iter().map(|topic| topic.group.as_str()).collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }

    /// Refuses a file that lost a topic which questions or published pairs still have.
    pub fn ensure_covers<'a>(&self, in_use: impl IntoIterator<Item = &'a String>) -> Result<()> {
        let missing: Vec<&str> =
            in_use.into_iter().map(String::as_str).filter(|slug| self.find(slug).is_none()).collect();
        ensure!(
            missing.is_empty(),
            "the topics {} have questions or published answers but are not in the topics file: put them back, or move their contents first",
            missing.join(", ")
        );
        Ok(())
    }
}

fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// The owner's file, or the built-in one when `path` is empty.
pub fn load(path: &std::path::Path) -> Result<Topics> {
    super::content::load(path, BUILT_IN, "topics", Topics::parse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_topics_are_complete() {
        let topics = Topics::parse(BUILT_IN).unwrap();
        for slug in [
            "alkohol",
            "cannabis",
            "rus-og-avhengighet",
            "andre-rusmidler",
            "kropp-og-helse",
            "psykisk-helse",
            "venner-og-familie",
            "lov-og-rett",
        ] {
            assert!(topics.find(slug).is_some(), "{slug}");
        }
    }

    #[test]
    fn a_topic_in_use_may_not_disappear() {
        let topics = Topics::parse(BUILT_IN).unwrap();
        let refusal = topics.ensure_covers(&["alkohol".into(), "snus".into()]).unwrap_err().to_string();
        assert!(refusal.contains("snus") && !refusal.contains("alkohol"), "{refusal}");
    }

    #[test]
    fn slugs_that_break_addresses_are_refused() {
        for slug in ["", "Alkohol", "lov og rett", "å"] {
            let file = BUILT_IN.replacen("slug = \"alkohol\"", &format!("slug = \"{slug}\""), 1);
            assert!(Topics::parse(&file).is_err(), "{slug}");
        }
        let twice = BUILT_IN.replacen("slug = \"cannabis\"", "slug = \"alkohol\"", 1);
        assert!(Topics::parse(&twice).unwrap_err().to_string().contains("twice"));
    }
}
