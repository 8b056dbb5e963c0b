//! `/sok`: what others have asked. The query stands in the address, as it is a GET that works without script and can be
//! gone back to; that is acceptable because nothing leaves with it (referrer-policy no-referrer, no log line has an
//! address), no cache keeps the page, and the tab's title is neutral.

use actix_web::{HttpRequest, web::Data};
use askama::Template;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::App;
use crate::app::search::{Answer, Asked, Hit};
use crate::domain::audience::{AgeBand, Gender};
use crate::domain::topic::Topic;
use crate::text::language::Language;
use crate::web::error::Result;
use crate::web::form::Fields;
use crate::web::page::{Frame, Reply};

/// Characters of a query as a person counts them; longer ones are cut, and the page says so.
pub const LONGEST_QUERY: usize = 200;
/// Pairs a page.
pub const PAGE: usize = 20;
/// Pages there can be.
pub const PAGES: usize = crate::app::search::MOST_HITS / PAGE;

/// The form as it was sent; anything it does not know is passed over.
#[derive(Clone, Default)]
struct SearchForm {
    query: String,
    is_cut: bool,
    topic: String,
    age_band: Option<AgeBand>,
    gender: Option<Gender>,
    /// The page's.
    language: Language,
    /// The page, counted from 0.
    page: usize,
}

#[derive(Template)]
#[template(path = "public/search.html")]
struct SearchPage<'a> {
    frame: Frame,
    typed: SearchForm,
    all_topics: &'a [Topic],
    answer: Answer,
    /// Topics to look in when nothing was found.
    topics: Vec<&'a Topic>,
    /// How many pairs there are without the filters, when with them there is none.
    without_filters: usize,
}

/// `GET /sok`
pub async fn show(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    let mut frame = Frame::of(&request);
    let typed = SearchForm::read(&app, request.query_string(), frame.language());
    let answer = if typed.query.is_empty() { Answer::default() } else { app.search.find(typed.asked()).await };
    if answer.total > 0 && answer.hits.is_empty() {
        // A page past the last one.
        return Ok(Reply::see_other(&frame.link(typed.address(&typed.query, 1))));
    }
    let is_empty = answer.total == 0 && typed.has_filters() && !typed.query.is_empty();
    let nearest = if is_empty { app.search.find(typed.without_filters().asked()).await } else { Answer::default() };
    if !typed.query.is_empty() || typed.has_filters() {
        frame.standing.elsewhere = Some(typed.address(&typed.query, typed.page + 1));
    }
    let page = SearchPage {
        frame,
        all_topics: app.topics.all(),
        topics: nearest_topics(app.topics.all(), &nearest.hits),
        without_filters: nearest.total,
        typed,
        answer,
    };
    Ok(Reply::page(&page)?.not_stored())
}

/// The topics of what was found without the filters; all when that is nothing.
fn nearest_topics<'a>(all: &'a [Topic], hits: &[Hit]) -> Vec<&'a Topic> {
    let near: Vec<&Topic> = all.iter().filter(|topic| hits.iter().any(|hit| hit.topic == topic.slug)).collect();
    if near.is_empty() { all.iter().collect() } else { near }
}

impl SearchForm {
    fn read(app: &App, query: &str, language: Language) -> Self {
        let mut fields = Fields::of_query(query);
        let typed = fields.line("q");
        let cut: String = typed.graphemes(true).take(LONGEST_QUERY).collect();
        let topic = fields.line("topic");
        Self {
            is_cut: cut.len() < typed.len(),
            query: cut,
            topic: app.topics.find(&topic).map(|topic| topic.slug.clone()).unwrap_or_default(),
            age_band: AgeBand::from_word(&fields.line("age_band")),
            gender: Gender::from_word(&fields.line("gender")),
            language,
            page: usize::try_from(fields.number("side")).unwrap_or(0).clamp(1, PAGES) - 1,
        }
    }

    fn asked(&self) -> Asked {
        Asked {
            query: self.query.clone(),
            topic: Some(self.topic.clone()).filter(|topic| !topic.is_empty()),
            age_band: self.age_band,
            gender: self.gender,
            language: self.language,
            from: self.page * PAGE,
            count: PAGE,
        }
    }

    fn age_word(&self) -> &'static str {
        self.age_band.map_or("", AgeBand::word)
    }

    fn gender_word(&self) -> &'static str {
        self.gender.map_or("", Gender::word)
    }

    fn has_filters(&self) -> bool {
        !self.topic.is_empty() || self.age_band.is_some() || self.gender.is_some()
    }

    fn without_filters(&self) -> Self {
        Self { query: self.query.clone(), is_cut: self.is_cut, language: self.language, ..Self::default() }
    }

    /// Its address; the page is counted from 1, as the form does.
    fn address(&self, query: &str, page: usize) -> String {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let side = if page > 1 { page.to_string() } else { String::new() };
        let given = [
            ("topic", self.topic.as_str()),
            ("age_band", self.age_word()),
            ("gender", self.gender_word()),
            ("side", &side),
        ];
        let rest = given
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("&{name}={}", encode(value)));
        format!("/sok?q={}{}", encode(query), rest.collect::<String>())
    }
}

impl SearchPage<'_> {
    fn is_empty_handed(&self) -> bool {
        !self.typed.query.is_empty() && self.answer.hits.is_empty() && !self.answer.is_preparing
    }

    /// The same search once more.
    fn here(&self) -> String {
        self.frame.link(self.typed.address(&self.typed.query, self.typed.page + 1))
    }

    fn better(&self) -> Option<String> {
        self.answer.did_you_mean.as_ref().map(|query| self.frame.link(self.typed.address(query, 1)))
    }

    fn all(&self) -> String {
        self.frame.link(self.typed.without_filters().address(&self.typed.query, 1))
    }

    /// The page before this one, counted from 1.
    fn before(&self) -> Option<String> {
        (self.typed.page > 0).then(|| self.frame.link(self.typed.address(&self.typed.query, self.typed.page)))
    }

    fn after(&self) -> Option<String> {
        let has_more = (self.typed.page + 1) * PAGE < self.answer.total;
        has_more.then(|| self.frame.link(self.typed.address(&self.typed.query, self.typed.page + 2)))
    }
}
