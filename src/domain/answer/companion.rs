//! Questions that ask almost the same as the one being answered: one answer serves them all, each asker behind their own
//! receipt. They are compared only in the hands of a clinician, as floods are.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::list_writers;
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::answer_companion;
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::QuestionId;
use crate::domain::letter::{self, Content, Kind};
use crate::domain::question::{self, Envelope, Opened, State};
use crate::domain::staff::Clinician;
use crate::domain::{flood, queue, receipt, wait};
use crate::secret::AppSecret;

/// Shorter words say little of what is asked.
const SHORTEST_WORD: usize = 4;
/// So much of a word is compared: its ending says little.
const STEM: usize = 6;
/// Fewer words in common are a coincidence.
const FEWEST_COMMON: usize = 3;
/// Two questions ask almost the same when this share of their words is common, in per cent.
const ALIKE_PERCENT: usize = 40;
/// So many are shown.
const MOST: usize = 20;

/// Waiting questions on the same topic and in the same language that ask almost the same, the most alike first.
pub fn list_alike(conn: &mut AnyConnection, clinician: &Clinician, id: &QuestionId) -> Result<Vec<Opened>> {
    let asked = question::open_unrecorded(conn, clinician, id)?;
    let words = words_of(&asked.content.text);
    let mut alike: Vec<(usize, Opened)> = flood::open_waiting(conn, clinician)?
        .into_iter()
        .filter(|other| {
            other.envelope.topic == asked.envelope.topic && other.content.language == asked.content.language
        })
        .map(|other| (likeness(&words, &words_of(&other.content.text)), other))
        .filter(|(likeness, _)| *likeness >= ALIKE_PERCENT)
        .collect();
    alike.sort_by_key(|(likeness, other)| (std::cmp::Reverse(*likeness), other.envelope.id.clone()));
    Ok(alike.into_iter().map(|(_, other)| other).take(MOST).collect())
}

/// The questions an answer will serve beside its own.
pub fn list(conn: &mut AnyConnection, id: &QuestionId) -> Result<Vec<QuestionId>> {
    let mut ids: Vec<String> = answer_companion::table
        .filter(answer_companion::question_id.eq(id.as_str()))
        .select(answer_companion::companion_id)
        .load(conn)?;
    ids.sort();
    Ok(ids.into_iter().map(QuestionId::from).collect())
}

/// The question whose answer will serve this one too.
pub fn find_leader(conn: &mut AnyConnection, id: &QuestionId) -> Result<Option<QuestionId>> {
    let leader: Option<String> =
        answer_companion::table.find(id.as_str()).select(answer_companion::question_id).first(conn).optional()?;
    Ok(leader.map(QuestionId::from))
}

/// Takes waiting questions along: their holder is the one who writes, so that nobody answers them beside. One that
/// someone else has begun on, or that was taken back, is left alone. Gives how many came along.
pub fn take_along(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    id: &QuestionId,
    others: &[QuestionId],
    now: Moment,
) -> Result<usize> {
    let envelope = question::find(conn, id)?;
    if envelope.state != State::Claimed || !envelope.is_held_by(clinician.id()) {
        return Err(Refusal::NotHolder.into());
    }
    // No chains: whoever comes along takes nobody along.
    if find_leader(conn, id)?.is_some() {
        return Err(Refusal::WrongState.into());
    }
    let mut taken = 0;
    for other in others.iter().filter(|other| *other != id) {
        if !question::hold_row(conn, other, &[State::Waiting])? || has_part(conn, other)? {
            continue;
        }
        match queue::claim(conn, clinician, other, now) {
            Err(Error::Refused(Refusal::AlreadyClaimed { .. } | Refusal::WrongState)) => continue,
            claimed => claimed?,
        }
        diesel::insert_into(answer_companion::table)
            .values((answer_companion::companion_id.eq(other.as_str()), answer_companion::question_id.eq(id.as_str())))
            .execute(conn)?;
        audit::record(conn, Actor::Staff(clinician.id()), Act::ServeTogether, other.as_str(), now)?;
        taken += 1;
    }
    Ok(taken)
}

/// Lets one go again: it waits as before.
pub fn let_go(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    (id, other): (&QuestionId, &QuestionId),
    now: Moment,
) -> Result<()> {
    let gone = diesel::delete(
        answer_companion::table.find(other.as_str()).filter(answer_companion::question_id.eq(id.as_str())),
    )
    .execute(conn)?;
    if gone == 0 {
        return Err(Error::NotFound);
    }
    queue::release(conn, clinician, other, now)
}

/// Whether a question has a part in an answer to several, as the first or as another.
fn has_part(conn: &mut AnyConnection, id: &QuestionId) -> Result<bool> {
    Ok(find_leader(conn, id)?.is_some() || !list(conn, id)?.is_empty())
}

/// Ends every companion as its first was ended, each with the same letter behind its own receipt. One that a colleague
/// answers by now is left to them.
pub(super) fn end_all(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    id: &QuestionId,
    (kind, content): (Kind, &Content),
    now: Moment,
) -> Result<()> {
    let (served, today) = (list_served(conn, id)?, date_in_norway(now));
    diesel::delete(answer_companion::table.filter(answer_companion::question_id.eq(id.as_str()))).execute(conn)?;
    let to = match kind {
        Kind::Published => State::Published,
        Kind::PrivateAnswer => State::Answered,
        // A no is for one asker: the others are answered by themselves.
        _ => return Ok(()),
    };
    for envelope in served {
        let companion = &envelope.id;
        queue::advance(conn, companion, None, envelope.state, to)?;
        if receipt::exists_for(conn, companion)? {
            letter::send(conn, secret, &envelope, kind, content, today)?;
        }
        wait::count(conn, envelope.arrived_on, today)?;
        super::remove(conn, companion)?;
        question::close(conn, companion, today)?;
        receipt::set_closed(conn, companion, Some(today))?;
    }
    Ok(())
}

/// How many askers an answer has.
pub fn count_askers(conn: &mut AnyConnection, id: &QuestionId) -> Result<usize> {
    Ok(1 + list_served(conn, id)?.len())
}

/// Those that wait still, or that a writer of the answer holds.
fn list_served(conn: &mut AnyConnection, id: &QuestionId) -> Result<Vec<Envelope>> {
    let writers = list_writers(conn, id)?;
    let is_served = |envelope: &Envelope| match envelope.state {
        State::Waiting => true,
        State::Claimed => writers.iter().any(|writer| envelope.is_held_by(writer)),
        _ => false,
    };
    let companions = list(conn, id)?.into_iter().map(|companion| question::find(conn, &companion));
    let companions = companions.collect::<Result<Vec<_>>>()?;
    Ok(companions.into_iter().filter(is_served).collect())
}

/// The beginnings of a text's longer words.
fn words_of(text: &str) -> BTreeSet<String> {
    let lowered = text.to_lowercase();
    let words =
        lowered.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.chars().count() >= SHORTEST_WORD);
    words.map(|word| word.chars().take(STEM).collect()).collect()
}

/// The share of common words in per cent; 0 when they are too few to say anything.
fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    let common = one.intersection(other).count();
    if common < FEWEST_COMMON { 0 } else { common * 100 / (one.len() + other.len() - common) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        likeness(&words_of(one), &words_of(other)) >= ALIKE_PERCENT
    }

    #[test]
    fn the_same_question_in_other_words_is_alike_and_the_same_subject_is_not() {
        let asked = "Hvor lenge kan weed ses på en urinprøve?";
        assert!(alike(asked, "hei, hvor lenge kan weed ses på urinprøven"));
        assert!(alike(asked, "Lurer på hvor lenge weed vises på en urinprøve?"));
        assert!(!alike(asked, "Er weed farlig for hjernen når man er femten?"));
        assert!(!alike(asked, "Hvor lenge er alkohol i kroppen etter en fest?"));
        assert!(!alike("Hjelp!", "Hjelp!"), "too little to say");
    }
}
