//! Search as the API answers it: the same pairs in the same order as `/sok`. The query is in no log and no cache.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use super::api::{json, nothing, refusal};
use crate::app::App;
use crate::app::search::{Answer, Asked, Hit};
use crate::web::error::Result;
use crate::web::page::Reply;
use crate::web::public::search::{LONGEST_QUERY, PAGE, PAGES};

/// What is looked for; the first page is 1.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    topic: String,
    #[serde(default)]
    page: String,
}

#[derive(Serialize)]
struct Found<'a> {
    /// Up to [`crate::app::search::MOST_HITS`].
    total: usize,
    results: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    path: String,
    title: String,
    /// The passage with the words that were found, as plain text.
    snippet: String,
    topic: &'a str,
    published_on: NaiveDate,
}

/// `GET /api/v1/search`
pub async fn show(app: Data<App>, wanted: Query<Wanted>) -> Result<Reply> {
    let Wanted { q, topic, page } = wanted.into_inner();
    if !topic.is_empty() && app.topics.find(&topic).is_none() {
        return Ok(nothing().not_stored());
    }
    let index = page.parse::<usize>().map_or(0, |page| page.clamp(1, PAGES) - 1);
    let asked = Asked {
        query: q.trim().graphemes(true).take(LONGEST_QUERY).collect(),
        topic: Some(topic).filter(|topic| !topic.is_empty()),
        from: index * PAGE,
        count: PAGE,
        ..Asked::default()
    };
    let answer = if asked.query.is_empty() { Answer::default() } else { app.search.find(asked).await };
    if answer.is_preparing {
        return Ok(refusal("preparing", StatusCode::SERVICE_UNAVAILABLE).not_stored());
    }
    let results = answer.hits.iter().map(Item::from).collect();
    Ok(json(&Found { total: answer.total, results }).not_stored())
}

impl<'a> From<&'a Hit> for Item<'a> {
    fn from(hit: &'a Hit) -> Self {
        Self {
            path: hit.path(),
            title: hit.plain_title(),
            snippet: hit.plain_passage(),
            topic: &hit.topic,
            published_on: hit.published_on,
        }
    }
}
