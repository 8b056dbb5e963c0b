//! The second pair of eyes, and publishing.

pub mod comment;
pub mod desk;
pub mod slot;
pub mod urgent;

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use validator::Validate;

use super::question::{self, Returned};
use crate::app::App;
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::domain;
use crate::domain::answer::{self, companion};
use crate::domain::ids::words;
use crate::domain::publication::{self, BroughtOut};
use crate::domain::staff::{Clinician, Reviewer};
use crate::domain::statistics::{self, Outcome};
use crate::web::error::{Result, refusal_key};
use crate::web::form::{Fields, Form};
use crate::web::guard::{Button, Checked};
use crate::web::page::{Notice, Reply};

words!(
    /// What the colleague decides; of an answer and of a version alike.
    Verdict, "verdict" {
        Publish = "publish",
        Approve = "approve",
        SendBack = "return",
    }
);

#[derive(Validate)]
pub struct ReviewForm {
    #[validate(length(max = 4000, code = "error-note-long"))]
    note: String,
    version: i32,
    verdict: String,
}

impl Form for ReviewForm {
    fn read(fields: &mut Fields) -> Self {
        Self { note: fields.text("note"), version: fields.number("version"), verdict: fields.line("do") }
    }
}

/// `POST /panel/questions/{id}/review`
pub async fn create(
    app: Data<App>,
    reviewer: Reviewer,
    clinician: Clinician,
    checked: Checked<ReviewForm>,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, mut errors } = checked;
    let verdict = Verdict::from_word(&form.verdict);
    if verdict == Some(Verdict::SendBack) && form.note.is_empty() {
        errors.add("note", "error-note-missing");
    }
    let note = form.note.clone();
    let (Some(verdict), true) = (verdict, errors.is_empty()) else {
        let returned = Returned { note, errors, ..Returned::default() };
        return question::page(&app, &clinician, &id, &request, &returned).await;
    };
    match decide(&app, reviewer, &clinician, &id, form, verdict).await {
        Ok(reply) => Ok(reply),
        Err(domain::Error::Refused(refusal)) => {
            let returned = Returned { note, refusal: refusal_key(&refusal), ..Returned::default() };
            question::page(&app, &clinician, &id, &request, &returned).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The question's page with a note that was typed before the session ended.
pub async fn go_on(
    app: &Data<App>,
    clinician: &Clinician,
    id: &str,
    fields: &mut Fields,
    request: &HttpRequest,
) -> Result<Reply> {
    let (form, errors) = fields.read::<ReviewForm>();
    let returned = Returned { note: form.note, errors, ..Returned::default() };
    question::page(app, clinician, id, request, &returned).await
}

async fn decide(
    app: &App,
    reviewer: Reviewer,
    clinician: &Clinician,
    id: &str,
    form: ReviewForm,
    verdict: Verdict,
) -> domain::Result<Reply> {
    let question = crate::domain::ids::QuestionId::parse(id).ok_or(domain::Error::NotFound)?;
    let (secret, now, publisher) = (app.secret.clone(), app.clock.now(), clinician.clone());
    let (lexicons, topics, settings) = (app.lexicons.clone(), app.topics.clone(), app.settings.clone());
    let brought_out = app
        .database
        .write("answer.review", move |conn| {
            let other_profession = &settings.review.other_profession_topics;
            let rules = answer::review::Rules { secret: &secret, other_profession, now };
            let seen = (&question, form.version);
            match verdict {
                Verdict::SendBack => {
                    answer::review::send_back(conn, &secret, &reviewer, &question, &form.note, now).map(|()| None)
                }
                Verdict::Approve => answer::review::approve(conn, &reviewer, seen, rules).map(|()| None),
                Verdict::Publish => {
                    let askers = companion::count_askers(conn, &question)?;
                    answer::review::approve(conn, &reviewer, seen, rules)?;
                    let terms =
                        publication::Terms { secret: &secret, lexicon: &lexicons.identifying, topics: &topics, now };
                    let brought_out = publication::bring_out(conn, &publisher, &question, terms)?;
                    count_outcome(conn, &brought_out, askers, now)?;
                    Ok(Some(brought_out))
                }
            }
        })
        .await?;
    Ok(match (brought_out, verdict) {
        (Some(brought_out), _) => back_to_the_queue(&brought_out),
        (None, Verdict::SendBack) => Reply::see_other_with("/panel", Notice::SentBack),
        // Its page says that it is approved.
        (None, _) => Reply::see_other(&question::path(id)),
    })
}

/// `POST /panel/questions/{id}/publication`
pub async fn publish(app: Data<App>, clinician: Clinician, _form: Checked<Button>, id: Path<String>) -> Result<Reply> {
    let question = question::read_id(&id)?;
    let (secret, lexicons, now) = (app.secret.clone(), app.lexicons.clone(), app.clock.now());
    let topics = app.topics.clone();
    let brought_out = app
        .database
        .write("publication.publish", move |conn| {
            let askers = companion::count_askers(conn, &question)?;
            let terms = publication::Terms { secret: &secret, lexicon: &lexicons.identifying, topics: &topics, now };
            let brought_out = publication::bring_out(conn, &clinician, &question, terms)?;
            count_outcome(conn, &brought_out, askers, now)?;
            Ok::<_, domain::Error>(brought_out)
        })
        .await?;
    Ok(back_to_the_queue(&brought_out))
}

pub(super) fn count_outcome(
    conn: &mut AnyConnection,
    brought_out: &BroughtOut,
    askers: usize,
    now: Moment,
) -> domain::Result<()> {
    let outcome = match brought_out {
        BroughtOut::Published { .. } => Outcome::Published,
        BroughtOut::SentPrivately => Outcome::Answered,
    };
    statistics::count_outcome(conn, outcome, askers, now)
}

/// Back to the queue, which names a new pair and links to it.
pub(super) fn back_to_the_queue(brought_out: &BroughtOut) -> Reply {
    match brought_out {
        BroughtOut::Published { slug } => Reply::see_other(&format!("/panel?published={slug}")),
        BroughtOut::SentPrivately => Reply::see_other_with("/panel", Notice::SentPrivately),
    }
}
