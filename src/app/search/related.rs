//! Pairs that are like a pair: those that share its weighty words, in any part of them, and the groups those words name.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use lru::LruCache;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{Score, TantivyDocument, Term};

use super::fields::{self, Part};
use super::state::State;
use crate::domain::publication::{Publication, related};
use crate::text::search::wanted::is_filler;

/// What a word weighs by where it stands; also in the pairs that are compared.
const TITLE: Score = 2.0;
const QUESTION: Score = 1.2;
const ANSWER: Score = 0.8;
/// Words and groups that are asked for: the weightiest.
const WORDS: usize = 24;
/// A word that more than this share of all pairs have says little, and in a great index not more than this many may.
const COMMON_SHARE: u64 = 4;
const COMMON: u64 = 10_000;
/// Pairs that are looked at more closely, for each that is wanted.
const CANDIDATES: usize = 4;
/// Twice as many as there is room for: some may be pinned already, or gone since.
const COUNT: usize = related::MOST * 2;
/// Pairs whose likest are kept in memory: some 600 bytes each.
const KEPT: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();
/// What it is worth beside their own words that someone put both in one place; across topics words must say more.
const SAME_SUBTOPIC: Score = 1.8;
const SAME_TOPIC: Score = 1.25;
const OTHER_TOPIC: Score = 0.75;
/// Pairs with less than this share of what the pair itself has are not like it.
const LEAST_SHARE: Score = 0.15;

/// A word or a group of this pair, and how much it says of it.
struct Weighty {
    word: String,
    is_idea: bool,
    weight: Score,
}

/// What was found in one state of the index, by the pairs' ids. Finding it costs more than all else of a pair's page, and
/// it stays the same until something is published.
pub(super) struct Found(Mutex<LruCache<String, Arc<[String]>>>);

impl Default for Found {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(KEPT)))
    }
}

impl Found {
    pub fn get(&self, pair: &Publication) -> Option<Arc<[String]>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(pair.id.as_str()).cloned()
    }

    /// Slugs of pairs like this one, the likest first; never its own.
    pub fn find(&self, state: &State, pair: &Publication) -> Result<Arc<[String]>> {
        let found: Arc<[String]> = find(state, pair)?.into();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).put(pair.id.as_str().to_owned(), found.clone());
        Ok(found)
    }
}

fn find(state: &State, pair: &Publication) -> Result<Vec<String>> {
    let words = weighty(state, pair)?;
    let candidates = TopDocs::with_limit(COUNT * CANDIDATES).order_by_score();
    let found = state.searcher.search(&query(state, &words), &candidates)?;
    // The pair itself is the likest there can be.
    let best = found.first().map_or(0.0, |(score, _)| *score);
    let within = pair.subtopic.as_ref().map(|subtopic| fields::within(&pair.topic, subtopic));
    let mut alike = Vec::new();
    for (score, address) in found {
        let document: TantivyDocument = state.searcher.doc(address)?;
        let text = |field| document.get_first(field).and_then(|value| value.as_str()).unwrap_or_default();
        let share = match &within {
            Some(within) if text(state.fields.within) == within => SAME_SUBTOPIC,
            _ if text(state.fields.topic) == pair.topic => SAME_TOPIC,
            _ => OTHER_TOPIC,
        };
        if text(state.fields.slug) != pair.slug && score * share >= best * LEAST_SHARE {
            alike.push((score * share, text(state.fields.slug).to_owned()));
        }
    }
    alike.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    Ok(alike.into_iter().take(COUNT).map(|(_, slug)| slug).collect())
}

/// The words that say most of a pair: where and how often they stand in it, and how few others have them.
fn weighty(state: &State, pair: &Publication) -> Result<Vec<Weighty>> {
    let all = state.searcher.num_docs();
    let mut words = Vec::new();
    for ((word, is_idea), weight) in weights(state, pair) {
        let pairs = pairs_with(state, &word, is_idea)?;
        // What no other pair has leads nowhere.
        if pairs > 1 && pairs <= COMMON && (pairs * COMMON_SHARE <= all || all < 20) {
            words.push((weight * rarity(pairs, all), Weighty { word, is_idea, weight }));
        }
    }
    words.sort_by(|(one, word), (other, next)| other.total_cmp(one).then_with(|| word.word.cmp(&next.word)));
    Ok(words.into_iter().take(WORDS).map(|(_, word)| word).collect())
}

fn weights(state: &State, pair: &Publication) -> HashMap<(String, bool), Score> {
    let mut weights: HashMap<(String, bool), Score> = HashMap::new();
    for (text, place) in [(&pair.title, TITLE), (&pair.question, QUESTION), (&pair.answer, ANSWER)] {
        let forms = state.lists.forms(text, pair.language);
        let spelt = forms.spelt.split(' ').zip(forms.stems.split(' '));
        let stems = spelt.filter(|(spelt, _)| !is_filler(spelt)).map(|(_, stem)| (stem, false));
        let mut counts: HashMap<(&str, bool), u16> = HashMap::new();
        for word in stems.chain(forms.ideas.split(' ').map(|group| (group, true))) {
            *counts.entry(word).or_default() += 1;
        }
        for ((word, is_idea), count) in counts {
            // Said four times is twice as much as said once.
            *weights.entry((word.to_owned(), is_idea)).or_default() += place * Score::from(count).sqrt();
        }
    }
    weights
}

/// In the part of pairs where most have it.
fn pairs_with(state: &State, word: &str, is_idea: bool) -> Result<u64> {
    let mut most = 0;
    for (part, _) in parts(state) {
        let term = Term::from_field_text(field(part, is_idea), word);
        most = most.max(state.searcher.doc_freq(&term)?);
    }
    Ok(most)
}

fn query(state: &State, words: &[Weighty]) -> BooleanQuery {
    let mut clauses: Vec<Box<dyn Query>> = Vec::new();
    for Weighty { word, is_idea, weight } in words {
        for (part, place) in parts(state) {
            let term = Term::from_field_text(field(part, *is_idea), word);
            let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
            clauses.push(Box::new(BoostQuery::new(Box::new(query), place * weight)));
        }
    }
    BooleanQuery::union(clauses)
}

fn parts(state: &State) -> [(Part, Score); 3] {
    [(state.fields.title, TITLE), (state.fields.question, QUESTION), (state.fields.answer, ANSWER)]
}

fn field(part: Part, is_idea: bool) -> Field {
    if is_idea { part.ideas } else { part.stems }
}

/// How much it says that two pairs share a word which this many of all have.
fn rarity(pairs: u64, all: u64) -> Score {
    (1.0 + Score::from(u16::try_from(all / pairs.max(1)).unwrap_or(u16::MAX))).ln()
}
