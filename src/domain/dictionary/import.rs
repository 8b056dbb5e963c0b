//! What was said of words in another house: bound to the row as it was there, and by nobody here.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::Verdict;
use crate::database::AnyConnection;
use crate::database::schema::dictionary_word;
use crate::domain::errors::{Error, Result};
use crate::domain::publication::import::Taken;

/// What was said of a row, without who said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Of the row it was said of; another row has another one.
    pub fingerprint: String,
    /// The entry's slug.
    pub entry: String,
    pub word: String,
    pub verdict: Verdict,
    pub decided_on: NaiveDate,
}

/// Everything that was decided, by fingerprint.
pub fn list_all(conn: &mut AnyConnection) -> Result<Vec<Told>> {
    let rows: Vec<(String, String, String, String, NaiveDate)> = dictionary_word::table
        .order(dictionary_word::fingerprint)
        .select((
            dictionary_word::fingerprint,
            dictionary_word::entry,
            dictionary_word::word,
            dictionary_word::state,
            dictionary_word::decided_on,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(fingerprint, entry, word, state, decided_on)| {
            let verdict = Verdict::from_word(&state).ok_or(Error::UnknownContent)?;
            Ok(Told { fingerprint, entry, word, verdict, decided_on })
        })
        .collect()
}

/// Whether something was decided of the row here.
pub fn is_decided(conn: &mut AnyConnection, told: &Told) -> Result<bool> {
    Ok(dictionary_word::table.find(&told.fingerprint).count().get_result::<i64>(conn)? > 0)
}

/// Takes in what was said elsewhere, unless something was decided here.
pub fn take_in(conn: &mut AnyConnection, told: &Told) -> Result<Taken> {
    if is_decided(conn, told)? {
        return Ok(Taken::AlreadyThere(told.word.clone()));
    }
    diesel::insert_into(dictionary_word::table)
        .values((
            dictionary_word::fingerprint.eq(&told.fingerprint),
            dictionary_word::entry.eq(&told.entry),
            dictionary_word::word.eq(&told.word),
            dictionary_word::state.eq(told.verdict.word()),
            dictionary_word::decided_on.eq(told.decided_on),
        ))
        .execute(conn)?;
    Ok(Taken::Added(told.word.clone()))
}
