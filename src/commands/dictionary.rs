//! What was said of one of the dictionary's words, as it stands in a file.

use serde::{Deserialize, Serialize};
use spoross::domain::dictionary::Verdict;
use spoross::domain::dictionary::import::Told;
use spoross::domain::publication::is_slug;
use spoross::text::normalise_line;

use super::pair::{Rules, day, require};

/// Letters of a row's fingerprint.
const FINGERPRINT: usize = 64;
/// Of a word, and of an entry's slug.
const LONGEST: usize = 200;

/// The fields of a decision, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WordLine {
    /// Of the synonyms' row as it was when someone looked at it: a changed row has another one and waits.
    pub fingerprint: String,
    pub entry: String,
    pub word: String,
    pub verdict: String,
    pub decided_on: Option<String>,
}

impl WordLine {
    /// What was said, or everything that is wrong with it.
    pub fn check(&self, rules: &Rules<'_>) -> Result<Told, Vec<String>> {
        let mut wrong = Vec::new();
        let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if self.fingerprint.len() != FINGERPRINT || !self.fingerprint.bytes().all(is_hex) {
            wrong.push(format!("fingerprint is not {FINGERPRINT} of 0–9 and a–f"));
        }
        let (entry, word) = (self.entry.clone(), normalise_line(&self.word));
        require("entry", LONGEST, &entry, &mut wrong);
        require("word", LONGEST, &word, &mut wrong);
        if !is_slug(&entry) {
            wrong.push("entry may only have a–z, 0–9 and hyphens".into());
        }
        let decided_on = day("decided_on", self.decided_on.as_deref(), rules, &mut wrong).unwrap_or(rules.today);
        match Verdict::from_word(&self.verdict) {
            Some(verdict) if wrong.is_empty() => {
                return Ok(Told { fingerprint: self.fingerprint.clone(), entry, word, verdict, decided_on });
            }
            Some(_) => {}
            None => wrong.push(format!("verdict \"{}\" is unknown; it is passed or taken_back", self.verdict)),
        }
        Err(wrong)
    }
}

impl From<Told> for WordLine {
    fn from(it: Told) -> Self {
        Self {
            fingerprint: it.fingerprint,
            entry: it.entry,
            word: it.word,
            verdict: it.verdict.word().to_owned(),
            decided_on: Some(it.decided_on.to_string()),
        }
    }
}
