//! The asker writes again: a reply to what a clinician asked, or a follow-up to an answer. Like the question itself,
//! the text is shown back first when something in it may give someone away.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web::Data};
use validator::Validate;

use super::page::Returned;
use super::{Found, code_page, open, receipt_page};
use crate::app::App;
use crate::domain::audience::AgeBand;
use crate::domain::letter::{self, Written};
use crate::domain::question::Urgency;
use crate::domain::triage;
use crate::domain::{self, Refusal};
use crate::text::count_characters;
use crate::text::identifying::{self, Mark};
use crate::vault::VaultError;
use crate::vault::code::Code;
use crate::web::error::{Result, kind_of};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::marked::pieces;
use crate::web::page::{Frame, Reply};
use crate::web::visitor::Visitor;

#[derive(Validate)]
pub(super) struct LetterForm {
    code: String,
    #[validate(length(min = 1, code = "error-letter-missing"))]
    letter: String,
    /// "anyway" after the words that give someone away were shown.
    step: String,
}

impl Form for LetterForm {
    fn read(fields: &mut Fields) -> Self {
        Self { code: fields.line("code"), letter: fields.text("letter"), step: fields.line("do") }
    }
}

/// `POST /kode/brev`
pub async fn create(app: Data<App>, visitor: Visitor, mut fields: Fields, request: HttpRequest) -> Result<Reply> {
    let (form, mut errors) = fields.read::<LetterForm>();
    let (code, found) = match open(&app, &visitor, &form.code, FormErrors::default()).await {
        Ok(Ok(opened)) => opened,
        Ok(Err(errors)) => return code_page(&request, form.code, &form.letter, errors),
        Err(error) => {
            errors.add("code", error_key(&error));
            let reply = code_page(&request, form.code, &form.letter, errors)?;
            return Ok(reply.with_status(StatusCode::SERVICE_UNAVAILABLE));
        }
    };
    if fields.is_cut || count_characters(&form.letter) > app.settings.question.max_characters {
        errors.add("letter", "error-letter-long");
    }
    let marks = app.lexicons.identifying.warn(&form.letter);
    let signs = app.lexicons.acute().find(&form.letter);
    let urgency = Urgency::of_level(signs.level);
    let first_help = triage::first_help(&app.help_services, &signs, urgency, AgeBand::Unsaid);
    let returned = Returned { typed: form.letter.clone(), first_help, ..Returned::default() };
    if !errors.is_empty() {
        return receipt_page(&request, &app, &code, &found, Returned { errors, ..returned });
    }
    if form.step != "anyway" && !marks.is_empty() {
        let returned = returned.with_marks(&pieces(&form.letter, &marks));
        return receipt_page(&request, &app, &code, &found, returned);
    }
    let text = without_numbers(&request, &form.letter, &marks);
    send(&app, (&request, &visitor), (code, found), (text, urgency), returned).await
}

/// The same removal as in a question that is sent anyway.
fn without_numbers(request: &HttpRequest, text: &str, marks: &[Mark]) -> String {
    identifying::remove_numbers(text, marks, &Frame::of(request).t("removed-words").to_string())
}

async fn send(
    app: &Data<App>,
    (request, visitor): (&HttpRequest, &Visitor),
    (code, found): (Code, Found),
    (text, urgency): (String, Urgency),
    mut returned: Returned<'_>,
) -> Result<Reply> {
    let (secret, follow_ups, now) = (app.secret.clone(), app.follow_ups(), app.clock.now());
    let receipt = found.receipt.clone();
    let written = app
        .database
        .write("letter.write_back", move |conn| {
            letter::write_back(conn, &secret, &receipt, (&text, urgency), follow_ups, now)
        })
        .await;
    match written {
        Ok(written) => {
            returned.typed.clear();
            returned.done = match written {
                Written::Reply => "receipt-reply-sent",
                Written::FollowUp { .. } => "receipt-follow-up-sent",
            };
        }
        Err(error) => returned.errors.add("letter", error_key(&error)),
    }
    // As it is now: the letter has changed it, or something else had, and that is why it was refused.
    match open(app, visitor, &code.grouped(), FormErrors::default()).await {
        Ok(Ok((code, found))) => receipt_page(request, app, &code, &found, returned),
        Ok(Err(errors)) => code_page(request, code.grouped(), &returned.typed, errors),
        Err(_) => receipt_page(request, app, &code, &found, returned),
    }
}

/// Why a letter was not kept, in words for its writer. What is our own fault is logged by its kind.
fn error_key(error: &domain::Error) -> &'static str {
    match error {
        domain::Error::Refused(Refusal::NoMoreLetters) => "error-letter-no-more",
        domain::Error::Refused(Refusal::QuestionGone) => "error-letter-gone",
        domain::Error::Refused(_) => "error-letter-not-now",
        domain::Error::Vault(VaultError::TooLarge) => "error-letter-long",
        other => {
            tracing::error!(error = %kind_of(other), "a letter could not be kept");
            "error-not-kept"
        }
    }
}
