//! Questions that say almost the same, side by side, to be thrown away together. Looking for them opens what waits with
//! the reader's own keys; nothing of it is kept.

use actix_web::{HttpRequest, web::Data};
use askama::Template;
use validator::Validate;

use crate::app::App;
use crate::domain::flood::{self, Look};
use crate::domain::ids::QuestionId;
use crate::domain::staff::Clinician;
use crate::domain::statistics::{self, Outcome};
use crate::domain::{self};
use crate::web::error::Result;
use crate::web::form::{Fields, Form};
use crate::web::guard::Checked;
use crate::web::page::{Frame, Notice, Reply};

/// As many alike make a flood.
const AT_LEAST: usize = 3;

#[derive(Template)]
#[template(path = "staff/floods.html")]
struct FloodsPage {
    frame: Frame,
    look: Look,
}

/// The questions that were ticked.
#[derive(Validate)]
pub struct DropForm {
    questions: Vec<String>,
}

impl Form for DropForm {
    fn read(fields: &mut Fields) -> Self {
        Self { questions: fields.all("question") }
    }
}

/// `GET /panel/floods`
pub async fn show(app: Data<App>, clinician: Clinician, request: HttpRequest) -> Result<Reply> {
    let now = app.clock.now();
    let reader = clinician.clone();
    app.database.write("flood.record_look", move |conn| flood::record_look(conn, &reader, now)).await?;
    // Reading alone, so that nobody who asks has to wait for it.
    let look = app
        .database
        .read("flood.open_waiting", move |conn| {
            Ok::<_, domain::Error>(flood::group(flood::open_waiting(conn, &clinician)?, AT_LEAST))
        })
        .await?;
    Reply::page(&FloodsPage { frame: Frame::of(&request), look })
}

/// `POST /panel/floods`: throws away what was ticked, now and from the files too.
pub async fn delete(app: Data<App>, clinician: Clinician, checked: Checked<DropForm>) -> Result<Reply> {
    let ids: Vec<QuestionId> = checked.form.questions.iter().filter_map(|id| QuestionId::parse(id)).collect();
    if ids.is_empty() {
        return Ok(Reply::see_other("/panel/floods"));
    }
    let (secret, letters, now) = (app.secret.clone(), app.letters.clone(), app.clock.now());
    app.database
        .write("flood.drop", move |conn| {
            let dropped = flood::drop_together(conn, &secret, &clinician, &ids, (&letters, now))?;
            statistics::count_outcome(conn, Outcome::Dropped, dropped, now)
        })
        .await?;
    app.empty_files().await;
    Ok(Reply::see_other_with("/panel", Notice::Dropped))
}
