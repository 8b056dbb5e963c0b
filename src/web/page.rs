//! The frame around every page, and the reply a handler gives: a page, or the way to another one.

mod notice;
mod standing;

use std::sync::Arc;

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, ContentType, HeaderName, HeaderValue, LOCATION};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, Responder, web::Data};
use askama::Template;
pub use notice::Notice;
pub use standing::Standing;

use super::assets;
use super::error::Result;
use super::join;
use super::locale::{Line, Texts};
use crate::app::App;
use crate::app::promise::Promise;
use crate::domain::help_service::HelpService;
use crate::domain::queue::View;
use crate::domain::staff::{AccountState, Role, SignedIn};
use crate::domain::statistics::Tally;
use crate::text::language::Language;

/// What the layouts need: the language, the address, who looks.
pub struct Frame {
    app: Data<App>,
    pub texts: Texts,
    /// The path without its language.
    path: String,
    pub member: Option<Arc<SignedIn>>,
    pub notice: Option<Notice>,
    /// What we promise those who ask, just now.
    pub promise: Promise,
    /// Which part of the queue the address names.
    view: Option<View>,
    /// Where else the page stands, when its path does not say it.
    pub standing: Standing,
    /// A language that the browser would rather have.
    rather: Option<Language>,
}

impl Frame {
    /// The frame for a request: a public page's language is in its path, a panel page's in the profile.
    pub fn of(request: &HttpRequest) -> Self {
        #[expect(clippy::expect_used, reason = "every server and test is built with the App")]
        let app = request.app_data::<Data<App>>().expect("the App").clone();
        let language = Language::of_path(request.path());
        let path = request.path().strip_prefix(language.prefix()).unwrap_or_default();
        let query = request.query_string();
        let member = request.extensions().get::<Arc<SignedIn>>().cloned();
        let language = member.as_ref().map_or(language, |someone| someone.member.language);
        Self {
            app,
            texts: Texts(language),
            path: path.to_owned(),
            member,
            promise: request.extensions().get::<Promise>().copied().unwrap_or_default(),
            notice: word_in(query, "notice=", Notice::from_word).or(request.extensions().get::<Notice>().copied()),
            view: word_in(query, "view=", View::from_word),
            standing: Standing::default(),
            rather: standing::rather(request, language),
        }
    }

    pub fn t(&self, key: impl AsRef<str>) -> Line {
        self.texts.t(key)
    }

    pub fn language(&self) -> Language {
        self.texts.0
    }

    /// A number of a table, as it may be told.
    pub fn tally(&self, tally: &Tally) -> String {
        if *tally == Tally::Hidden { self.t("tally-hidden").to_string() } else { tally.to_string() }
    }

    pub fn is_panel(&self) -> bool {
        self.path == "/panel" || self.path.starts_with("/panel/")
    }

    /// A public path in this page's language.
    pub fn link(&self, path: impl AsRef<str>) -> String {
        join(self.language().prefix(), path.as_ref())
    }

    /// A path of ours with scheme and host, for those who read it elsewhere.
    pub fn absolute(&self, path: impl AsRef<str>) -> String {
        format!("{}{}", self.app.settings.web.public_url, path.as_ref())
    }

    pub fn licence(&self) -> Option<(&str, &str)> {
        let site = &self.app.settings.site;
        (!site.licence_name.is_empty()).then_some((&site.licence_name, &site.licence_url))
    }

    pub fn is_at(&self, path: &str) -> bool {
        self.path == path || (path == "/" && self.path.is_empty())
    }

    /// Whether this is the queue, in this view ("all", "own", "review").
    pub fn is_at_view(&self, view: &str) -> bool {
        self.path == "/panel" && self.view.unwrap_or(View::All).word() == view
    }

    pub fn asset(&self, name: &str) -> String {
        assets::path(name)
    }

    pub fn site_name(&self) -> &str {
        &self.app.settings.site.name
    }

    pub fn owner(&self) -> &str {
        &self.app.settings.site.owner
    }

    pub fn source_url(&self) -> &str {
        &self.app.settings.site.source_url
    }

    pub fn answer_within_days(&self) -> u32 {
        self.app.settings.question.answer_within_days
    }

    /// A sentence that promises an answer within so many days; in a season, or before anyone can open a question, another.
    pub fn within(&self, key: &str) -> Line {
        match self.promise {
            Promise { is_closed: true, .. } => self.t("opening-soon"),
            Promise { season: Some(_), .. } => self.t("season-short"),
            _ => self.t(key).with("days", self.answer_within_days()),
        }
    }

    /// The numbers that stand by every form.
    pub fn first_help(&self) -> Vec<&HelpService> {
        self.app.help_services.first()
    }

    /// A topic's name in this page's language; its slug when the file does not know it.
    pub fn topic_name<'a>(&'a self, slug: &'a str) -> &'a str {
        self.app.topics.find(slug).map_or(slug, |topic| topic.name.to(self.language()))
    }

    pub fn member_name(&self) -> &str {
        self.member.as_ref().map_or("", |someone| &someone.member.name)
    }

    pub fn is_manager(&self) -> bool {
        self.has_role(Role::Manager)
    }

    /// Whether the one who looks has been let in; the menu is for them only.
    pub fn is_let_in(&self) -> bool {
        self.member.as_ref().is_some_and(|someone| someone.member.state == AccountState::Active)
    }

    pub fn is_reviewer(&self) -> bool {
        self.has_role(Role::Reviewer)
    }

    pub fn is_clinician(&self) -> bool {
        self.has_role(Role::Clinician)
    }

    /// Whether single keys press links and buttons for this person.
    pub fn has_shortcuts(&self) -> bool {
        self.is_let_in() && self.member.as_ref().is_some_and(|someone| someone.member.shortcuts)
    }

    pub fn is_editor(&self) -> bool {
        self.has_role(Role::Editor)
    }

    pub fn is_writer(&self) -> bool {
        self.is_clinician() || self.has_role(Role::Editor)
    }

    pub fn is_steward(&self) -> bool {
        self.is_manager() || self.has_role(Role::Editor)
    }

    /// What every form of the panel carries.
    pub fn form_token(&self) -> &str {
        self.member.as_ref().map_or("", |someone| &someone.form_token)
    }

    fn has_role(&self, role: Role) -> bool {
        self.member.as_ref().is_some_and(|someone| someone.member.roles.contains(&role))
    }
}

/// One of a closed list of words from an address.
fn word_in<T>(query: &str, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    query.split('&').find_map(|pair| pair.strip_prefix(name)).and_then(read)
}

/// What a handler answers.
pub struct Reply(HttpResponse);

impl Reply {
    /// A page.
    pub fn page(template: &impl Template) -> Result<Self> {
        let html = template.render()?;
        Ok(Self(HttpResponse::Ok().content_type(ContentType::html()).body(html)))
    }

    /// A document for programs, which may be kept for a short while.
    pub fn document(kind: &'static str, body: String) -> Self {
        Self(HttpResponse::Ok().content_type(kind).body(body)).briefly_cached()
    }

    /// A text to keep; who gives it out says under which name.
    pub fn download(text: String) -> Self {
        Self(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text)).not_stored()
    }

    /// Done, and nothing to show: for a script of ours.
    pub fn nothing() -> Self {
        Self(HttpResponse::NoContent().finish())
    }

    /// The way to another page, by GET.
    pub fn see_other(path: &str) -> Self {
        Self(HttpResponse::SeeOther().insert_header((LOCATION, path)).finish())
    }

    /// The way to a page of the panel that says what was done.
    pub fn see_other_with(path: &str, notice: Notice) -> Self {
        Self::see_other(&format!("{path}?notice={}", notice.word()))
    }

    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        *self.0.status_mut() = status;
        self
    }

    /// No cache may keep this reply.
    #[must_use]
    pub fn not_stored(self) -> Self {
        self.with_caching(HeaderValue::from_static("no-store"))
    }

    /// Caches may keep this page for a short while.
    #[must_use]
    pub fn briefly_cached(self) -> Self {
        self.with_caching(HeaderValue::from_static("public, max-age=60"))
    }

    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.headers_mut().insert(name, value);
        self
    }

    /// Only the panel's guard sets one.
    #[must_use]
    pub fn with_cookie(mut self, cookie: &actix_web::cookie::Cookie<'_>) -> Self {
        // The cookie is our own and short; it always fits a header.
        let _fits = self.0.add_cookie(cookie).is_ok();
        self
    }

    /// Whether it is something to read, not the way elsewhere.
    pub fn is_page(&self) -> bool {
        !self.0.status().is_redirection()
    }

    pub fn into_response(self) -> HttpResponse {
        self.0
    }

    fn with_caching(mut self, value: HeaderValue) -> Self {
        self.0.headers_mut().insert(CACHE_CONTROL, value);
        self
    }
}

impl Responder for Reply {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        self.0
    }
}

/// A text without markup as paragraphs of lines, for templates to set.
pub fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    text.split("\n\n")
        .map(|paragraph| paragraph.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>())
        .filter(|lines| !lines.is_empty())
        .collect()
}

#[cfg(test)]
mod tests;
