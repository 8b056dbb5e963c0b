//! Answers that are there already, shown to whoever is writing a question. The text is looked at and forgotten: nothing
//! of it is kept, counted or logged.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web::Data};
use askama::Template;

use super::form::{AskForm, Step};
use crate::app::App;
use crate::app::search::Hit;
use crate::domain::question::{Submission, Urgency};
use crate::text::language::Language;
use crate::web::error::Result;
use crate::web::form::Fields;
use crate::web::page::{Frame, Reply};

/// So many are shown: enough to choose from, few enough to read beside a form.
const MOST: usize = 3;

/// What the form's script puts beside it.
#[derive(Template)]
#[template(path = "components/answered.html")]
struct AnsweredPart {
    frame: Frame,
    answered: Vec<Hit>,
    is_said_above: bool,
}

/// For whoever found the answer.
#[derive(Template)]
#[template(path = "public/found.html")]
struct FoundPage {
    frame: Frame,
}

/// `POST /spor/svar`: only the question is read. 503 while there is no index yet.
pub async fn create(app: Data<App>, mut fields: Fields, request: HttpRequest) -> Result<Reply> {
    let frame = Frame::of(&request);
    let found = app.search.find_alike(fields.text("question"), frame.language(), MOST).await;
    let part = Reply::page(&AnsweredPart { frame, answered: found.hits, is_said_above: false })?.not_stored();
    // So that the script asks again: nothing found would be something else.
    Ok(if found.is_preparing { part.with_status(StatusCode::SERVICE_UNAVAILABLE) } else { part })
}

/// `GET /spor/funnet`
pub async fn show(request: HttpRequest) -> Result<Reply> {
    Ok(Reply::page(&FoundPage { frame: Frame::of(&request) })?.not_stored())
}

/// The answers a text may already have.
pub(super) async fn to_text(app: &App, text: &str, language: Language) -> Vec<Hit> {
    app.search.find_alike(text.to_owned(), language, MOST).await.hits
}

/// What is shown once before a question is sent: nothing to someone who has seen it, and nothing that could keep
/// someone in danger.
pub(super) async fn before_sending(app: &App, form: &AskForm, step: Step, submission: &Submission) -> Vec<Hit> {
    let is_in_time = submission.urgency == Urgency::Normal;
    if step == Step::Send && form.seen.is_empty() && is_in_time {
        return to_text(app, &form.question, submission.language).await;
    }
    Vec::new()
}
