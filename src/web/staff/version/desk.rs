//! One version beside its original: where it is written, looked at, read by a colleague and taken back.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::named::Named;
use super::{names, path, possible};
use crate::app::App;
use crate::database::AnyConnection;
use crate::domain::answer::Wording;
use crate::domain::answer::marks::{Field, Marker, WordingMark};
use crate::domain::publication::version::{self, State, Variant, Version, original_of};
use crate::domain::publication::{self, Publication};
use crate::domain::staff::{Role, SignedIn};
use crate::domain::{self};
use crate::text::markdown::HeadingLevel;
use crate::web::error::{Error, Result};
use crate::web::form::FormErrors;
use crate::web::guard::SomeoneIn;
use crate::web::page::{Frame, Reply};
use crate::web::public::answers::answer_html;

/// What someone may do with the version now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Writing,
    /// A colleague's words wait for the reader's eyes.
    Reviewing,
    /// The reader's own words wait for a colleague's.
    Waiting,
    Approved,
    Public,
}

/// What a form sent that could not be done: it is given back.
#[derive(Default)]
pub struct Returned {
    pub typed: Option<Wording>,
    pub note: String,
    pub errors: FormErrors,
    /// The key of the sentence that says why not.
    pub refusal: &'static str,
    pub with_preview: bool,
}

/// A version and all that stands around it.
pub struct Sight {
    pub pair: Publication,
    pub variant: Variant,
    pub version: Option<Version>,
    writers: Vec<String>,
    /// The reader's own hand was in it.
    is_own: bool,
    reviewer: String,
}

#[derive(Template)]
#[template(path = "staff/version.html")]
struct DeskPage<'a> {
    frame: Frame,
    sight: &'a Sight,
    mode: Mode,
    name: Named,
    /// Its address in the panel.
    path: String,
    original_answer: String,
    wording: Wording,
    answer: String,
    number: i32,
    /// Which words of the pair stand beside the form.
    original: String,
    is_behind: bool,
    marks: Vec<WordingMark>,
    returned: &'a Returned,
    may_send_back: bool,
}

/// `GET /panel/publications/{slug}/versions/{version}`
pub async fn show(
    app: Data<App>,
    someone: SomeoneIn,
    place: Path<(String, String)>,
    request: HttpRequest,
) -> Result<Reply> {
    page(&app, &someone.0, &place, &request, &Returned::default()).await
}

/// The version's page, with what a form sent when that could not be done.
pub async fn page(
    app: &Data<App>,
    someone: &SignedIn,
    (slug, word): &(String, String),
    request: &HttpRequest,
    returned: &Returned,
) -> Result<Reply> {
    let variant = Variant::from_word(word).ok_or(Error::NotFound)?;
    let (slug, reader) = (slug.clone(), someone.id().clone());
    let sight = app
        .database
        .read("version.find", move |conn| {
            let pair = publication::find_by_slug(conn, &slug)?;
            Sight::find(conn, pair, variant, &reader)
        })
        .await?;
    // A language that the settings no longer name stays open where something was written in it.
    if sight.version.is_none() && !possible(app, sight.pair.language).contains(&variant) {
        return Err(Error::NotFound);
    }
    let frame = Frame::of(request);
    let mode = sight.mode(someone);
    let saved = sight.version.as_ref();
    let wording = returned.typed.clone().or_else(|| saved.map(|version| version.wording.clone())).unwrap_or_default();
    let original = original_of(&sight.pair);
    let page = DeskPage {
        mode,
        name: Named::of(frame.texts, variant),
        path: path(&sight.pair.slug, variant),
        original_answer: answer_html(frame.texts, &sight.pair.answer, HeadingLevel::H4),
        answer: answer_html(frame.texts, &wording.answer, HeadingLevel::H4),
        number: saved.map_or(0, |version| version.number),
        is_behind: saved.is_some_and(|version| version.original != original),
        marks: marks(app, &sight.pair, &wording),
        may_send_back: mode == Mode::Reviewing || mode == Mode::Approved && sight.may_review(someone),
        wording,
        original,
        returned,
        sight: &sight,
        frame,
    };
    Ok(Reply::page(&page)?.with_status(returned.status()))
}

/// What in a version may give someone away, unless it stands in the pair as well.
fn marks(app: &App, pair: &Publication, wording: &Wording) -> Vec<WordingMark> {
    let lexicon = &app.lexicons.identifying;
    let stands = |words: &str| Field::ALL.iter().any(|field| part(pair, *field).contains(words));
    let marker = Marker::beside(lexicon, &format!("{}\n{}", pair.question, pair.answer), pair.language);
    marker.list(wording, &[]).into_iter().filter(|mark| !stands(&mark.words)).collect()
}

fn part(pair: &Publication, field: Field) -> &str {
    match field {
        Field::Title => &pair.title,
        Field::Question => &pair.question,
        Field::Answer => &pair.answer,
    }
}

impl Sight {
    fn find(
        conn: &mut AnyConnection,
        pair: Publication,
        variant: Variant,
        reader: &crate::domain::ids::StaffId,
    ) -> domain::Result<Self> {
        let version = version::find(conn, &pair.id, variant)?;
        let writers = version::list_writers(conn, &pair.id, variant)?;
        let reviewer = version.as_ref().and_then(|version| version.reviewer_id.clone());
        Ok(Self {
            is_own: writers.contains(reader),
            writers: names(conn, &writers)?,
            reviewer: names(conn, reviewer.as_slice())?.concat(),
            pair,
            variant,
            version,
        })
    }

    fn mode(&self, reader: &SignedIn) -> Mode {
        match self.version.as_ref().map_or(State::Draft, |version| version.state) {
            State::Draft | State::Outdated => Mode::Writing,
            State::InReview if self.may_review(reader) => Mode::Reviewing,
            State::InReview => Mode::Waiting,
            State::Approved => Mode::Approved,
            State::Public => Mode::Public,
        }
    }

    /// A second pair of eyes is never the writer's own.
    fn may_review(&self, reader: &SignedIn) -> bool {
        !self.is_own && reader.member.roles.contains(&Role::Reviewer)
    }

    fn writers(&self) -> String {
        self.writers.join(", ")
    }

    /// The address readers have it at.
    fn public_path(&self) -> String {
        self.variant.path(&self.pair.slug, self.pair.language)
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
