//! A topic: what is asked about it, what an editor puts first, and every answer, newest first; and the same of a subtopic.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use serde::Deserialize;

use crate::app::App;
use crate::domain;
use crate::domain::article::reading;
use crate::domain::publication::shelf::{self, Filter};
use crate::domain::publication::version::listing;
use crate::domain::publication::{Heading, PAGE_SIZE, choice};
use crate::domain::topic::{Subtopic, Topic};
use crate::web::error::{Error, Result};
use crate::web::page::{Frame, Reply};

#[derive(Template)]
#[template(path = "public/topic.html")]
struct TopicPage<'a> {
    frame: Frame,
    topic: &'a Topic,
    /// The one whose page this is.
    subtopic: Option<&'a Subtopic>,
    /// Those that have answers, and how many.
    subtopics: Vec<(&'a Subtopic, i64)>,
    /// What an editor put first.
    choice: Vec<Heading>,
    headings: Vec<Heading>,
    /// On the first page only.
    articles: Vec<reading::Heading>,
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
    page(&app, &request, (topic, None), paging.index()).await
}

/// `GET /tema/{slug}/{subtopic}`
pub async fn show_subtopic(
    app: Data<App>,
    slugs: Path<(String, String)>,
    paging: Query<Paging>,
    request: HttpRequest,
) -> Result<Reply> {
    let topic = app.topics.find(&slugs.0).ok_or(Error::NotFound)?;
    let subtopic = topic.subtopic(&slugs.1).ok_or(Error::NotFound)?;
    page(&app, &request, (topic, Some(subtopic)), paging.index()).await
}

async fn page(
    app: &App,
    request: &HttpRequest,
    (topic, subtopic): (&Topic, Option<&Subtopic>),
    index: i64,
) -> Result<Reply> {
    let filter = Filter { subtopic: subtopic.map(|subtopic| subtopic.slug.clone()), ..Filter::topic(&topic.slug) };
    let frame = Frame::of(request);
    let language = frame.language();
    let (wanted, is_first) = (topic.slug.clone(), subtopic.is_none() && index == 0);
    let (page, counts, (choice, articles)) = app
        .database
        .read("publication.list_by_topic", move |conn| {
            let (mut choice, articles) = if is_first {
                (choice::list(conn, &wanted)?, reading::list(conn, Some(&wanted))?)
            } else {
                (Vec::new(), Vec::new())
            };
            let counts = shelf::count_subtopics(conn, &wanted)?;
            let mut page = shelf::list(conn, &filter, index)?;
            for headings in [&mut choice, &mut page.headings] {
                listing::put_in_place(conn, language, headings)?;
            }
            Ok::<_, domain::Error>((page, counts, (choice, articles)))
        })
        .await?;
    if page.headings.is_empty() && index > 0 {
        return Err(Error::NotFound);
    }
    let here = frame.link(path(topic, subtopic));
    let has_older = (index + 1) * PAGE_SIZE < page.total;
    let count = |slug: &str| counts.iter().find(|(counted, _)| counted == slug).map_or(0, |(_, count)| *count);
    let page = TopicPage {
        topic,
        subtopic,
        subtopics: topic
            .subtopics
            .iter()
            .map(|subtopic| (subtopic, count(&subtopic.slug)))
            .filter(|(_, count)| *count > 0)
            .collect(),
        choice,
        articles,
        total: page.total,
        headings: page.headings,
        newer: (index > 0).then(|| if index == 1 { here.clone() } else { format!("{here}?side={index}") }),
        older: has_older.then(|| format!("{here}?side={}", index + 2)),
        frame,
    };
    Ok(Reply::page(&page)?.briefly_cached())
}

fn path(topic: &Topic, subtopic: Option<&Subtopic>) -> String {
    match subtopic {
        Some(subtopic) => format!("/tema/{}/{}", topic.slug, subtopic.slug),
        None => format!("/tema/{}", topic.slug),
    }
}

impl TopicPage<'_> {
    /// What the page is called.
    fn name(&self) -> &str {
        let language = self.frame.language();
        self.subtopic.map_or_else(|| self.topic.name.to(language), |subtopic| subtopic.name.to(language))
    }

    fn is_about_danger(&self) -> bool {
        self.subtopic.is_some_and(|subtopic| subtopic.is_about_danger)
    }

    /// What the page is about, for whoever shows a link to it.
    fn description(&self) -> String {
        let intro = self.topic.intro.to(self.frame.language());
        if self.subtopic.is_some() { format!("{} – {intro}", self.name()) } else { intro.to_owned() }
    }

    fn is_here(&self, subtopic: &Subtopic) -> bool {
        self.subtopic.is_some_and(|here| here.slug == subtopic.slug)
    }
}
