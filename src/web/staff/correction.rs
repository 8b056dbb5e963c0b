//! A published pair's words are changed: written by one, read by another beside what stood there, told to the readers.

pub mod steps;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use std::sync::Arc;

use crate::app::App;
use crate::database::AnyConnection;
use crate::domain;
use crate::domain::answer::placing::Placing;
use crate::domain::ids::StaffId;
use crate::domain::publication::correction::history::{self, Former};
use crate::domain::publication::correction::{self, Correction, Line, State, Typed};
use crate::domain::publication::placed;
use crate::domain::publication::version::original_of;
use crate::domain::publication::{self, Publication};
use crate::domain::staff::{self, Role, SignedIn};
use crate::text::difference::words::{Fate, Piece, has_changes, pieces};
use crate::text::language::Language;
use crate::text::markdown::HeadingLevel;
use crate::web::error::Result;
use crate::web::form::FormErrors;
use crate::web::guard::SomeoneIn;
use crate::web::page::{Frame, Reply};
use crate::web::public::answers::answer_html;
use crate::web::staff::placing::{self, Choices, Row};

/// Pairs that are proposed to stand beside it.
const PROPOSED: usize = 5;

/// What someone may do with the correction now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Writing,
    /// A colleague's words wait for the reader's eyes.
    Reviewing,
    /// The reader's own words wait for a colleague's.
    Waiting,
    /// The reader has no role for it.
    Reading,
}

/// What a form sent that could not be done: it is given back.
#[derive(Default)]
pub(super) struct Returned {
    pub typed: Option<Typed>,
    pub said: String,
    pub errors: FormErrors,
    /// The key of the sentence that says why not.
    pub refusal: &'static str,
}

/// A part of the words, and what changed in it; no pieces when nothing did.
struct Change {
    /// The key of its name.
    key: &'static str,
    pieces: Vec<Piece>,
}

/// A correction and all that stands around it.
struct Sight {
    pair: Publication,
    correction: Option<Correction>,
    writers: Vec<String>,
    is_own: bool,
    /// Where the pair stands now.
    placing: Placing,
}

#[derive(Template)]
#[template(path = "staff/correction.html")]
struct CorrectionPage<'a> {
    frame: Frame,
    sight: &'a Sight,
    mode: Mode,
    /// In the form.
    typed: Typed,
    number: i32,
    /// Which words of the pair stand beside the form.
    original: String,
    original_answer: String,
    /// The language the pair will be in, and its new answer as readers will see it; cleaned HTML.
    language: Language,
    new_answer: String,
    changes: Vec<Change>,
    choices: Choices,
    /// What changes in where the pair stands.
    placing: Vec<Row>,
    is_behind: bool,
    returned: &'a Returned,
}

#[derive(Template)]
#[template(path = "staff/corrections.html")]
struct CorrectionsPage {
    frame: Frame,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "staff/publication_history.html")]
struct HistoryPage {
    frame: Frame,
    pair: Publication,
    /// Newest first, each with what changed when it was replaced.
    former: Vec<(Former, Vec<Change>, Vec<Row>)>,
}

/// `GET /panel/corrections`
pub async fn index(app: Data<App>, _someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let lines = app.database.read("correction.list", correction::list).await?;
    Reply::page(&CorrectionsPage { frame: Frame::of(&request), lines })
}

/// `GET /panel/publications/{slug}/correction`
pub async fn show(app: Data<App>, someone: SomeoneIn, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    page(&app, &someone.0, &slug, &request, &Returned::default()).await
}

/// `GET /panel/publications/{slug}/history`
pub async fn show_history(
    app: Data<App>,
    _someone: SomeoneIn,
    slug: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let (pair, all, mut placing) = app
        .database
        .read("correction.list_former", move |conn| {
            let pair = publication::find_by_slug(conn, &slug)?;
            let all = history::list(conn, &pair.id)?;
            let placing = placed::find(conn, &pair)?;
            Ok::<_, domain::Error>((pair, all, placing))
        })
        .await?;
    let mut next = [pair.title.clone(), pair.question.clone(), pair.answer.clone()];
    let frame = Frame::of(&request);
    let mut former = Vec::new();
    for one in all {
        let words = [one.title.clone(), one.question.clone(), one.answer.clone()];
        let before = one.placing.clone().unwrap_or_else(|| placing.clone());
        let rows = placing::rows(&app, &frame, (&placing, Some(&before)), pair.language);
        placing = before;
        former.push((one, changes(&words, &next), rows));
        next = words;
    }
    Reply::page(&HistoryPage { frame, pair, former })
}

/// The correction's page, with what a form sent when that could not be done.
pub(super) async fn page(
    app: &App,
    someone: &SignedIn,
    slug: &str,
    request: &HttpRequest,
    returned: &Returned,
) -> Result<Reply> {
    let (slug, reader) = (slug.to_owned(), someone.id().clone());
    let sight = app.database.read("correction.find", move |conn| Sight::find(conn, &slug, &reader)).await?;
    let frame = Frame::of(request);
    let pair = &sight.pair;
    let saved = sight.correction.as_ref();
    let typed = returned.typed.clone().or_else(|| saved.map(|correction| correction.typed.clone()));
    let typed = typed.unwrap_or_else(|| untouched(pair));
    let original = original_of(pair);
    let new = [&typed.wording.title, &typed.wording.question, &typed.wording.answer].map(Clone::clone);
    let wanted = typed.placing.as_ref().unwrap_or(&sight.placing);
    let language = wanted.language.unwrap_or(pair.language);
    let related = app.search.related(Arc::new(pair.clone())).await.unwrap_or_default();
    let related = related.iter().take(PROPOSED).cloned().collect();
    let choices = Choices::of_pair(app, &frame, wanted, (&pair.topic, language), related).await?;
    let page = CorrectionPage {
        placing: placing::rows(app, &frame, (wanted, Some(&sight.placing)), pair.language),
        choices,
        mode: sight.mode(someone),
        number: saved.map_or(0, |correction| correction.number),
        is_behind: saved.is_some_and(|correction| correction.original != original),
        original_answer: answer_html(frame.texts, &pair.answer, HeadingLevel::H4),
        new_answer: answer_html(frame.texts, &typed.wording.answer, HeadingLevel::H4),
        language,
        changes: changes(&[pair.title.clone(), pair.question.clone(), pair.answer.clone()], &new),
        typed,
        original,
        returned,
        sight: &sight,
        frame,
    };
    Ok(Reply::page(&page)?.with_status(returned.status()))
}

/// The pair's own words, to begin with.
fn untouched(pair: &Publication) -> Typed {
    let mut typed = Typed::default();
    typed.wording.title.clone_from(&pair.title);
    typed.wording.question.clone_from(&pair.question);
    typed.wording.answer.clone_from(&pair.answer);
    typed
}

fn changes(old: &[String; 3], new: &[String; 3]) -> Vec<Change> {
    let keys = ["wording-title", "wording-question", "wording-answer"];
    let both = old.iter().zip(new).zip(keys);
    both.map(|((old, new), key)| Change { key, pieces: pieces(old, new) }).collect()
}

impl Sight {
    fn find(conn: &mut AnyConnection, slug: &str, reader: &StaffId) -> domain::Result<Self> {
        let pair = publication::find_by_slug(conn, slug)?;
        let correction = correction::find(conn, &pair.id)?;
        let writers = correction::list_writers(conn, &pair.id)?;
        let is_own = writers.contains(reader);
        let writers =
            writers.iter().map(|id| staff::find_name(conn, Some(id))).collect::<domain::Result<Vec<String>>>()?;
        let placing = placed::find(conn, &pair)?;
        Ok(Self { pair, correction, writers, is_own, placing })
    }

    fn mode(&self, reader: &SignedIn) -> Mode {
        let has = |role: Role| reader.member.roles.contains(&role);
        match self.correction.as_ref().map_or(State::Draft, |correction| correction.state) {
            State::Draft if has(Role::Clinician) || has(Role::Editor) => Mode::Writing,
            State::InReview if has(Role::Reviewer) && !self.is_own => Mode::Reviewing,
            State::InReview if has(Role::Clinician) || has(Role::Editor) => Mode::Waiting,
            State::Draft | State::InReview => Mode::Reading,
        }
    }

    fn writers(&self) -> String {
        self.writers.join(", ")
    }
}

impl CorrectionPage<'_> {
    fn is_changed(&self) -> bool {
        self.changes.iter().any(|change| has_changes(&change.pieces))
            || self.placing.iter().any(|row| has_changes(&row.changes))
    }
}

impl Returned {
    fn status(&self) -> StatusCode {
        match (self.refusal, self.errors.is_empty()) {
            ("", true) => StatusCode::OK,
            ("", false) => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}

/// The address of a pair's correction in the panel.
pub(super) fn path(slug: &str) -> String {
    format!("/panel/publications/{slug}/correction")
}
