//! The dictionary's words in the panel: which wait, which are passed, by whom; a clinician decides.

use std::cmp::Reverse;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use validator::Validate;

use crate::app::App;
use crate::domain::dictionary::{self, Decision, Decisions, Entry, Verdict};
use crate::domain::staff::Clinician;
use crate::text::synonyms::rows::Row;
use crate::web::error::{Error, Result};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::Checked;
use crate::web::page::{Frame, Notice, Reply};

/// A substance, and how far its words are.
struct Line<'a> {
    entry: &'a Entry,
    passed: usize,
    waiting: usize,
    taken_back: usize,
}

#[derive(Template)]
#[template(path = "staff/dictionary.html")]
struct DictionaryPage<'a> {
    frame: Frame,
    lines: Vec<Line<'a>>,
}

#[derive(Template)]
#[template(path = "staff/dictionary_entry.html")]
struct EntryPage<'a> {
    frame: Frame,
    entry: &'a Entry,
    rows: Vec<(&'a Row, Option<&'a Decision>)>,
    errors: FormErrors,
}

/// The rows that were ticked, and what is said of them.
#[derive(Validate)]
pub struct DecisionForm {
    rows: Vec<String>,
    verdict: String,
}

impl Form for DecisionForm {
    fn read(fields: &mut Fields) -> Self {
        Self { rows: fields.all("row"), verdict: fields.line("do") }
    }
}

impl<'a> Line<'a> {
    fn of(entry: &'a Entry, rows: &[Row], decisions: &Decisions) -> Self {
        let rows = entry.rows(rows);
        let count = |verdict: Option<Verdict>| {
            rows.iter()
                .filter(|row| decisions.get(&row.fingerprint).map(|decision| decision.verdict) == verdict)
                .count()
        };
        let taken_back = count(Some(Verdict::TakenBack));
        Self { entry, passed: count(Some(Verdict::Passed)), waiting: count(None), taken_back }
    }
}

impl DictionaryPage<'_> {
    /// «21 venter · 11 godkjent»: what there is none of is not told.
    fn standing(&self, line: &Line<'_>) -> String {
        let counts = [
            ("dictionary-count-waiting", line.waiting),
            ("dictionary-count-passed", line.passed),
            ("dictionary-count-taken-back", line.taken_back),
        ];
        let told = counts.into_iter().filter(|(_, count)| *count > 0);
        told.map(|(key, count)| self.frame.t(key).with("count", count).to_string()).collect::<Vec<_>>().join(" · ")
    }
}

/// `GET /panel/dictionary`
pub async fn index(app: Data<App>, _clinician: Clinician, request: HttpRequest) -> Result<Reply> {
    let decisions = app.database.read("dictionary.decisions", dictionary::decisions).await?;
    let lists = app.search.lists();
    let lines = app.dictionary.all().iter().map(|entry| Line::of(entry, &lists.rows, &decisions));
    let mut lines: Vec<Line> = lines.collect();
    lines.sort_by_key(|line| Reverse(line.waiting));
    Reply::page(&DictionaryPage { frame: Frame::of(&request), lines })
}

/// `GET /panel/dictionary/{slug}`
pub async fn show(app: Data<App>, _clinician: Clinician, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    page(&app, &slug, &request, FormErrors::default()).await
}

async fn page(app: &App, slug: &str, request: &HttpRequest, errors: FormErrors) -> Result<Reply> {
    let entry = app.dictionary.find(slug).ok_or(Error::NotFound)?;
    let decisions = app.database.read("dictionary.decisions", dictionary::decisions).await?;
    let lists = app.search.lists();
    let mut rows: Vec<_> =
        entry.rows(&lists.rows).into_iter().map(|row| (row, decisions.get(&row.fingerprint))).collect();
    // What waits comes first; else as the file has it.
    rows.sort_by_key(|(row, decision)| (decision.is_some(), row.kind));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(Reply::page(&EntryPage { frame: Frame::of(request), entry, rows, errors })?.with_status(status))
}

/// `POST /panel/dictionary/{slug}`
pub async fn update(
    app: Data<App>,
    clinician: Clinician,
    checked: Checked<DecisionForm>,
    slug: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, mut errors } = checked;
    let entry = app.dictionary.find(&slug).ok_or(Error::NotFound)?.clone();
    let lists = app.search.lists();
    // A row that was changed meanwhile has another fingerprint: what was seen is what is passed.
    let is_ticked = |row: &&Row| form.rows.contains(&row.fingerprint);
    let ticked: Vec<Row> = entry.rows(&lists.rows).into_iter().filter(is_ticked).cloned().collect();
    let (Some(verdict), false) = (Verdict::from_word(&form.verdict), ticked.is_empty()) else {
        errors.add("rows", "error-dictionary-none");
        return page(&app, &slug, &request, errors).await;
    };
    let now = app.clock.now();
    app.database
        .write("dictionary.decide", move |conn| {
            let rows: Vec<&Row> = ticked.iter().collect();
            dictionary::decide(conn, &clinician, &entry, (&rows, verdict), now)
        })
        .await?;
    Ok(Reply::see_other_with(&format!("/panel/dictionary/{slug}"), Notice::WordsDecided))
}
