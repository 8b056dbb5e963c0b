//! Questions that ask almost the same as the one being answered, to be served by one answer. Looking for them opens what
//! waits with the reader's own keys; nothing of it is kept but the choice.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;
use validator::Validate;

use super::question;
use crate::app::App;
use crate::domain::answer::companion;
use crate::domain::flood;
use crate::domain::ids::QuestionId;
use crate::domain::question::{Envelope, Opened};
use crate::domain::staff::Clinician;
use crate::domain::{self};
use crate::web::error::Result;
use crate::web::form::{Fields, Form};
use crate::web::guard::Checked;
use crate::web::page::{Frame, Notice, Reply};

#[derive(Template)]
#[template(path = "staff/companions.html")]
struct CompanionsPage {
    frame: Frame,
    asked: Envelope,
    alike: Vec<Opened>,
    chosen: Vec<QuestionId>,
}

/// The questions that were ticked, or the one to let go.
#[derive(Validate)]
pub struct ChoiceForm {
    questions: Vec<String>,
    let_go: String,
}

impl Form for ChoiceForm {
    fn read(fields: &mut Fields) -> Self {
        Self { questions: fields.all("question"), let_go: fields.line("let_go") }
    }
}

/// `GET /panel/questions/{id}/companions`: others lead back to the question.
pub async fn show(app: Data<App>, clinician: Clinician, id: Path<String>, request: HttpRequest) -> Result<Reply> {
    let (question, now, reader) = (question::read_id(&id)?, app.clock.now(), clinician.clone());
    let asked = question.clone();
    let asked = app.database.read("question.find", move |conn| domain::question::find(conn, &asked)).await?;
    if !asked.is_held_by(clinician.id()) {
        return Ok(Reply::see_other(&question::path(&id)));
    }
    app.database.write("flood.record_look", move |conn| flood::record_look(conn, &reader, now)).await?;
    // Reading alone, so that nobody who asks has to wait for it.
    let (alike, chosen) = app
        .database
        .read("companion.list", move |conn| {
            let alike = companion::list_alike(conn, &clinician, &question)?;
            Ok::<_, domain::Error>((alike, companion::list(conn, &question)?))
        })
        .await?;
    Reply::page(&CompanionsPage { frame: Frame::of(&request), asked, alike, chosen })
}

/// `POST /panel/questions/{id}/companions`
pub async fn update(
    app: Data<App>,
    clinician: Clinician,
    checked: Checked<ChoiceForm>,
    id: Path<String>,
) -> Result<Reply> {
    let (question, now) = (question::read_id(&id)?, app.clock.now());
    let let_go = QuestionId::parse(&checked.form.let_go);
    let ticked: Vec<QuestionId> = checked.form.questions.iter().filter_map(|id| QuestionId::parse(id)).collect();
    app.database
        .write("companion.choose", move |conn| match let_go {
            Some(other) => companion::let_go(conn, &clinician, (&question, &other), now),
            None => companion::take_along(conn, &clinician, &question, &ticked, now).map(|_| ()),
        })
        .await?;
    Ok(Reply::see_other_with(&question::path(&id), Notice::TakenAlong))
}
