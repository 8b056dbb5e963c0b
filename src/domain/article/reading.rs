//! What everyone may read of the articles: published versions only, and a word about those that were taken back.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::wording::Related;
use super::{Article, Byline, MOST, Row, Wording};
use crate::database::AnyConnection;
use crate::database::schema::{article, article_version};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::publication;
use crate::text::language::Language;

/// Under an article for which the author chose nothing: this many of each kind.
const NEIGHBOURS: usize = 4;

/// An article as everyone reads it.
#[derive(Clone, Debug)]
pub struct Published {
    pub slug: String,
    pub language: Language,
    pub wording: Wording,
    pub author: Byline,
    pub checker: Byline,
    pub published_on: NaiveDate,
    /// When its words were changed last, if they ever were.
    pub updated_on: Option<NaiveDate>,
    pub checked_on: NaiveDate,
    /// It was passed elsewhere: nobody here has approved it.
    pub is_imported: bool,
}

impl Published {
    /// Its public address, in bokmål's frame.
    pub fn path(&self) -> String {
        format!("/fakta/{}", self.slug)
    }

    /// The day its words are from.
    pub fn changed_on(&self) -> NaiveDate {
        self.updated_on.unwrap_or(self.published_on)
    }
}

/// One line of a list.
#[derive(Clone, Debug, Queryable)]
pub struct Heading {
    pub slug: String,
    language: String,
    pub topic: String,
    pub title: String,
    pub lead: String,
}

impl Heading {
    /// The language tag of the article's own words.
    pub fn language(&self) -> &str {
        &self.language
    }
}

/// A page of ours to read next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// In bokmål's frame.
    pub path: String,
    pub title: String,
    pub language: String,
}

/// Articles and pairs to read next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub articles: Vec<Next>,
    pub pairs: Vec<Next>,
}

/// The article at an address; one that was taken back is [`Refusal::ArticleWithdrawn`].
pub fn find_by_slug(conn: &mut AnyConnection, slug: &str) -> Result<Published> {
    if !publication::is_slug(slug) {
        return Err(Error::NotFound);
    }
    let row: Row = article::table.filter(article::slug.eq(slug)).select(Row::as_select()).first(conn)?;
    let found = Article::try_from(row)?;
    let (Some(version), Some(published_on)) = (found.public_version, found.published_on) else {
        return Err(match found.withdrawn_on {
            Some(_) => Refusal::ArticleWithdrawn.into(),
            None => Error::NotFound,
        });
    };
    let (wording, reviewer_id): (Wording, Option<String>) = article_version::table
        .find((found.id.as_str(), version))
        .select((Wording::as_select(), article_version::reviewer_id))
        .first(conn)?;
    Ok(Published {
        slug: found.slug,
        language: found.language,
        wording,
        author: found.author,
        checker: found.checker,
        published_on,
        updated_on: found.updated_on,
        checked_on: found.checked_on.unwrap_or(published_on),
        is_imported: reviewer_id.is_none(),
    })
}

/// Articles of one topic or of all, the newest first.
pub fn list(conn: &mut AnyConnection, topic: Option<&str>) -> Result<Vec<Heading>> {
    let mut found = article::table
        .inner_join(article_version::table)
        .filter(article::public_version.eq(article_version::version.nullable()))
        .select((
            article::slug,
            article::language,
            article_version::topic,
            article_version::title,
            article_version::lead,
        ))
        .into_boxed();
    if let Some(topic) = topic {
        found = found.filter(article_version::topic.eq(topic.to_owned()));
    }
    Ok(found.order((article::published_on.desc(), article::slug)).limit(MOST).load(conn)?)
}

/// Where articles stand, and the day their words are from.
pub fn list_places(conn: &mut AnyConnection) -> Result<Vec<(String, Option<NaiveDate>)>> {
    let found: Vec<(String, Option<NaiveDate>, Option<NaiveDate>)> = article::table
        .filter(article::public_version.is_not_null())
        .order((article::published_on, article::slug))
        .select((article::slug, article::published_on, article::updated_on))
        .limit(MOST)
        .load(conn)?;
    Ok(found.into_iter().map(|(slug, published_on, updated_on)| (slug, updated_on.or(published_on))).collect())
}

/// Every topic that a version of an article has: none of them may leave the topics file.
pub fn list_topics_in_use(conn: &mut AnyConnection) -> Result<Vec<String>> {
    Ok(article_version::table.select(article_version::topic).distinct().load(conn)?)
}

/// What to read after these words: what the author chose and is still there; where nothing of a kind was chosen, the
/// same topic's newest.
pub fn list_next(conn: &mut AnyConnection, wording: &Wording, own_slug: &str) -> Result<Reading> {
    let mut reading = Reading::default();
    for related in wording.related() {
        match related {
            Related::Pair(slug) => reading.pairs.extend(pair(conn, slug)?),
            Related::Article(slug) => reading.articles.extend(one_article(conn, slug)?),
        }
    }
    if reading.articles.is_empty() {
        let others = list(conn, Some(&wording.topic))?.into_iter().filter(|heading| heading.slug != own_slug);
        reading.articles = others.take(NEIGHBOURS).map(Next::from).collect();
    }
    if reading.pairs.is_empty() {
        let pairs = publication::shelf::list_by_topic(conn, &wording.topic, 0)?.headings;
        reading.pairs = pairs.into_iter().take(NEIGHBOURS).map(Next::from).collect();
    }
    Ok(reading)
}

fn pair(conn: &mut AnyConnection, slug: &str) -> Result<Option<Next>> {
    match publication::find_by_slug(conn, slug) {
        Ok(pair) => Ok(Some(Next { path: pair.path(), title: pair.title, language: pair.language.tag().to_owned() })),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

fn one_article(conn: &mut AnyConnection, slug: &str) -> Result<Option<Next>> {
    match find_by_slug(conn, slug) {
        Ok(found) => {
            Ok(Some(Next { path: found.path(), language: found.language.tag().to_owned(), title: found.wording.title }))
        }
        Err(Error::NotFound | Error::Refused(Refusal::ArticleWithdrawn)) => Ok(None),
        Err(other) => Err(other),
    }
}

impl From<Heading> for Next {
    fn from(heading: Heading) -> Self {
        Self { path: format!("/fakta/{}", heading.slug), title: heading.title, language: heading.language }
    }
}

impl From<publication::Heading> for Next {
    fn from(heading: publication::Heading) -> Self {
        let language = heading.language().to_owned();
        Self { path: format!("/sporsmal/{}", heading.slug), title: heading.title, language }
    }
}
