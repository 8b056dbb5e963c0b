//! Model letters, from `letters.toml`: what a clinician starts from when a question will not be answered.

use std::path::Path;

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::domain::content;
use crate::domain::ids::words;
use crate::text::language::Translated;

/// The letters that come with the program.
pub const BUILT_IN: &str = include_str!("../../../config/letters.toml");

words!(
    /// Why a question is not answered. Each has its letter: nothing is refused in silence.
    Reason, "reason" {
        Identifies = "identifies",
        AlreadyAnswered = "already_answered",
        Assignment = "assignment",
        Elsewhere = "elsewhere",
        Abuse = "abuse",
    }
);

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelLetter {
    pub reason: Reason,
    pub name: Translated,
    /// Markdown; what stands in `[CAPITALS]` is to be replaced.
    pub text: Translated,
}

/// One letter for each reason.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelLetters {
    #[serde(rename = "letter")]
    all: Vec<ModelLetter>,
}

impl ModelLetters {
    pub fn parse(toml: &str) -> Result<Self> {
        let letters: Self = toml::from_str(toml)?;
        for reason in Reason::ALL {
            let count = letters.all.iter().filter(|letter| letter.reason == *reason).count();
            ensure!(count == 1, "there must be one letter for the reason \"{}\", not {count}", reason.word());
        }
        Ok(letters)
    }

    pub fn all(&self) -> &[ModelLetter] {
        &self.all
    }

    pub fn find(&self, reason: Reason) -> Option<&ModelLetter> {
        self.all.iter().find(|letter| letter.reason == reason)
    }
}

/// The owner's file, or the built-in one when `path` is empty.
pub fn load(path: &Path) -> Result<ModelLetters> {
    content::load(path, BUILT_IN, "model letters", ModelLetters::parse)
}

/// The first thing in `[CAPITALS]` that was not replaced, as it stands.
pub fn find_unfilled(text: &str) -> Option<&str> {
    text.match_indices('[').find_map(|(start, _)| {
        let rest = text.get(start..)?;
        let words = rest.get(1..rest.find(']')?)?;
        let is_gap = words.chars().any(char::is_alphabetic) && !words.chars().any(char::is_lowercase);
        is_gap.then(|| rest.get(..words.len() + 2)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::language::Language;

    #[test]
    fn every_reason_has_a_letter_in_every_language_that_does_not_end_in_silence() {
        let letters = ModelLetters::parse(BUILT_IN).unwrap();
        for reason in Reason::ALL {
            for language in Language::ALL {
                let text = letters.find(*reason).unwrap().text.to(language);
                assert!(text.lines().count() > 3, "{} in {}", reason.word(), language.tag());
            }
        }
    }

    #[test]
    fn a_file_that_lacks_a_letter_is_refused_by_name() {
        let without = BUILT_IN.replacen("reason = \"abuse\"", "reason = \"elsewhere\"", 1);
        let error = ModelLetters::parse(&without).unwrap_err().to_string();
        assert!(error.contains("\"elsewhere\", not 2"), "{error}");
    }

    #[test]
    fn a_gap_is_found_and_a_link_is_none() {
        for (text, gap) in [
            ("Se her:\n\n[LENKE]\n", Some("[LENKE]")),
            ("[HVEM OG HVORDAN]", Some("[HVEM OG HVORDAN]")),
            ("[x](https://example.org) og [KVEN ÆØÅ]", Some("[KVEN ÆØÅ]")),
            ("[RUSinfo](https://rusinfo.no/)", None),
            ("[1] og [] og [", None),
        ] {
            assert_eq!(find_unfilled(text), gap, "{text}");
        }
    }
}
