//! The only place where an error becomes a status and a page, in the visitor's language and the house's style.
//! What went wrong inside is logged once, without anything a visitor wrote.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::CONTENT_TYPE;
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, ResponseError};
use askama::Template;

use super::page::{Frame, Reply};
use super::public::withdrawn;
use crate::database::DatabaseError;
use crate::domain::{self, Refusal};

/// Why a handler has no page of its own to give.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("there is no such page")]
    NotFound,
    /// The panel was asked for without a session.
    #[error("nobody is signed in")]
    SignedOut,
    /// A form without the token of this session.
    #[error("the form was not made for this session")]
    ForeignForm,
    /// The panel over plain http from elsewhere than this machine.
    #[error("the panel answers only over TLS")]
    PlainHttp,
    #[error("the form is larger than any form of ours")]
    TooLarge,
    /// What is wrong with it is logged where it was found.
    #[error("the archive could not be read")]
    Archive,
    #[error(transparent)]
    Domain(#[from] domain::Error),
    #[error("a page could not be written: {0}")]
    Page(#[from] askama::Error),
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Domain(refusal.into())
    }
}

/// So that database work in a handler may answer in the handler's own error.
impl From<DatabaseError> for Error {
    fn from(error: DatabaseError) -> Self {
        Self::Domain(error.into())
    }
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        Self::Domain(error.into())
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::Domain(domain::Error::NotFound) => StatusCode::NOT_FOUND,
            Self::SignedOut | Self::ForeignForm | Self::PlainHttp => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Domain(domain::Error::Refused(refusal)) => refusal_status(refusal),
            Self::Domain(domain::Error::Database(DatabaseError::Busy)) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Archive | Self::Domain(_) | Self::Page(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A bare reply; [`dress`] makes it a page.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

fn refusal_status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::NotOpenYet | Refusal::TooBusy => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::AlreadyClaimed { .. }
        | Refusal::NotHolder
        | Refusal::WrongState
        | Refusal::StaleVersion
        | Refusal::UnhandledMarks
        | Refusal::OriginalChanged
        | Refusal::UserNameTaken
        | Refusal::NoReceipt
        | Refusal::NoMoreLetters
        | Refusal::ArticleMovedOn
        | Refusal::CorrectionMovedOn
        | Refusal::LanguageHasVersion
        | Refusal::SameProfession
        | Refusal::NeedsAnother
        | Refusal::LastKeyHolder => StatusCode::CONFLICT,
        Refusal::Incomplete | Refusal::ArticleIncomplete | Refusal::WrongSignIn => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::OwnAnswer
        | Refusal::OwnArticle
        | Refusal::WrongRole
        | Refusal::AwaitingGrant { .. }
        | Refusal::NoKey => StatusCode::FORBIDDEN,
        Refusal::TooManyAttempts => StatusCode::TOO_MANY_REQUESTS,
        Refusal::InvitationGone | Refusal::ArticleWithdrawn | Refusal::PairWithdrawn { .. } => StatusCode::GONE,
        Refusal::NoSuchMember | Refusal::QuestionGone | Refusal::NotYetPublic => StatusCode::NOT_FOUND,
    }
}

#[derive(Template)]
#[template(path = "staff/error.html")]
struct PanelErrorPage<'a> {
    frame: Frame,
    /// The key of the sentence; its heading is `{key}-title`.
    key: &'a str,
    /// Who holds the question, or the digits to read out: what the sentence may need.
    detail: &'a str,
}

#[derive(Template)]
#[template(path = "public/error.html")]
struct ErrorPage<'a> {
    frame: Frame,
    key: &'a str,
    detail: &'a str,
}

/// Middleware: gives every bare refusal or failure its page.
pub async fn dress<B>(request: ServiceRequest, next: Next<B>) -> actix_web::Result<ServiceResponse<BoxBody>>
where
    B: MessageBody + 'static,
{
    let response = next.call(request).await?.map_into_boxed_body();
    let status = response.status();
    let is_page = response.headers().contains_key(CONTENT_TYPE);
    if is_page || !(status.is_client_error() || status.is_server_error()) {
        return Ok(response);
    }
    let error = response.response().error().and_then(actix_web::Error::as_error::<Error>);
    if matches!(error, Some(Error::SignedOut)) && response.request().method() != Method::POST {
        return Ok(response.into_response(Reply::see_other("/panel/sign-in").into_response()));
    }
    log_once(status, error);
    let (key, detail) = describe(status, error);
    let frame = Frame::of(response.request());
    if let (Some(slug), false) = (withdrawn_slug(error), frame.is_panel())
        && let Ok(page) = withdrawn::page(response.request(), slug).await
    {
        return Ok(response.into_response(page.into_response()));
    }
    let reply = if frame.is_panel() {
        Reply::page(&PanelErrorPage { frame, key, detail })
    } else {
        Reply::page(&ErrorPage { frame, key, detail })
    };
    Ok(match reply {
        Ok(page) => response.into_response(page.with_status(status).not_stored().into_response()),
        Err(_) => response,
    })
}

/// Where a pair stood that was taken away: its readers are told why.
fn withdrawn_slug(error: Option<&Error>) -> Option<String> {
    match error {
        Some(Error::Domain(domain::Error::Refused(Refusal::PairWithdrawn { slug }))) => Some(slug.clone()),
        _ => None,
    }
}

/// A refusal is part of the day's work; a failure is the maintainer's business.
fn log_once(status: StatusCode, error: Option<&Error>) {
    if let (true, Some(error)) = (status.is_server_error(), error) {
        match error {
            Error::Domain(domain::Error::Refused(_)) => {}
            Error::Domain(cause) => tracing::error!(error = %kind_of(cause), "a page failed"),
            other => tracing::error!(error = %other, "a page failed"),
        }
    }
}

/// An error's kind, for the log: the database's own words may quote a row.
pub fn kind_of(error: &domain::Error) -> String {
    use diesel::result::Error as Diesel;
    match error {
        domain::Error::Database(DatabaseError::Diesel(Diesel::DatabaseError(kind, _))) => {
            format!("the database refused: {kind:?}")
        }
        domain::Error::Database(DatabaseError::Diesel(Diesel::DeserializationError(_))) => {
            "the database has a row of unknown form".into()
        }
        domain::Error::Database(DatabaseError::Diesel(_)) => "the database refused".into(),
        other => other.to_string(),
    }
}

fn describe(status: StatusCode, error: Option<&Error>) -> (&'static str, &str) {
    match error {
        Some(Error::Domain(domain::Error::Refused(refusal))) => describe_refusal(refusal),
        Some(Error::SignedOut) => ("refusal-signed-out", ""),
        Some(Error::ForeignForm) => ("refusal-foreign-form", ""),
        Some(Error::PlainHttp) => ("refusal-plain-http", ""),
        Some(Error::TooLarge) => ("refusal-too-large", ""),
        Some(Error::Domain(domain::Error::Database(DatabaseError::Busy))) => ("refusal-busy", ""),
        _ => match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => ("refusal-not-found", ""),
            StatusCode::PAYLOAD_TOO_LARGE => ("refusal-too-large", ""),
            _ if status.is_client_error() => ("refusal-bad-request", ""),
            _ => ("refusal-failure", ""),
        },
    }
}

fn describe_refusal(refusal: &Refusal) -> (&'static str, &str) {
    match refusal {
        Refusal::NotOpenYet => ("refusal-not-open-yet", ""),
        Refusal::QuestionGone => ("refusal-question-gone", ""),
        Refusal::AlreadyClaimed { by } => ("refusal-already-claimed", by),
        Refusal::NotHolder => ("refusal-not-holder", ""),
        Refusal::WrongState => ("refusal-wrong-state", ""),
        Refusal::StaleVersion => ("refusal-stale-version", ""),
        Refusal::Incomplete => ("refusal-incomplete", ""),
        Refusal::UnhandledMarks => ("refusal-unhandled-marks", ""),
        Refusal::OriginalChanged => ("refusal-original-changed", ""),
        Refusal::OwnAnswer => ("refusal-own-answer", ""),
        Refusal::WrongRole => ("refusal-wrong-role", ""),
        Refusal::AwaitingGrant { fingerprint } => ("refusal-awaiting-grant", fingerprint),
        Refusal::NoKey => ("refusal-no-key", ""),
        Refusal::WrongSignIn => ("refusal-wrong-sign-in", ""),
        Refusal::TooManyAttempts => ("refusal-too-many-attempts", ""),
        Refusal::TooBusy => ("refusal-busy", ""),
        Refusal::InvitationGone => ("refusal-invitation-gone", ""),
        Refusal::UserNameTaken => ("refusal-user-name-taken", ""),
        Refusal::LastKeyHolder => ("refusal-last-key-holder", ""),
        Refusal::NoReceipt => ("refusal-no-receipt", ""),
        Refusal::NoMoreLetters => ("refusal-no-more-letters", ""),
        Refusal::ArticleIncomplete => ("refusal-article-incomplete", ""),
        Refusal::ArticleMovedOn => ("refusal-article-moved-on", ""),
        Refusal::OwnArticle => ("refusal-own-article", ""),
        Refusal::ArticleWithdrawn => ("refusal-article-withdrawn", ""),
        Refusal::PairWithdrawn { .. } => ("refusal-pair-withdrawn", ""),
        Refusal::NotYetPublic => ("refusal-not-yet-public", ""),
        Refusal::CorrectionMovedOn => ("refusal-correction-moved-on", ""),
        Refusal::LanguageHasVersion => ("refusal-language-has-version", ""),
        Refusal::SameProfession => ("refusal-same-profession", ""),
        Refusal::NeedsAnother => ("refusal-needs-another", ""),
        Refusal::NoSuchMember => ("refusal-no-such-member", ""),
    }
}

impl Error {
    /// The key of the sentence that tells a visitor about it.
    pub fn key(&self) -> &'static str {
        describe(self.status_code(), Some(self)).0
    }
}

/// The one sentence that says why not, for a page that stays where it is.
pub fn refusal_key(refusal: &Refusal) -> &'static str {
    describe_refusal(refusal).0
}
