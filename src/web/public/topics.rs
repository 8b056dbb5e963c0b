//! A topic: what is asked about it, and every answer, newest first.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use serde::Deserialize;

use crate::app::App;
use crate::domain::publication::{self, Heading, PAGE_SIZE};
use crate::domain::topic::Topic;
use crate::web::error::{Error, Result};
use crate::web::page::{Frame, Reply};

#[derive(Template)]
#[template(path = "public/topic.html")]
struct TopicPage<'a> {
    frame: Frame,
    topic: &'a Topic,
    headings: Vec<Heading>,
    total: i64,
    /// Addresses of the pages before and after this one.
    newer: Option<String>,
    older: Option<String>,
}

/// Which page of a list; the first is 1.
#[derive(Deserialize)]
pub struct Paging {
    #[serde(default = "first")]
    side: String,
}

fn first() -> String {
    "1".into()
}

impl Paging {
    /// The page, counted from 0; nonsense is the first one.
    pub fn index(&self) -> i64 {
        self.side.parse::<i64>().map_or(0, |page| page.clamp(1, 100_000) - 1)
    }
}

/// `GET /tema/{slug}`
pub async fn show(app: Data<App>, slug: Path<String>, paging: Query<Paging>, request: HttpRequest) -> Result<Reply> {
    let topic = app.topics.find(&slug).ok_or(Error::NotFound)?;
    let (wanted, index) = (slug.into_inner(), paging.index());
    let page = app
        .database
        .read("publication.list_by_topic", move |conn| publication::list_by_topic(conn, &wanted, index))
        .await?;
    if page.headings.is_empty() && index > 0 {
        return Err(Error::NotFound);
    }
    let frame = Frame::of(&request);
    let here = frame.link(format!("/tema/{}", topic.slug));
    let has_older = (index + 1) * PAGE_SIZE < page.total;
    let newer = (index > 0).then(|| if index == 1 { here.clone() } else { format!("{here}?side={index}") });
    let older = has_older.then(|| format!("{here}?side={}", index + 2));
    let page = TopicPage { frame, topic, headings: page.headings, total: page.total, newer, older };
    Ok(Reply::page(&page)?.briefly_cached())
}
