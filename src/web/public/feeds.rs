//! Atom feeds (RFC 4287): the newest answers of all topics, or of one. Nobody is counted who reads them.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::NaiveDate;

use crate::app::App;
use crate::domain;
use crate::domain::publication::{Publication, placed, walk};
use crate::text::summary;
use crate::web::error::{Error, Result};
use crate::web::page::{Frame, Reply};

const NEWEST: i64 = 50;
const KIND: &str = "application/atom+xml; charset=utf-8";

#[derive(Template)]
#[template(path = "public/atom.xml")]
struct Feed<'a> {
    frame: &'a Frame,
    title: String,
    /// The page that the feed goes with.
    page: String,
    entries: Vec<Entry<'a>>,
    updated: String,
}

/// One pair as a feed tells of it.
struct Entry<'a> {
    pair: &'a Publication,
    /// Its own address in bokmål's frame: the same in every feed, and when a house moves to another database.
    id: String,
    published: String,
    changed: String,
    summary: String,
    further_topics: Vec<String>,
}

impl<'a> Entry<'a> {
    fn of(pair: &'a Publication, further_topics: Vec<String>, frame: &Frame) -> Self {
        Self {
            pair,
            id: frame.absolute(pair.path()),
            published: at_midnight(pair.published_on),
            changed: at_midnight(pair.changed_on()),
            summary: summary::of_markdown(&pair.answer),
            further_topics,
        }
    }
}

/// A feed must say a time of day; we know and keep only the day.
fn at_midnight(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}

/// `GET /atom.xml`
pub async fn show(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    let frame = Frame::of(&request);
    let title = frame.site_name().to_owned();
    feed(&app, &frame, title, "/".into(), None).await
}

/// `GET /tema/{slug}/atom.xml`
pub async fn show_topic(app: Data<App>, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    let frame = Frame::of(&request);
    let topic = app.topics.find(&slug).ok_or(Error::NotFound)?;
    let title = format!("{} – {}", topic.name.to(frame.language()), frame.site_name());
    feed(&app, &frame, title, format!("/tema/{}", topic.slug), Some(topic.slug.clone())).await
}

async fn feed(app: &App, frame: &Frame, title: String, page: String, topic: Option<String>) -> Result<Reply> {
    let newest = move |conn: &mut _| {
        let pairs = walk::list_newest(conn, topic.as_deref(), NEWEST)?;
        let ids: Vec<&str> = pairs.iter().map(|pair| pair.id.as_str()).collect();
        let further = placed::list_topics(conn, &ids)?;
        Ok::<_, domain::Error>((pairs, further))
    };
    let (pairs, mut further) = app.database.read("publication.list_newest", newest).await?;
    let updated = at_midnight(pairs.iter().map(Publication::changed_on).max().unwrap_or_default());
    let entries =
        pairs.iter().map(|pair| Entry::of(pair, further.remove(pair.id.as_str()).unwrap_or_default(), frame)).collect();
    let feed = Feed { frame, title, page: frame.link(page), entries, updated };
    Ok(Reply::document(KIND, feed.render()?))
}
