//! Writing: save, preview, give back to the queue or send to a colleague, with one form.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, ResponseError};
use askama::Template;
use validator::Validate;

use super::alike::Takeover;
use super::marks::Handling;
use super::question::{self, Returned};
use crate::app::App;
use crate::domain::answer::marks::Marker;
use crate::domain::answer::{self, Wording};
use crate::domain::ids::{QuestionId, words};
use crate::domain::staff::Clinician;
use crate::domain::{self, Refusal, queue};
use crate::vault::VaultError;
use crate::web::error::{Error, Result, refusal_key};
use crate::web::form::{Fields, Form};
use crate::web::guard::Checked;
use crate::web::page::{Frame, Notice, Reply};

words!(
    /// What the clinician wants done with the draft; every one of them saves it first.
    Step, "step" {
        Save = "save",
        Preview = "preview",
        Release = "release",
        SendToReview = "review",
        /// To the page where something is asked back.
        AskBack = "ask_back",
        /// To the page where the asker is told why there will be no answer.
        Decline = "decline",
    }
);

/// The wording as typed. A draft may lack anything; only what goes to a colleague must be whole.
#[derive(Validate)]
pub struct DraftForm {
    #[validate(length(max = 120, code = "error-title-long"))]
    title: String,
    #[validate(length(max = 6000, code = "error-edited-long"))]
    question: String,
    #[validate(length(max = 20000, code = "error-answer-long"))]
    answer: String,
    is_private: bool,
    /// One of the topic's; publishing passes over any other.
    #[validate(length(max = 100, code = "error-subtopic-unknown"))]
    subtopic: String,
    version: i32,
    step: String,
    /// The mark that was dealt with: see [`Handling`].
    mark: String,
    /// What is taken over from a published answer: see [`Takeover`].
    take: String,
}

impl Form for DraftForm {
    fn read(fields: &mut Fields) -> Self {
        Self {
            title: fields.line("title"),
            question: fields.text("question"),
            answer: fields.text("answer"),
            is_private: fields.line("private") == "yes",
            subtopic: fields.line("subtopic"),
            version: fields.number("version"),
            step: fields.line("do"),
            mark: fields.line("mark"),
            take: fields.line("take"),
        }
    }
}

impl DraftForm {
    fn wording(&self) -> Wording {
        Wording {
            title: self.title.clone(),
            question: self.question.clone(),
            answer: self.answer.clone(),
            is_private: self.is_private,
            subtopic: Some(self.subtopic.clone()).filter(|chosen| !chosen.is_empty()),
        }
    }
}

/// `POST /panel/questions/{id}/answer`
///
/// A long answer is the work of an hour: whatever goes wrong, its text comes back.
pub async fn update(
    app: Data<App>,
    clinician: Result<Clinician>,
    mut fields: Fields,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let allowed = clinician
        .and_then(|clinician| Checked::<DraftForm>::verify(&request, &mut fields).map(|checked| (clinician, checked)));
    let (clinician, Checked { form, mut errors }) = match allowed {
        Ok(allowed) => allowed,
        Err(error) => return kept_text(&request, fields.read::<DraftForm>().0.wording(), &error),
    };
    let step = Step::from_word(&form.step).unwrap_or(Step::Save);
    let wording = form.wording();
    let typed = Some(wording.clone());
    if step == Step::SendToReview {
        for (field, typed) in [("title", &form.title), ("question", &form.question), ("answer", &form.answer)] {
            if typed.is_empty() && (field == "answer" || !form.is_private) {
                errors.add(field, "error-needed-for-review");
            }
        }
    }
    if !errors.is_empty() {
        let returned = Returned { typed, errors, ..Returned::default() };
        return question::page(&app, &clinician, &id, &request, &returned).await;
    }
    let question = question::read_id(&id)?;
    match take_step(&app, &clinician, question, form, step).await {
        Ok(()) => after(step, &app, &clinician, &id, &request).await,
        // Taken back by its asker meanwhile: there is no page left to show the text on.
        Err(error @ domain::Error::Refused(Refusal::QuestionGone)) => kept_text(&request, wording, &error.into()),
        Err(domain::Error::Refused(refusal)) => {
            let returned = Returned { typed, refusal: refusal_key(&refusal), ..Returned::default() };
            question::page(&app, &clinician, &id, &request, &returned).await
        }
        Err(domain::Error::Vault(VaultError::TooLarge)) => {
            errors.add("answer", "error-answer-long");
            let returned = Returned { typed, errors, ..Returned::default() };
            question::page(&app, &clinician, &id, &request, &returned).await
        }
        Err(error) => kept_text(&request, wording, &error.into()),
    }
}

#[derive(Template)]
#[template(path = "staff/kept_text.html")]
struct KeptTextPage<'a> {
    frame: Frame,
    /// The key of the sentence that says why it was not saved.
    key: &'static str,
    pieces: Vec<Kept<'a>>,
}

/// One field of a form that came back: its id, the key of its name, and what was typed.
pub(super) struct Kept<'a> {
    pub id: &'static str,
    pub key: &'static str,
    pub text: &'a str,
}

/// A page to copy the text from, when it could be neither saved nor put back into its form.
pub(super) fn kept_text(request: &HttpRequest, wording: Wording, error: &Error) -> Result<Reply> {
    let pieces = vec![
        Kept { id: "title", key: "wording-title", text: &wording.title },
        Kept { id: "question", key: "wording-question", text: &wording.question },
        Kept { id: "answer", key: "wording-answer", text: &wording.answer },
    ];
    kept_pieces(request, pieces, error)
}

/// The same for any form.
pub(super) fn kept_pieces(request: &HttpRequest, pieces: Vec<Kept<'_>>, error: &Error) -> Result<Reply> {
    let page = KeptTextPage { frame: Frame::of(request), key: error.key(), pieces };
    Ok(Reply::page(&page)?.with_status(error.status_code()))
}

/// Saves, and in the same transaction does what else was asked for.
async fn take_step(
    app: &App,
    clinician: &Clinician,
    id: QuestionId,
    form: DraftForm,
    step: Step,
) -> domain::Result<()> {
    let (secret, now, clinician) = (app.secret.clone(), app.clock.now(), clinician.clone());
    let lexicons = app.lexicons.clone();
    app.database
        .write("answer.save", move |conn| {
            let mut wording = form.wording();
            let handled = Handling::read(&form.mark);
            let kept = match &handled {
                Some(handling) => {
                    handling.apply(&Marker::open(conn, &lexicons.identifying, &clinician, &id)?, &mut wording)
                }
                None => None,
            };
            if let Some(takeover) = Takeover::read(&form.take) {
                takeover.apply(conn, &mut wording)?;
            }
            answer::save(conn, &secret, &clinician, &id, &wording, form.version)?;
            if let Some(kept) = kept {
                answer::keep(conn, &secret, &clinician, &id, kept)?;
            }
            match step {
                Step::Save | Step::Preview | Step::AskBack | Step::Decline => Ok(()),
                Step::Release => queue::release(conn, &clinician, &id, now),
                Step::SendToReview => answer::review::send_to_review(conn, &clinician, &id, &lexicons.identifying, now),
            }
        })
        .await
}

async fn after(step: Step, app: &Data<App>, clinician: &Clinician, id: &str, request: &HttpRequest) -> Result<Reply> {
    match step {
        Step::Save => Ok(Reply::see_other_with(&question::path(id), Notice::Saved)),
        Step::AskBack => Ok(Reply::see_other(&format!("{}/question-back", question::path(id)))),
        Step::Decline => Ok(Reply::see_other(&format!("{}/decline", question::path(id)))),
        Step::Release => Ok(Reply::see_other_with("/panel", Notice::Released)),
        Step::SendToReview => Ok(Reply::see_other_with("/panel", Notice::SentToReview)),
        Step::Preview => {
            let returned = Returned { with_preview: true, ..Returned::default() };
            question::page(app, clinician, id, request, &returned).await
        }
    }
}
