//! The versions of a pair that was taken away: kept beside it, and drafts again if it comes back.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Row, State, list_writers, table, variant_of, writer};
use crate::database::AnyConnection;
use crate::domain::errors::Result;
use crate::domain::ids::PublicationId;

/// A version and whose hand was in it.
#[derive(Serialize, Deserialize)]
pub(in crate::domain::publication) struct KeptVersion {
    version: Row,
    writers: Vec<String>,
}

/// Every version of a pair, in whatever state.
pub(in crate::domain::publication) fn list(conn: &mut AnyConnection, id: &PublicationId) -> Result<Vec<KeptVersion>> {
    let rows: Vec<Row> = table::table
        .filter(table::publication_id.eq(id.as_str()))
        .order((table::language, table::is_easy))
        .select(Row::as_select())
        .load(conn)?;
    let with_writers = |version: Row| {
        let writers = list_writers(conn, id, variant_of(&version.language, version.is_easy)?)?;
        Ok(KeptVersion { version, writers: writers.iter().map(ToString::to_string).collect() })
    };
    rows.into_iter().map(with_writers).collect()
}

/// Puts them beside their pair again. A colleague reads each of them once more before anyone sees it.
pub(in crate::domain::publication) fn put_back(conn: &mut AnyConnection, kept: Vec<KeptVersion>) -> Result<()> {
    for KeptVersion { mut version, writers } in kept {
        if version.state != State::Outdated.word() {
            State::Draft.word().clone_into(&mut version.state);
        }
        version.reviewer_id = None;
        version.approved_on = None;
        version.public_on = None;
        diesel::insert_into(table::table).values(&version).execute(conn)?;
        for staff_id in writers {
            diesel::insert_into(writer::table)
                .values((
                    writer::publication_id.eq(&version.publication_id),
                    writer::language.eq(&version.language),
                    writer::is_easy.eq(version.is_easy),
                    writer::staff_id.eq(staff_id),
                ))
                .execute(conn)?;
        }
    }
    Ok(())
}
