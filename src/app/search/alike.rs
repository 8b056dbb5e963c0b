//! The pairs that may already answer what someone is writing: a whole text instead of a query. Only what is surely
//! alike is given; nothing is better than something beside the point.

use std::collections::HashSet;

use anyhow::Result;
use tantivy::collector::TopDocs;
use tantivy::schema::Field;
use tantivy::{Score, Term};

use super::answer::{Answer, Asked};
use super::fields::Part;
use super::looking::{Shows, hit, marks};
use super::query::{self, Meant};
use super::state::State;
use crate::text::language::Language;
use crate::text::search::wanted::{Wanted, WantedWord};

/// The weightiest words of the text that are looked for.
const MOST_WORDS: usize = 14;
// What a pair must reach was set on the tuning half of `benches/search/writings.tsv`.
/// So much for each unit of weight in the text's words: most of what the text is about.
const LEAST_LIKENESS: f64 = 1.9;
/// So much for a word's greatest weight: more than one rare word that happens to be in both.
const LEAST_WORDS: f64 = 7.0;
/// Pairs that weigh less than this share of the best are not shown.
const LEAST_SHARE: Score = 0.6;
/// A word that no pair has: half of such words are misspelled, the other half say that nothing answers this.
const UNKNOWN: f64 = 0.5;

/// The pairs most like a text, best first; none when nothing is alike enough.
pub(super) fn find(state: &State, text: &str, page: Language, count: usize) -> Result<Answer> {
    let mut wanted = Wanted::read_text(&state.lists, text);
    let telling = telling(state, &wanted.words)?;
    let weight_of_all: f64 = telling.iter().map(|(weight, _)| weight).sum();
    wanted.words = telling.into_iter().map(|(_, word)| word).collect();
    if wanted.is_empty() {
        return Ok(Answer::default());
    }
    let words: Vec<Meant> = wanted.words.iter().map(|word| Meant { word: word.clone(), near: Vec::new() }).collect();
    let built = query::build(&state.fields, &wanted, &words, &Asked::default());
    let mut found = state.searcher.search(&*built, &TopDocs::with_limit(count).order_by_score())?;
    let best = found.first().map_or(0.0, |(score, _)| *score);
    let least = (weight_of_all * LEAST_LIKENESS).max(rarity(state, 0) * LEAST_WORDS);
    found.retain(|(score, _)| f64::from(*score) >= least && *score >= best * LEAST_SHARE);
    let marks = marks(&wanted, &words);
    let hits = found.iter().map(|(_, address)| hit(state, *address, &marks, (page, Shows::Opening)));
    let hits = hits.collect::<Result<Vec<_>>>()?;
    Ok(Answer { total: hits.len(), hits, ..Answer::default() })
}

/// The words that tell one pair from another best, each once, with what each weighs.
fn telling(state: &State, words: &[WantedWord]) -> Result<Vec<(f64, WantedWord)>> {
    let mut seen = HashSet::new();
    let mut telling = Vec::new();
    for word in words.iter().filter(|word| !word.is_filler()) {
        if seen.insert(word.spelt.as_str()) {
            telling.push((weight(state, word)?, word.clone()));
        }
    }
    telling.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    telling.truncate(MOST_WORDS);
    Ok(telling)
}

fn weight(state: &State, word: &WantedWord) -> Result<f64> {
    let pairs_with = |field: Field, form: &str| state.searcher.doc_freq(&Term::from_field_text(field, form));
    let stems = WantedWord::stems(&word.spelt);
    let mut most = 0;
    for Part { stems: stem_field, ideas, .. } in [state.fields.title, state.fields.question, state.fields.answer] {
        for stem in &stems {
            most = most.max(pairs_with(stem_field, stem)?);
        }
        for group in &word.ideas {
            most = most.max(pairs_with(ideas, group)?);
        }
    }
    Ok(rarity(state, most) * if most == 0 { UNKNOWN } else { 1.0 })
}

/// The weight BM25 gives a word that so many pairs have: the greatest for none.
fn rarity(state: &State, having: u64) -> f64 {
    let number = |pairs: u64| f64::from(u32::try_from(pairs).unwrap_or(u32::MAX));
    let (all, having) = (number(state.searcher.num_docs()), number(having));
    (1.0 + (all - having).max(0.0) / (having + 0.5)).ln()
}
