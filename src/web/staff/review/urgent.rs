//! Publishing without a second pair of eyes, with a written reason; and the list of what nobody has read yet.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use validator::Validate;

use super::{back_to_the_queue, count_outcome};
use crate::app::App;
use crate::domain;
use crate::domain::answer::companion;
use crate::domain::ids::QuestionId;
use crate::domain::publication::urgent::{self, Line};
use crate::domain::publication::{self, BroughtOut, Terms};
use crate::domain::staff::{Clinician, Editor, Reviewer, SignedIn};
use crate::web::error::{Result, refusal_key};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::{Button, Checked, SomeoneIn};
use crate::web::page::{Frame, Notice, Reply};
use crate::web::staff::question;

/// Why it cannot wait.
#[derive(Default, Validate)]
pub struct UrgentForm {
    #[validate(length(max = 1000, code = "error-urgent-long"))]
    reason: String,
}

impl Form for UrgentForm {
    fn read(fields: &mut Fields) -> Self {
        Self { reason: fields.text("reason") }
    }
}

#[derive(Template)]
#[template(path = "staff/urgent.html")]
struct UrgentPage {
    frame: Frame,
    id: QuestionId,
    typed: UrgentForm,
    errors: FormErrors,
    refusal: &'static str,
}

#[derive(Template)]
#[template(path = "staff/urgents.html")]
struct UrgentsPage {
    frame: Frame,
    lines: Vec<Line>,
}

/// `GET /panel/questions/{id}/urgent-publication`
pub async fn show(
    _app: Data<App>,
    (_editor, _clinician): (Editor, Clinician),
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let id = question::read_id(&id)?;
    page(&request, id, (UrgentForm::default(), FormErrors::default()), "")
}

/// `POST /panel/questions/{id}/urgent-publication`
pub async fn create(
    app: Data<App>,
    (editor, clinician): (Editor, Clinician),
    Checked { form, mut errors }: Checked<UrgentForm>,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let question = question::read_id(&id)?;
    if form.reason.is_empty() {
        errors.add("reason", "error-urgent-reason");
    }
    if !errors.is_empty() {
        return page(&request, question, (form, errors), "");
    }
    let (secret, lexicons, now) = (app.secret.clone(), app.lexicons.clone(), app.clock.now());
    let (topics, id, reason) = (app.topics.clone(), question.clone(), form.reason.clone());
    let published = app
        .database
        .write("publication.publish_urgently", move |conn| {
            let askers = companion::count_askers(conn, &id)?;
            let terms = Terms { secret: &secret, lexicon: &lexicons.identifying, topics: &topics, now };
            let pair = urgent::publish(conn, (&editor, &clinician), (&id, &reason), terms)?;
            let brought_out = BroughtOut::Published { slug: pair.slug };
            count_outcome(conn, &brought_out, askers, now)?;
            Ok::<_, domain::Error>(brought_out)
        })
        .await;
    match published {
        Ok(brought_out) => Ok(back_to_the_queue(&brought_out)),
        Err(domain::Error::Refused(refusal)) => page(&request, question, (form, errors), refusal_key(&refusal)),
        Err(error) => Err(error.into()),
    }
}

/// The form with a reason that was typed before the session ended.
pub fn go_on(someone: &Arc<SignedIn>, id: &str, fields: &mut Fields, request: &HttpRequest) -> Result<Reply> {
    let (_editor, _clinician) = (Editor::try_from(someone.clone())?, Clinician::try_from(someone.clone())?);
    page(request, question::read_id(id)?, fields.read::<UrgentForm>(), "")
}

/// `GET /panel/urgent`
pub async fn index(app: Data<App>, _someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let lines = app.database.read("publication.list_unread", urgent::list_unread).await?;
    Reply::page(&UrgentsPage { frame: Frame::of(&request), lines })
}

/// `POST /panel/publications/{slug}/urgent-review`
pub async fn pass(app: Data<App>, reviewer: Reviewer, _form: Checked<Button>, slug: Path<String>) -> Result<Reply> {
    let (now, back) = (app.clock.now(), format!("/panel/publications/{slug}"));
    app.database
        .write("publication.pass_urgent", move |conn| {
            let pair = publication::find_by_slug(conn, &slug)?;
            urgent::pass(conn, &reviewer, &pair, now)
        })
        .await?;
    Ok(Reply::see_other_with(&back, Notice::UrgentPassed))
}

fn page(
    request: &HttpRequest,
    id: QuestionId,
    (typed, errors): (UrgentForm, FormErrors),
    refusal: &'static str,
) -> Result<Reply> {
    let status = match (refusal, errors.is_empty()) {
        ("", true) => StatusCode::OK,
        ("", false) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    };
    Ok(Reply::page(&UrgentPage { frame: Frame::of(request), id, typed, errors, refusal })?.with_status(status))
}
