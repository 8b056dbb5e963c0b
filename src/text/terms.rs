//! Words of a text as search compares them: as spelt, their stem, and folded for keyboards without æ, ø and å.

use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};
use unicode_normalization::char::is_combining_mark;

use super::acute::{spelling, usual_form};
use super::language::Language;

/// Longer runs of letters are cut: nobody searches for the rest of them.
const LONGEST: usize = 60;

static NORWEGIAN: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::Norwegian));
static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::English));

/// A word and where it stands in its text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub start: usize,
    pub end: usize,
    /// In lower case, in one spelling.
    pub spelt: String,
}

/// The words of a text in their order. Hyphens part words.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (place, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_of_word = character.is_alphanumeric() || start.is_some() && is_combining_mark(character);
        match (is_of_word, start) {
            (true, None) => start = Some(place),
            (false, Some(begun)) => {
                let cut: String = text.get(begun..place).unwrap_or_default().chars().take(LONGEST).collect();
                words.push(Word { start: begun, end: place, spelt: spelling(&cut) });
                start = None;
            }
            _ => {}
        }
    }
    words.retain(|word| !word.spelt.is_empty());
    words
}

/// The same without their places.
pub fn spelt_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.spelt).collect()
}

/// The Snowball stem of a spelt word, after its usual form: "sjølvmord", "selvmord" and "selvmordet" are one.
pub fn stem(spelt: &str, language: Language) -> String {
    match language {
        Language::Nb | Language::Nn => NORWEGIAN.stem(usual_form(spelt)).into_owned(),
        Language::En => ENGLISH.stem(spelt).into_owned(),
    }
}

/// A word as a keyboard without æ, ø and å writes it.
pub fn folded(spelt: &str) -> String {
    spelt
        .chars()
        .map(|letter| match letter {
            'å' => 'a',
            'ø' => 'o',
            'æ' => 'e',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_spelt_in_one_way_and_know_their_place() {
        for (text, expected) in [
            ("P-piller, og ÖL!", vec!["p", "piller", "og", "øl"]),
            ("staa opp i naa", vec!["stå", "opp", "i", "nå"]),
            ("0,2 promille 👍", vec!["0", "2", "promille"]),
            ("+-():*\"", vec![]),
        ] {
            assert_eq!(spelt_words(text), expected, "{text}");
        }
        let text = "å røyke";
        let last = words(text).pop().unwrap();
        assert_eq!(&text[last.start..last.end], "røyke");
        assert!(words(&"a".repeat(10_000))[0].spelt.len() <= LONGEST);
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (one, other, language) in [
            ("kondom", "kondomet", Language::Nb),
            ("selvmord", "sjølvmord", Language::Nn),
            ("prøven", "prøve", Language::Nb),
            ("friends", "friend", Language::En),
        ] {
            assert_eq!(stem(one, language), stem(other, language), "{one}");
        }
    }

    #[test]
    fn a_father_is_not_dangerous() {
        assert_ne!(stem("far", Language::Nb), stem("farlig", Language::Nb));
    }

    #[test]
    fn a_foreign_keyboard_finds_our_letters() {
        assert_eq!(folded("søvnløshet på særkullsbarn"), "sovnloshet pa serkullsbarn");
    }
}
