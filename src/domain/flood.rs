//! Floods: many questions that say almost the same. They are compared only in the hands of a clinician, whose keys
//! open them; no mark of likeness is kept anywhere.

use std::collections::HashMap;
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

/// Writes down that someone compared what waits, once for all of it.
pub fn record_look(conn: &mut AnyConnection, clinician: &Clinician, now: Moment) -> Result<()> {
    audit::record(conn, Actor::Staff(clinician.id()), Act::CompareQuestions, "queue", now)
}

/// Opens what waits. [`record_look`] comes first.
pub fn open_waiting(conn: &mut AnyConnection, clinician: &Clinician) -> Result<Vec<Opened>> {
    let ids: Vec<String> = question_table::table
        .filter(question_table::state.eq(State::Waiting.word()))
        .order((question_table::due_on, question_table::id))
        .select(question_table::id)
        .limit(COMPARED)
        .load(conn)?;
    let mut opened = Vec::new();
    for id in ids.into_iter().map(QuestionId::from) {
        match question::open_unrecorded(conn, clinician, &id) {
            // Sealed before this person was let in, or taken back just now.
            Err(Error::Refused(Refusal::NoKey | Refusal::QuestionGone)) => {}
            question => opened.push(question?),
        }
    }
    Ok(opened)
}

/// Groups what is alike. Work grows with the words there are, not with the pairs of questions.
pub fn group(questions: Vec<Opened>, at_least: usize) -> Look {
    let compared = questions.len();
    let mut groups: Vec<(usize, Flood)> = Vec::new();
    // Which groups begin with a question that has this run of words.
    let mut begins: HashMap<u64, Vec<usize>> = HashMap::new();
    for opened in questions {
        let own = shingles(&opened.content.text);
        let mut common: HashMap<usize, usize> = HashMap::new();
        for place in own.iter().filter_map(|hash| begins.get(hash)).flatten() {
            *common.entry(*place).or_default() += 1;
        }
        let known = common
            .into_iter()
            .filter(|(place, common)| groups.get(*place).is_some_and(|(size, _)| are_alike(*common, *size, own.len())));
        if let Some((_, flood)) = known.map(|(place, _)| place).min().and_then(|place| groups.get_mut(place)) {
            flood.questions.push(opened);
            continue;
        }
        for hash in &own {
            begins.entry(*hash).or_default().push(groups.len());
        }
        groups.push((own.len(), Flood { questions: vec![opened] }));
    }
    let mut floods: Vec<Flood> = groups.into_iter().map(|(_, flood)| flood).collect();
    floods.retain(|flood| flood.questions.len() >= at_least);
    floods.sort_by_key(|flood| std::cmp::Reverse(flood.questions.len()));
    Look { floods, compared }
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
        if !question::hold_row(conn, id, &[State::Waiting])? {
            continue;
        }
        let opened = question::open_unrecorded(conn, clinician, id)?;
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

/// Jaccard's measure of two sets of shingles (Broder 1997), from their sizes and what they have in common.
fn are_alike(common: usize, one: usize, other: usize) -> bool {
    common * 100 >= (one + other - common) * ALIKE_PERCENT
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        let (one, other) = (shingles(one), shingles(other));
        let common = one.iter().filter(|hash| other.contains(hash)).count();
        are_alike(common, one.len(), other.len())
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
