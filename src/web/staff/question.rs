//! One question in the panel. What the page offers follows from where the question is and who looks.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::NaiveDate;

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
use crate::domain::answer::checks::{self, Reminder};
use crate::domain::answer::comment::Comment;
use crate::domain::answer::{self, Draft, Wording, companion};
use crate::domain::ids::{QuestionId, StaffId};
use crate::domain::letter::{self, Letter};
use crate::domain::question::{self, Opened, State, Urgency};
use crate::domain::staff::{self, Clinician, Member, Role};
use crate::domain::text_block::{self, TextBlock};
use crate::domain::topic::Subtopic;
use crate::domain::{self, Refusal, queue};
use crate::secret::AppSecret;
use crate::text::markdown::HeadingLevel;
use crate::web::error::{Error, Result};
use crate::web::form::FormErrors;
use crate::web::guard::{Button, Checked};
use crate::web::locale::Texts;
use crate::web::marked::{Piece, pieces};
use crate::web::page::{Frame, Notice, Reply, paragraphs};
use crate::web::public::answers;

/// What someone may do with the question now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Nobody holds it.
    Free,
    /// The reader holds it and writes.
    Writing,
    /// A colleague holds it.
    Elsewhere,
    /// A colleague's answer waits for the reader's eyes.
    Reviewing,
    /// The reader's own answer waits for a colleague's eyes.
    Waiting,
    /// Approved: it can be published.
    Approved,
    /// The asker was asked something back.
    AskedBack,
    Published,
    /// Answered to the asker alone.
    Answered,
    Declined,
}

impl Mode {
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Published | Self::Answered | Self::Declined)
    }
}

/// Everything the page shows of a question.
pub struct Sight {
    pub opened: Opened,
    pub draft: Option<Draft>,
    /// What was written after the question, oldest first.
    pub letters: Vec<Letter>,
    /// The name of the one who holds the question; empty when nobody does.
    pub holder: String,
    /// Who wrote the draft, as the answer will be signed.
    pub author: Option<Member>,
    /// The team's pieces of text in the question's language.
    pub blocks: Vec<TextBlock>,
    /// The questions its answer will serve too.
    pub companions: Vec<QuestionId>,
    /// The question whose answer will serve this one.
    pub leader: Option<QuestionId>,
    /// What a colleague said of its passages, and who said it.
    pub comments: Vec<(Comment, String)>,
    /// The names of those who saw to remarks.
    pub finishers: BTreeMap<StaffId, String>,
}

impl Sight {
    /// Who saw to a remark; empty while it is open.
    pub fn done_by(&self, comment: &Comment) -> &str {
        comment.done_by.as_ref().and_then(|id| self.finishers.get(id)).map_or("", String::as_str)
    }

    pub fn count_open(&self) -> usize {
        self.comments.iter().filter(|(comment, _)| comment.done_by.is_none()).count()
    }

    pub fn author_name(&self) -> &str {
        self.author.as_ref().map_or("", |author| &author.name)
    }
}

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
    let sight = app.database.write("question.open", move |conn| look(conn, &secret, &someone, &question, now)).await?;
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
        due: Due::of(sight.opened.envelope.days_left(today)),
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
        may_send_back: mode == Mode::Approved && may_review(&sight, clinician),
        sight: &sight,
        frame,
    };
    Ok(Reply::page(&page)?.with_status(returned.status()))
}

pub(super) fn look(
    conn: &mut crate::database::AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    id: &QuestionId,
    now: crate::clock::Moment,
) -> domain::Result<Sight> {
    // A look is a sign of life; whoever does not hold it just looks.
    match queue::lease::renew(conn, clinician, id, now) {
        Err(domain::Error::Refused(Refusal::NotHolder)) => {}
        renewed => renewed?,
    }
    let opened = question::open(conn, clinician, id, now)?;
    let draft = answer::find(conn, &clinician.keys, id)?;
    let letters = letter::list_for_staff(conn, secret, clinician, id)?;
    let mut find = |id: Option<StaffId>| id.map(|id| staff::find(conn, &id)).transpose();
    let holder = find(opened.envelope.holder_id.clone().map(StaffId::from))?;
    let holder = holder.map(|member| member.name).unwrap_or_default();
    let author = find(draft.as_ref().map(|draft| draft.author_id.clone()))?;
    let blocks = text_block::list_in(conn, opened.content.language)?;
    let (companions, leader) = (companion::list(conn, id)?, companion::find_leader(conn, id)?);
    let comments = answer::comment::list(conn, &clinician.keys, id)?;
    let finishers = comments.iter().filter_map(|comment| comment.done_by.clone());
    let finishers = finishers.map(|id| Ok((id.clone(), staff::find_name(conn, Some(&id))?)));
    let finishers = finishers.collect::<domain::Result<BTreeMap<_, _>>>()?;
    let with_name = |comment: Comment| Ok((staff::find_name(conn, Some(&comment.by))?, comment));
    let comments = comments.into_iter().map(with_name).collect::<domain::Result<Vec<_>>>()?;
    let comments = comments.into_iter().map(|(name, comment)| (comment, name)).collect();
    Ok(Sight { opened, draft, letters, holder, author, blocks, companions, leader, comments, finishers })
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

fn region_name(app: &App, texts: Texts, code: &str) -> String {
    app.regions.find(code).map_or_else(|| texts.t("unsaid").to_string(), |region| region.name.to(texts.0).to_owned())
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

/// A second pair of eyes is never the author's own.
fn may_review(sight: &Sight, reader: &Clinician) -> bool {
    let has_written = sight.draft.as_ref().is_some_and(|draft| draft.writers.contains(reader.id()));
    !has_written && reader.member.roles.contains(&Role::Reviewer)
}

impl Mode {
    pub(super) fn of(sight: &Sight, reader: &Clinician) -> Self {
        match sight.opened.envelope.state {
            State::Waiting => Self::Free,
            State::Claimed if sight.opened.envelope.is_held_by(reader.id()) => Self::Writing,
            State::Claimed => Self::Elsewhere,
            State::InReview if may_review(sight, reader) => Self::Reviewing,
            State::InReview => Self::Waiting,
            State::Approved => Self::Approved,
            State::AskedBack => Self::AskedBack,
            State::Published => Self::Published,
            State::Answered => Self::Answered,
            State::Declined => Self::Declined,
        }
    }
}
