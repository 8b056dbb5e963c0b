//! What a draft said before. Every save that was asked for is kept, and one of many that the page did by itself; sealed
//! as the draft is, without a time, and gone with it.

use diesel::dsl::max;
use diesel::prelude::*;

use super::{Sealed, Wording, wording_place};
use crate::database::AnyConnection;
use crate::database::schema::answer_past;
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::{QuestionId, StaffId};
use crate::domain::question;
use crate::domain::staff::{self, Clinician};

/// So many former wordings of one draft are kept.
const KEPT: i64 = 30;
/// Between two that the page saved by itself: at one every few seconds, a couple of minutes of typing.
const STEP: i32 = 20;

/// Who wanted a draft saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Its writer.
    Asked,
    /// The page, while its writer typed.
    ByItself,
}

/// One former wording, and whose it was.
pub struct Former {
    pub version: i32,
    pub writer: String,
    pub wording: Wording,
}

/// Remembers what was just saved, when it is worth it.
pub(super) fn note(
    conn: &mut AnyConnection,
    (id, writer): (&QuestionId, &StaffId),
    (version, sealed): (i32, &[u8]),
    saving: Saving,
) -> Result<()> {
    let of_question = answer_past::table.filter(answer_past::question_id.eq(id.as_str()));
    let newest: Option<i32> = of_question.select(max(answer_past::version)).first(conn)?;
    if saving == Saving::ByItself && version - newest.unwrap_or(0) < STEP {
        return Ok(());
    }
    diesel::insert_into(answer_past::table)
        .values((
            answer_past::question_id.eq(id.as_str()),
            answer_past::version.eq(version),
            answer_past::writer_id.eq(writer.as_str()),
            answer_past::sealed_wording.eq(sealed),
        ))
        .execute(conn)?;
    let too_old: Vec<i32> = of_question
        .select(answer_past::version)
        .order(answer_past::version.desc())
        .offset(KEPT)
        .limit(i64::from(i32::MAX))
        .load(conn)?;
    diesel::delete(of_question.filter(answer_past::version.eq_any(too_old))).execute(conn)?;
    Ok(())
}

/// Whether a version is kept already.
pub(super) fn has(conn: &mut AnyConnection, id: &QuestionId, version: i32) -> Result<bool> {
    Ok(answer_past::table.find((id.as_str(), version)).count().get_result::<i64>(conn)? > 0)
}

/// The former wordings, the newest first; for whoever may open the question.
pub fn list(conn: &mut AnyConnection, clinician: &Clinician, id: &QuestionId) -> Result<Vec<Former>> {
    let epoch = question::find(conn, id)?.epoch_id;
    let rows: Vec<(i32, String, Vec<u8>)> = answer_past::table
        .filter(answer_past::question_id.eq(id.as_str()))
        .order(answer_past::version.desc())
        .select((answer_past::version, answer_past::writer_id, answer_past::sealed_wording))
        .load(conn)?;
    let mut list = Vec::new();
    for (version, writer, sealed) in rows {
        let plain = clinician.keys.open_text(conn, &wording_place(id, &epoch), &sealed)?;
        let Sealed { wording, .. } = serde_json::from_slice(&plain).map_err(|_| Error::UnknownContent)?;
        let writer = staff::find(conn, &StaffId::from(writer))?.name;
        list.push(Former { version, writer, wording });
    }
    Ok(list)
}

/// One former wording, to be taken back by the one who holds the question.
pub fn find(conn: &mut AnyConnection, clinician: &Clinician, id: &QuestionId, version: i32) -> Result<Wording> {
    if !question::find(conn, id)?.is_held_by(clinician.id()) {
        return Err(Refusal::NotHolder.into());
    }
    let former = list(conn, clinician, id)?.into_iter().find(|former| former.version == version);
    former.map(|former| former.wording).ok_or(Error::NotFound)
}
