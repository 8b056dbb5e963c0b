//! Texts that new words are looked for in. They are opened in a clinician's hands, compared, and forgotten: no word of a
//! question is ever stored outside its seal.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use super::audit::{self, Act, Actor};
use super::errors::{Error, Refusal, Result};
use super::ids::QuestionId;
use super::question;
use super::staff::Clinician;
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{publication, question as question_table};

/// Questions of so many days are new.
pub const NEW_DAYS: u64 = 30;
/// The newest of each kind are enough.
const COMPARED: i64 = 2_000;

/// What is compared.
#[derive(Default)]
pub struct Texts {
    pub new: Vec<String>,
    pub old: Vec<String>,
}

/// Writes down that someone compared the questions, once for all of them.
pub fn record_look(conn: &mut AnyConnection, clinician: &Clinician, now: Moment) -> Result<()> {
    audit::record(conn, Actor::Staff(clinician.id()), Act::CompareQuestions, "words", now)
}

/// Opens the questions that are still there; published pairs are old texts. [`record_look`] comes first.
pub fn open_texts(conn: &mut AnyConnection, clinician: &Clinician, now: Moment) -> Result<Texts> {
    let today = date_in_norway(now);
    let since = today.checked_sub_days(Days::new(NEW_DAYS)).unwrap_or(today);
    let rows: Vec<(String, NaiveDate)> = question_table::table
        .order((question_table::arrived_on.desc(), question_table::id))
        .select((question_table::id, question_table::arrived_on))
        .limit(COMPARED)
        .load(conn)?;
    let mut texts = Texts::default();
    for (id, arrived_on) in rows {
        match question::open_unrecorded(conn, clinician, &QuestionId::from(id)) {
            // Sealed before this person was let in, or taken back just now.
            Err(Error::Refused(Refusal::NoKey | Refusal::QuestionGone)) => {}
            opened if arrived_on > since => texts.new.push(opened?.content.text),
            opened => texts.old.push(opened?.content.text),
        }
    }
    let pairs: Vec<(String, String, String)> = publication::table
        .order((publication::published_on.desc(), publication::id))
        .select((publication::title, publication::question, publication::answer))
        .limit(COMPARED)
        .load(conn)?;
    texts.old.extend(pairs.into_iter().map(|(title, question, answer)| [title, question, answer].join("\n")));
    Ok(texts)
}
