//! Writing: save, preview, give back to the queue or send to a colleague, with one form.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, ResponseError};
use askama::Template;
use validator::Validate;

use super::alike::Takeover;
use super::insertion::{self, Filling, Insertion};
use super::marks::Handling;
use super::placing;
use super::question::{self, Returned};
use super::review::comment as remark;
use crate::app::App;
use crate::database::AnyConnection;
use crate::domain::answer::checks::{Reminder, placed, reminders};
use crate::domain::answer::marks::Marker;
use crate::domain::answer::placing::Placing;
use crate::domain::answer::{self, Wording};
use crate::domain::ids::{QuestionId, words};
use crate::domain::staff::Clinician;
use crate::domain::{self, Refusal, queue};
use crate::vault::VaultError;
use crate::web::error::{Error, Result, refusal_key};
use crate::web::form::{Fields, Form, FormErrors};
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
    /// A day; anything else is none.
    recheck_on: String,
    version: i32,
    step: String,
    /// The mark that was dealt with: see [`Handling`].
    mark: String,
    /// What is taken over from a published answer: see [`Takeover`].
    take: String,
    /// What a button puts in: see [`Insertion`].
    insert: String,
    /// The reminders that were seen and may pass.
    anyway: String,
    /// The remark that was seen to or is open again: see [`remark::read`].
    remark: String,
    /// See [`placing::read`].
    placing: Placing,
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
            recheck_on: fields.line("recheck_on"),
            insert: fields.line("insert"),
            anyway: fields.line("anyway"),
            remark: fields.line("remark"),
            placing: placing::read(fields),
        }
    }
}

impl DraftForm {
    pub(super) fn wording(&self) -> Wording {
        Wording {
            title: self.title.clone(),
            question: self.question.clone(),
            answer: self.answer.clone(),
            is_private: self.is_private,
            subtopic: Some(self.subtopic.clone()).filter(|chosen| !chosen.is_empty()),
            recheck_on: self.recheck_on.parse().ok(),
            placing: self.placing.clone(),
        }
    }

    pub(super) fn version(&self) -> i32 {
        self.version
    }

    /// What goes to a colleague lacks nothing.
    fn require_whole(&self, errors: &mut FormErrors) {
        for (field, typed) in [("title", &self.title), ("question", &self.question), ("answer", &self.answer)] {
            if typed.is_empty() && (field == "answer" || !self.is_private) {
                errors.add(field, "error-needed-for-review");
            }
        }
        if insertion::has_gap(&self.answer) {
            errors.add("answer", "error-answer-gap");
        }
    }

    /// Whether this was on the page when its writer sent it all the same.
    fn passes(&self, reminder: Reminder) -> bool {
        self.anyway.split(' ').any(|word| word == reminder.word())
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
        form.require_whole(&mut errors);
    }
    if !form.is_private && [Step::Save, Step::Preview, Step::SendToReview].contains(&step) {
        errors.append(placing::find_faults(&app, &form.placing, "").await?);
    }
    if !errors.is_empty() {
        let returned = Returned { typed, errors, ..Returned::default() };
        return question::page(&app, &clinician, &id, &request, &returned).await;
    }
    let question = question::read_id(&id)?;
    match take_step(&app, &clinician, question, form, step).await {
        Ok(reminders) if !reminders.is_empty() => {
            let returned = Returned { reminders, ..Returned::default() };
            question::page(&app, &clinician, &id, &request, &returned).await
        }
        Ok(_) => after(step, &app, &clinician, &id, &request).await,
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

/// The question's page with a draft that was typed before the session ended; it is not saved yet. Should another version
/// have been saved meanwhile, both are shown.
pub async fn go_on(
    app: &Data<App>,
    clinician: &Clinician,
    id: &str,
    fields: &mut Fields,
    request: &HttpRequest,
) -> Result<Reply> {
    let (form, errors) = fields.read::<DraftForm>();
    let (reader, question, wording) = (clinician.clone(), question::read_id(id)?, form.wording());
    let saved = app.database.read("answer.find", move |conn| answer::find(conn, &reader.keys, &question)).await?;
    let is_stale = saved.is_some_and(|saved| saved.version != form.version && saved.wording != wording);
    let refusal = if is_stale { refusal_key(&Refusal::StaleVersion) } else { "" };
    let returned = Returned { typed: Some(form.wording()), errors, refusal, ..Returned::default() };
    question::page(app, clinician, id, request, &returned).await
}

/// Saves, and in the same transaction does what else was asked for. Gives what its writer may have forgotten; then it is
/// saved, and nothing more.
async fn take_step(
    app: &App,
    clinician: &Clinician,
    id: QuestionId,
    form: DraftForm,
    step: Step,
) -> domain::Result<Vec<Reminder>> {
    let (app, now, clinician) = (app.clone(), app.clock.now(), clinician.clone());
    app.database
        .clone()
        .write("answer.save", move |conn| {
            queue::lease::go_on(conn, &clinician, &id, now)?;
            let missing = save(conn, &app, &clinician, &id, &form)?;
            match step {
                Step::Save | Step::Preview | Step::AskBack | Step::Decline => Ok(Vec::new()),
                Step::Release => queue::release(conn, &clinician, &id, now).map(|()| Vec::new()),
                Step::SendToReview if !missing.is_empty() => Ok(missing),
                Step::SendToReview => {
                    let lexicon = &app.lexicons.identifying;
                    answer::review::send_to_review(conn, &clinician, &id, lexicon, now).map(|()| Vec::new())
                }
            }
        })
        .await
}

/// Saves what was typed with what its buttons put in; gives what its writer may have forgotten and has not passed.
fn save(
    conn: &mut AnyConnection,
    app: &App,
    clinician: &Clinician,
    id: &QuestionId,
    form: &DraftForm,
) -> domain::Result<Vec<Reminder>> {
    let mut wording = form.wording();
    let marker = Marker::open(conn, &app.lexicons.identifying, clinician, id)?;
    let kept = Handling::read(&form.mark).and_then(|handling| handling.apply(&marker, &mut wording));
    if let Some(takeover) = Takeover::read(&form.take) {
        takeover.apply(conn, &mut wording)?;
    }
    if let Some(insertion) = Insertion::read(&form.insert) {
        let topic = domain::question::find(conn, id)?.topic;
        insertion.apply(conn, &Filling::of(app, &topic, &marker), &mut wording)?;
    }
    answer::save(conn, &app.secret, clinician, id, &wording, form.version)?;
    if let Some(kept) = kept {
        answer::keep(conn, &app.secret, clinician, id, kept)?;
    }
    if let Some((standing, comment)) = remark::read(&form.remark) {
        answer::comment::set(conn, clinician, (id, &comment), standing, app.clock.now())?;
    }
    let helps = app.help_services.names().chain(app.help_services.numbers());
    let mut missing = reminders(&wording, marker.original(), helps);
    missing.extend(placed(&wording, &marker, &app.lexicons.identifying));
    missing.retain(|reminder| !form.passes(*reminder));
    Ok(missing)
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
