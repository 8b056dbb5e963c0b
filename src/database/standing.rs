//! How a live SQLite stands: whether what is deleted leaves the files.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;

use super::AnyConnection;

#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Whether freed pages are overwritten.
    pub overwrites_deleted: bool,
    /// Whether sorting and the like never touches a file.
    pub sorts_in_memory: bool,
    /// Whether the log could be emptied into the database just now.
    pub empties_its_log: bool,
}

#[derive(QueryableByName)]
struct SecureDelete {
    #[diesel(sql_type = BigInt)]
    secure_delete: i64,
}

#[derive(QueryableByName)]
struct TempStore {
    #[diesel(sql_type = BigInt)]
    temp_store: i64,
}

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = BigInt)]
    busy: i64,
}

/// How this connection's SQLite stands, after emptying its log; `None` on PostgreSQL. Not within a transaction.
pub fn of(conn: &mut AnyConnection) -> QueryResult<Option<Standing>> {
    let AnyConnection::Sqlite(conn) = conn else { return Ok(None) };
    let deleting: SecureDelete = sql_query("PRAGMA secure_delete").get_result(conn)?;
    let sorting: TempStore = sql_query("PRAGMA temp_store").get_result(conn)?;
    let emptying: Checkpoint = sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(conn)?;
    Ok(Some(Standing {
        overwrites_deleted: deleting.secure_delete == 1,
        sorts_in_memory: sorting.temp_store == 2,
        empties_its_log: emptying.busy == 0,
    }))
}
