//! What happened to published pairs, in order: whoever keeps copies of them (search, caches) follows this list. It has
//! no times, and names pairs only, which are public.

use diesel::prelude::*;

use super::{Publication, Row, version};
use crate::database::AnyConnection;
use crate::database::schema::{publication, publication_change, publication_change_end};
use crate::domain::errors::{Error, Result};
use crate::domain::ids::{PublicationId, words};

words!(
    /// What happened to a pair.
    Kind, "kind of change" {
        Added = "added",
        Changed = "changed",
        Removed = "removed",
    }
);

const THE_END: i32 = 1;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub place: i64,
    pub publication_id: PublicationId,
    pub kind: Kind,
}

#[derive(Queryable, Insertable, Selectable)]
#[diesel(table_name = publication_change)]
struct ChangeRow {
    place: i64,
    publication_id: String,
    kind: String,
}

/// Writes a change into the list, in the caller's transaction; a pair with other words has no version of them yet.
pub(super) fn record(conn: &mut AnyConnection, kind: Kind, id: &PublicationId) -> Result<()> {
    if kind == Kind::Changed {
        version::outdate(conn, id)?;
    }
    // The update locks the list's end until this transaction is over: places become visible in their order.
    diesel::update(publication_change_end::table.find(THE_END))
        .set(publication_change_end::place.eq(publication_change_end::place + 1))
        .execute(conn)?;
    let row = ChangeRow { place: last_place(conn)?, publication_id: id.to_string(), kind: kind.word().to_owned() };
    diesel::insert_into(publication_change::table).values(&row).execute(conn)?;
    Ok(())
}

/// The place of the newest change; 0 when there is none.
pub fn last_place(conn: &mut AnyConnection) -> Result<i64> {
    Ok(publication_change_end::table.find(THE_END).select(publication_change_end::place).first(conn)?)
}

/// Changes after a place, oldest first.
pub fn list_after(conn: &mut AnyConnection, place: i64, limit: i64) -> Result<Vec<Change>> {
    let rows: Vec<ChangeRow> = publication_change::table
        .filter(publication_change::place.gt(place))
        .order(publication_change::place)
        .select(ChangeRow::as_select())
        .limit(limit)
        .load(conn)?;
    rows.into_iter()
        .map(|row| {
            let kind = Kind::from_word(&row.kind).ok_or(Error::UnknownContent)?;
            Ok(Change { place: row.place, publication_id: row.publication_id.into(), kind })
        })
        .collect()
}

/// The pair as it is now; none when it was removed.
pub fn find(conn: &mut AnyConnection, id: &PublicationId) -> Result<Option<Publication>> {
    let row: Option<Row> = publication::table.find(id.as_str()).select(Row::as_select()).first(conn).optional()?;
    row.map(TryInto::try_into).transpose()
}

/// All pairs by their ids, a batch at a time.
pub fn list_pairs(conn: &mut AnyConnection, after: Option<&PublicationId>, limit: i64) -> Result<Vec<Publication>> {
    let rows: Vec<Row> = publication::table
        .filter(publication::id.gt(after.map_or("", PublicationId::as_str)))
        .order(publication::id)
        .select(Row::as_select())
        .limit(limit)
        .load(conn)?;
    rows.into_iter().map(TryInto::try_into).collect()
}
