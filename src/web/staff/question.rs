//! One question in the panel. What the page offers follows from where the question is and who looks.

mod sight;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::NaiveDate;

pub use self::sight::{Mode, Sight};
use super::alike;
use super::handover::{Hands, Typed};
use super::marks::MarkRow;
use super::placing::{self, Choices};
use super::queue::Due;
use super::readability::Reading;
use super::review::slot;
use super::triage::FoundSigns;
use crate::app::App;
use crate::app::search::Hit;
use crate::clock::date_in_norway;
use crate::clock::holidays::is_public_holiday;
use crate::domain::answer::Wording;
use crate::domain::answer::checks::{self, Reminder};
use crate::domain::ids::QuestionId;
use crate::domain::question::Urgency;
use crate::domain::queue;
use crate::domain::staff::Clinician;
use crate::domain::topic::Subtopic;
use crate::text::markdown::HeadingLevel;
use crate::web::error::{Error, Result};
use crate::web::form::FormErrors;
use crate::web::guard::{Button, Checked};
use crate::web::locale::Texts;
use crate::web::marked::{Piece, pieces};
use crate::web::page::{Frame, Notice, Reply, paragraphs};
use crate::web::public::answers;

/// What a form sent that could not be done: it is given back.
#[derive(Default)]
pub struct Returned {
    pub typed: Option<Wording>,
    pub note: String,
    pub errors: FormErrors,
    /// The key of the sentence that says why not; empty when it was only a preview.
    pub refusal: &'static str,
    pub with_preview: bool,
    /// What its writer may have forgotten: saved, but not sent to a colleague yet.
    pub reminders: Vec<Reminder>,
    /// What stood in the forms beside the draft.
    pub handed_on: Typed,
    pub escalated: Typed,
}

#[derive(Template)]
#[template(path = "staff/question.html")]
struct QuestionPage<'a> {
    frame: Frame,
    sight: &'a Sight,
    mode: Mode,
    due: Due,
    today: NaiveDate,
    /// The question as it came, with what may give someone away marked.
    original: Vec<Piece<'a>>,
    asked_by: String,
    region: String,
    wording: Wording,
    /// The public's view of the wording: paragraphs and cleaned HTML.
    edited: Vec<Vec<String>>,
    answer: String,
    version: i32,
    /// Where in its topic the pair may stand.
    subtopics: &'a [Subtopic],
    returned: &'a Returned,
    /// The next fixed hour in words; empty when there is none.
    next_slot: String,
    may_send_back: bool,
    /// What in the wording may give someone away.
    marks: Vec<MarkRow>,
    signs: FoundSigns,
    /// An amount of a substance together with death, in the question or in what would be published.
    asks_for_method: bool,
    /// Published answers that may answer it already.
    alike: Vec<Hit>,
    /// How heavy the answer is to read.
    reading: Reading,
    hands: Hands,
    /// Where the pair will stand: in the form, and to be read.
    choices: Choices,
    placing: Vec<placing::Row>,
}

/// `GET /panel/questions/{id}`
pub async fn show(app: Data<App>, clinician: Clinician, id: Path<String>, request: HttpRequest) -> Result<Reply> {
    page(&app, &clinician, &id, &request, &Returned::default()).await
}

/// `POST /panel/questions/{id}/claim`
pub async fn claim(app: Data<App>, clinician: Clinician, _form: Checked<Button>, id: Path<String>) -> Result<Reply> {
    let question = read_id(&id)?;
    let now = app.clock.now();
    super::queue::take_back_abandoned(&app).await?;
    app.database.write("queue.claim", move |conn| queue::claim(conn, &clinician, &question, now)).await?;
    Ok(Reply::see_other_with(&path(&id), Notice::Claimed))
}

/// `POST /panel/questions/{id}/lease`: a sign of life from the script of whoever writes.
pub async fn renew(app: Data<App>, clinician: Clinician, _form: Checked<Button>, id: Path<String>) -> Result<Reply> {
    let question = read_id(&id)?;
    let now = app.clock.now();
    app.database.write("lease.renew", move |conn| queue::lease::renew(conn, &clinician, &question, now)).await?;
    Ok(Reply::nothing())
}

/// The question's page, with what a form sent when that could not be done.
pub async fn page(
    app: &Data<App>,
    clinician: &Clinician,
    id: &str,
    request: &HttpRequest,
    returned: &Returned,
) -> Result<Reply> {
    let question = read_id(id)?;
    let now = app.clock.now();
    let (someone, secret) = (clinician.clone(), app.secret.clone());
    let sight =
        app.database.write("question.open", move |conn| Sight::look(conn, &secret, &someone, &question, now)).await?;
    let frame = Frame::of(request);
    let texts = frame.texts;
    let mode = Mode::of(&sight, clinician);
    let today = date_in_norway(now);
    let content = &sight.opened.content;
    let wording = returned.typed.clone().or_else(|| sight.draft.as_ref().map(|draft| draft.wording.clone()));
    let wording = wording.unwrap_or_else(|| Wording { question: content.text.clone(), ..Wording::default() });
    let alike = if mode.is_closed() { Vec::new() } else { alike::list(app, content).await };
    let where_asked = (sight.opened.envelope.topic.as_str(), content.language);
    let choices = Choices::of_draft(app, &frame, &wording, where_asked, &alike).await?;
    let page = QuestionPage {
        placing: placing::rows(app, &frame, (&wording.placing, None), content.language),
        choices,
        mode,
        due: Due::of(&sight.opened.envelope, today),
        today,
        original: pieces(&content.text, &app.lexicons.identifying.mark(&content.text)),
        asked_by: answers::signature(texts, content.audience),
        region: region_name(app, texts, &content.region),
        edited: owned_paragraphs(&wording.question),
        answer: answers::answer_html(texts, &wording.answer, HeadingLevel::H4),
        marks: MarkRow::list(app, content, &wording, sight.draft.as_ref()),
        signs: FoundSigns::of(app, content),
        asks_for_method: asks_for_method(app, &[&content.text, &wording.question, &wording.answer]),
        alike,
        reading: Reading::of(&wording.answer, content.language, content.audience.age_band),
        hands: Hands::of(app, clinician, &sight.opened).await?,
        wording,
        subtopics: app.topics.find(&sight.opened.envelope.topic).map_or(&[], |topic| &topic.subtopics),
        version: sight.draft.as_ref().map_or(0, |draft| draft.version),
        returned,
        next_slot: slot::next(app).map_or_else(String::new, |next| slot::words(texts, next)),
        may_send_back: mode == Mode::Approved && sight::may_review(&sight, clinician),
        sight: &sight,
        frame,
    };
    Ok(Reply::page(&page)?.with_status(returned.status()))
}

fn asks_for_method(app: &App, texts: &[&str]) -> bool {
    texts.iter().any(|text| app.lexicons.acute().find(text).is_method_question)
}

/// The id in an address, or "no such page".
pub fn read_id(id: &str) -> Result<QuestionId> {
    QuestionId::parse(id).ok_or(Error::NotFound)
}

/// A question's address in the panel.
pub fn path(id: &str) -> String {
    format!("/panel/questions/{id}")
}

/// Empty when it was not said.
fn region_name(app: &App, texts: Texts, code: &str) -> String {
    app.regions.find(code).map_or_else(String::new, |region| region.name.to(texts.0).to_owned())
}

fn owned_paragraphs(text: &str) -> Vec<Vec<String>> {
    paragraphs(text).into_iter().map(|lines| lines.into_iter().map(str::to_owned).collect()).collect()
}

impl QuestionPage<'_> {
    /// The chosen subtopic's name; none when it is unknown by now.
    fn subtopic_name(&self) -> Option<&str> {
        let chosen = self.wording.subtopic.as_ref()?;
        let subtopic = self.subtopics.iter().find(|subtopic| subtopic.slug == *chosen)?;
        Some(subtopic.name.to(self.frame.language()))
    }

    /// A holiday is shown beside the day and does not move it.
    fn is_due_on_holiday(&self) -> bool {
        is_public_holiday(self.sight.opened.envelope.due_on)
    }

    fn has_unhandled(&self) -> bool {
        self.marks.iter().any(|row| !row.mark.is_kept)
    }
}

impl Returned {
    /// The reminders on the page, as its tick sends them.
    fn reminder_words(&self) -> String {
        self.reminders.iter().map(|reminder| reminder.word()).collect::<Vec<_>>().join(" ")
    }

    /// A form that could not be taken: the page is not as it was asked for.
    fn status(&self) -> StatusCode {
        match (self.refusal, self.errors.is_empty() && self.reminders.is_empty()) {
            ("", true) => StatusCode::OK,
            ("", false) => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}
