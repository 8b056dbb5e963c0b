//! The pairs of a topic as its pages show them: newest first, by subtopic, with those beside one.

use std::collections::BTreeMap;

use diesel::dsl;
use diesel::prelude::*;

use super::{Heading, PAGE_SIZE, Page, Publication, Row, changes, is_slug, slot, withdrawal};
use crate::clock::Moment;
use crate::database::schema::{publication, publication_topic};
use crate::database::{AnyConnection, MultiBackend};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::staff::Editor;

#[diesel::declare_sql_function]
extern "SQL" {
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// Words of a title search that are looked at.
const MOST_WORDS: usize = 10;

/// What a list of pairs is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub topic: Option<String>,
    pub subtopic: Option<String>,
    /// All of these stand in the title; in lower case, letters and digits only.
    pub words: Vec<String>,
}

impl Filter {
    /// Pairs whose titles have the words of a line someone typed.
    #[must_use]
    pub fn with_words(self, typed: &str) -> Self {
        let words = typed.to_lowercase();
        let words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        Self { words: words.take(MOST_WORDS).map(str::to_owned).collect(), ..self }
    }

    pub fn topic(topic: &str) -> Self {
        Self { topic: Some(topic.to_owned()), ..Self::default() }
    }
}

/// The pairs before and after one in its topic's list.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    pub newer: Option<Heading>,
    pub older: Option<Heading>,
}

/// The pair at an address; one that was taken away is [`Refusal::PairWithdrawn`].
pub fn find_by_slug(conn: &mut AnyConnection, slug: &str) -> Result<Publication> {
    if !is_slug(slug) {
        return Err(Error::NotFound);
    }
    let row: Option<Row> =
        publication::table.filter(publication::slug.eq(slug)).select(Row::as_select()).first(conn).optional()?;
    match row {
        Some(row) => row.try_into(),
        None if withdrawal::is_withdrawn(conn, slug)? => Err(Refusal::PairWithdrawn { slug: slug.to_owned() }.into()),
        None if slot::is_waiting(conn, slug)? => Err(Refusal::NotYetPublic.into()),
        None => Err(Error::NotFound),
    }
}

/// The newest pairs of all topics.
pub fn list_latest(conn: &mut AnyConnection, limit: i64) -> Result<Vec<Heading>> {
    Ok(publication::table
        .order((publication::published_on.desc(), publication::slug))
        .select(Heading::as_select())
        .limit(limit)
        .load(conn)?)
}

type Pairs<'a> = publication::BoxedQuery<'a, MultiBackend>;

/// Pairs, newest first (the first page is 0); those of a topic and those listed under it too.
pub fn list(conn: &mut AnyConnection, filter: &Filter, page: i64) -> Result<Page> {
    let further = match &filter.topic {
        Some(topic) if filter.subtopic.is_none() => with_words(publication::table.into_boxed(), &filter.words)
            .filter(publication::id.eq_any(listed_under(topic)))
            .count()
            .get_result(conn)?,
        _ => 0,
    };
    let own = || {
        let mut pairs = publication::table.into_boxed();
        if let Some(topic) = &filter.topic {
            pairs = pairs.filter(publication::topic.eq(topic));
        }
        if let Some(subtopic) = &filter.subtopic {
            pairs = pairs.filter(publication::subtopic.eq(subtopic));
        }
        with_words(pairs, &filter.words)
    };
    let shown = match &filter.topic {
        // Asked for only where there are any: without them the index gives the rows in their order.
        Some(topic) if further > 0 => {
            let either = publication::topic.eq(topic).or(publication::id.eq_any(listed_under(topic)));
            with_words(publication::table.into_boxed().filter(either), &filter.words)
        }
        _ => own(),
    };
    let headings = shown
        .order((publication::published_on.desc(), publication::slug))
        .select(Heading::as_select())
        .limit(PAGE_SIZE)
        .offset(page.max(0) * PAGE_SIZE)
        .load(conn)?;
    Ok(Page { headings, total: own().count().get_result::<i64>(conn)? + further })
}

fn with_words<'a>(mut pairs: Pairs<'a>, words: &[String]) -> Pairs<'a> {
    for word in words {
        // SQLite knows no Æ, Ø and Å in lower case, so the address, which has none, is asked first.
        let in_slug = publication::slug.like(format!("%{}%", ::slug::slugify(word)));
        pairs = pairs.filter(in_slug.or(lower(publication::title).like(format!("%{word}%"))));
    }
    pairs
}

/// The ids of pairs that have a topic among their further ones.
#[diesel::dsl::auto_type]
pub(super) fn listed_under<'a>(topic: &'a str) -> _ {
    let of_topic: dsl::Eq<publication_topic::topic, &'a str> = publication_topic::topic.eq(topic);
    publication_topic::table.filter(of_topic).select(publication_topic::publication_id)
}

/// Pairs of a topic, newest first (the first page is 0).
pub fn list_by_topic(conn: &mut AnyConnection, topic: &str, page: i64) -> Result<Page> {
    list(conn, &Filter::topic(topic), page)
}

/// Other pairs of the same topic, newest first.
pub fn list_neighbours(conn: &mut AnyConnection, topic: &str, slug: &str, limit: i64) -> Result<Vec<Heading>> {
    Ok(publication::table
        .filter(publication::topic.eq(topic))
        .filter(publication::slug.ne(slug))
        .order((publication::published_on.desc(), publication::slug))
        .select(Heading::as_select())
        .limit(limit)
        .load(conn)?)
}

/// The pairs on both sides of this one in its topic's list.
pub fn find_beside(conn: &mut AnyConnection, pair: &Publication) -> Result<Beside> {
    let (day, slug) = (pair.published_on, pair.slug.as_str());
    let of_topic = publication::table.filter(publication::topic.eq(&pair.topic)).select(Heading::as_select());
    // Said twice, so that the index leads to the day and no other is read.
    let newer = of_topic
        .filter(publication::published_on.ge(day))
        .filter(publication::published_on.gt(day).or(publication::slug.lt(slug)))
        .order((publication::published_on, publication::slug.desc()));
    let older = of_topic
        .filter(publication::published_on.le(day))
        .filter(publication::published_on.lt(day).or(publication::slug.gt(slug)))
        .order((publication::published_on.desc(), publication::slug));
    Ok(Beside { newer: newer.first(conn).optional()?, older: older.first(conn).optional()? })
}

/// How many pairs each topic has; one that is listed under several counts in each.
pub fn count_by_topic(conn: &mut AnyConnection) -> Result<Vec<(String, i64)>> {
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    let own = publication::table.group_by(publication::topic).select((publication::topic, dsl::count_star()));
    let further = publication_topic::table.group_by(publication_topic::topic);
    let further = further.select((publication_topic::topic, dsl::count_star()));
    for (topic, count) in own.load::<(String, i64)>(conn)?.into_iter().chain(further.load(conn)?) {
        *counts.entry(topic).or_default() += count;
    }
    Ok(counts.into_iter().collect())
}

/// How many pairs each subtopic has: topic, subtopic, count.
pub fn count_by_subtopic(conn: &mut AnyConnection) -> Result<Vec<(String, String, i64)>> {
    Ok(publication::table
        .filter(publication::subtopic.is_not_null())
        .group_by((publication::topic, publication::subtopic))
        .select((publication::topic, publication::subtopic.assume_not_null(), diesel::dsl::count_star()))
        .load(conn)?)
}

/// How many pairs each subtopic of one topic has.
pub fn count_subtopics(conn: &mut AnyConnection, topic: &str) -> Result<Vec<(String, i64)>> {
    Ok(publication::table
        .filter(publication::topic.eq(topic))
        .filter(publication::subtopic.is_not_null())
        .group_by(publication::subtopic)
        .select((publication::subtopic.assume_not_null(), diesel::dsl::count_star()))
        .load(conn)?)
}

/// Puts a pair under a subtopic of its topic, or under none. The caller knows which there are.
pub fn set_subtopic(
    conn: &mut AnyConnection,
    editor: &Editor,
    slug: &str,
    subtopic: Option<&str>,
    now: Moment,
) -> Result<()> {
    let pair = super::find_by_slug(conn, slug)?;
    diesel::update(publication::table.find(pair.id.as_str())).set(publication::subtopic.eq(subtopic)).execute(conn)?;
    changes::record(conn, changes::Kind::Changed, &pair.id)?;
    audit::record(conn, Actor::Staff(editor.id()), Act::SetSubtopic, pair.id.as_str(), now)
}
