//! What a pair said before it was corrected: the whole words for staff, the notes for everyone.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Correction, placing};
use crate::database::AnyConnection;
use crate::database::schema::former_wording as table;
use crate::domain::answer::placing::Placing;
use crate::domain::errors::Result;
use crate::domain::ids::{PublicationId, StaffId};
use crate::domain::publication::Publication;
use crate::domain::staff;

/// A correction as readers are told of it.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Note {
    pub on: NaiveDate,
    pub words: String,
}

/// Words that a pair had, until the day they were replaced.
#[derive(Clone, Debug)]
pub struct Former {
    pub number: i32,
    pub title: String,
    pub question: String,
    pub answer: String,
    /// Where it stood, when that was changed too.
    pub placing: Option<Placing>,
    pub note: Note,
    /// The names of who replaced them, and of who passed it; empty when that was elsewhere.
    pub author: String,
    pub reviewer: String,
}

#[derive(Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = table)]
pub(in crate::domain::publication) struct FormerRow {
    publication_id: String,
    number: i32,
    title: String,
    question: String,
    answer: String,
    public_note: String,
    replaced_on: NaiveDate,
    author_id: Option<String>,
    reviewer_id: Option<String>,
    #[serde(default)]
    placing: Option<String>,
}

/// Keeps the words that a correction replaces.
pub(super) fn keep(
    conn: &mut AnyConnection,
    pair: &Publication,
    (correction, before): (&Correction, Option<&Placing>),
    (reviewer, today): (&StaffId, NaiveDate),
) -> Result<()> {
    let newest = list_rows(conn, &pair.id)?.first().map_or(0, |row| row.number);
    let row = FormerRow {
        publication_id: pair.id.to_string(),
        number: newest.saturating_add(1),
        title: pair.title.clone(),
        question: pair.question.clone(),
        answer: pair.answer.clone(),
        public_note: correction.typed.public_note.clone(),
        replaced_on: today,
        author_id: Some(correction.author_id.to_string()),
        reviewer_id: Some(reviewer.to_string()),
        placing: before.map(placing::to_text).transpose()?,
    };
    diesel::insert_into(table::table).values(&row).execute(conn)?;
    Ok(())
}

/// All of it, newest first, to be kept beside a pair that is taken away.
pub(in crate::domain::publication) fn list_rows(
    conn: &mut AnyConnection,
    id: &PublicationId,
) -> Result<Vec<FormerRow>> {
    Ok(table::table
        .filter(table::publication_id.eq(id.as_str()))
        .order(table::number.desc())
        .select(FormerRow::as_select())
        .load(conn)?)
}

/// Puts it beside its pair again.
pub(in crate::domain::publication) fn put_back(conn: &mut AnyConnection, rows: &[FormerRow]) -> Result<()> {
    for row in rows {
        diesel::insert_into(table::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Words a pair had at another house.
#[derive(Clone, Debug)]
pub struct Incoming {
    pub title: String,
    pub question: String,
    pub answer: String,
    pub note: Note,
}

/// Puts beside a pair that was just added the words it had elsewhere, the newest first: corrected by nobody here.
pub(in crate::domain::publication) fn take_in(
    conn: &mut AnyConnection,
    pair: &Publication,
    former: &[Incoming],
) -> Result<()> {
    for (number, one) in (1_i32..).zip(former.iter().rev()) {
        let row = FormerRow {
            publication_id: pair.id.to_string(),
            number,
            title: one.title.clone(),
            question: one.question.clone(),
            answer: one.answer.clone(),
            public_note: one.note.words.clone(),
            replaced_on: one.note.on,
            author_id: None,
            reviewer_id: None,
            placing: None,
        };
        diesel::insert_into(table::table).values(&row).execute(conn)?;
    }
    Ok(())
}

/// What readers are told, newest first.
pub fn list_notes(conn: &mut AnyConnection, id: &PublicationId) -> Result<Vec<Note>> {
    Ok(table::table
        .filter(table::publication_id.eq(id.as_str()))
        .order(table::number.desc())
        .select((table::replaced_on, table::public_note))
        .load(conn)?)
}

/// The words a pair had, newest first.
pub fn list(conn: &mut AnyConnection, id: &PublicationId) -> Result<Vec<Former>> {
    let rows = list_rows(conn, id)?;
    let mut name = |id: Option<String>| staff::find_name(conn, id.map(StaffId::from).as_ref());
    rows.into_iter()
        .map(|row| {
            let note = Note { on: row.replaced_on, words: row.public_note };
            let (author, reviewer) = (name(row.author_id)?, name(row.reviewer_id)?);
            let placing = placing::of_text(row.placing.as_ref())?;
            let FormerRow { number, title, question, answer, .. } = row;
            Ok(Former { number, title, question, answer, placing, note, author, reviewer })
        })
        .collect()
}
