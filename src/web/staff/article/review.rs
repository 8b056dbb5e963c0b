//! The second pair of eyes, publishing, taking back, and looking again after a while.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use validator::Validate;

use super::{Returned, page, path, read_id};
use crate::app::App;
use crate::domain;
use crate::domain::article::review;
use crate::domain::ids::{ArticleId, words};
use crate::domain::staff::{Clinician, Reviewer, Writer};
use crate::web::error::{Result, refusal_key};
use crate::web::form::{Fields, Form};
use crate::web::guard::{Button, Checked};
use crate::web::page::{Notice, Reply};

words!(
    /// What the colleague decides.
    Verdict, "verdict" {
        Publish = "publish",
        Approve = "approve",
        SendBack = "return",
    }
);

#[derive(Validate)]
pub struct ReviewForm {
    #[validate(length(max = 4000, code = "error-note-long"))]
    note: String,
    version: i32,
    verdict: String,
}

impl Form for ReviewForm {
    fn read(fields: &mut Fields) -> Self {
        Self { note: fields.text("note"), version: fields.number("version"), verdict: fields.line("do") }
    }
}

/// The version someone read again.
#[derive(Validate)]
pub struct SeenForm {
    version: i32,
}

impl Form for SeenForm {
    fn read(fields: &mut Fields) -> Self {
        Self { version: fields.number("read_version") }
    }
}

/// `POST /panel/articles/{id}/review`
pub async fn create(
    app: Data<App>,
    (reviewer, _clinician, writer): (Reviewer, Clinician, Writer),
    checked: Checked<ReviewForm>,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, mut errors } = checked;
    let id = read_id(&id)?;
    let verdict = Verdict::from_word(&form.verdict);
    if verdict == Some(Verdict::SendBack) && form.note.is_empty() {
        errors.add("note", "error-note-missing");
    }
    let note = form.note.clone();
    let (Some(verdict), true) = (verdict, errors.is_empty()) else {
        let returned = Returned { note, errors, ..Returned::default() };
        return page(&app, &writer, &id, &request, &returned).await;
    };
    match decide(&app, reviewer, writer.clone(), &id, (form, verdict)).await {
        Ok(notice) => Ok(Reply::see_other_with(&path(&id), notice)),
        Err(domain::Error::Refused(refusal)) => {
            let returned = Returned { note, refusal: refusal_key(&refusal), ..Returned::default() };
            page(&app, &writer, &id, &request, &returned).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The article's page with a note that was typed before the session ended.
pub async fn go_on(app: &App, writer: &Writer, id: &str, fields: &mut Fields, request: &HttpRequest) -> Result<Reply> {
    let (form, errors) = fields.read::<ReviewForm>();
    let returned = Returned { note: form.note, errors, ..Returned::default() };
    page(app, writer, &read_id(id)?, request, &returned).await
}

async fn decide(
    app: &App,
    reviewer: Reviewer,
    writer: Writer,
    id: &ArticleId,
    (form, verdict): (ReviewForm, Verdict),
) -> domain::Result<Notice> {
    let (secret, id, now) = (app.secret.clone(), id.clone(), app.clock.now());
    app.database
        .write("article.review", move |conn| {
            let seen = (&id, form.version);
            match verdict {
                Verdict::SendBack => {
                    review::send_back(conn, &reviewer, seen, &form.note, now).map(|()| Notice::ArticleSentBack)
                }
                Verdict::Approve => {
                    review::approve(conn, &secret, &reviewer, seen, now).map(|()| Notice::ArticleApproved)
                }
                Verdict::Publish => {
                    review::approve(conn, &secret, &reviewer, seen, now)?;
                    review::publish(conn, &secret, &writer, &id, now).map(|_| Notice::ArticlePublished)
                }
            }
        })
        .await
}

/// `POST /panel/articles/{id}/publication`
pub async fn publish(app: Data<App>, writer: Writer, _form: Checked<Button>, id: Path<String>) -> Result<Reply> {
    let id = read_id(&id)?;
    let (secret, now, back) = (app.secret.clone(), app.clock.now(), path(&id));
    app.database.write("article.publish", move |conn| review::publish(conn, &secret, &writer, &id, now)).await?;
    Ok(Reply::see_other_with(&back, Notice::ArticlePublished))
}

/// `POST /panel/articles/{id}/withdrawal`
pub async fn withdraw(app: Data<App>, writer: Writer, _form: Checked<Button>, id: Path<String>) -> Result<Reply> {
    let id = read_id(&id)?;
    let (now, back) = (app.clock.now(), path(&id));
    app.database.write("article.withdraw", move |conn| review::withdraw(conn, &writer, &id, now)).await?;
    Ok(Reply::see_other_with(&back, Notice::ArticleWithdrawn))
}

/// `POST /panel/articles/{id}/check`
pub async fn check(
    app: Data<App>,
    (reviewer, _clinician): (Reviewer, Clinician),
    checked: Checked<SeenForm>,
    id: Path<String>,
) -> Result<Reply> {
    let id = read_id(&id)?;
    let (secret, seen, now, back) = (app.secret.clone(), checked.form.version, app.clock.now(), path(&id));
    app.database
        .write("article.renew_check", move |conn| review::renew_check(conn, &secret, &reviewer, (&id, seen), now))
        .await?;
    Ok(Reply::see_other_with(&back, Notice::ArticleChecked))
}
