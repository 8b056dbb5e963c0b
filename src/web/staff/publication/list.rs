//! Every published pair, newest first, to be found by topic and by the words of its title.

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use askama::Template;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use super::slug_in;
use crate::app::App;
use crate::domain::publication::shelf::{self, Filter};
use crate::domain::publication::{Heading, PAGE_SIZE};
use crate::domain::topic::Topics;
use crate::text::normalise_line;
use crate::web::error::Result;
use crate::web::guard::SomeoneIn;
use crate::web::page::{Frame, Reply};

/// What the address chooses; nonsense is ignored.
#[derive(Deserialize, Default)]
pub struct Wanted {
    #[serde(default)]
    topic: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    page: String,
}

#[derive(Template)]
#[template(path = "staff/publications.html")]
struct PublicationsPage<'a> {
    frame: Frame,
    topics: &'a Topics,
    chosen_topic: String,
    query: String,
    headings: Vec<Heading>,
    total: i64,
    previous: Option<String>,
    next: Option<String>,
}

/// `GET /panel/publications`
pub async fn index(app: Data<App>, _someone: SomeoneIn, wanted: Query<Wanted>, request: HttpRequest) -> Result<Reply> {
    let wanted = wanted.into_inner();
    let index = wanted.page.parse::<i64>().map_or(0, |page| page.clamp(1, 100_000) - 1);
    let topic = app.topics.find(&wanted.topic).map(|topic| topic.slug.clone());
    let query = normalise_line(&wanted.q);
    let filter = Filter { topic: topic.clone(), ..Filter::default() }.with_words(slug_in(&query));
    let page = app.database.read("publication.list", move |conn| shelf::list(conn, &filter, index)).await?;
    let chosen_topic = topic.unwrap_or_default();
    let typed = utf8_percent_encode(&query, NON_ALPHANUMERIC).to_string();
    let link = |index: i64| format!("/panel/publications?topic={chosen_topic}&q={typed}&page={}", index + 1);
    Reply::page(&PublicationsPage {
        frame: Frame::of(&request),
        topics: &app.topics,
        previous: (index > 0).then(|| link(index - 1)),
        next: ((index + 1) * PAGE_SIZE < page.total).then(|| link(index + 1)),
        chosen_topic,
        query,
        headings: page.headings,
        total: page.total,
    })
}

impl PublicationsPage<'_> {
    fn subtopic_name(&self, heading: &Heading) -> Option<&str> {
        let subtopic = self.topics.find_subtopic(&heading.topic, heading.subtopic.as_deref()?)?;
        Some(subtopic.name.to(self.frame.language()))
    }
}
