//! From a query to an answer, on one state of the index.

use std::collections::HashSet;

use anyhow::{Context, Result};
use tantivy::collector::TopDocs;
use tantivy::schema::{Field, Value};
use tantivy::{DocAddress, Score, TantivyDocument};

use super::answer::{Answer, Asked, Hit, MOST_HITS};
use super::fields::Stored;
use super::query::{self, Meant};
use super::snippet::{Marking, Piece};
use super::state::State;
use crate::domain::publication::version::Variant;
use crate::text::language::Language;
use crate::text::search::Lists;
use crate::text::search::wanted::{Wanted, WantedWord};
use crate::text::summary;
use crate::text::tongue::Tongue;

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
        hits: page
            .map(|(_, address)| hit(state, *address, &marks, (asked.language, Shows::Passage)))
            .collect::<Result<_>>()?,
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

/// What a list shows under a title.
#[derive(Clone, Copy)]
pub(super) enum Shows {
    /// Where the words were found.
    Passage,
    /// What the answer begins with: whoever writes a question knows the question.
    Opening,
}

/// The words of a pair, or of one of its versions.
struct Words<'a> {
    tongue: Tongue,
    ending: Option<String>,
    title: &'a str,
    question: &'a str,
    answer: &'a str,
}

/// A found pair on a page in a language.
pub(super) fn hit(
    state: &State,
    address: DocAddress,
    marks: &HashSet<String>,
    (page, shows): (Language, Shows),
) -> Result<Hit> {
    let document: TantivyDocument = state.searcher.doc(address)?;
    let fields = &state.fields;
    let text = |field| texts(&document, field).next().unwrap_or_default();
    let own = Language::from_tag(text(fields.language)).unwrap_or_default();
    let original = Words {
        tongue: own.into(),
        ending: None,
        title: text(fields.title_text),
        question: text(fields.question_text),
        answer: text(fields.answer_text),
    };
    let versions = versions_of(&document, fields.versions, own);
    let pieces = |words: &Words<'_>| shown(&state.lists, marks, words);
    // What the link leads to on this page's language; else whatever was hit, the original first.
    let in_place = versions.iter().find(|words| words.ending.is_none() && words.tongue == page.into());
    let beside = versions.iter().filter(|words| words.ending.is_some());
    let is_hit = |words: &&Words<'_>| {
        let (title, passage) = pieces(words);
        title.iter().chain(&passage).any(|piece| piece.is_hit)
    };
    let hit = || std::iter::once(&original).chain(beside).find(is_hit);
    let words = if versions.is_empty() { &original } else { in_place.or_else(hit).unwrap_or(&original) };
    let (title, passage) = pieces(words);
    Ok(Hit {
        slug: text(fields.slug).to_owned(),
        title,
        passage: match shows {
            Shows::Passage => passage,
            Shows::Opening => {
                let opening = summary::of_markdown(words.answer);
                vec![Piece::plain(summary::after_greeting(&opening).to_owned())]
            }
        },
        topic: text(fields.topic).to_owned(),
        tongue: words.tongue,
        ending: words.ending.clone(),
        published_on: text(fields.published_on).parse().context("a date in the index cannot be read")?,
    })
}

fn shown(lists: &Lists, marks: &HashSet<String>, words: &Words<'_>) -> (Vec<Piece>, Vec<Piece>) {
    let marking = Marking { lists, marks, language: words.tongue.of_ours().unwrap_or(Language::En) };
    (marking.whole(words.title), marking.passage(&[words.question, words.answer]))
}

fn texts(document: &TantivyDocument, field: Field) -> impl Iterator<Item = &str> {
    document.get_all(field).filter_map(|value| value.as_str())
}

fn versions_of(document: &TantivyDocument, stored: Stored, own: Language) -> Vec<Words<'_>> {
    let (words, titles) = (texts(document, stored.word), texts(document, stored.title));
    let (questions, answers) = (texts(document, stored.question), texts(document, stored.answer));
    let versions = words.zip(titles).zip(questions.zip(answers));
    versions
        .filter_map(|((word, title), (question, answer))| {
            let variant = Variant::from_word(word)?;
            let ending = variant.in_place_of().is_none().then(|| variant.ending(own));
            Some(Words { tongue: variant.tongue, ending, title, question, answer })
        })
        .collect()
}
