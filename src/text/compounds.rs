//! Compound words: «hasjkake» is «hasj» and «kake». Split by a list of stems of our own; a word that is not made of
//! them alone stays whole.

use std::collections::HashSet;

use anyhow::{Result, ensure};

use super::language::Language;
use super::terms::{spelt_words, stem};

/// The file of the stems.
pub const FILE: &str = "compounds.txt";

pub(super) const BUILT_IN: &str = include_str!("../../config/lexicon/compounds.txt");

/// A compound is no shorter, and neither is one of its parts.
const SHORTEST: usize = 6;
const SHORTEST_PART: usize = 2;
/// Deeper compounds are not in anybody's list.
const MOST_PARTS: usize = 3;

/// The stems compounds are made of.
#[derive(Clone, Debug, Default)]
pub struct Compounds {
    whole: HashSet<String>,
    stems: HashSet<String>,
}

impl Compounds {
    /// Reads the list: words with spaces or line breaks between; a line that begins with # is a comment.
    pub fn parse(text: &str) -> Result<Self> {
        let mut list = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            for word in spelt_words(line) {
                list.stems.insert(stem(&word, Language::Nb));
                list.whole.insert(word);
            }
        }
        ensure!(!list.whole.is_empty(), "{FILE} is empty");
        Ok(list)
    }

    /// The parts of a compound; none for a word that is no compound or has an unknown part.
    pub fn split(&self, word: &str) -> Vec<String> {
        if word.chars().count() < SHORTEST || self.whole.contains(word) {
            return Vec::new();
        }
        self.parts(word, MOST_PARTS).filter(|parts| parts.len() > 1).unwrap_or_default()
    }

    /// The longest first part decides, and the rest must be known too, in any of its forms.
    fn parts(&self, word: &str, most: usize) -> Option<Vec<String>> {
        if self.is_known(word) {
            return Some(vec![word.to_owned()]);
        }
        if most < 2 {
            return None;
        }
        let places: Vec<usize> = word.char_indices().map(|(place, _)| place).skip(SHORTEST_PART).collect();
        places.into_iter().rev().find_map(|place| {
            let (first, rest) = word.split_at_checked(place)?;
            self.whole.contains(first).then_some(())?;
            let rests = [Some(rest), rest.strip_prefix('s'), rest.strip_prefix('e')];
            rests.into_iter().flatten().filter(|rest| rest.chars().count() > SHORTEST_PART).find_map(|rest| {
                let mut parts = vec![first.to_owned()];
                parts.extend(self.parts(rest, most - 1)?);
                Some(parts)
            })
        })
    }

    fn is_known(&self, word: &str) -> bool {
        self.whole.contains(word) || word.chars().count() > 3 && self.stems.contains(&stem(word, Language::Nb))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_are_split_where_both_parts_are_words() {
        let list = Compounds::parse(BUILT_IN).unwrap();
        for (word, parts) in [
            ("hasjkake", vec!["hasj", "kake"]),
            ("rusprøven", vec!["rus", "prøven"]),
            ("tvangstanker", vec!["tvang", "tanker"]),
            ("angrepille", vec!["angre", "pille"]),
            ("eksamensangst", vec!["eksamen", "angst"]),
            ("alkoholiker", vec![]),
            ("hasj", vec![]),
            ("elefant", vec![]),
        ] {
            assert_eq!(list.split(word), parts, "{word}");
        }
    }

    #[test]
    fn the_list_has_its_promised_size() {
        let list = Compounds::parse(BUILT_IN).unwrap();
        assert!((300..=500).contains(&list.whole.len()), "{}", list.whole.len());
        assert!(Compounds::parse("# nothing\n").is_err());
    }
}
