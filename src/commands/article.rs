//! One article as it stands in a file: what an import reads and an export writes.

use serde::{Deserialize, Serialize};
use spoross::domain::article::import::Incoming;
use spoross::domain::article::reading::Published;
use spoross::domain::article::{Byline, Wording};
use spoross::domain::publication::slug::Slug;
use spoross::text::language::Language;
use spoross::text::{count_characters, normalise, normalise_line};

use super::pair::{Rules, day, require, word};

const LONGEST_BYLINE: usize = 400;

/// The fields of an article, as text; lists have a line each. `author` and `checker` have a line each for name and title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ArticleLine {
    pub title: String,
    pub topic: String,
    pub lead: String,
    pub key_points: String,
    /// Markdown.
    pub body: String,
    pub sources: String,
    pub related: String,
    pub author: String,
    pub checker: String,
    pub language: Option<String>,
    pub published_on: Option<String>,
    pub updated_on: Option<String>,
    pub checked_on: Option<String>,
    pub slug: Option<String>,
}

impl ArticleLine {
    /// What would be published, or everything that is wrong with it.
    pub fn check(&self, rules: &Rules<'_>) -> Result<Incoming, Vec<String>> {
        let mut wrong = Vec::new();
        let wording = self.wording(rules, &mut wrong);
        let language = word("language", self.language.as_deref(), Language::Nb, Language::from_tag, &mut wrong);
        let published_on = day("published_on", self.published_on.as_deref(), rules, &mut wrong).unwrap_or(rules.today);
        let updated_on = day("updated_on", self.updated_on.as_deref(), rules, &mut wrong);
        let checked_on = day("checked_on", self.checked_on.as_deref(), rules, &mut wrong);
        for (name, day) in [("updated_on", updated_on), ("checked_on", checked_on)] {
            if day.is_some_and(|day| day < published_on) {
                wrong.push(format!("{name} is before published_on"));
            }
        }
        let said = self.slug.as_deref().filter(|slug| !slug.is_empty());
        let slug = said.and_then(Slug::parse);
        if said.is_some() && slug.is_none() {
            wrong.push("slug may only have a–z, 0–9 and hyphens".into());
        }
        let author = byline("author", &self.author, &mut wrong);
        let checker = byline("checker", &self.checker, &mut wrong);
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let checked_on = checked_on.or(updated_on).unwrap_or(published_on);
        Ok(Incoming { slug, language, wording, author, checker, published_on, updated_on, checked_on })
    }

    /// As long as in the panel's own form.
    fn wording(&self, rules: &Rules<'_>, wrong: &mut Vec<String>) -> Wording {
        let topic = rules.topic(&self.topic).or_else(|| rules.default_topic.clone());
        if topic.is_none() {
            let ours: Vec<&str> = rules.topics.all().iter().map(|topic| topic.slug.as_str()).collect();
            wrong.push(format!("the topic \"{}\" is unknown; it is one of {}", self.topic, ours.join(", ")));
        }
        let wording = Wording {
            topic: topic.unwrap_or_default(),
            title: normalise_line(&self.title),
            lead: normalise_line(&self.lead),
            key_points: normalise(&self.key_points),
            body: normalise(&self.body),
            sources: normalise(&self.sources),
            related: normalise(&self.related),
        };
        for (name, longest, text) in [
            ("title", 120, &wording.title),
            ("lead", 600, &wording.lead),
            ("key_points", 2000, &wording.key_points),
            ("body", 40_000, &wording.body),
            ("sources", 6000, &wording.sources),
        ] {
            require(name, longest, text, wrong);
        }
        if count_characters(&wording.related) > 2000 {
            wrong.push("related has more than 2000 characters".into());
        }
        if let Some(line) = wording.wrong_source() {
            wrong.push(format!("the source \"{line}\" has no name, or leads nowhere"));
        }
        if let Some(line) = wording.wrong_related() {
            wrong.push(format!("related \"{line}\" is no pair or article of ours"));
        }
        wording
    }
}

fn byline(name: &str, said: &str, wrong: &mut Vec<String>) -> Byline {
    let text = normalise(said);
    let mut lines = text.lines().map(normalise_line);
    let mut next = || lines.next().unwrap_or_default();
    let byline = Byline { name: next(), title: next() };
    if byline.name.is_empty() {
        wrong.push(format!("{name} is empty"));
    }
    if lines.next().is_some() || count_characters(&text) > LONGEST_BYLINE {
        wrong.push(format!("{name} has a name and a title, a line each"));
    }
    byline
}

impl From<Published> for ArticleLine {
    fn from(it: Published) -> Self {
        let byline = |by: &Byline| [by.name.as_str(), &by.title].join("\n").trim_end_matches('\n').to_owned();
        Self {
            author: byline(&it.author),
            checker: byline(&it.checker),
            title: it.wording.title,
            topic: it.wording.topic,
            lead: it.wording.lead,
            key_points: it.wording.key_points,
            body: it.wording.body,
            sources: it.wording.sources,
            related: it.wording.related,
            language: Some(it.language.tag().to_owned()),
            published_on: Some(it.published_on.to_string()),
            updated_on: it.updated_on.map(|day| day.to_string()),
            checked_on: Some(it.checked_on.to_string()),
            slug: Some(it.slug),
        }
    }
}
