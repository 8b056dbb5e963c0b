//! A remark on one passage: made beside it, taken back beside it.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use validator::Validate;

use super::desk::{self, Typed};
use crate::app::App;
use crate::domain::answer::comment::{self, New, Standing};
use crate::domain::answer::marks::Field;
use crate::domain::ids::CommentId;
use crate::domain::staff::{Clinician, Reviewer};
use crate::domain::{self, answer};
use crate::web::error::{Error, Result, refusal_key};
use crate::web::form::{Fields, Form};
use crate::web::guard::{Button, Checked};
use crate::web::page::{Notice, Reply};
use crate::web::staff::question;

/// The longest remark, in characters.
const LONGEST: usize = 2000;

#[derive(Validate)]
pub struct CommentForm {
    text: String,
    field: String,
    passage: i32,
    version: i32,
}

impl Form for CommentForm {
    fn read(fields: &mut Fields) -> Self {
        Self {
            text: fields.text("text"),
            field: fields.line("field"),
            passage: fields.number("passage"),
            version: fields.number("version"),
        }
    }
}

/// `POST /panel/questions/{id}/comments`
pub async fn create(
    app: Data<App>,
    (reviewer, clinician): (Reviewer, Clinician),
    Checked { form, mut errors }: Checked<CommentForm>,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let field = Field::from_word(&form.field).ok_or(Error::NotFound)?;
    let passage = usize::try_from(form.passage).map_err(|_| Error::NotFound)?;
    let at = format!("comment-{}-{passage}", field.word());
    match form.text.chars().count() {
        0 => errors.add(&at, "error-comment-empty"),
        1..=LONGEST => {}
        _ => errors.add(&at, "error-comment-long"),
    }
    let mut typed = Typed { field: Some(field), passage, text: form.text.clone(), errors, refusal: "" };
    if typed.errors.is_empty() {
        let question = question::read_id(&id)?;
        let (secret, now) = (app.secret.clone(), app.clock.now());
        let new = New { seen_version: form.version, field, passage, text: form.text };
        let kept = app
            .database
            .write("answer.comment", move |conn| comment::add(conn, &secret, &reviewer, (&question, new), now))
            .await;
        match kept {
            Ok(()) => {
                let to = format!(
                    "/panel/questions/{id}/review?notice={}#{}-{passage}",
                    Notice::Commented.word(),
                    field.word()
                );
                return Ok(Reply::see_other(&to));
            }
            Err(domain::Error::Refused(refusal)) => typed.refusal = refusal_key(&refusal),
            Err(error) => return Err(error.into()),
        }
    }
    desk::page(&app, &clinician, &id, &request, &typed).await
}

/// The desk with a remark that was typed before the session ended. When other words stand there by now, it is said.
pub async fn go_on(
    app: &Data<App>,
    clinician: &Clinician,
    id: &str,
    fields: &mut Fields,
    request: &HttpRequest,
) -> Result<Reply> {
    let form = CommentForm::read(fields);
    let (reader, question) = (clinician.clone(), question::read_id(id)?);
    let draft = app.database.read("answer.find", move |conn| answer::find(conn, &reader.keys, &question)).await?;
    let is_seen = draft.is_some_and(|draft| draft.version == form.version);
    let refusal = if is_seen { "" } else { refusal_key(&domain::Refusal::StaleVersion) };
    let passage = usize::try_from(form.passage).map_err(|_| Error::NotFound)?;
    let field = Field::from_word(&form.field);
    desk::page(app, clinician, id, request, &Typed { field, passage, text: form.text, refusal, ..Typed::default() })
        .await
}

/// `POST /panel/questions/{id}/comments/{number}/removal`
pub async fn delete(
    app: Data<App>,
    reviewer: Reviewer,
    _form: Checked<Button>,
    address: Path<(String, String)>,
) -> Result<Reply> {
    let (id, comment) = address.into_inner();
    let question = question::read_id(&id)?;
    let comment = CommentId::parse(&comment).ok_or(Error::NotFound)?;
    let now = app.clock.now();
    app.database
        .write("answer.remove_comment", move |conn| comment::remove(conn, &reviewer, (&question, &comment), now))
        .await?;
    Ok(Reply::see_other_with(&format!("/panel/questions/{id}/review"), Notice::CommentRemoved))
}

/// `POST /panel/questions/{id}/comments/{number}/reopening`
pub async fn reopen(
    app: Data<App>,
    reviewer: Reviewer,
    _form: Checked<Button>,
    address: Path<(String, String)>,
) -> Result<Reply> {
    let (id, comment) = address.into_inner();
    let question = question::read_id(&id)?;
    let comment = CommentId::parse(&comment).ok_or(Error::NotFound)?;
    let now = app.clock.now();
    app.database
        .write("answer.reopen_comment", move |conn| comment::reopen(conn, &reviewer, (&question, &comment), now))
        .await?;
    Ok(Reply::see_other_with(&format!("/panel/questions/{id}/review"), Notice::CommentReopened))
}

/// What a button beside a remark says: «done» or «open», and which.
pub fn read(words: &str) -> Option<(Standing, CommentId)> {
    let (standing, id) = words.split_once(' ')?;
    Some((Standing::from_word(standing)?, CommentId::parse(id)?))
}
