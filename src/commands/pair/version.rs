//! A pair in other words, as it stands in a pair's line.

use serde::{Deserialize, Serialize};
use spoross::domain::publication::version::import::Incoming;
use spoross::domain::publication::version::{Variant, Version};
use spoross::text::language::Language;
use spoross::text::tongue::Tongue;

use super::{Rules, day, wording};

/// The fields of a version, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PairVersion {
    /// Any language that a version may have, not only those of our own texts.
    pub language: String,
    /// In easy words.
    pub easy: bool,
    pub title: String,
    pub question: String,
    /// Markdown.
    pub answer: String,
    pub written_on: Option<String>,
    pub approved_on: Option<String>,
    pub public_on: Option<String>,
}

/// All versions of a pair in this language; what is wrong is said with the version's name before it.
pub fn check_all(versions: &[PairVersion], own: Language, rules: &Rules<'_>, wrong: &mut Vec<String>) -> Vec<Incoming> {
    let mut checked: Vec<Incoming> = Vec::new();
    for version in versions {
        let mut its_own = Vec::new();
        let incoming = version.check(own, rules, &mut its_own);
        if let Some(incoming) = incoming {
            if checked.iter().any(|other| other.variant == incoming.variant) {
                its_own.push("it stands twice".into());
            }
            checked.push(incoming);
        }
        wrong.extend(its_own.into_iter().map(|why| format!("version {}: {why}", version.name())));
    }
    checked
}

impl PairVersion {
    fn name(&self) -> String {
        let easy = if self.easy { " in easy words" } else { "" };
        format!("\"{}\"{easy}", self.language)
    }

    fn check(&self, own: Language, rules: &Rules<'_>, wrong: &mut Vec<String>) -> Option<Incoming> {
        let wording = wording((&self.title, &self.question, &self.answer), wrong);
        let approved_on = day("approved_on", self.approved_on.as_deref(), rules, wrong);
        let public_on = day("public_on", self.public_on.as_deref(), rules, wrong).unwrap_or(rules.today);
        let written_on = day("written_on", self.written_on.as_deref(), rules, wrong);
        let Some(tongue) = Tongue::from_tag(&self.language) else {
            wrong.push("its language is unknown".into());
            return None;
        };
        let variant = Variant { tongue, is_easy: self.easy };
        if variant.is_original(own) {
            wrong.push("the pair itself is in that language".into());
        }
        let written_on = written_on.or(approved_on).unwrap_or(public_on);
        Some(Incoming { variant, wording, written_on, approved_on, public_on })
    }
}

impl From<Version> for PairVersion {
    fn from(it: Version) -> Self {
        Self {
            language: it.variant.tongue.tag().to_owned(),
            easy: it.variant.is_easy,
            title: it.wording.title,
            question: it.wording.question,
            answer: it.wording.answer,
            written_on: Some(it.written_on.to_string()),
            approved_on: it.approved_on.map(|day| day.to_string()),
            public_on: it.public_on.map(|day| day.to_string()),
        }
    }
}
