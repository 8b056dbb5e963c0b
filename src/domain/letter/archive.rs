//! What an owner who must archive (arkivlova) is given before an original is deleted: question and answer as they are
//! kept, sealed. Staff who hold the key of that time open it; nobody else can.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Content, Kind, Letter, Row, staff_place};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::{letter, question as question_table};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Result};
use crate::domain::ids::{EpochId, LetterId, QuestionId};
use crate::domain::question;
use crate::domain::staff::Clinician;
use crate::vault::{from_hex, to_hex};

/// One question and the letters about it. What is sealed stands as hexadecimal digits.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Archived {
    pub question: String,
    pub topic: String,
    pub arrived_on: NaiveDate,
    pub closed_on: Option<NaiveDate>,
    epoch: String,
    sealed: String,
    letters: Vec<ArchivedLetter>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct ArchivedLetter {
    id: String,
    kind: Kind,
    written_on: NaiveDate,
    sealed: String,
}

/// An archived question in the hands of someone who holds its key.
pub struct OpenedArchive {
    pub content: question::Content,
    pub letters: Vec<Letter>,
}

/// Everything that is deleted with an original, as it lies in the database.
pub fn take(conn: &mut AnyConnection, id: &QuestionId) -> Result<Archived> {
    let envelope = question::find(conn, id)?;
    let (closed_on, sealed): (Option<NaiveDate>, Vec<u8>) = question_table::table
        .find(id.as_str())
        .select((question_table::closed_on, question_table::sealed))
        .first(conn)?;
    let rows: Vec<Row> = letter::table
        .filter(letter::question_id.eq(id.as_str()))
        .filter(letter::for_staff.is_not_null())
        .order(letter::place)
        .select(Row::as_select())
        .load(conn)?;
    let letters = rows.into_iter().map(|row| {
        Ok(ArchivedLetter {
            kind: Kind::from_word(&row.kind).ok_or(Error::UnknownContent)?,
            written_on: row.written_on,
            sealed: to_hex(&row.for_staff.unwrap_or_default()),
            id: row.id,
        })
    });
    Ok(Archived {
        question: id.to_string(),
        topic: envelope.topic,
        arrived_on: envelope.arrived_on,
        closed_on,
        epoch: envelope.epoch_id.to_string(),
        sealed: to_hex(&sealed),
        letters: letters.collect::<Result<_>>()?,
    })
}

/// Opens what [`take`] took. That someone read it is written down, without the number of the question, which is
/// forgotten here.
pub fn open(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    archived: &Archived,
    now: Moment,
) -> Result<OpenedArchive> {
    let (id, epoch) = (QuestionId::from(archived.question.clone()), EpochId::from(archived.epoch.clone()));
    let sealed = from_hex(&archived.sealed).ok_or(Error::UnknownContent)?;
    let content = question::open_sealed(conn, clinician, (&id, &epoch), &sealed)?;
    let mut letters = Vec::new();
    for archived in &archived.letters {
        let id = LetterId::from(archived.id.clone());
        let sealed = from_hex(&archived.sealed).ok_or(Error::UnknownContent)?;
        let plain = clinician.keys.open_text(conn, &staff_place(&id, epoch.as_str()), &sealed)?;
        let content: Content = serde_json::from_slice(&plain).map_err(|_| Error::UnknownContent)?;
        letters.push(Letter { kind: archived.kind, written_on: archived.written_on, content: Some(content) });
    }
    audit::record(conn, Actor::Staff(clinician.id()), Act::OpenArchive, "archive", now)?;
    Ok(OpenedArchive { content, letters })
}
