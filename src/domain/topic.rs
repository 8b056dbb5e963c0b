//! Topics, from `topics.toml`: what can be asked about, and which staff group answers.

use std::collections::HashSet;

use anyhow::{Context, Result, ensure};
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
    #[serde(default, rename = "subtopic")]
    pub subtopics: Vec<Subtopic>,
}

/// A closer word for what pairs of a topic are about.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subtopic {
    /// Part of public addresses, below its topic's.
    pub slug: String,
    pub name: Translated,
    /// Whoever opens its page may be in danger, or be with someone who is: help comes first there.
    #[serde(default, rename = "danger")]
    pub is_about_danger: bool,
}

impl Topic {
    pub fn subtopic(&self, slug: &str) -> Option<&Subtopic> {
        self.subtopics.iter().find(|subtopic| subtopic.slug == slug)
    }
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
        ensure_slugs(topics.all.iter().map(|topic| topic.slug.as_str()))?;
        for topic in &topics.all {
            let subtopics = topic.subtopics.iter().map(|subtopic| subtopic.slug.as_str());
            ensure_slugs(subtopics).with_context(|| format!("the subtopics of \"{}\"", topic.slug))?;
        }
        Ok(topics)
    }

    pub fn all(&self) -> &[Topic] {
        &self.all
    }

    pub fn find(&self, slug: &str) -> Option<&Topic> {
        self.all.iter().find(|topic| topic.slug == slug)
    }

    /// A subtopic by its topic's slug and its own.
    pub fn find_subtopic(&self, topic: &str, subtopic: &str) -> Option<&Subtopic> {
        self.find(topic)?.subtopic(subtopic)
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

    /// The same for subtopics, each with its topic before it.
    pub fn ensure_covers_subtopics<'a>(&self, in_use: impl IntoIterator<Item = &'a (String, String)>) -> Result<()> {
        let lost = in_use.into_iter().filter(|(topic, subtopic)| self.find_subtopic(topic, subtopic).is_none());
        let missing: Vec<String> = lost.map(|(topic, subtopic)| format!("{topic}/{subtopic}")).collect();
        ensure!(
            missing.is_empty(),
            "the subtopics {} have published answers but are not in the topics file: put them back, or move their answers first",
            missing.join(", ")
        );
        Ok(())
    }
}

/// Each fits an address, and none stands twice.
fn ensure_slugs<'a>(slugs: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut seen = HashSet::new();
    for slug in slugs {
        ensure!(is_slug(slug), "the slug \"{slug}\" may only have a–z, 0–9 and hyphens");
        ensure!(seen.insert(slug), "the slug \"{slug}\" stands twice");
    }
    Ok(())
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

    #[test]
    fn every_topic_that_comes_with_us_has_a_handful_of_subtopics() {
        for topic in Topics::parse(BUILT_IN).unwrap().all() {
            assert!((3..=6).contains(&topic.subtopics.len()), "{}: {}", topic.slug, topic.subtopics.len());
        }
    }

    #[test]
    fn a_subtopic_is_one_of_its_topics_and_stands_once_there() {
        for (from, to, why) in
            [("slug = \"fest\"", "slug = \"fare\"", "twice"), ("slug = \"fest\"", "slug = \"Fest!\"", "a–z")]
        {
            let refusal = format!("{:#}", Topics::parse(&BUILT_IN.replacen(from, to, 1)).unwrap_err());
            assert!(refusal.contains("the subtopics of \"alkohol\"") && refusal.contains(why), "{refusal}");
        }
        let topics = Topics::parse(BUILT_IN).unwrap();
        assert!(
            topics.find_subtopic("alkohol", "fest").is_some() && topics.find_subtopic("cannabis", "fest").is_none()
        );
    }

    #[test]
    fn a_subtopic_that_pairs_have_may_not_disappear() {
        let topics = Topics::parse(BUILT_IN).unwrap();
        let pair = |topic: &str, subtopic: &str| (topic.to_owned(), subtopic.to_owned());
        let in_use = [pair("alkohol", "fest"), pair("cannabis", "fest")];
        let refusal = topics.ensure_covers_subtopics(&in_use).unwrap_err().to_string();
        assert!(refusal.contains("cannabis/fest") && !refusal.contains("alkohol/fest"), "{refusal}");
    }
}
