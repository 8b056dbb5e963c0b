//! The read-only API: what is on the public pages, as JSON. Described in `docs/openapi.json`.
//!
//! Like the pages it sets no cookie and logs no query, and its replies may be kept for a minute.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::domain::publication::{self, Heading, PAGE_SIZE, Publication, placed, shelf, walk};
use crate::domain::topic::{Subtopic, Topic};
use crate::domain::{self, Refusal};
use crate::text::language::Translated;
use crate::web::error::Result;
use crate::web::page::{Frame, Reply};

const JSON: &str = "application/json; charset=utf-8";

#[derive(Serialize)]
struct TopicFacts<'a> {
    slug: &'a str,
    name: &'a Translated,
    intro: &'a Translated,
    publications: i64,
    subtopics: Vec<SubtopicFacts<'a>>,
}

#[derive(Serialize)]
struct SubtopicFacts<'a> {
    slug: &'a str,
    name: &'a Translated,
    publications: i64,
}

#[derive(Serialize)]
struct Listed<'a> {
    slug: &'a str,
    path: String,
    title: &'a str,
    topic: &'a str,
    language: &'a str,
    published_on: NaiveDate,
}

#[derive(Serialize)]
struct List<'a> {
    total: i64,
    page: i64,
    page_size: i64,
    results: Vec<Listed<'a>>,
}

#[derive(Serialize)]
struct Whole<'a> {
    slug: &'a str,
    path: String,
    url: String,
    title: &'a str,
    question: &'a str,
    /// Markdown.
    answer: &'a str,
    topic: &'a str,
    subtopic: Option<&'a str>,
    /// Topics that it is listed under too.
    further_topics: &'a [String],
    language: &'a str,
    gender: &'a str,
    age_band: &'a str,
    signature: Signed<'a>,
    published_on: NaiveDate,
    updated_on: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Signed<'a> {
    name: &'a str,
    title: &'a str,
    specialities: &'a str,
}

#[derive(Serialize)]
struct Refused<'a> {
    error: &'a str,
}

/// Which pairs; the first page is 1.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    topic: String,
    #[serde(default)]
    page: String,
}

/// `GET /api/v1/topics`
pub async fn topics(app: Data<App>) -> Result<Reply> {
    let (of_topics, of_subtopics) = app
        .database
        .read("publication.count_by_topic", |conn| {
            Ok::<_, domain::Error>((shelf::count_by_topic(conn)?, shelf::count_by_subtopic(conn)?))
        })
        .await?;
    let count = |topic: &'_ Topic, subtopic: &'_ Subtopic| {
        let mut counts = of_subtopics.iter().filter(|(of, slug, _)| *of == topic.slug && *slug == subtopic.slug);
        counts.next().map_or(0, |(_, _, count)| *count)
    };
    let topics: Vec<TopicFacts<'_>> = app
        .topics
        .all()
        .iter()
        .map(|topic| TopicFacts {
            slug: &topic.slug,
            name: &topic.name,
            intro: &topic.intro,
            publications: of_topics.iter().find(|(slug, _)| *slug == topic.slug).map_or(0, |(_, count)| *count),
            subtopics: topic
                .subtopics
                .iter()
                .map(|it| SubtopicFacts { slug: &it.slug, name: &it.name, publications: count(topic, it) })
                .collect(),
        })
        .collect();
    Ok(json(&topics))
}

/// `GET /api/v1/publications`
pub async fn publications(app: Data<App>, wanted: Query<Wanted>) -> Result<Reply> {
    let index = wanted.page.parse::<i64>().map_or(0, |page| page.clamp(1, 100_000) - 1);
    let topic = wanted.into_inner().topic;
    if !topic.is_empty() && app.topics.find(&topic).is_none() {
        return Ok(nothing());
    }
    let page = app
        .database
        .read("publication.list", move |conn| match topic.as_str() {
            "" => walk::list_all(conn, index),
            topic => shelf::list_by_topic(conn, topic, index),
        })
        .await?;
    let results = page.headings.iter().map(Listed::from).collect();
    Ok(json(&List { total: page.total, page: index + 1, page_size: PAGE_SIZE, results }))
}

/// `GET /api/v1/publications/{slug}`
pub async fn publication(app: Data<App>, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    let slug = slug.into_inner();
    let found = app.database.read("publication.find", move |conn| {
        let pair = publication::find_by_slug(conn, &slug)?;
        let further = placed::find(conn, &pair)?.further_topics;
        Ok::<_, domain::Error>((pair, further))
    });
    match found.await {
        Ok((pair, further)) => Ok(json(&Whole::of(&pair, &further, &Frame::of(&request)))),
        Err(domain::Error::NotFound | domain::Error::Refused(Refusal::NotYetPublic)) => Ok(nothing()),
        Err(domain::Error::Refused(Refusal::PairWithdrawn { .. })) => Ok(refusal("withdrawn", StatusCode::GONE)),
        Err(other) => Err(other.into()),
    }
}

pub(super) fn json(value: &impl Serialize) -> Reply {
    // Our own types have only text and numbers: they can always be written.
    Reply::document(JSON, serde_json::to_string(value).unwrap_or_default())
}

pub(super) fn nothing() -> Reply {
    refusal("not found", StatusCode::NOT_FOUND)
}

pub(super) fn refusal(error: &str, status: StatusCode) -> Reply {
    json(&Refused { error }).with_status(status)
}

impl<'a> From<&'a Heading> for Listed<'a> {
    fn from(heading: &'a Heading) -> Self {
        Self {
            slug: &heading.slug,
            path: format!("/sporsmal/{}", heading.slug),
            title: &heading.title,
            topic: &heading.topic,
            language: heading.language(),
            published_on: heading.published_on,
        }
    }
}

impl<'a> Whole<'a> {
    fn of(pair: &'a Publication, further_topics: &'a [String], frame: &Frame) -> Self {
        let Publication { slug, title, question, answer, topic, signature, .. } = pair;
        Self {
            slug,
            path: pair.path(),
            url: frame.absolute(pair.path()),
            title,
            question,
            answer,
            topic,
            subtopic: pair.subtopic.as_deref(),
            further_topics,
            language: pair.language.tag(),
            gender: pair.audience.gender.word(),
            age_band: pair.audience.age_band.word(),
            signature: Signed { name: &signature.name, title: &signature.title, specialities: &signature.specialities },
            published_on: pair.published_on,
            updated_on: pair.updated_on,
        }
    }
}
