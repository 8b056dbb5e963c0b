//! The form: help first, then the question. Whatever is wrong with it, what was typed comes back and nothing
//! is stored.

pub mod answered;
mod challenge;
mod form;
mod gate;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web::Data};
use askama::Template;
use challenge::Challenge;
use chrono::NaiveDate;
use form::{AskForm, Step};
use gate::Gate;

use crate::app::App;
use crate::app::limits::Pace;
use crate::app::search::Hit;
use crate::domain::audience::{AgeBand, Gender};
use crate::domain::ids::QuestionId;
use crate::domain::question::{self, Submission};
use crate::domain::region::Region;
use crate::domain::statistics::{self, Asker};
use crate::domain::topic::Topic;
use crate::domain::triage::{self, FirstHelp};
use crate::domain::{self, Refusal, receipt};
use crate::text::assignment::looks_like_assignment;
use crate::text::count_characters;
use crate::text::identifying::{self, Kind, Mark};
use crate::vault::VaultError;
use crate::vault::code::Code;
use crate::web::error::{Result, kind_of};
use crate::web::form::{Fields, FormErrors};
use crate::web::guard::Ticket;
use crate::web::marked::{Piece, pieces};
use crate::web::page::{Frame, Reply};
use crate::web::visitor::Visitor;

#[derive(Template)]
#[template(path = "public/ask.html")]
struct AskPage<'a> {
    frame: Frame,
    topics: &'a [Topic],
    regions: &'a [Region],
    typed: AskForm,
    errors: FormErrors,
    /// A small sum to answer first.
    challenge: Option<Challenge>,
    min_characters: usize,
    max_characters: usize,
    /// No service key is open: the form cannot be sent yet.
    is_closed: bool,
    /// Someone asked whether others have asked.
    has_looked: bool,
    answered: Vec<Hit>,
}

#[derive(Template)]
#[template(path = "public/thanks.html")]
struct ThanksPage<'a> {
    frame: Frame,
    topic: String,
    due_on: NaiveDate,
    /// The receipt code: on this page and on no other, ever.
    code: String,
    /// Something in it sounds serious, or a child asked: help comes first.
    first_help: Option<FirstHelp<'a>>,
}

/// For whoever reloads the page after sending: the code was shown then, and is not shown again.
#[derive(Template)]
#[template(path = "public/sent_before.html")]
struct SentBeforePage {
    frame: Frame,
}

/// What may give someone away, shown to the one who wrote it before anything is sent. Nothing is stored by looking.
#[derive(Template)]
#[template(path = "public/ask_check.html")]
struct CheckPage<'a> {
    frame: Frame,
    typed: &'a AskForm,
    pieces: Vec<Piece<'a>>,
    found: Vec<(Kind, &'a str)>,
    /// It reads like something for school: the way to what is ready is shown.
    is_assignment: bool,
    answered: Vec<Hit>,
    first_help: Option<FirstHelp<'a>>,
}

/// `GET /spor`, with `?tema=` when someone comes from a topic
pub async fn show(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    let topic = request.query_string().split('&').find_map(|pair| pair.strip_prefix("tema=")).unwrap_or_default();
    let topic = app.topics.find(topic).map(|topic| topic.slug.clone()).unwrap_or_default();
    let secret = app.secret.clone();
    let is_closed =
        match app.database.read("epoch.current", move |conn| domain::staff::epoch::current(conn, &secret)).await {
            Ok(_) => false,
            Err(domain::Error::Refused(Refusal::NotOpenYet)) => true,
            Err(error) => return Err(error.into()),
        };
    let typed = AskForm { topic, ticket: Ticket::issue(&app)?, ..AskForm::empty() };
    Ok(form_page(&app, &request, typed, FormErrors::default(), is_closed)?.not_stored())
}

/// `POST /spor`
pub async fn create(app: Data<App>, visitor: Visitor, mut fields: Fields, request: HttpRequest) -> Result<Reply> {
    let (mut form, mut errors) = fields.read::<AskForm>();
    let step = Step::from_word(&form.step).unwrap_or(Step::Send);
    let gate = Gate::at(&app, visitor.0, &form)?;
    if matches!(step, Step::Change | Step::Look) {
        let answered = if step == Step::Look {
            answered::to_text(&app, &form.question, Frame::of(&request).language()).await
        } else {
            Vec::new()
        };
        gate.stamp(&app, Pace::Free, &mut form)?;
        let page = AskPage {
            answered,
            has_looked: step == Step::Look,
            ..ask_page(&app, &request, form, FormErrors::default(), false)
        };
        return Ok(Reply::page(&page)?.not_stored());
    }
    if fields.is_cut {
        errors.add("question", "error-question-cut");
    }
    let pace = gate.weigh(&app, &form);
    gate.complain(pace, &form, &mut errors);
    gate.stamp(&app, pace, &mut form)?;
    let signs = app.lexicons.acute().find(&form.question);
    let Some(submission) = form.check(&app, &signs, &mut errors, &request) else {
        let status = if fields.is_cut { StatusCode::PAYLOAD_TOO_LARGE } else { status_of(pace) };
        return Ok(form_page(&app, &request, form, errors, false)?.with_status(status).not_stored());
    };
    let marks = app.lexicons.identifying.warn(&form.question);
    let age = submission.audience.age_band;
    let first_help = triage::first_help(&app.help_services, &signs, submission.urgency, age);
    let answered = answered::before_sending(&app, &form, step, &submission).await;
    let is_assignment = looks_like_assignment(&form.question);
    if step == Step::Send && (is_assignment || !marks.is_empty() || !answered.is_empty()) {
        return check_page(&request, &form, (&marks, is_assignment, answered), first_help);
    }
    let first_help = first_help.or_else(|| triage::help_for_child(&app.help_services, age));
    match gate.count(&app) {
        Pace::Free => {
            let submission = without_numbers(submission, &marks, &request);
            send(&app, &request, form, &gate, (submission, first_help)).await
        }
        pace => {
            gate.complain(pace, &form, &mut errors);
            gate.stamp(&app, pace, &mut form)?;
            Ok(form_page(&app, &request, form, errors, false)?.with_status(status_of(pace)).not_stored())
        }
    }
}

fn status_of(pace: Pace) -> StatusCode {
    if pace == Pace::TooMany { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::UNPROCESSABLE_ENTITY }
}

fn check_page(
    request: &HttpRequest,
    form: &AskForm,
    (marks, is_assignment, answered): (&[Mark], bool, Vec<Hit>),
    first_help: Option<FirstHelp<'_>>,
) -> Result<Reply> {
    let page = CheckPage {
        frame: Frame::of(request),
        typed: form,
        pieces: pieces(&form.question, marks),
        found: marks.iter().map(|mark| (mark.kind, mark.of(&form.question))).collect(),
        is_assignment,
        answered,
        first_help,
    };
    Ok(Reply::page(&page)?.not_stored())
}

/// Takes out the numbers and addresses that nobody should send by mistake.
fn without_numbers(submission: Submission, marks: &[Mark], request: &HttpRequest) -> Submission {
    let instead = Frame::of(request).t("removed-words").to_string();
    Submission { text: identifying::remove_numbers(&submission.text, marks, &instead), ..submission }
}

/// Seals and keeps it.
async fn send(
    app: &Data<App>,
    request: &HttpRequest,
    form: AskForm,
    gate: &Gate,
    (submission, first_help): (Submission, Option<FirstHelp<'_>>),
) -> Result<Reply> {
    let frame = Frame::of(request);
    let seed = gate.seed(app, &form);
    if app.sent.was_sent_before(&seed) {
        return Ok(Reply::page(&SentBeforePage { frame })?.not_stored());
    }
    let id = QuestionId::from_seed(seed);
    let code = gate.receipt_code(app, &form);
    let written = code.grouped();
    match submit(app, id, code, submission).await {
        Ok(due_on) => {
            gate.note_sent(app, &form);
            let page = ThanksPage { frame, topic: form.topic, due_on, code: written, first_help };
            Ok(Reply::page(&page)?.not_stored())
        }
        Err(domain::Error::Vault(VaultError::TooLarge)) => {
            let mut errors = FormErrors::default();
            errors.add("question", "error-question-large");
            let page = form_page(app, request, form, errors, false)?;
            Ok(page.with_status(StatusCode::UNPROCESSABLE_ENTITY).not_stored())
        }
        Err(error) => give_back(app, request, form, &error),
    }
}

async fn submit(app: &Data<App>, id: QuestionId, code: Code, submission: Submission) -> domain::Result<NaiveDate> {
    let (secret, within, now) = (app.secret.clone(), app.answer_within(), app.clock.now());
    let asker = Asker::from(&submission);
    let kept = app
        .database
        .write("question.submit", move |conn| {
            let (topic, urgency) = (submission.topic.clone(), submission.urgency);
            let kept = question::submit(conn, &secret, &id, submission, within, now)?;
            receipt::hand_out(conn, &secret, &code, &id)?;
            if kept.is_new {
                statistics::count_question(conn, &topic, urgency, now)?;
            }
            Ok::<_, domain::Error>(kept)
        })
        .await?;
    // The question is kept; a count that is lost is no reason to say otherwise.
    if kept.is_new
        && let Err(error) = app.tallies.count(&app.database, asker, now).await
    {
        tracing::error!(error = %kind_of(&error), "a batch could not be counted");
    }
    Ok(kept.due_on)
}

/// Our fault, not theirs: the text comes back in the form, and can be sent again in a while.
fn give_back(app: &Data<App>, request: &HttpRequest, form: AskForm, error: &domain::Error) -> Result<Reply> {
    tracing::error!(error = %kind_of(error), "a question could not be kept");
    let is_closed = matches!(error, domain::Error::Refused(Refusal::NotOpenYet));
    let mut errors = FormErrors::default();
    errors.add("ticket", if is_closed { "error-not-open-yet" } else { "error-not-kept" });
    let reply = form_page(app, request, form, errors, is_closed)?;
    Ok(reply.with_status(StatusCode::SERVICE_UNAVAILABLE).not_stored())
}

fn form_page(
    app: &Data<App>,
    request: &HttpRequest,
    typed: AskForm,
    errors: FormErrors,
    is_closed: bool,
) -> Result<Reply> {
    Reply::page(&ask_page(app, request, typed, errors, is_closed))
}

fn ask_page<'a>(
    app: &'a Data<App>,
    request: &HttpRequest,
    typed: AskForm,
    errors: FormErrors,
    is_closed: bool,
) -> AskPage<'a> {
    let settings = &app.settings.question;
    AskPage {
        frame: Frame::of(request),
        topics: app.topics.all(),
        regions: app.regions.all(),
        challenge: Challenge::still_open(app, &typed.ticket, &typed.answer),
        typed,
        errors,
        min_characters: settings.min_characters,
        max_characters: settings.max_characters,
        is_closed,
        has_looked: false,
        answered: Vec::new(),
    }
}

impl AskPage<'_> {
    /// How far over or under the limit the typed text is, for the counter without script.
    fn characters_over(&self) -> usize {
        count_characters(&self.typed.question).saturating_sub(self.max_characters)
    }

    fn error_text(&self, key: &str) -> String {
        self.frame
            .t(key)
            .with("min", self.min_characters)
            .with("max", self.max_characters)
            .with("over", self.characters_over())
            .to_string()
    }
}
