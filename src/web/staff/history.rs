//! What a draft said before: read side by side with what it says now, and taken back.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use super::question;
use crate::app::App;
use crate::domain::answer::past::{self, Former};
use crate::domain::answer::{self, Wording};
use crate::domain::staff::Clinician;
use crate::domain::{self};
use crate::text::difference;
use crate::web::error::Result;
use crate::web::form::{Fields, Form};
use crate::web::guard::Checked;
use crate::web::page::{Frame, Notice, Reply};

#[derive(Template)]
#[template(path = "staff/history.html")]
struct HistoryPage {
    frame: Frame,
    /// The question's id and the few letters of it that people use.
    id: String,
    number: String,
    now: Wording,
    formers: Vec<Former>,
    may_take_back: bool,
    version: i32,
}

/// The version that was on the page.
#[derive(validator::Validate)]
pub struct SeenForm {
    version: i32,
}

impl Form for SeenForm {
    fn read(fields: &mut Fields) -> Self {
        Self { version: fields.number("version") }
    }
}

impl HistoryPage {
    /// What taking it back would change in the answer.
    fn lines<'a>(&'a self, former: &'a Former) -> Vec<difference::Line<'a>> {
        difference::lines(&self.now.answer, &former.wording.answer)
    }
}

/// `GET /panel/questions/{id}/history`
pub async fn show(app: Data<App>, clinician: Clinician, id: Path<String>, request: HttpRequest) -> Result<Reply> {
    let (question, reader) = (question::read_id(&id)?, clinician.clone());
    let (draft, mut formers, envelope) = app
        .database
        .read("answer.history", move |conn| {
            let draft = answer::find(conn, &reader.keys, &question)?;
            let formers = past::list(conn, &reader, &question)?;
            Ok::<_, domain::Error>((draft, formers, domain::question::find(conn, &question)?))
        })
        .await?;
    let version = draft.as_ref().map_or(0, |draft| draft.version);
    let now = draft.map(|draft| draft.wording).unwrap_or_default();
    formers.retain(|former| former.wording != now);
    let page = HistoryPage {
        number: envelope.id.short(),
        may_take_back: envelope.state == domain::question::State::Claimed && envelope.is_held_by(clinician.id()),
        id: envelope.id.to_string(),
        frame: Frame::of(&request),
        now,
        formers,
        version,
    };
    Reply::page(&page)
}

/// `POST /panel/questions/{id}/history/{number}`: the former wording is the draft again; what it takes the place of stays
/// among the former ones.
pub async fn take_back(
    app: Data<App>,
    clinician: Clinician,
    checked: Checked<SeenForm>,
    place: Path<(String, i32)>,
) -> Result<Reply> {
    let (id, former) = place.into_inner();
    let (question, secret, seen) = (question::read_id(&id)?, app.secret.clone(), checked.form.version);
    app.database
        .write("answer.take_back", move |conn| {
            let wording = past::find(conn, &clinician, &question, former)?;
            // First what is there now, so that nothing is lost by this either.
            let Some(now) = answer::find(conn, &clinician.keys, &question)? else {
                return Err(domain::Refusal::StaleVersion.into());
            };
            let seen = answer::save(conn, &secret, &clinician, &question, &now.wording, seen)?;
            answer::save(conn, &secret, &clinician, &question, &wording, seen)
        })
        .await?;
    Ok(Reply::see_other_with(&question::path(&id), Notice::TakenBack))
}
