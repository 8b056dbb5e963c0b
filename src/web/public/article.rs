//! `/fakta`: articles by topic, and each of them in its sections, with who wrote it, who checked it and where it is from.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use super::answers::answer_html;
use crate::app::App;
use crate::clock::wall_time_in_norway;
use crate::domain;
use crate::domain::article::Wording;
use crate::domain::article::reading::{self, Heading, Published, Reading};
use crate::domain::help_service::Offered;
use crate::domain::topic::Topic;
use crate::text::language::Language;
use crate::text::markdown::HeadingLevel;
use crate::text::sections;
use crate::web::error::Result;
use crate::web::locale::Texts;
use crate::web::page::{Frame, Reply};

/// An article's words as a page sets them.
pub struct View {
    pub language: Language,
    pub lead: String,
    pub key_points: Vec<String>,
    /// What stands before the first section; cleaned HTML.
    pub intro: String,
    pub sections: Vec<Part>,
    /// Title and address; the address may be empty.
    pub sources: Vec<(String, String)>,
}

/// One section.
pub struct Part {
    pub heading: String,
    pub anchor: String,
    /// Cleaned HTML.
    pub html: String,
}

impl View {
    pub fn of(texts: Texts, language: Language, wording: &Wording) -> Self {
        let (intro, sections) = sections::split(&wording.body);
        let html = |markdown: &str| answer_html(texts, markdown, HeadingLevel::H3);
        Self {
            language,
            lead: wording.lead.clone(),
            key_points: wording.key_points().map(str::to_owned).collect(),
            intro: html(intro),
            sections: sections
                .into_iter()
                .map(|section| Part { heading: section.heading, anchor: section.anchor, html: html(section.body) })
                .collect(),
            sources: wording.sources().map(|source| (source.title.to_owned(), source.url.to_owned())).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "public/article.html")]
struct ArticlePage<'a> {
    frame: Frame,
    article: &'a Published,
    view: View,
    next: Reading,
    help: Vec<Offered<'a>>,
}

impl ArticlePage<'_> {
    /// A profession within a sentence: «lege», but still «ADHD-koordinator».
    fn within(title: &str) -> String {
        let mut letters = title.chars();
        let (first, rest) = (letters.next(), letters.as_str());
        match first {
            Some(first) if !rest.starts_with(char::is_uppercase) => first.to_lowercase().chain(rest.chars()).collect(),
            _ => title.to_owned(),
        }
    }
}

/// A topic and its articles.
struct Shelf<'a> {
    topic: &'a Topic,
    headings: Vec<Heading>,
}

#[derive(Template)]
#[template(path = "public/articles.html")]
struct ArticlesPage<'a> {
    frame: Frame,
    shelves: Vec<Shelf<'a>>,
}

/// `GET /fakta`
pub async fn index(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    let all = app.database.read("article.list", |conn| reading::list(conn, None)).await?;
    let of_topic = |topic: &Topic| all.iter().filter(|heading| heading.topic == topic.slug).cloned().collect();
    let shelves = app.topics.all().iter().map(|topic| Shelf { topic, headings: of_topic(topic) });
    let shelves = shelves.filter(|shelf| !shelf.headings.is_empty()).collect();
    Ok(Reply::page(&ArticlesPage { frame: Frame::of(&request), shelves })?.briefly_cached())
}

/// `GET /fakta/{slug}`
pub async fn show(app: Data<App>, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    let (article, next) = app
        .database
        .read("article.find", move |conn| {
            let found = reading::find_by_slug(conn, &slug)?;
            let next = reading::list_next(conn, &found.wording, &found.slug)?;
            Ok::<_, domain::Error>((found, next))
        })
        .await?;
    let frame = Frame::of(&request);
    let now = wall_time_in_norway(app.clock.now());
    let fitting = app.help_services.for_topic(&article.wording.topic);
    let page = ArticlePage {
        view: View::of(frame.texts, article.language, &article.wording),
        help: fitting.into_iter().map(|service| Offered::at(service, now)).collect(),
        article: &article,
        next,
        frame,
    };
    Ok(Reply::page(&page)?.briefly_cached())
}
