//! Words that rise: of many texts of late, of few before, and in no list. The texts themselves are not told.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::language::Language;
use super::terms;

/// Fewer texts than this are not told of: a word of one person is theirs.
const FEWEST: usize = 5;
/// A word rises when its share of the texts is so many times what it was.
const TIMES: usize = 3;
const SHORTEST: usize = 3;

/// One word, in its commonest form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rising {
    pub word: String,
    /// Texts of late that have it, in any form.
    pub now: usize,
    /// Older texts that have it.
    pub before: usize,
}

/// In how many texts each stem stands, and the forms it has there.
#[derive(Default)]
struct Counted {
    texts: usize,
    stems: HashMap<String, (usize, BTreeMap<String, usize>)>,
}

impl Counted {
    fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut counted = Self::default();
        for text in texts {
            counted.texts += 1;
            let forms: HashSet<String> = terms::spelt_words(text).into_iter().filter(|word| is_word(word)).collect();
            let mut stems: HashSet<String> = HashSet::new();
            for form in forms {
                let stem = terms::stem(&form, Language::Nb);
                let (count, known) = counted.stems.entry(stem.clone()).or_default();
                *count += usize::from(stems.insert(stem));
                *known.entry(form).or_default() += 1;
            }
        }
        counted
    }

    fn count(&self, stem: &str) -> usize {
        self.stems.get(stem).map_or(0, |(count, _)| *count)
    }
}

fn is_word(spelt: &str) -> bool {
    spelt.chars().count() >= SHORTEST && spelt.chars().all(char::is_alphabetic)
}

/// The words that rise, those of most texts first. `is_known` is asked about every form.
pub fn rising<'a>(
    new: impl IntoIterator<Item = &'a str>,
    old: impl IntoIterator<Item = &'a str>,
    is_known: impl Fn(&str) -> bool,
) -> Vec<Rising> {
    let (new, old) = (Counted::of(new), Counted::of(old));
    let rises = |now: usize, before: usize| now * (old.texts + 1) >= TIMES * (before + 1) * new.texts;
    let mut found: Vec<Rising> = Vec::new();
    for (stem, (now, forms)) in &new.stems {
        let before = old.count(stem);
        if *now < FEWEST || !rises(*now, before) || forms.keys().any(|form| is_known(form)) {
            continue;
        }
        if let Some((word, _)) = forms.iter().max_by_key(|(_, count)| **count) {
            found.push(Rising { word: word.clone(), now: *now, before });
        }
    }
    found.sort_by(|one, other| (other.now, &one.word).cmp(&(one.now, &other.word)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(new: &[&str], old: &[&str]) -> Vec<(String, usize, usize)> {
        let risen = rising(new.iter().copied(), old.iter().copied(), |word| word == "cannabis");
        risen.into_iter().map(|rising| (rising.word, rising.now, rising.before)).collect()
    }

    #[test]
    fn a_new_word_of_five_rises_in_whatever_form_and_one_of_four_does_not() {
        let old = ["jeg er redd for eksamen", "hva er cannabis", "redd igjen", "alt er greit", "fem", "seks"];
        let new = [
            "er snurp farlig",
            "snurp på skolen, snurp hjemme",
            "noen hadde snurpen",
            "Snurp?",
            "redd for snurp 44",
            "cannabis cannabis",
        ];
        assert_eq!(found(&new, &old), [("snurp".to_owned(), 5, 0)]);
        assert_eq!(found(&new[1..], &old), []);
    }

    #[test]
    fn what_was_common_before_or_stands_in_a_list_does_not_rise() {
        let new = ["cannabis redd", "cannabis redd", "cannabis redd", "cannabis redd", "cannabis redd"];
        assert_eq!(found(&new, &["redd", "redd", "redd", "noe", "annet"]), []);
        // Nothing to compare with: nothing can be said.
        assert_eq!(found(&["snurp"; 9], &[]), []);
        assert_eq!(found(&["snurp"; 9], &["a"; 9]).len(), 1);
    }
}
