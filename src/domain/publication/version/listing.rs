//! Versions by the many: those of a pair, those that readers may see, and those that wait for someone.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{Row, State, Variant, Version, original_of, table, variant_of};
use crate::database::AnyConnection;
use crate::database::schema::publication;
use crate::domain::errors::{Error, Result};
use crate::domain::ids::PublicationId;
use crate::domain::publication::{Heading, Publication};
use crate::text::language::Language;

/// Lines of the list of those that wait.
pub const PAGE_SIZE: i64 = 100;

/// Every version of a pair, in whatever state.
pub fn list_of(conn: &mut AnyConnection, id: &PublicationId) -> Result<Vec<Version>> {
    let rows: Vec<Row> = table::table
        .filter(table::publication_id.eq(id.as_str()))
        .order((table::language, table::is_easy))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// What readers of these pairs may see. A version of other words than the pair has now is passed over, whatever its row
/// says.
pub fn list_public(conn: &mut AnyConnection, pairs: &[Publication]) -> Result<Vec<Version>> {
    let ids: Vec<&str> = pairs.iter().map(|pair| pair.id.as_str()).collect();
    let rows: Vec<Row> = table::table
        .filter(table::publication_id.eq_any(ids))
        .filter(table::state.eq(State::Public.word()))
        .order((table::publication_id, table::language, table::is_easy))
        .select(Row::as_select())
        .load(conn)?;
    let mut versions: Vec<Version> = rows.into_iter().map(TryInto::try_into).collect::<Result<_>>()?;
    if versions.is_empty() {
        return Ok(versions);
    }
    let originals: Vec<(&PublicationId, String)> = pairs.iter().map(|pair| (&pair.id, original_of(pair))).collect();
    versions.retain(|version| originals.contains(&(&version.publication_id, version.original.clone())));
    Ok(versions)
}

/// One line of the list of versions that wait for someone.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub slug: String,
    pub title: String,
    pub own: Language,
    pub variant: Variant,
    pub state: State,
    pub written_on: NaiveDate,
}

type WaitingRow = (String, String, String, String, bool, String, NaiveDate);

/// What waits for a colleague's eyes, to be made public, or to be brought up to date; oldest first.
pub fn list_waiting(conn: &mut AnyConnection, state: State) -> Result<Vec<Waiting>> {
    let rows: Vec<WaitingRow> = table::table
        .inner_join(publication::table)
        .filter(table::state.eq(state.word()))
        .order((table::written_on, publication::slug, table::language, table::is_easy))
        .select((
            publication::slug,
            publication::title,
            publication::language,
            table::language,
            table::is_easy,
            table::state,
            table::written_on,
        ))
        .limit(PAGE_SIZE)
        .load(conn)?;
    rows.into_iter()
        .map(|(slug, title, own, tag, is_easy, state, written_on)| {
            let own = Language::from_tag(&own).ok_or(Error::UnknownContent)?;
            let state = State::from_word(&state).ok_or(Error::UnknownContent)?;
            Ok(Waiting { slug, title, own, variant: variant_of(&tag, is_easy)?, state, written_on })
        })
        .collect()
}

/// The lines of a list as readers of a language see them: with the title of the version that stands in the pair's place.
pub fn put_in_place(conn: &mut AnyConnection, language: Language, headings: &mut [Heading]) -> Result<()> {
    let slugs: Vec<&str> = headings.iter().map(|heading| heading.slug.as_str()).collect();
    let titles: Vec<(String, String)> = table::table
        .inner_join(publication::table)
        .filter(publication::slug.eq_any(slugs))
        .filter(table::language.eq(language.tag()))
        .filter(table::is_easy.eq(false))
        .filter(table::state.eq(State::Public.word()))
        .select((publication::slug, table::title))
        .load(conn)?;
    for (slug, title) in titles {
        if let Some(heading) = headings.iter_mut().find(|heading| heading.slug == slug) {
            title.clone_into(&mut heading.title);
            language.tag().clone_into(&mut heading.language);
        }
    }
    Ok(())
}

/// How many versions readers may see.
pub fn count_public(conn: &mut AnyConnection) -> Result<i64> {
    Ok(table::table.filter(table::state.eq(State::Public.word())).count().get_result(conn)?)
}

/// Where one stretch of public versions stands, and since when; oldest first.
pub fn list_places(conn: &mut AnyConnection, offset: i64, limit: i64) -> Result<Vec<(String, Option<NaiveDate>)>> {
    let rows: Vec<(String, String, String, bool, Option<NaiveDate>)> = table::table
        .inner_join(publication::table)
        .filter(table::state.eq(State::Public.word()))
        .order((table::public_on, publication::slug, table::language, table::is_easy))
        .select((publication::slug, publication::language, table::language, table::is_easy, table::public_on))
        .offset(offset)
        .limit(limit)
        .load(conn)?;
    rows.into_iter()
        .map(|(slug, own, tag, is_easy, public_on)| {
            let own = Language::from_tag(&own).ok_or(Error::UnknownContent)?;
            Ok((variant_of(&tag, is_easy)?.path(&slug, own), public_on))
        })
        .collect()
}
