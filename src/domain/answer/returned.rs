//! The words a colleague sent back last, so that whoever reads next sees what was done since. Sealed as the draft is, in
//! the same place: the bytes are its own.

use diesel::prelude::*;

use super::{Sealed, Wording, wording_place};
use crate::database::AnyConnection;
use crate::database::schema::{answer, answer_returned as table};
use crate::domain::errors::{Error, Result};
use crate::domain::ids::QuestionId;
use crate::domain::question;
use crate::domain::staff::SessionKeys;

/// Keeps the draft as it is now, in place of what was sent back before.
pub(super) fn keep(conn: &mut AnyConnection, id: &QuestionId) -> Result<()> {
    let (version, sealed): (i32, Vec<u8>) =
        answer::table.find(id.as_str()).select((answer::version, answer::sealed_wording)).first(conn)?;
    diesel::delete(table::table.find(id.as_str())).execute(conn)?;
    let row = (table::question_id.eq(id.as_str()), table::version.eq(version), table::sealed_wording.eq(sealed));
    diesel::insert_into(table::table).values(row).execute(conn)?;
    Ok(())
}

/// What was sent back last, if anything was.
pub fn find(conn: &mut AnyConnection, keys: &SessionKeys, id: &QuestionId) -> Result<Option<Wording>> {
    let sealed: Option<Vec<u8>> =
        table::table.find(id.as_str()).select(table::sealed_wording).first(conn).optional()?;
    let Some(sealed) = sealed else { return Ok(None) };
    let epoch = question::find(conn, id)?.epoch_id;
    let plain = keys.open_text(conn, &wording_place(id, &epoch), &sealed)?;
    let content: Sealed = serde_json::from_slice(&plain).map_err(|_| Error::UnknownContent)?;
    Ok(Some(content.wording))
}
