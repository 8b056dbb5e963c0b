//! Articles in the panel: the list, and the page where one is written, read over, brought out and looked after.

pub mod form;
pub mod review;
pub mod version;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use self::form::ArticleForm;
use crate::app::App;
use crate::domain;
use crate::domain::article::reading::{self, Reading};
use crate::domain::article::{self, Article, Entry, Line, State, Version, Wording};
use crate::domain::ids::ArticleId;
use crate::domain::staff::Writer;
use crate::domain::topic::Topic;
use crate::text::difference;
use crate::text::language::Language;
use crate::web::error::{Error, Result};
use crate::web::form::FormErrors;
use crate::web::page::{Frame, Reply};
use crate::web::public::article::View;

#[derive(Template)]
#[template(path = "staff/articles.html")]
struct ArticlesPage {
    frame: Frame,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "staff/article_new.html")]
struct NewPage<'a> {
    frame: Frame,
    topics: &'a [Topic],
    typed: ArticleForm,
    errors: FormErrors,
}

/// One part of a text beside another version of it.
struct Change<'a> {
    part: &'static str,
    lines: Vec<difference::Line<'a>>,
}

/// What the page says after something was sent from it.
#[derive(Default)]
pub struct Returned {
    /// What was typed and could not be saved.
    typed: Option<ArticleForm>,
    note: String,
    errors: FormErrors,
    /// The key of the sentence that says why not.
    refusal: &'static str,
}

/// All the page tells of one article.
struct Sight {
    article: Article,
    newest: Version,
    public: Option<Version>,
    history: Vec<Entry>,
    next: Reading,
    /// Whether who looks has a hand in what waits for a colleague.
    is_writer: bool,
    /// Whether who looks has a hand in what stands public, or signs it.
    is_behind_public: bool,
}

#[derive(Template)]
#[template(path = "staff/article.html")]
struct ArticlePage<'a> {
    frame: Frame,
    topics: &'a [Topic],
    sight: &'a Sight,
    form: ArticleForm,
    view: View,
    changes: Vec<Change<'a>>,
    returned: &'a Returned,
}

/// `GET /panel/articles`
pub async fn index(app: Data<App>, _writer: Writer, request: HttpRequest) -> Result<Reply> {
    let lines = app.database.read("article.list_all", article::list_all).await?;
    Reply::page(&ArticlesPage { frame: Frame::of(&request), lines })
}

/// `GET /panel/articles/new`
pub async fn new(app: Data<App>, writer: Writer, request: HttpRequest) -> Result<Reply> {
    let language = writer.member.language.tag().to_owned();
    let typed = ArticleForm { language, ..ArticleForm::default() };
    new_page(&app, &request, typed, FormErrors::default())
}

fn new_page(app: &App, request: &HttpRequest, typed: ArticleForm, errors: FormErrors) -> Result<Reply> {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = NewPage { frame: Frame::of(request), topics: app.topics.all(), typed, errors };
    Ok(Reply::page(&page)?.with_status(status))
}

/// `GET /panel/articles/{id}`
pub async fn show(app: Data<App>, writer: Writer, id: Path<String>, request: HttpRequest) -> Result<Reply> {
    page(&app, &writer, &read_id(&id)?, &request, &Returned::default()).await
}

fn read_id(id: &str) -> Result<ArticleId> {
    ArticleId::parse(id).ok_or(Error::NotFound)
}

fn path(id: &ArticleId) -> String {
    format!("/panel/articles/{id}")
}

async fn look(app: &App, writer: &Writer, id: &ArticleId) -> Result<Sight> {
    let (id, me) = (id.clone(), writer.id().clone());
    let sight = app.database.read("article.look", move |conn| {
        let article = article::find(conn, &id)?;
        let newest = article::find_version(conn, &id, article.newest_version)?;
        let public = article.public_version.map(|number| article::find_version(conn, &id, number)).transpose()?;
        let mut is_behind_public = article.author_id.as_ref() == Some(&me);
        if let Some(version) = &public {
            is_behind_public |= article::list_writers(conn, &id, version.number)?.contains(&me);
        }
        Ok::<_, domain::Error>(Sight {
            is_writer: article::list_writers(conn, &id, newest.number)?.contains(&me),
            next: reading::list_next(conn, &newest.wording, &article.slug)?,
            history: article::list_versions(conn, &id)?,
            is_behind_public,
            article,
            newest,
            public,
        })
    });
    Ok(sight.await?)
}

/// The article's page as it is now, with what was sent from it last.
async fn page(app: &App, writer: &Writer, id: &ArticleId, request: &HttpRequest, returned: &Returned) -> Result<Reply> {
    let sight = look(app, writer, id).await?;
    let frame = Frame::of(request);
    let saved = ArticleForm::of(&sight.newest.wording, sight.newest.number, sight.article.language);
    let mut form = returned.typed.clone().unwrap_or(saved);
    let typed = form.wording();
    // Beside the words that were not saved, the ones that were; else what a reader would see change.
    let is_stale = returned.typed.is_some() && form.version != sight.newest.number;
    let changes = match &sight.public {
        _ if is_stale => compare(&sight.newest.wording, &typed),
        Some(public) if sight.article.has_unpublished() => compare(&public.wording, &sight.newest.wording),
        _ => Vec::new(),
    };
    form.version = sight.newest.number;
    let page = ArticlePage {
        view: View::of(frame.texts, sight.article.language, &sight.newest.wording),
        topics: app.topics.all(),
        changes,
        sight: &sight,
        form,
        returned,
        frame,
    };
    let status = match () {
        () if !returned.refusal.is_empty() => StatusCode::CONFLICT,
        () if !returned.errors.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
        () => StatusCode::OK,
    };
    Ok(Reply::page(&page)?.with_status(status))
}

/// The parts that differ.
fn compare<'a>(old: &'a Wording, new: &'a Wording) -> Vec<Change<'a>> {
    let both = old.parts().into_iter().zip(new.parts());
    both.map(|((part, before), (_, now))| Change { part, lines: difference::lines(before, now) })
        .filter(|change| !change.lines.is_empty())
        .collect()
}

impl ArticlePage<'_> {
    fn is_reviewer(&self) -> bool {
        self.frame.is_reviewer() && self.frame.is_clinician()
    }

    fn may_review(&self) -> bool {
        self.sight.article.state == State::InReview && self.may_send_back()
    }

    /// Also what was approved may be sent back; whoever is writing just now does neither.
    fn may_send_back(&self) -> bool {
        let is_asked = matches!(self.sight.article.state, State::InReview | State::Approved);
        is_asked && self.is_reviewer() && !self.sight.is_writer && self.returned.typed.is_none()
    }

    fn may_check(&self) -> bool {
        self.sight.public.is_some() && self.is_reviewer() && !self.sight.is_behind_public
    }

    /// Whether the form is what who looks came for.
    fn is_writing(&self) -> bool {
        self.returned.typed.is_some() || self.sight.article.state == State::Draft
    }
}

impl Change<'_> {
    /// The key of the part's name.
    fn key(&self) -> &'static str {
        form::label(self.part)
    }
}
