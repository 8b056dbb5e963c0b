//! `/skole`: for those who come with an assignment. What is here already, topic by topic, and how to cite it.

use actix_web::{HttpRequest, web::Data};
use askama::Template;

use crate::app::App;
use crate::clock::date_in_norway;
use crate::domain::article::reading;
use crate::domain::publication::version::listing;
use crate::domain::publication::{self, Heading};
use crate::domain::topic::Topic;
use crate::domain::{self};
use crate::web::error::Result;
use crate::web::page::{Frame, Reply};

/// Answers under each topic.
const NEWEST: usize = 3;

#[derive(Template)]
#[template(path = "public/school.html")]
struct SchoolPage<'a> {
    frame: Frame,
    shelves: Vec<Shelf<'a>>,
    /// The example: a pair's title and address, and today's date.
    example: Option<Heading>,
    host: &'a str,
    today: chrono::NaiveDate,
}

/// A topic, its articles and its newest answers.
struct Shelf<'a> {
    topic: &'a Topic,
    headings: Vec<Heading>,
    articles: Vec<reading::Heading>,
}

/// `GET /skole`
pub async fn show(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    let frame = Frame::of(&request);
    let language = frame.language();
    let slugs: Vec<String> = app.topics.all().iter().map(|topic| topic.slug.clone()).collect();
    let lists = app
        .database
        .read("publication.list_by_topic", move |conn| {
            let newest = |slug: &String| {
                let mut headings = publication::shelf::list_by_topic(conn, slug, 0)?.headings;
                headings.truncate(NEWEST);
                listing::put_in_place(conn, language, &mut headings)?;
                Ok((headings, reading::list(conn, Some(slug))?))
            };
            slugs.iter().map(newest).collect::<domain::Result<Vec<_>>>()
        })
        .await?;
    let shelves: Vec<Shelf<'_>> = app
        .topics
        .all()
        .iter()
        .zip(lists)
        .map(|(topic, (headings, articles))| Shelf { topic, headings, articles })
        .collect();
    let example = shelves.iter().find_map(|shelf| shelf.headings.first().cloned());
    let host = app.settings.web.public_url.trim_end_matches('/');
    let today = date_in_norway(app.clock.now());
    let page = SchoolPage { frame, shelves, example, host, today };
    Ok(Reply::page(&page)?.briefly_cached())
}

impl SchoolPage<'_> {
    /// An answer as it stands in a list of sources: title, site, date, address, and the day it was read.
    fn citation(&self, heading: &Heading) -> String {
        let address = format!("{}{}", self.host, self.frame.link(format!("/sporsmal/{}", heading.slug)));
        self.frame
            .t("school-citation")
            .with("title", &heading.title)
            .with("site", self.frame.site_name())
            .with("date", self.frame.texts.date(&heading.published_on))
            .with("address", address)
            .with("today", self.frame.texts.date(&self.today))
            .to_string()
    }
}
