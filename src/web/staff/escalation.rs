//! Duty to warn: asking a named person to decide, and the page where that person reads, takes what was written along, decides.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, HeaderValue};
use actix_web::web::{Data, Path};
use askama::Template;
use validator::Validate;

use super::draft::{Kept, kept_pieces};
use super::handover::Typed;
use super::question::{self, Returned};
use crate::app::App;
use crate::clock::{Moment, date_in_norway, wall_time_in_norway};
use crate::domain::escalation::{self, Content, Decision, Escalation};
use crate::domain::ids::{EscalationId, StaffId};
use crate::domain::staff::Clinician;
use crate::domain::{self, Refusal};
use crate::web::error::{Error, Result};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::{Button, Checked, SomeoneIn};
use crate::web::locale::Texts;
use crate::web::page::{Frame, Notice, Reply};

#[derive(Validate)]
pub struct RaiseForm {
    to: String,
    #[validate(length(min = 1, max = 4000, code = "error-escalation-note"))]
    note: String,
}

impl Form for RaiseForm {
    fn read(fields: &mut Fields) -> Self {
        Self { to: fields.line("to"), note: fields.text("note") }
    }
}

#[derive(Validate)]
pub struct DecisionForm {
    decision: String,
    #[validate(length(min = 1, max = 4000, code = "error-escalation-reason"))]
    reason: String,
}

impl Form for DecisionForm {
    fn read(fields: &mut Fields) -> Self {
        Self { decision: fields.line("decision"), reason: fields.text("reason") }
    }
}

#[derive(Template)]
#[template(path = "staff/escalations.html")]
struct ListPage {
    frame: Frame,
    all: Vec<Escalation>,
    own_id: StaffId,
}

#[derive(Template)]
#[template(path = "staff/escalation.html")]
struct EscalationPage {
    frame: Frame,
    found: Escalation,
    is_to_reader: bool,
    /// None when it is not the reader's to read, or deleted with its question.
    content: Option<Content>,
    reason: String,
    decision: String,
    typed: String,
    errors: FormErrors,
}

/// `POST /panel/questions/{id}/escalation`. Whatever goes wrong, the note comes back.
pub async fn create(
    app: Data<App>,
    clinician: Clinician,
    checked: Checked<RaiseForm>,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, errors } = checked;
    let note = form.note.clone();
    let kept =
        |error: &Error| kept_pieces(&request, vec![Kept { id: "note", key: "escalation-note", text: &note }], error);
    let (question, to) = (question::read_id(&id)?, StaffId::parse(&form.to));
    let (Some(to), true) = (to, errors.is_empty()) else { return kept(&Refusal::Incomplete.into()) };
    let (secret, now) = (app.secret.clone(), app.clock.now());
    let raised = app
        .database
        .write("escalation.raise", move |conn| {
            escalation::raise(conn, &secret, &clinician, (&question, &to), &form.note, now)
        })
        .await;
    match raised {
        Ok(raised) => Ok(Reply::see_other_with(&path(&raised), Notice::Escalated)),
        Err(error) => kept(&error.into()),
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
    let RaiseForm { to, note } = RaiseForm::read(fields);
    let returned = Returned { escalated: Typed { to, note }, ..Returned::default() };
    question::page(app, clinician, id, request, &returned).await
}

/// The same for a decision: one that was made meanwhile stands, and the reason is given back to copy.
pub async fn go_on_deciding(
    app: &Data<App>,
    someone: &SomeoneIn,
    id: &str,
    fields: &mut Fields,
    request: &HttpRequest,
) -> Result<Reply> {
    let DecisionForm { decision, reason } = DecisionForm::read(fields);
    let (id, reader) = (read_id(id)?, someone.0.id().clone());
    let asked = id.clone();
    let found = app.database.read("escalation.find", move |conn| escalation::find(conn, &reader, &asked)).await?;
    if found.decided.is_some() || found.to.id != *someone.0.id() {
        return Err(Refusal::WrongState.into());
    }
    page(app, someone, &id, request, (decision, reason, FormErrors::default())).await
}

/// `GET /panel/escalations`
pub async fn index(app: Data<App>, someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let own_id = someone.0.id().clone();
    let id = own_id.clone();
    let all = app.database.read("escalation.list_of", move |conn| escalation::list_of(conn, &id)).await?;
    Reply::page(&ListPage { frame: Frame::of(&request), all, own_id })
}

/// `GET /panel/escalations/{id}`
pub async fn show(app: Data<App>, someone: SomeoneIn, id: Path<String>, request: HttpRequest) -> Result<Reply> {
    page(&app, &someone, &read_id(&id)?, &request, (String::new(), String::new(), FormErrors::default())).await
}

/// `POST /panel/escalations/{id}`
pub async fn update(
    app: Data<App>,
    someone: SomeoneIn,
    checked: Checked<DecisionForm>,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, mut errors } = checked;
    let id = read_id(&id)?;
    let decision = Decision::from_word(&form.decision);
    if decision.is_none() {
        errors.add("decision", "error-escalation-decision");
    }
    let (Some(decision), true) = (decision, errors.is_empty()) else {
        return page(&app, &someone, &id, &request, (form.decision, form.reason, errors)).await;
    };
    let (secret, now, reason) = (app.secret.clone(), app.clock.now(), form.reason.clone());
    let decided = id.clone();
    let outcome = app
        .database
        .write("escalation.decide", move |conn| {
            escalation::decide(conn, &secret, &someone.0, &decided, (decision, &form.reason), now)
        })
        .await;
    match outcome {
        Ok(()) => Ok(Reply::see_other_with(&path(&id), Notice::EscalationDecided)),
        Err(domain::Error::NotFound) => Err(Error::NotFound),
        Err(error) => {
            kept_pieces(&request, vec![Kept { id: "reason", key: "escalation-reason", text: &reason }], &error.into())
        }
    }
}

/// `POST /panel/escalations/{id}/text`: what was written, to take along into the receiver's own records.
pub async fn take(
    app: Data<App>,
    someone: SomeoneIn,
    _form: Checked<Button>,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let (id, now) = (read_id(&id)?, app.clock.now());
    let (found, content) = app
        .database
        .write("escalation.open", move |conn| {
            let content = escalation::open(conn, &someone.0, &id, now)?;
            Ok::<_, domain::Error>((escalation::find(conn, someone.0.id(), &id)?, content))
        })
        .await?;
    let content = content.ok_or(Error::NotFound)?;
    let text = as_text(&app, Frame::of(&request).texts, &found, &content);
    Ok(Reply::download(text)
        .with_header(CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"varsel.txt\"")))
}

async fn page(
    app: &Data<App>,
    someone: &SomeoneIn,
    id: &EscalationId,
    request: &HttpRequest,
    (decision, typed, errors): (String, String, FormErrors),
) -> Result<Reply> {
    let (reader, now, id) = (someone.0.clone(), app.clock.now(), id.clone());
    let (found, content, reason) = app
        .database
        .write("escalation.open", move |conn| {
            let found = escalation::find(conn, reader.id(), &id)?;
            let is_to_reader = found.to.id == *reader.id();
            let content = if is_to_reader { escalation::open(conn, &reader, &id, now)? } else { None };
            let found = escalation::find(conn, reader.id(), &id)?;
            let reason = escalation::find_reason(conn, &reader, &found)?;
            Ok::<_, domain::Error>((found, content, reason))
        })
        .await?;
    let is_to_reader = found.to.id == *someone.0.id();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let frame = Frame::of(request);
    let page = EscalationPage { frame, found, is_to_reader, content, reason, decision, typed, errors };
    Ok(Reply::page(&page)?.with_status(status))
}

/// Plain lines, as they are pasted into a record.
fn as_text(app: &App, texts: Texts, found: &Escalation, content: &Content) -> String {
    let line = |key: &str, value: &str| format!("{}: {value}", texts.t(key));
    let region = app
        .regions
        .find(&content.region)
        .map_or_else(|| texts.t("unsaid").to_string(), |region| region.name.to(texts.0).to_owned());
    let mut lines = vec![
        line("escalation-from", &found.from.name),
        line("escalation-to", &found.to.name),
        line("escalation-raised", &time(texts, found.raised_at)),
        line("gender-label", &texts.t(format!("gender-{}", content.audience.gender.word())).to_string()),
        line("age-label", &texts.t(format!("age-{}", content.audience.age_band.word())).to_string()),
        line("region-label", &region),
        String::new(),
        texts.t("original-question").to_string(),
        content.text.clone(),
    ];
    for letter in &content.letters {
        lines.extend([String::new(), texts.t("staff-letter-reply").to_string(), letter.clone()]);
    }
    lines.extend([String::new(), texts.t("escalation-note").to_string(), content.note.clone(), String::new()]);
    lines.join("\r\n")
}

/// A time of our own work, on the clock in Norway.
fn time(texts: Texts, at: Moment) -> String {
    format!("{} {}", texts.date(&date_in_norway(at)), wall_time_in_norway(at).format("%H:%M"))
}

fn read_id(id: &str) -> Result<EscalationId> {
    EscalationId::parse(id).ok_or(Error::NotFound)
}

/// An escalation's address in the panel.
fn path(id: &EscalationId) -> String {
    format!("/panel/escalations/{id}")
}

impl EscalationPage {
    fn time(&self, at: &Moment) -> String {
        time(self.frame.texts, *at)
    }
}

impl ListPage {
    fn time(&self, at: &Moment) -> String {
        time(self.frame.texts, *at)
    }

    fn is_to_reader(&self, one: &Escalation) -> bool {
        one.to.id == self.own_id
    }
}
