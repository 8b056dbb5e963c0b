//! From a query to an answer, on one state of the index.

use std::collections::HashSet;

use anyhow::{Context, Result};
use tantivy::collector::TopDocs;
use tantivy::schema::Value;
use tantivy::{DocAddress, Score, TantivyDocument};

use super::answer::{Answer, Asked, Hit, MOST_HITS};
use super::query::{self, Meant};
use super::snippet::{Marking, Piece};
use super::state::State;
use crate::text::language::Language;
use crate::text::search::wanted::{Wanted, WantedWord};

/// Pairs that weigh less than this share of the best are not shown.
const LEAST_SHARE: Score = 0.12;

/// Answers; an error says nothing of the query.
pub(super) fn find(state: &State, asked: &Asked) -> Result<Answer> {
    let mut wanted = Wanted::read(&state.lists, &asked.query);
    if wanted.is_empty() {
        return Ok(Answer::default());
    }
    wanted.joined.retain(|word| state.vocabulary.has(word));
    let words: Vec<Meant> = wanted.words.iter().map(|word| meant(state, word)).collect();
    let built = query::build(&state.fields, &wanted, &words, asked);
    let mut found = state.searcher.search(&*built, &TopDocs::with_limit(MOST_HITS).order_by_score())?;
    let best = found.first().map_or(0.0, |(score, _)| *score);
    found.retain(|(score, _)| *score >= best * LEAST_SHARE);
    let marks = marks(&wanted, &words);
    let page = found.iter().skip(asked.from).take(asked.count);
    Ok(Answer {
        hits: page.map(|(_, address)| hit(state, *address, &marks)).collect::<Result<_>>()?,
        total: found.len(),
        did_you_mean: did_you_mean(&words),
        is_preparing: false,
    })
}

/// A word that no pair has is looked for under the nearest ones too.
fn meant(state: &State, word: &WantedWord) -> Meant {
    let is_known = word.is_filler() || !word.ideas.is_empty() || state.vocabulary.has(&word.spelt);
    let near = if is_known { Vec::new() } else { state.vocabulary.near(&word.spelt) };
    let near = near.into_iter().map(|near| {
        let word = WantedWord::of(&state.lists, &near.spelt);
        (near, word)
    });
    Meant { word: word.clone(), near: near.collect() }
}

/// The query with each unknown word in the nearest spelling that pairs have.
fn did_you_mean(words: &[Meant]) -> Option<String> {
    let nearest = |meant: &Meant| {
        let least = meant.near.first()?.0.distance;
        let known = meant.near.iter().filter(|(near, _)| near.pairs > 0 && near.distance == least);
        known.map(|(near, _)| near.spelt.clone()).next()
    };
    let is_other = words.iter().any(|meant| nearest(meant).is_some());
    let meant = words.iter().map(|meant| nearest(meant).unwrap_or_else(|| meant.word.spelt.clone()));
    is_other.then(|| meant.collect::<Vec<_>>().join(" "))
}

pub(super) fn marks(wanted: &Wanted, words: &[Meant]) -> HashSet<String> {
    let near: Vec<WantedWord> =
        words.iter().flat_map(|meant| meant.near.iter().map(|(_, word)| word.clone())).collect();
    let near = Wanted { words: near, ..Wanted::default() };
    wanted.marks().into_iter().chain(near.marks()).collect()
}

fn hit(state: &State, address: DocAddress, marks: &HashSet<String>) -> Result<Hit> {
    let marked = |marking: Marking<'_>, question: &str, answer: &str| marking.passage(&[question, answer]);
    hit_showing(state, address, marks, marked)
}

/// A hit with the passage that is chosen from its question and answer.
pub(super) fn hit_showing(
    state: &State,
    address: DocAddress,
    marks: &HashSet<String>,
    passage: impl Fn(Marking<'_>, &str, &str) -> Vec<Piece>,
) -> Result<Hit> {
    let document: TantivyDocument = state.searcher.doc(address)?;
    let text = |field| document.get_first(field).and_then(|value| value.as_str()).unwrap_or_default();
    let fields = &state.fields;
    let language = Language::from_tag(text(fields.language)).unwrap_or_default();
    let marking = Marking { lists: &state.lists, marks, language };
    Ok(Hit {
        slug: text(fields.slug).to_owned(),
        title: marking.whole(text(fields.title_text)),
        passage: passage(marking, text(fields.question_text), text(fields.answer_text)),
        topic: text(fields.topic).to_owned(),
        language,
        published_on: text(fields.published_on).parse().context("a date in the index cannot be read")?,
    })
}
