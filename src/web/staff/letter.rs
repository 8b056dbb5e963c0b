//! Writing to the asker instead of answering: a question back, or why there will be no answer. Both are pages of their
//! own, reached from the draft, which is saved first.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use serde::Deserialize;
use validator::Validate;

use super::draft::kept_text;
use super::question;
use crate::app::App;
use crate::domain::answer::{self, Wording};
use crate::domain::ids::QuestionId;
use crate::domain::letter::model::{ModelLetter, Reason, find_unfilled};
use crate::domain::letter::{self, AskBackTerms};
use crate::domain::question::{self as questions, Opened, State};
use crate::domain::staff::Clinician;
use crate::domain::statistics::{self, Outcome};
use crate::domain::{self};
use crate::vault::VaultError;
use crate::web::error::Result;
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::Checked;
use crate::web::page::{Frame, Notice, Reply};

/// What the letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    AskBack,
    Decline,
}

#[derive(Template)]
#[template(path = "staff/letter.html")]
struct LetterPage<'a> {
    frame: Frame,
    purpose: Purpose,
    opened: &'a Opened,
    models: &'a [ModelLetter],
    reason: Option<Reason>,
    text: String,
    errors: FormErrors,
}

impl LetterPage<'_> {
    /// What the keys of its texts end in.
    fn word(&self) -> &'static str {
        match self.purpose {
            Purpose::AskBack => "ask_back",
            Purpose::Decline => "decline",
        }
    }

    fn is_chosen(&self, model: &ModelLetter) -> bool {
        self.reason == Some(model.reason)
    }

    fn title(&self) -> String {
        self.frame.t(format!("step-{}", self.word())).to_string()
    }
}

#[derive(Validate)]
pub struct LetterForm {
    #[validate(length(min = 1, max = 8000, code = "error-staff-letter-length"))]
    text: String,
    reason: String,
}

impl Form for LetterForm {
    fn read(fields: &mut Fields) -> Self {
        Self { text: fields.text("text"), reason: fields.line("reason") }
    }
}

/// Which model letter to begin with; nonsense is none.
#[derive(Deserialize, Default)]
pub struct Choice {
    #[serde(default)]
    reason: String,
}

/// `GET /panel/questions/{id}/question-back`
pub async fn show_question_back(
    app: Data<App>,
    clinician: Clinician,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    page(&app, &clinician, &id, &request, (Purpose::AskBack, None, String::new()), FormErrors::default()).await
}

/// `GET /panel/questions/{id}/decline`, with `?reason=` to begin with its model letter
pub async fn show_decline(
    app: Data<App>,
    clinician: Clinician,
    id: Path<String>,
    choice: Query<Choice>,
    request: HttpRequest,
) -> Result<Reply> {
    let reason = Reason::from_word(&choice.reason);
    page(&app, &clinician, &id, &request, (Purpose::Decline, reason, String::new()), FormErrors::default()).await
}

/// `POST /panel/questions/{id}/question-back`
pub async fn ask_back(
    app: Data<App>,
    clinician: Result<Clinician>,
    fields: Fields,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    create(Purpose::AskBack, &app, clinician, fields, &id, &request).await
}

/// `POST /panel/questions/{id}/decline`
pub async fn decline(
    app: Data<App>,
    clinician: Result<Clinician>,
    fields: Fields,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    create(Purpose::Decline, &app, clinician, fields, &id, &request).await
}

async fn create(
    purpose: Purpose,
    app: &Data<App>,
    clinician: Result<Clinician>,
    mut fields: Fields,
    id: &str,
    request: &HttpRequest,
) -> Result<Reply> {
    let allowed = clinician
        .and_then(|clinician| Checked::<LetterForm>::verify(request, &mut fields).map(|checked| (clinician, checked)));
    let (clinician, Checked { form, mut errors }) = match allowed {
        Ok(allowed) => allowed,
        Err(error) => return kept_text(request, as_wording(fields.read::<LetterForm>().0.text), &error),
    };
    if find_unfilled(&form.text).is_some() {
        errors.add("text", "error-staff-letter-gap");
    }
    let reason = Reason::from_word(&form.reason).filter(|_| purpose == Purpose::Decline);
    if purpose == Purpose::Decline && reason.is_none() {
        errors.add("reason", "error-reason-missing");
    }
    if !errors.is_empty() {
        return page(app, &clinician, id, request, (purpose, reason, form.text), errors).await;
    }
    match send(app, clinician.clone(), question::read_id(id)?, form.text.clone(), reason).await {
        Ok(()) if purpose == Purpose::AskBack => Ok(Reply::see_other_with("/panel", Notice::AskedBack)),
        Ok(()) => Ok(Reply::see_other_with("/panel", Notice::Declined)),
        Err(domain::Error::Vault(VaultError::TooLarge)) => {
            errors.add("text", "error-staff-letter-length");
            page(app, &clinician, id, request, (purpose, reason, form.text), errors).await
        }
        Err(error) => kept_text(request, as_wording(form.text), &error.into()),
    }
}

/// The letter's page with a text that was typed before the session ended.
pub async fn go_on(
    purpose: Purpose,
    app: &Data<App>,
    clinician: &Clinician,
    (id, fields): (&str, &mut Fields),
    request: &HttpRequest,
) -> Result<Reply> {
    let (form, errors) = fields.read::<LetterForm>();
    let reason = Reason::from_word(&form.reason).filter(|_| purpose == Purpose::Decline);
    page(app, clinician, id, request, (purpose, reason, form.text), errors).await
}

fn as_wording(text: String) -> Wording {
    Wording { answer: text, ..Wording::default() }
}

/// Declines for a reason, or asks back when there is none.
async fn send(
    app: &App,
    clinician: Clinician,
    id: QuestionId,
    text: String,
    reason: Option<Reason>,
) -> domain::Result<()> {
    let (secret, now) = (app.secret.clone(), app.clock.now());
    app.database
        .write("letter.send", move |conn| match reason {
            None => letter::ask_back(conn, &clinician, &id, &text, &AskBackTerms { secret: &secret, now }),
            Some(reason) => {
                answer::decline(conn, &secret, &clinician, &id, &text, now)?;
                statistics::count_outcome(conn, Outcome::Declined(reason), 1, now)
            }
        })
        .await
}

/// The page, for whoever holds the question; others are led to the question itself.
async fn page(
    app: &Data<App>,
    clinician: &Clinician,
    id: &str,
    request: &HttpRequest,
    (purpose, reason, typed): (Purpose, Option<Reason>, String),
    errors: FormErrors,
) -> Result<Reply> {
    let question = question::read_id(id)?;
    let (someone, now) = (clinician.clone(), app.clock.now());
    let opened =
        app.database.write("question.open", move |conn| questions::open(conn, &someone, &question, now)).await?;
    if opened.envelope.state != State::Claimed || !opened.envelope.is_held_by(clinician.id()) {
        return Ok(Reply::see_other(&question::path(id)));
    }
    let model = reason.and_then(|reason| app.letters.find(reason));
    let begun = model.map(|model| model.text.to(opened.content.language).to_owned()).unwrap_or_default();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = LetterPage {
        frame: Frame::of(request),
        purpose,
        opened: &opened,
        models: app.letters.all(),
        reason,
        text: if typed.is_empty() && errors.is_empty() { begun } else { typed },
        errors,
    };
    Ok(Reply::page(&page)?.with_status(status))
}
