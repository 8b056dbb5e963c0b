//! One pair as it stands in a file: what an import reads and an export writes.

mod arranged;
mod former;
mod version;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use spoross::domain::answer::Wording;
use spoross::domain::audience::{AgeBand, Audience, Gender};
use spoross::domain::publication::import::{Incoming, OldPath};
use spoross::domain::publication::slug::Slug;
use spoross::domain::publication::walk::Exported;
use spoross::domain::publication::{New, Signature};
use spoross::domain::topic::Topics;
use spoross::text::language::Language;
use spoross::text::{count_characters, normalise, normalise_line};

pub use self::former::PairFormer;
pub use self::version::PairVersion;

/// As in the panel's own form.
const LONGEST: [(&str, usize); 3] = [("title", 120), ("question", 6000), ("answer", 20_000)];
const LONGEST_SIGNATURE: usize = 400;
/// What stands before an article's slug among those of pairs.
const ARTICLE: &str = "fakta/";

/// The fields of a line, as text. `signature` has a line each for name, title and specialities.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pair {
    pub title: String,
    pub question: String,
    /// Markdown.
    pub answer: String,
    pub topic: String,
    pub gender: Option<String>,
    pub age_band: Option<String>,
    pub published_on: Option<String>,
    pub updated_on: Option<String>,
    pub language: Option<String>,
    pub signature: Option<String>,
    pub old_path: Option<String>,
    pub slug: Option<String>,
    /// One of its topic's.
    pub subtopic: Option<String>,
    /// Its place among what its topic puts first; the first is 1.
    pub choice: Option<String>,
    /// What someone put beside it, with spaces between: slugs of pairs, and `fakta/slug` for an article.
    pub related: Option<String>,
    /// Slugs of topics that it is listed under too, with spaces between.
    pub further_topics: Option<String>,
    pub checked_on: Option<String>,
    /// The day someone should read it again; it may be to come.
    pub recheck_on: Option<String>,
    /// The words it had before corrections, the newest first; a sheet has no room for them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<PairFormer>,
    /// What readers may see of it in other words; a sheet has no room for them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<PairVersion>,
    /// Other names its topic goes by, where it comes from.
    #[serde(skip)]
    pub categories: Vec<String>,
}

/// The columns of a file, in their order.
pub const COLUMNS: [&str; 18] = [
    "title",
    "question",
    "answer",
    "topic",
    "gender",
    "age_band",
    "published_on",
    "updated_on",
    "language",
    "signature",
    "old_path",
    "slug",
    "subtopic",
    "choice",
    "related",
    "further_topics",
    "checked_on",
    "recheck_on",
];

/// What a pair is held against.
pub struct Rules<'a> {
    pub topics: &'a Topics,
    /// From names elsewhere to our slugs.
    pub topic_map: BTreeMap<String, String>,
    /// For a pair that names no topic we know.
    pub default_topic: Option<String>,
    pub today: NaiveDate,
}

impl Rules<'_> {
    /// The slug of the topic with this name, here or where it comes from.
    pub fn topic(&self, name: &str) -> Option<String> {
        let slug = self.topic_map.get(name).map_or(name, String::as_str);
        self.topics.find(slug).map(|topic| topic.slug.clone())
    }
}

impl Pair {
    /// What would be published, or everything that is wrong with it.
    pub fn check(&self, rules: &Rules<'_>) -> Result<Incoming, Vec<String>> {
        let mut wrong = Vec::new();
        let mut wording = wording((&self.title, &self.question, &self.answer), &mut wrong);
        let topic = self.topic(rules, &mut wrong);
        wording.subtopic = self.subtopic(rules, &topic, &mut wrong);
        let gender = word("gender", self.gender.as_deref(), Gender::Unsaid, Gender::from_word, &mut wrong);
        let age_band = word("age_band", self.age_band.as_deref(), AgeBand::Unsaid, AgeBand::from_word, &mut wrong);
        let language = word("language", self.language.as_deref(), Language::Nb, Language::from_tag, &mut wrong);
        let published_on = day("published_on", self.published_on.as_deref(), rules, &mut wrong).unwrap_or(rules.today);
        let updated_on = day("updated_on", self.updated_on.as_deref(), rules, &mut wrong);
        if updated_on.is_some_and(|updated| updated < published_on) {
            wrong.push("updated_on is before published_on".into());
        }
        let signature = self.signature(&mut wrong);
        let old_path = self.old_path.as_deref().filter(|path| !path.is_empty());
        let known_path = old_path.and_then(OldPath::parse);
        if old_path.is_some() && known_path.is_none() {
            wrong.push("old_path is no path of a page: it begins with / and is not the front page".into());
        }
        let slug = self.slug.as_deref().filter(|slug| !slug.is_empty());
        let known_slug = slug.and_then(Slug::parse);
        if slug.is_some() && known_slug.is_none() {
            wrong.push("slug may only have a–z, 0–9 and hyphens".into());
        }
        wording.placing.further_topics = self.further_topics(rules, &topic, &mut wrong);
        let checked_on = day("checked_on", self.checked_on.as_deref(), rules, &mut wrong);
        let recheck_on = self.recheck_on(&mut wrong);
        let former = former::check_all(&self.former, rules, &mut wrong);
        let (choice, related) = (self.choice(&mut wrong), self.related(&mut wrong));
        let versions = version::check_all(&self.versions, language, rules, &mut wrong);
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let audience = Audience { gender, age_band }.for_publication();
        let new = New { wording, topic, language, audience, signature, published_on };
        let (slug, old_path) = (known_slug, known_path);
        Ok(Incoming { new, updated_on, slug, old_path, choice, related, former, checked_on, recheck_on, versions })
    }

    /// Its own word for the topic, then the categories, then the one for all.
    fn topic(&self, rules: &Rules<'_>, wrong: &mut Vec<String>) -> String {
        let names = || std::iter::once(&self.topic).chain(&self.categories).filter(|name| !name.is_empty());
        if let Some(topic) = names().find_map(|name| rules.topic(name)).or_else(|| rules.default_topic.clone()) {
            return topic;
        }
        let said: Vec<String> = names().map(|name| format!("\"{name}\"")).collect();
        let ours: Vec<&str> = rules.topics.all().iter().map(|topic| topic.slug.as_str()).collect();
        wrong.push(match said.as_slice() {
            [] => format!("topic is empty; it is one of {}", ours.join(", ")),
            said => format!("the topic {} is unknown; it is one of {}", said.join(", "), ours.join(", ")),
        });
        String::new()
    }

    /// Held against the topic it came to; a topic that is unknown was named already.
    fn subtopic(&self, rules: &Rules<'_>, topic: &str, wrong: &mut Vec<String>) -> Option<String> {
        let said = self.subtopic.as_ref().filter(|said| !said.is_empty())?;
        let topic = rules.topics.find(topic)?;
        if topic.subtopic(said).is_none() {
            let ours: Vec<&str> = topic.subtopics.iter().map(|subtopic| subtopic.slug.as_str()).collect();
            let ours = ours.join(", ");
            wrong.push(format!("the subtopic \"{said}\" is unknown in \"{}\"; there are: {ours}", topic.slug));
        }
        Some(said.clone())
    }

    fn signature(&self, wrong: &mut Vec<String>) -> Signature {
        let text = normalise(self.signature.as_deref().unwrap_or_default());
        let mut lines = text.lines().map(normalise_line);
        let mut next = || lines.next().unwrap_or_default();
        let signature = Signature { name: next(), title: next(), specialities: next() };
        if lines.next().is_some() {
            wrong.push("signature has more than three lines: name, title, specialities".into());
        }
        if count_characters(&text) > LONGEST_SIGNATURE {
            wrong.push(format!("signature has more than {LONGEST_SIGNATURE} characters"));
        }
        signature
    }
}

/// The words of a pair, or of one of its versions.
fn wording((title, question, answer): (&str, &str, &str), wrong: &mut Vec<String>) -> Wording {
    let (title, question, answer) = (normalise_line(title), normalise(question), normalise(answer));
    for ((name, longest), text) in LONGEST.into_iter().zip([&title, &question, &answer]) {
        require(name, longest, text, wrong);
    }
    Wording { title, question, answer, ..Wording::default() }
}

/// Something must stand there, and not too much.
pub fn require(name: &str, longest: usize, text: &str, wrong: &mut Vec<String>) {
    let length = count_characters(text);
    if length == 0 {
        wrong.push(format!("{name} is empty"));
    } else if length > longest {
        wrong.push(format!("{name} has {length} characters; at most {longest} fit"));
    }
}

/// One of a closed list of words; empty is the word for nothing said.
pub fn word<T>(
    name: &str,
    said: Option<&str>,
    unsaid: T,
    read: impl Fn(&str) -> Option<T>,
    wrong: &mut Vec<String>,
) -> T {
    let Some(said) = said.filter(|said| !said.is_empty()) else { return unsaid };
    read(said).unwrap_or_else(|| {
        wrong.push(format!("{name} \"{said}\" is unknown"));
        unsaid
    })
}

pub fn day(name: &str, said: Option<&str>, rules: &Rules<'_>, wrong: &mut Vec<String>) -> Option<NaiveDate> {
    let said = said.filter(|said| !said.is_empty())?;
    match NaiveDate::parse_from_str(said, "%Y-%m-%d") {
        Ok(day) if day <= rules.today => return Some(day),
        Ok(_) => wrong.push(format!("{name} {said} is a day to come")),
        Err(_) => wrong.push(format!("{name} \"{said}\" is no day like 2026-03-18")),
    }
    None
}

impl From<Exported> for Pair {
    fn from(exported: Exported) -> Self {
        let Exported { publication: it, old_path, choice, further_topics, related, former, check, versions } = exported;
        let said =
            |address: &String| address.strip_prefix("/sporsmal/").unwrap_or(address.trim_start_matches('/')).to_owned();
        let related: Vec<String> = related.iter().map(said).collect();
        let signature = [it.signature.name, it.signature.title, it.signature.specialities].join("\n");
        let signature = signature.trim_end_matches('\n').to_owned();
        Self {
            title: it.title,
            question: it.question,
            answer: it.answer,
            topic: it.topic,
            gender: Some(it.audience.gender.word().to_owned()),
            age_band: Some(it.audience.age_band.word().to_owned()),
            published_on: Some(it.published_on.to_string()),
            updated_on: it.updated_on.map(|day| day.to_string()),
            language: Some(it.language.tag().to_owned()),
            signature: (!signature.is_empty()).then_some(signature),
            // It is kept decoded; what would be read as something else is written as it stood.
            old_path: old_path.map(|path| path.replace('%', "%25").replace('?', "%3F").replace('#', "%23")),
            slug: Some(it.slug),
            subtopic: it.subtopic,
            choice: choice.map(|place| place.saturating_add(1).to_string()),
            related: (!related.is_empty()).then(|| related.join(" ")),
            further_topics: (!further_topics.is_empty()).then(|| further_topics.join(" ")),
            checked_on: check.checked_on.map(|day| day.to_string()),
            recheck_on: check.recheck_on.map(|day| day.to_string()),
            former: former.into_iter().map(PairFormer::from).collect(),
            versions: versions.into_iter().map(PairVersion::from).collect(),
            categories: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
