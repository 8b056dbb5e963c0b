//! The words that stand in published pairs, to find those a misspelled one was meant to be.

use std::collections::{HashMap, HashSet};

use anyhow::Result;
use tantivy::Searcher;

use super::fields::Fields;
use crate::text::search::Lists;
use crate::text::search::wanted::WantedWord;
use crate::text::terms::folded;

/// Spellings tried for one word.
const MOST: usize = 4;

/// A word that may have been meant.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Near {
    pub spelt: String,
    pub distance: usize,
    /// Pairs that have it.
    pub pairs: u64,
}

/// All words of an index.
#[derive(Default)]
pub(super) struct Vocabulary {
    words: Vec<(Vec<char>, String, u64)>,
    known: HashSet<String>,
    stems: HashSet<String>,
}

impl Vocabulary {
    /// Reads the words of titles, questions and answers, and those of the lists.
    pub fn read(searcher: &Searcher, fields: &Fields, lists: &Lists) -> Result<Self> {
        let mut counts: HashMap<String, u64> = lists.synonyms.single_words().map(|word| (word.to_owned(), 0)).collect();
        let mut all = Self::default();
        for segment in searcher.segment_readers() {
            for part in [fields.title, fields.question, fields.answer] {
                let spelt = segment.inverted_index(part.spelt)?;
                let mut terms = spelt.terms().stream()?;
                while terms.advance() {
                    let Ok(word) = std::str::from_utf8(terms.key()) else { continue };
                    *counts.entry(word.to_owned()).or_default() += u64::from(terms.value().doc_freq);
                }
                let stems = segment.inverted_index(part.stems)?;
                let mut terms = stems.terms().stream()?;
                while terms.advance() {
                    all.stems.extend(std::str::from_utf8(terms.key()).ok().map(str::to_owned));
                }
            }
        }
        for (word, pairs) in counts {
            if pairs > 0 {
                all.known.insert(word.clone());
            }
            all.words.push((folded(&word).chars().collect(), word, pairs));
        }
        Ok(all)
    }

    /// Whether some pair has the word, in this form or another.
    pub fn has(&self, spelt: &str) -> bool {
        self.known.contains(spelt) || WantedWord::stems(spelt).iter().any(|stem| self.stems.contains(stem))
    }

    /// Words near a misspelled one, the nearest first: one letter off from five letters, two from nine.
    pub fn near(&self, spelt: &str) -> Vec<Near> {
        let typed: Vec<char> = folded(spelt).chars().collect();
        let most = match typed.len() {
            0..5 => return Vec::new(),
            5..9 => 1,
            _ => 2,
        };
        let mut found: Vec<Near> = self
            .words
            .iter()
            .filter(|(word, ..)| word.len().abs_diff(typed.len()) <= most && word.len() > 3)
            .filter_map(|(word, spelt, pairs)| {
                let distance = distance(&typed, word);
                (distance <= most).then(|| Near { spelt: spelt.clone(), distance, pairs: *pairs })
            })
            .collect();
        found.sort_by(|one, other| {
            (one.distance, other.pairs, &one.spelt).cmp(&(other.distance, one.pairs, &other.spelt))
        });
        found.truncate(MOST);
        found
    }
}

/// Letters to add, drop, change or swap with their neighbour (optimal string alignment).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    let mut earlier = None;
    for (row, left) in one.iter().enumerate() {
        let mut next = vec![row + 1];
        let mut right_before = None;
        for (column, right) in other.iter().enumerate() {
            let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or(usize::MAX / 2);
            let mut fewest = at(&above, column) + usize::from(left != right);
            fewest = fewest.min(at(&above, column + 1) + 1).min(at(&next, column) + 1);
            if column > 0 && earlier == Some(right) && right_before == Some(left) {
                fewest = fewest.min(at(&before, column - 1) + 1);
            }
            next.push(fewest);
            right_before = Some(right);
        }
        earlier = Some(left);
        before = std::mem::replace(&mut above, next);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_counted_in_letters() {
        for (one, other, expected) in [
            ("promile", "promille", 1),
            ("spykose", "psykose", 1),
            ("kokkain", "kokain", 1),
            ("hasj", "hasj", 0),
            ("", "ab", 2),
            ("elspakesykel", "elsparkesykkel", 2),
        ] {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            assert_eq!(distance(&letters(one), &letters(other)), expected, "{one} {other}");
        }
    }
}
