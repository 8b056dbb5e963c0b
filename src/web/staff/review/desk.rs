//! The page of the second pair of eyes: what changed since the answer was sent back, and each passage with what was said
//! of it.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::App;
use crate::domain;
use crate::domain::answer::comment::Comment;
use crate::domain::answer::marks::Field;
use crate::domain::answer::placing::names_in_address;
use crate::domain::answer::{Wording, returned};
use crate::domain::ids::QuestionId;
use crate::domain::publication::placed::Neighbour;
use crate::domain::publication::{Heading, slug};
use crate::domain::staff::{Clinician, Reviewer};
use crate::text::difference::words::{Fate, Piece, pieces};
use crate::text::language::Language;
use crate::text::markdown::HeadingLevel;
use crate::text::passages;
use crate::web::error::Result;
use crate::web::form::FormErrors;
use crate::web::marked;
use crate::web::page::{Frame, Reply, paragraphs};
use crate::web::public::answers::{answer_html, signature};
use crate::web::staff::marks::MarkRow;
use crate::web::staff::placing::{self, Row};
use crate::web::staff::question::{self, Mode, Sight};

/// A remark that could not be kept, and where it was typed.
#[derive(Default)]
pub(super) struct Typed {
    pub field: Option<Field>,
    pub passage: usize,
    pub text: String,
    pub errors: FormErrors,
    /// The key of the sentence that says why not.
    pub refusal: &'static str,
}

/// What the verdict's form shows; nothing comes back here.
#[derive(Default)]
struct NoVerdict {
    note: String,
    errors: FormErrors,
}

/// A passage as readers will see it, and what was said of it.
struct Passage<'a> {
    number: usize,
    /// Cleaned HTML of the answer's Markdown; the other parts are plain.
    html: Option<String>,
    lines: Vec<Vec<&'a str>>,
    comments: Vec<&'a (Comment, String)>,
}

/// One part of the wording.
struct Part<'a> {
    field: Field,
    /// The key of its name.
    key: &'static str,
    passages: Vec<Passage<'a>>,
    /// What changed since it was sent back; nothing when it is the same.
    changes: Vec<Piece>,
}

#[derive(Template)]
#[template(path = "staff/review.html")]
struct ReviewPage<'a> {
    frame: Frame,
    sight: &'a Sight,
    wording: &'a Wording,
    parts: Vec<Part<'a>>,
    /// Remarks on passages that are gone.
    settled: Vec<&'a (Comment, String)>,
    /// The question as it came, with what may give someone away marked.
    original: Vec<marked::Piece<'a>>,
    asked_by: String,
    marks: Vec<MarkRow>,
    mode: Mode,
    was_returned: bool,
    /// The address its title gives, and a pair that has the same title.
    address: String,
    same_title: Option<Heading>,
    placing: Vec<Row>,
    pages: Vec<Neighbour>,
    /// Words in the address that may name someone, or some place.
    named: String,
    typed: &'a Typed,
    returned: NoVerdict,
}

/// `GET /panel/questions/{id}/review`
pub async fn show(
    app: Data<App>,
    (_reviewer, clinician): (Reviewer, Clinician),
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    page(&app, &clinician, &id, &request, &Typed::default()).await
}

/// The page, with a remark that could not be kept. Who has nothing to review is sent to the question.
pub(super) async fn page(
    app: &App,
    clinician: &Clinician,
    id: &str,
    request: &HttpRequest,
    typed: &Typed,
) -> Result<Reply> {
    let (sight, before, (address, same_title), pages) = look(app, clinician, question::read_id(id)?).await?;
    let mode = Mode::of(&sight, clinician);
    let (Some(draft), Mode::Reviewing) = (&sight.draft, mode) else {
        return Ok(Reply::see_other(&question::path(id)));
    };
    let frame = Frame::of(request);
    let (wording, content) = (&draft.wording, &sight.opened.content.text);
    let fields: &[Field] = if wording.is_private { &[Field::Answer] } else { Field::ALL };
    let page = ReviewPage {
        parts: fields.iter().map(|field| part(&frame, &sight, *field, wording, before.as_ref())).collect(),
        settled: sight.comments.iter().filter(|(comment, _)| !comment.stands_in(wording)).collect(),
        original: marked::pieces(content, &app.lexicons.identifying.mark(content)),
        asked_by: signature(frame.texts, sight.opened.content.audience),
        marks: MarkRow::list(app, &sight.opened.content, wording, Some(draft)),
        was_returned: before.is_some(),
        address,
        same_title,
        placing: placing_rows(app, &frame, (wording, before.as_ref()), sight.opened.content.language),
        pages,
        named: names_in_address(&app.lexicons.identifying, &slug_now(wording), &sight.opened.content.text).join(", "),
        sight: &sight,
        wording,
        mode,
        typed,
        returned: NoVerdict::default(),
        frame,
    };
    Ok(Reply::page(&page)?.with_status(typed.status()))
}

type Looked = (Sight, Option<Wording>, (String, Option<Heading>), Vec<Neighbour>);

/// The question, what was sent back before, and what its title gives.
async fn look(app: &App, clinician: &Clinician, question: QuestionId) -> Result<Looked> {
    let (someone, secret, now) = (clinician.clone(), app.secret.clone(), app.clock.now());
    let looked = app.database.write("question.open", move |conn| {
        let sight = Sight::look(conn, &secret, &someone, &question, now)?;
        let before = returned::find(conn, &someone.keys, &question)?;
        let wording = sight.draft.as_ref().map(|draft| draft.wording.clone()).unwrap_or_default();
        let proposed = slug::propose(conn, &wording)?;
        let pages = placing::pages(conn, &wording.placing)?;
        Ok::<_, domain::Error>((sight, before, proposed, pages))
    });
    Ok(looked.await?)
}

fn part<'a>(frame: &Frame, sight: &'a Sight, field: Field, wording: &'a Wording, before: Option<&Wording>) -> Part<'a> {
    let text = wording.part(field);
    let said_of = |passage: &str| {
        let all = sight.comments.iter();
        all.filter(|(comment, _)| comment.field == field && comment.quote == passage).collect()
    };
    let passage = |(number, passage): (usize, &'a str)| Passage {
        number,
        html: (field == Field::Answer).then(|| answer_html(frame.texts, passage, HeadingLevel::H4)),
        lines: paragraphs(passage),
        comments: said_of(passage),
    };
    Part {
        field,
        key: match field {
            Field::Title => "wording-title",
            Field::Question => "wording-question",
            Field::Answer => "wording-answer",
        },
        passages: passages(text).into_iter().enumerate().map(passage).collect(),
        changes: before.map_or_else(Vec::new, |before| pieces(before.part(field), text)),
    }
}

/// What was chosen beside the words, the address among it.
fn placing_rows(
    app: &App,
    frame: &Frame,
    (wording, before): (&Wording, Option<&Wording>),
    language: Language,
) -> Vec<Row> {
    if wording.is_private {
        return Vec::new();
    }
    let address = Row {
        key: "placing-address",
        text: slug_now(wording),
        changes: before.map_or_else(Vec::new, |before| pieces(&slug_now(before), &slug_now(wording))),
    };
    let rows = placing::rows(app, frame, (&wording.placing, before.map(|before| &before.placing)), language);
    std::iter::once(address).chain(rows).collect()
}

/// The end of the address as it was chosen, or as the title gives it.
fn slug_now(wording: &Wording) -> String {
    let chosen = &wording.placing.slug;
    if chosen.is_empty() { slug::of_title(&wording.title) } else { chosen.clone() }
}

impl ReviewPage<'_> {
    fn is_changed(&self) -> bool {
        self.parts.iter().any(|part| !part.changes.is_empty()) || self.placing.iter().any(|row| !row.changes.is_empty())
    }

    /// What was typed beside this passage and could not be kept.
    fn typed_at(&self, part: &Part<'_>, passage: &Passage<'_>) -> Option<&str> {
        let is_here = self.typed.field == Some(part.field) && self.typed.passage == passage.number;
        is_here.then_some(self.typed.text.as_str())
    }

    fn is_own(&self, comment: &Comment) -> bool {
        self.frame.member.as_ref().is_some_and(|someone| *someone.id() == comment.by)
    }
}

impl Typed {
    fn status(&self) -> StatusCode {
        match (self.refusal, self.errors.is_empty()) {
            ("", true) => StatusCode::OK,
            ("", false) => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}
