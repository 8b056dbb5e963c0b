//! Articles: facts that clinicians write on their own account. Every saved text is a version that stays as it is; one of
//! them stands public while the next is written, and none does before a colleague approved exactly that one.

pub mod due;
pub mod import;
pub mod reading;
pub mod review;
pub mod wording;
pub mod writing;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::errors::{Error, Refusal, Result};
use super::ids::{ArticleId, StaffId, words};
use super::staff;
use crate::database::AnyConnection;
use crate::database::schema::{article, article_version};
use crate::text::language::Language;
pub use wording::Wording;

/// The longest list of articles; a house has some dozens.
const MOST: i64 = 500;

words!(
    /// Where an article's newest version stands.
    State, "article state" {
        Draft = "draft",
        InReview = "in_review",
        Approved = "approved",
        Published = "published",
    }
);

/// Someone as they are named under an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    pub name: String,
    pub title: String,
}

/// An article as the panel sees it; its texts are in its versions.
#[derive(Clone, Debug)]
pub struct Article {
    pub id: ArticleId,
    pub slug: String,
    pub language: Language,
    pub state: State,
    pub newest_version: i32,
    /// The version everyone reads.
    pub public_version: Option<i32>,
    /// What the colleague wrote when sending it back.
    pub note: Option<String>,
    /// Who signs it; nobody here when an import brought it.
    pub author_id: Option<StaffId>,
    pub author: Byline,
    /// Who passed what stands public last.
    pub checker: Byline,
    pub published_on: Option<NaiveDate>,
    pub updated_on: Option<NaiveDate>,
    pub checked_on: Option<NaiveDate>,
    pub withdrawn_on: Option<NaiveDate>,
}

impl Article {
    /// Its public address, in bokmål's frame.
    pub fn path(&self) -> String {
        format!("/fakta/{}", self.slug)
    }

    /// Whether the newest version is not the one everyone reads.
    pub fn has_unpublished(&self) -> bool {
        self.public_version != Some(self.newest_version)
    }
}

/// One saved text.
#[derive(Clone, Debug)]
pub struct Version {
    pub number: i32,
    /// Nobody here when an import brought it.
    pub writer_id: Option<StaffId>,
    pub saved_on: NaiveDate,
    pub wording: Wording,
    pub reviewer_id: Option<StaffId>,
    pub published_on: Option<NaiveDate>,
}

/// One line of the panel's list.
#[derive(Clone, Debug)]
pub struct Line {
    pub article: Article,
    /// Of the newest version.
    pub title: String,
    pub topic: String,
}

/// One line of an article's history.
#[derive(Clone, Debug, Queryable)]
pub struct Entry {
    pub version: i32,
    /// The writer's name; empty when an import brought it.
    pub writer: String,
    pub saved_on: NaiveDate,
    pub published_on: Option<NaiveDate>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = article)]
struct Row {
    id: String,
    slug: String,
    language: String,
    state: String,
    newest_version: i32,
    public_version: Option<i32>,
    note: Option<String>,
    author_id: Option<String>,
    author_name: String,
    author_title: String,
    checker_name: String,
    checker_title: String,
    published_on: Option<NaiveDate>,
    updated_on: Option<NaiveDate>,
    checked_on: Option<NaiveDate>,
    withdrawn_on: Option<NaiveDate>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = article_version)]
struct VersionRow {
    version: i32,
    writer_id: Option<String>,
    saved_on: NaiveDate,
    #[diesel(embed)]
    wording: Wording,
    reviewer_id: Option<String>,
    published_on: Option<NaiveDate>,
}

/// The article, as the panel sees it.
pub fn find(conn: &mut AnyConnection, id: &ArticleId) -> Result<Article> {
    let row: Row = article::table.find(id.as_str()).select(Row::as_select()).first(conn)?;
    row.try_into()
}

/// One of an article's versions.
pub fn find_version(conn: &mut AnyConnection, id: &ArticleId, version: i32) -> Result<Version> {
    let row: VersionRow =
        article_version::table.find((id.as_str(), version)).select(VersionRow::as_select()).first(conn)?;
    Ok(row.into())
}

/// All articles, by slug.
pub fn list_all(conn: &mut AnyConnection) -> Result<Vec<Line>> {
    let rows: Vec<(Row, String, String)> = article::table
        .inner_join(article_version::table)
        .filter(article_version::version.eq(article::newest_version))
        .order(article::slug)
        .select((Row::as_select(), article_version::title, article_version::topic))
        .limit(MOST)
        .load(conn)?;
    rows.into_iter().map(|(row, title, topic)| Ok(Line { article: row.try_into()?, title, topic })).collect()
}

/// What was saved, newest first.
pub fn list_versions(conn: &mut AnyConnection, id: &ArticleId) -> Result<Vec<Entry>> {
    let rows: Vec<(i32, Option<String>, NaiveDate, Option<NaiveDate>)> = article_version::table
        .filter(article_version::article_id.eq(id.as_str()))
        .order(article_version::version.desc())
        .select((
            article_version::version,
            article_version::writer_id,
            article_version::saved_on,
            article_version::published_on,
        ))
        .limit(MOST)
        .load(conn)?;
    rows.into_iter()
        .map(|(version, writer, saved_on, published_on)| {
            let writer = staff::find_name(conn, writer.map(StaffId::from).as_ref())?;
            Ok(Entry { version, writer, saved_on, published_on })
        })
        .collect()
}

/// Everyone whose hand is in a version since the one before it that was published: what came earlier was passed then.
pub fn list_writers(conn: &mut AnyConnection, id: &ArticleId, version: i32) -> Result<Vec<StaffId>> {
    let of_it = || article_version::table.filter(article_version::article_id.eq(id.as_str().to_owned()));
    let passed_before: Option<i32> = of_it()
        .filter(article_version::published_on.is_not_null())
        .filter(article_version::version.lt(version))
        .select(diesel::dsl::max(article_version::version))
        .first(conn)?;
    let writers: Vec<Option<String>> = of_it()
        .filter(article_version::version.le(version))
        .filter(article_version::version.gt(passed_before.unwrap_or_default()))
        .select(article_version::writer_id)
        .load(conn)?;
    Ok(writers.into_iter().flatten().map(StaffId::from).collect())
}

/// Moves the newest version on, if it is still the one that was seen.
fn advance(conn: &mut AnyConnection, (id, seen): (&ArticleId, i32), from: State, to: State) -> Result<()> {
    let moved = diesel::update(
        article::table
            .find(id.as_str())
            .filter(article::newest_version.eq(seen))
            .filter(article::state.eq(from.word())),
    )
    .set(article::state.eq(to.word()))
    .execute(conn)?;
    match moved {
        1 => Ok(()),
        _ if find(conn, id)?.newest_version != seen => Err(Refusal::StaleVersion.into()),
        _ => Err(Refusal::ArticleMovedOn.into()),
    }
}

impl TryFrom<Row> for Article {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            slug: row.slug,
            language: Language::from_tag(&row.language).ok_or(Error::UnknownContent)?,
            state: State::from_word(&row.state).ok_or(Error::UnknownContent)?,
            newest_version: row.newest_version,
            public_version: row.public_version,
            note: row.note,
            author_id: row.author_id.map(StaffId::from),
            author: Byline { name: row.author_name, title: row.author_title },
            checker: Byline { name: row.checker_name, title: row.checker_title },
            published_on: row.published_on,
            updated_on: row.updated_on,
            checked_on: row.checked_on,
            withdrawn_on: row.withdrawn_on,
        })
    }
}

impl From<VersionRow> for Version {
    fn from(row: VersionRow) -> Self {
        Self {
            number: row.version,
            writer_id: row.writer_id.map(StaffId::from),
            saved_on: row.saved_on,
            wording: row.wording,
            reviewer_id: row.reviewer_id.map(StaffId::from),
            published_on: row.published_on,
        }
    }
}
