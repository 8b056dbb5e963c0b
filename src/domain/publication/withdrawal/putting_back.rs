//! A pair that was taken away comes back when one has asked for it and another agrees. Its versions come back as drafts.

use diesel::prelude::*;

use super::{Stood, row, table};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::{import_mark, old_path, publication};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Refusal, Result};
use crate::domain::ids::PublicationId;
use crate::domain::publication::changes;
use crate::domain::publication::correction::history;
use crate::domain::publication::version::kept;
use crate::domain::staff::Keeper;

/// One wants it back. What was erased has nothing to come back.
pub fn ask_return(conn: &mut AnyConnection, keeper: &Keeper, slug: &str, now: Moment) -> Result<()> {
    let found = row(conn, slug)?;
    let waiting = table::table.find(&found.publication_id).filter(table::returner_id.is_null());
    let asked = diesel::update(waiting.filter(table::kept.is_not_null()))
        .set(table::returner_id.eq(keeper.id().as_str()))
        .execute(conn)?;
    if asked != 1 {
        return Err(Refusal::WrongState.into());
    }
    audit::record(conn, Actor::Staff(keeper.id()), Act::AskReturn, &found.publication_id, now)
}

/// Another agrees: the pair stands where it stood, word for word.
pub fn give_back(conn: &mut AnyConnection, keeper: &Keeper, slug: &str, now: Moment) -> Result<()> {
    let found = row(conn, slug)?;
    let Some(returner) = &found.returner_id else { return Err(Refusal::WrongState.into()) };
    if returner == keeper.id().as_str() {
        return Err(Refusal::NeedsAnother.into());
    }
    let Stood { pair, versions, former, around } = found.stood()?.ok_or(Refusal::WrongState)?;
    let id = PublicationId::from(found.publication_id);
    if diesel::delete(table::table.find(id.as_str())).execute(conn)? != 1 {
        return Err(Refusal::WrongState.into());
    }
    diesel::insert_into(publication::table).values(&pair).execute(conn)?;
    if let Some(path) = &found.old_path {
        let row = (old_path::path.eq(path), old_path::publication_id.eq(id.as_str()));
        diesel::insert_into(old_path::table).values(row).execute(conn)?;
    }
    if let Some(mark) = &found.import_mark {
        let row = (import_mark::fingerprint.eq(mark), import_mark::publication_id.eq(id.as_str()));
        diesel::insert_into(import_mark::table).values(row).execute(conn)?;
    }
    kept::put_back(conn, versions)?;
    history::put_back(conn, &former)?;
    around.put_back(conn, &pair.try_into()?)?;
    changes::record(conn, changes::Kind::Added, &id)?;
    audit::record(conn, Actor::Staff(keeper.id()), Act::Return, id.as_str(), now)
}
