//! Articles that come from another house: signed by those who signed them there, and by nobody here.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::reading::{self, Published};
use super::writing::free_slug;
use super::{Byline, Row, State, Wording};
use crate::database::AnyConnection;
use crate::database::schema::{article, article_version};
use crate::domain::errors::Result;
use crate::domain::ids::ArticleId;
use crate::domain::publication::import::Taken;
use crate::domain::publication::slug::{self, Slug};
use crate::text::language::Language;

/// An article on its way in, read and checked.
pub struct Incoming {
    /// The slug it had; kept when it is free.
    pub slug: Option<Slug>,
    pub language: Language,
    pub wording: Wording,
    pub author: Byline,
    pub checker: Byline,
    pub published_on: NaiveDate,
    pub updated_on: Option<NaiveDate>,
    pub checked_on: NaiveDate,
}

/// Every article that readers may see, by slug.
pub fn list_public(conn: &mut AnyConnection) -> Result<Vec<Published>> {
    let mut slugs: Vec<String> =
        article::table.filter(article::public_version.is_not_null()).select(article::slug).load(conn)?;
    slugs.sort();
    slugs.iter().map(|slug| reading::find_by_slug(conn, slug)).collect()
}

/// Adds an article unless it is there already. Called in a transaction of its own: it writes two rows.
pub fn take_in(conn: &mut AnyConnection, incoming: &Incoming) -> Result<Taken> {
    if let Some(slug) = find_slug(conn, incoming)? {
        return Ok(Taken::AlreadyThere(slug));
    }
    let wording = &incoming.wording;
    let base = incoming.slug.as_ref().map_or_else(|| slug::of_title(&wording.title), |slug| slug.as_str().to_owned());
    let row = Row {
        id: ArticleId::random().to_string(),
        slug: free_slug(conn, &base)?,
        language: incoming.language.tag().to_owned(),
        state: State::Published.word().to_owned(),
        newest_version: 1,
        public_version: Some(1),
        note: None,
        author_id: None,
        author_name: incoming.author.name.clone(),
        author_title: incoming.author.title.clone(),
        checker_name: incoming.checker.name.clone(),
        checker_title: incoming.checker.title.clone(),
        published_on: Some(incoming.published_on),
        updated_on: incoming.updated_on,
        checked_on: Some(incoming.checked_on),
        withdrawn_on: None,
    };
    diesel::insert_into(article::table).values(&row).execute(conn)?;
    let changed_on = incoming.updated_on.unwrap_or(incoming.published_on);
    diesel::insert_into(article_version::table)
        .values((
            article_version::article_id.eq(&row.id),
            article_version::version.eq(1),
            article_version::saved_on.eq(changed_on),
            article_version::published_on.eq(changed_on),
            wording,
        ))
        .execute(conn)?;
    Ok(Taken::Added(row.slug))
}

/// Where an incoming article stands already: by the title and lead of any of its versions, for they are kept.
pub fn find_slug(conn: &mut AnyConnection, incoming: &Incoming) -> Result<Option<String>> {
    let there = article::table
        .inner_join(article_version::table)
        .filter(article::language.eq(incoming.language.tag()))
        .filter(article_version::title.eq(&incoming.wording.title))
        .filter(article_version::lead.eq(&incoming.wording.lead));
    Ok(there.order(article::slug).select(article::slug).first(conn).optional()?)
}
