//! How a pair was arranged where it comes from: its place, its further topics, what stands beside it, its next reading.

use chrono::NaiveDate;
use spoross::domain::answer::placing::{MOST_RELATED, MOST_TOPICS};
use spoross::domain::publication::slug::Slug;

use super::{ARTICLE, Pair, Rules};

impl Pair {
    pub(super) fn choice(&self, wrong: &mut Vec<String>) -> Option<i32> {
        let said = self.choice.as_deref().filter(|said| !said.is_empty())?;
        let place = said.parse().ok().filter(|place| (1..=1000).contains(place));
        if place.is_none() {
            wrong.push(format!("choice \"{said}\" is no place like 1"));
        }
        place.map(|place: i32| place - 1)
    }

    /// Addresses of ours.
    pub(super) fn related(&self, wrong: &mut Vec<String>) -> Vec<String> {
        let said: Vec<&str> = self.related.as_deref().unwrap_or_default().split_whitespace().collect();
        let is_slug = |said: &str| Slug::parse(said.strip_prefix(ARTICLE).unwrap_or(said)).is_some();
        if said.len() > MOST_RELATED || !said.iter().all(|said| is_slug(said)) {
            wrong.push(format!("related has slugs with spaces between, at most {MOST_RELATED}"));
        }
        let address = |said: &str| match said.strip_prefix(ARTICLE) {
            Some(slug) => format!("/fakta/{slug}"),
            None => format!("/sporsmal/{said}"),
        };
        said.into_iter().map(address).collect()
    }

    /// Held against our topics, by their own names or by those they have where it comes from.
    pub(super) fn further_topics(&self, rules: &Rules<'_>, own: &str, wrong: &mut Vec<String>) -> Vec<String> {
        let mut topics: Vec<String> = Vec::new();
        for said in self.further_topics.as_deref().unwrap_or_default().split_whitespace() {
            match rules.topic(said) {
                Some(topic) if topic != own && !topics.contains(&topic) => topics.push(topic),
                Some(_) => {}
                None => wrong.push(format!("the further topic \"{said}\" is unknown")),
            }
        }
        if topics.len() > MOST_TOPICS {
            wrong.push(format!("further_topics has more than {MOST_TOPICS} topics"));
        }
        topics
    }

    pub(super) fn recheck_on(&self, wrong: &mut Vec<String>) -> Option<NaiveDate> {
        let said = self.recheck_on.as_deref().filter(|said| !said.is_empty())?;
        let day = said.parse().ok();
        if day.is_none() {
            wrong.push(format!("recheck_on \"{said}\" is no day like 2026-03-18"));
        }
        day
    }
}
