//! A read query as the index is asked: for every word its spelling, stem, folded form, parts and groups, in every part of
//! a pair. The figures were set on the tuning two thirds of `benches/search/queries.tsv`.

use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Term};

use super::answer::Asked;
use super::fields::{Fields, Part};
use super::spelling::Near;
use crate::text::search::wanted::{Wanted, WantedWord};
use crate::text::terms::folded;

/// What a part of a pair weighs.
const TITLE: Score = 3.0;
const QUESTION: Score = 1.5;
const ANSWER: Score = 1.0;
const TOPIC: Score = 0.4;
const VERSION_TITLE: Score = 2.0;
const VERSION_TEXT: Score = 0.8;
/// What a form of a word weighs.
const SPELT: Score = 1.0;
const STEM: Score = 0.9;
const FOLDED: Score = 0.7;
const PART: Score = 0.5;
const IDEA: Score = 0.7;
const WHOLE_COMPOUND: Score = 1.0;
/// What each letter that is off takes away.
const NEAR: Score = 0.8;
/// How much of the weaker forms of a word counts beside its strongest.
const WEAKER_FORMS: Score = 0.1;
const WEAKER_PARTS: Score = 0.5;

type Clauses = Vec<Box<dyn Query>>;

/// A word with the spellings it may have been meant as.
pub(super) struct Meant {
    pub word: WantedWord,
    pub near: Vec<(Near, WantedWord)>,
}

/// The words that must be there (one of them), and those that only help.
pub(super) fn build(fields: &Fields, wanted: &Wanted, words: &[Meant], asked: &Asked) -> Box<dyn Query> {
    let (mut content, mut fillers) = (Clauses::new(), Clauses::new());
    for meant in words {
        let clause = boosted(of_word(fields, meant), meant.word.weight);
        if meant.word.is_filler() { &mut fillers } else { &mut content }.push(clause);
    }
    content.extend(wanted.phrases.iter().map(|group| in_parts(fields, |part| vec![term(part.ideas, group, IDEA)])));
    content.extend(wanted.joined.iter().map(|word| in_parts(fields, |part| forms(part, word, WHOLE_COMPOUND))));
    let mut all: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, Box::new(BooleanQuery::union(content)))];
    all.extend(fillers.into_iter().map(|clause| (Occur::Should, clause)));
    let asked_for = [
        (fields.topic, asked.topic.as_deref()),
        (fields.age_band, asked.age_band.map(crate::domain::audience::AgeBand::word)),
        (fields.gender, asked.gender.map(crate::domain::audience::Gender::word)),
    ];
    for (field, word) in asked_for {
        if let Some(word) = word {
            all.push((Occur::Must, term(field, word, 0.0)));
        }
    }
    Box::new(BooleanQuery::new(all))
}

fn of_word(fields: &Fields, meant: &Meant) -> Box<dyn Query> {
    in_parts(fields, |part| {
        let mut clauses = one_word(part, &meant.word, 1.0);
        for (near, word) in &meant.near {
            let weight = (0..near.distance).fold(1.0, |weight, _| weight * NEAR);
            clauses.extend(one_word(part, word, weight));
        }
        clauses
    })
}

fn one_word(part: Part, word: &WantedWord, weight: Score) -> Clauses {
    let mut clauses = forms(part, &word.spelt, weight);
    for piece in &word.parts {
        clauses.extend(forms(part, piece, weight * PART));
    }
    clauses.extend(word.ideas.iter().map(|group| term(part.ideas, group, weight * IDEA)));
    clauses
}

fn forms(part: Part, spelt: &str, weight: Score) -> Clauses {
    let mut clauses = vec![term(part.spelt, spelt, weight * SPELT)];
    for stem in WantedWord::stems(spelt) {
        clauses.push(term(part.stems, &stem, weight * STEM));
        clauses.push(term(part.folded, &folded(&stem), weight * FOLDED));
        clauses.push(term(part.parts, &stem, weight * PART));
    }
    clauses
}

/// The same in every part of a pair: where it weighs most decides, the rest helps.
fn in_parts(fields: &Fields, clauses: impl Fn(Part) -> Clauses) -> Box<dyn Query> {
    let parts = [
        (fields.title, TITLE),
        (fields.question, QUESTION),
        (fields.answer, ANSWER),
        (fields.topic_name, TOPIC),
        (fields.version_title, VERSION_TITLE),
        (fields.version_text, VERSION_TEXT),
    ];
    let in_each = parts.into_iter().map(|(part, weight)| {
        let strongest = DisjunctionMaxQuery::with_tie_breaker(clauses(part), WEAKER_FORMS);
        boosted(Box::new(strongest), weight)
    });
    Box::new(DisjunctionMaxQuery::with_tie_breaker(in_each.collect(), WEAKER_PARTS))
}

fn term(field: Field, word: &str, weight: Score) -> Box<dyn Query> {
    let query = TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs);
    boosted(Box::new(query), weight)
}

fn boosted(query: Box<dyn Query>, weight: Score) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}
