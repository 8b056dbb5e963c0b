//! Writing: the first text, the next ones, and the way to a colleague. Nothing saved is ever overwritten.

use diesel::prelude::*;

use super::{Article, Row, State, Wording, advance, find, find_version};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{article, article_version};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Refusal, Result};
use crate::domain::ids::ArticleId;
use crate::domain::publication::slug::{self, Slug};
use crate::domain::staff::Writer;
use crate::text::language::Language;

/// An article to be.
pub struct New {
    pub language: Language,
    pub wording: Wording,
    /// Where it shall stand; the title's own words when there is none, or when another article has it.
    pub slug: Option<Slug>,
}

/// Begins an article: its address and language stay.
pub fn create(conn: &mut AnyConnection, writer: &Writer, new: &New, now: Moment) -> Result<Article> {
    let base = new.slug.as_ref().map_or_else(|| slug::of_title(&new.wording.title), |slug| slug.as_str().to_owned());
    let row = Row {
        id: ArticleId::random().to_string(),
        slug: free_slug(conn, &base)?,
        language: new.language.tag().to_owned(),
        state: State::Draft.word().to_owned(),
        newest_version: 1,
        public_version: None,
        note: None,
        author_id: Some(writer.id().to_string()),
        author_name: writer.member.name.clone(),
        author_title: writer.member.title.clone(),
        checker_name: String::new(),
        checker_title: String::new(),
        published_on: None,
        updated_on: None,
        checked_on: None,
        withdrawn_on: None,
    };
    diesel::insert_into(article::table).values(&row).execute(conn)?;
    let created = Article::try_from(row)?;
    add_version(conn, writer, (&created.id, 1), &new.wording, now)?;
    Ok(created)
}

/// Saves a text as the next version and gives its number. `seen` is the version the form was made from: whoever saw an
/// older one is told. The same words again are no version, and make nobody a writer.
pub fn save(
    conn: &mut AnyConnection,
    writer: &Writer,
    (id, seen): (&ArticleId, i32),
    wording: &Wording,
    now: Moment,
) -> Result<i32> {
    let is_newest = article::table.find(id.as_str()).filter(article::newest_version.eq(seen));
    if find(conn, id)?.newest_version == seen && find_version(conn, id, seen)?.wording == *wording {
        return Ok(seen);
    }
    let next = seen.saturating_add(1);
    let saved = diesel::update(is_newest)
        .set((article::newest_version.eq(next), article::state.eq(State::Draft.word())))
        .execute(conn)?;
    if saved != 1 {
        return Err(Refusal::StaleVersion.into());
    }
    add_version(conn, writer, (id, next), wording, now)?;
    Ok(next)
}

/// Hands the newest version to a colleague.
pub fn send_to_review(conn: &mut AnyConnection, writer: &Writer, id: &ArticleId, seen: i32, now: Moment) -> Result<()> {
    if !find_version(conn, id, seen)?.wording.is_complete() {
        return Err(Refusal::ArticleIncomplete.into());
    }
    advance(conn, (id, seen), State::Draft, State::InReview)?;
    diesel::update(article::table.find(id.as_str())).set(article::note.eq(None::<String>)).execute(conn)?;
    audit::record(conn, Actor::Staff(writer.id()), Act::SendArticle, id.as_str(), now)
}

fn add_version(
    conn: &mut AnyConnection,
    writer: &Writer,
    (id, version): (&ArticleId, i32),
    wording: &Wording,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(article_version::table)
        .values((
            article_version::article_id.eq(id.as_str()),
            article_version::version.eq(version),
            article_version::writer_id.eq(writer.id().as_str()),
            article_version::saved_on.eq(date_in_norway(now)),
            wording,
        ))
        .execute(conn)?;
    audit::record(conn, Actor::Staff(writer.id()), Act::SaveArticle, id.as_str(), now)
}

/// A slug that no other article has.
pub(super) fn free_slug(conn: &mut AnyConnection, base: &str) -> Result<String> {
    let mut number: u64 = 1;
    loop {
        let slug = if number == 1 { base.to_owned() } else { format!("{base}-{number}") };
        if article::table.filter(article::slug.eq(&slug)).count().get_result::<i64>(conn)? == 0 {
            return Ok(slug);
        }
        number += 1;
    }
}
