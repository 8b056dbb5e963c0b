//! A correction may move its pair: to another language, under other topics, beside other pages. Never to another address.

use diesel::prelude::*;

use crate::database::AnyConnection;
use crate::database::schema::publication;
use crate::domain::answer::placing::Placing;
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::publication::version::{self, Variant};
use crate::domain::publication::{Publication, placed};

/// As it is kept.
pub(super) fn to_text(placing: &Placing) -> Result<String> {
    serde_json::to_string(placing).map_err(|_| Error::UnknownContent)
}

pub(super) fn of_text(kept: Option<&String>) -> Result<Option<Placing>> {
    kept.map(|kept| serde_json::from_str(kept).map_err(|_| Error::UnknownContent)).transpose()
}

/// Moves the pair, when the correction says so; gives where it stood before.
pub(super) fn apply(conn: &mut AnyConnection, pair: &Publication, wanted: Option<&Placing>) -> Result<Option<Placing>> {
    let Some(wanted) = wanted else { return Ok(None) };
    let before = placed::find(conn, pair)?;
    require_free_language(conn, pair, wanted)?;
    let language = wanted.language.unwrap_or(pair.language);
    diesel::update(publication::table.find(pair.id.as_str()))
        .set(publication::language.eq(language.tag()))
        .execute(conn)?;
    placed::write(conn, &pair.id, wanted)?;
    Ok(Some(before))
}

/// A pair is not in the language that one of its versions has.
pub(super) fn require_free_language(conn: &mut AnyConnection, pair: &Publication, wanted: &Placing) -> Result<()> {
    let Some(language) = wanted.language.filter(|language| *language != pair.language) else { return Ok(()) };
    let variant = Variant { tongue: language.into(), is_easy: false };
    match version::find(conn, &pair.id, variant)? {
        Some(_) => Err(Refusal::LanguageHasVersion.into()),
        None => Ok(()),
    }
}
