//! Floods: many questions that say almost the same. They are compared only in the hands of a clinician, whose keys
//! open them; no mark of likeness is kept anywhere.

use std::hash::{DefaultHasher, Hash, Hasher};

use diesel::prelude::*;

use super::audit::{self, Act, Actor};
use super::errors::{Error, Refusal, Result};
use super::ids::QuestionId;
use super::letter::model::{ModelLetters, Reason};
use super::letter::{self, Content};
use super::question::{self, Opened, State};
use super::staff::Clinician;
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::question as question_table;
use crate::secret::AppSecret;

/// As many waiting questions are compared at once; the newest first to be left out.
const COMPARED: i64 = 1_000;
/// Words that stand together.
const SHINGLE: usize = 3;
/// Two texts are alike when this share of their shingles is common, in per cent.
const ALIKE_PERCENT: usize = 60;

/// Questions that say almost the same.
#[derive(Clone)]
pub struct Flood {
    pub questions: Vec<Opened>,
}

/// What a look found.
#[derive(Clone)]
pub struct Look {
    /// The largest first, each of at least as many as were asked for.
    pub floods: Vec<Flood>,
    /// How many questions were compared.
    pub compared: usize,
}

/// Opens what waits and groups what is alike. That someone read it is written down, once for all.
pub fn look(conn: &mut AnyConnection, clinician: &Clinician, at_least: usize, now: Moment) -> Result<Look> {
    let ids: Vec<String> = question_table::table
        .filter(question_table::state.eq(State::Waiting.word()))
        .order((question_table::due_on, question_table::id))
        .select(question_table::id)
        .limit(COMPARED)
        .load(conn)?;
    let mut groups: Vec<(Vec<u64>, Flood)> = Vec::new();
    let mut compared = 0;
    for id in ids.into_iter().map(QuestionId::from) {
        let opened = match question::open_unrecorded(conn, clinician, &id) {
            // Sealed before this person was let in: a colleague will see it.
            Err(Error::Refused(Refusal::NoKey)) => continue,
            opened => opened?,
        };
        compared += 1;
        let own = shingles(&opened.content.text);
        match groups.iter_mut().find(|(known, _)| are_alike(known, &own)) {
            Some((_, flood)) => flood.questions.push(opened),
            None => groups.push((own, Flood { questions: vec![opened] })),
        }
    }
    let mut floods: Vec<Flood> = groups.into_iter().map(|(_, flood)| flood).collect();
    floods.retain(|flood| flood.questions.len() >= at_least);
    floods.sort_by_key(|flood| std::cmp::Reverse(flood.questions.len()));
    audit::record(conn, Actor::Staff(clinician.id()), Act::CompareQuestions, "queue", now)?;
    Ok(Look { floods, compared })
}

/// Deletes waiting questions at once, and leaves the letter that says why behind each receipt; gives how many. One that
/// someone has begun on, or that was withdrawn meanwhile, is left alone.
pub fn drop_together(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    ids: &[QuestionId],
    (letters, now): (&ModelLetters, Moment),
) -> Result<usize> {
    let mut dropped = 0;
    for id in ids {
        let opened = match question::open_unrecorded(conn, clinician, id) {
            Err(Error::Refused(Refusal::QuestionGone)) => continue,
            opened => opened?,
        };
        if opened.envelope.state != State::Waiting {
            continue;
        }
        let model = letters.find(Reason::Abuse).ok_or(Error::UnknownContent)?;
        let content = Content::of_text(model.text.to(opened.content.language));
        letter::decline_and_forget(conn, secret, &opened.envelope, &content, date_in_norway(now))?;
        audit::record(conn, Actor::Staff(clinician.id()), Act::DropFlood, id.as_str(), now)?;
        audit::forget_subject(conn, id.as_str())?;
        dropped += 1;
    }
    Ok(dropped)
}

/// Hashes of all runs of three words, sorted; a shorter text is one run.
fn shingles(text: &str) -> Vec<u64> {
    let lowered = text.to_lowercase();
    let words: Vec<&str> =
        lowered.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let runs: Box<dyn Iterator<Item = &[&str]>> = if words.len() < SHINGLE {
        Box::new(std::iter::once(words.as_slice()))
    } else {
        Box::new(words.windows(SHINGLE))
    };
    let mut hashes: Vec<u64> = runs
        .map(|run| {
            let mut hasher = DefaultHasher::new();
            run.hash(&mut hasher);
            hasher.finish()
        })
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// Jaccard's measure of two sets of shingles (Broder 1997).
fn are_alike(one: &[u64], other: &[u64]) -> bool {
    let common = one.iter().filter(|hash| other.binary_search(hash).is_ok()).count();
    let all = one.len() + other.len() - common;
    common * 100 >= all * ALIKE_PERCENT
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        are_alike(&shingles(one), &shingles(other))
    }

    #[test]
    fn almost_the_same_is_alike_and_the_same_subject_is_not() {
        let spam = "Kjøp billige sko på nettet i dag, tilbudet varer bare til midnatt i kveld";
        assert!(alike(spam, spam));
        assert!(alike(spam, "KJØP billige sko på nettet i dag!!! Tilbudet varer bare til midnatt i kveld 7731"));
        assert!(!alike(spam, "Jeg kjøpte billige sko, og nå har jeg gnagsår. Hva hjelper mot det?"));
        assert!(!alike(
            "Hvor lenge er det alkohol i kroppen etter en fest?",
            "Hvor lenge er det THC i kroppen etter at man har røykt?"
        ));
        assert!(alike("lol", "LOL!") && !alike("lol", "hei"));
        assert!(!alike("hjelp meg", "hjelp meg nå"));
    }

    #[test]
    fn words_that_only_meet_once_are_not_enough() {
        let mut counts: BTreeMap<bool, usize> = BTreeMap::new();
        for number in 0..50 {
            let text = format!("jeg er {number} år og lurer på noe om saken nummer {number} i dag");
            *counts.entry(alike(&text, "jeg er 99 år og lurer på noe annet enn deg i dag")).or_default() += 1;
        }
        assert_eq!(counts.get(&true), None);
    }
}
