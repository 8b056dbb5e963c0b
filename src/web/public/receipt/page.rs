//! The pages of a receipt code, and the words each standing is told in.

use actix_web::http::StatusCode;
use askama::Template;
use chrono::NaiveDate;
use validator::Validate;

use super::Found;
use crate::app::App;
use crate::domain::letter::{Kind, Letter, Standing};
use crate::domain::triage::FirstHelp;
use crate::text::markdown::HeadingLevel;
use crate::vault::code::{CODE_LENGTH, Code, CodeProblem};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::marked::Piece;
use crate::web::page::Frame;
use crate::web::public::answers::answer_html;

/// A code as typed.
#[derive(Validate)]
pub(super) struct CodeForm {
    pub(super) code: String,
}

impl Form for CodeForm {
    fn read(fields: &mut Fields) -> Self {
        Self { code: fields.line("code") }
    }
}

/// The field for a code.
#[derive(Template)]
#[template(path = "public/code.html")]
pub(super) struct CodePage {
    pub(super) frame: Frame,
    pub(super) typed: String,
    /// What was written to a code that leads nowhere.
    pub(super) letter: String,
    pub(super) errors: FormErrors,
}

impl CodePage {
    fn error_text(&self, key: &str) -> String {
        let count = Code::parse(&self.typed).err().map_or(0, |problem| match problem {
            CodeProblem::Length(count) => count,
            CodeProblem::Empty | CodeProblem::Character => 0,
        });
        self.frame.t(key).with("length", CODE_LENGTH).with("count", count).to_string()
    }
}

/// What is told after a question was taken back.
#[derive(Template)]
#[template(path = "public/receipt_deleted.html")]
pub(super) struct Deleted {
    pub(super) frame: Frame,
    pub(super) was_published: bool,
}

/// What a letter form sent that could not be done yet: it is given back. Or what was just done.
#[derive(Default)]
pub(super) struct Returned<'a> {
    pub(super) typed: String,
    pub(super) errors: FormErrors,
    /// The typed text with what may give someone away marked; empty when nothing was found.
    pub(super) pieces: Vec<(String, bool)>,
    /// Something in it sounds serious: help comes first.
    pub(super) first_help: Option<FirstHelp<'a>>,
    /// The key of the sentence that says what was done; empty when nothing was.
    pub(super) done: &'static str,
}

impl Returned<'_> {
    pub(super) fn status(&self) -> StatusCode {
        if self.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
    }

    pub(super) fn with_marks(mut self, pieces: &[Piece<'_>]) -> Self {
        self.pieces = pieces.iter().map(|piece| (piece.text.to_owned(), piece.kind.is_some())).collect();
        self
    }
}

/// Everything behind a code.
#[derive(Template)]
#[template(path = "public/receipt.html")]
pub(super) struct ReceiptPage<'a> {
    frame: Frame,
    code: String,
    standing: Standing,
    letters: Vec<Shown>,
    first_help: Option<FirstHelp<'a>>,
    returned: Returned<'a>,
    max_characters: usize,
}

/// One letter as the page shows it.
struct Shown {
    kind: Kind,
    written_on: NaiveDate,
    /// Cleaned HTML; empty for the asker's own letters, of which there is no copy for them.
    html: String,
    title: String,
    path: String,
    from: String,
}

impl<'a> ReceiptPage<'a> {
    pub(super) fn new(frame: Frame, app: &App, code: &Code, found: &Found, mut returned: Returned<'a>) -> Self {
        Self {
            // The newest first: that is what someone came for.
            letters: found.letters.iter().rev().map(|letter| Shown::of(&frame, letter)).collect(),
            code: code.grouped(),
            standing: found.standing,
            first_help: returned.first_help.take(),
            returned,
            max_characters: app.settings.question.max_characters,
            frame,
        }
    }

    /// The heading's and sentence's key.
    fn key(&self) -> &'static str {
        match self.standing {
            Standing::Waiting { .. } => "receipt-waiting",
            Standing::BeingAnswered { .. } => "receipt-being-answered",
            Standing::AskedBack => "receipt-asked-back",
            Standing::Published { .. } => "receipt-published",
            Standing::Answered { .. } => "receipt-answered",
            Standing::Declined => "receipt-declined",
            Standing::Forgotten => "receipt-forgotten",
        }
    }

    fn due_on(&self) -> Option<NaiveDate> {
        match self.standing {
            Standing::Waiting { due_on } | Standing::BeingAnswered { due_on } => Some(due_on),
            _ => None,
        }
    }

    fn may_follow_up(&self) -> bool {
        matches!(
            self.standing,
            Standing::Published { may_follow_up: true } | Standing::Answered { may_follow_up: true }
        )
    }

    fn may_write(&self) -> bool {
        self.is_asked_back() || self.may_follow_up()
    }

    fn is_asked_back(&self) -> bool {
        self.standing == Standing::AskedBack
    }

    /// What someone came for, when it is there to be read by everyone.
    fn is_newest_answer(&self, letter: &Shown) -> bool {
        let newest = self.letters.iter().find(|letter| letter.kind == Kind::Published);
        newest.is_some_and(|newest| newest.path == letter.path)
    }

    /// What stands by the help: only who waits is asked whether that is too long.
    fn help_keys(&self) -> [&'static str; 2] {
        match self.due_on() {
            Some(_) => ["help-wait-question", "help-wait-line"],
            None => ["help-now-question", "help-now-line"],
        }
    }

    fn is_declined_or_forgotten(&self) -> bool {
        matches!(self.standing, Standing::Declined | Standing::Forgotten)
    }

    fn error_text(&self, key: &str) -> String {
        self.frame.t(key).with("max", self.max_characters).to_string()
    }
}

impl Shown {
    fn of(frame: &Frame, letter: &Letter) -> Self {
        let content = letter.content.clone();
        // Nothing but one of our own pairs is ever linked to.
        let path = content.as_ref().and_then(|content| content.path.clone()).filter(|path| is_pair(path));
        let path = path.unwrap_or_default();
        let text = content.as_ref().map(|content| content.text.clone()).unwrap_or_default();
        let html = if path.is_empty() { answer_html(frame.texts, &text, HeadingLevel::H3) } else { String::new() };
        Self {
            kind: letter.kind,
            written_on: letter.written_on,
            html,
            title: text,
            path,
            from: content.and_then(|content| content.from).unwrap_or_default(),
        }
    }
}

fn is_pair(path: &str) -> bool {
    let slug = path.strip_prefix("/sporsmal/").unwrap_or_default();
    !slug.is_empty() && slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The text that says what is wrong with a typed code.
pub(super) fn problem_key(problem: CodeProblem) -> &'static str {
    match problem {
        CodeProblem::Empty => "error-code-empty",
        CodeProblem::Character => "error-code-character",
        CodeProblem::Length(_) => "error-code-length",
    }
}
