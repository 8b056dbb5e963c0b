//! Holiday and full: what an editor or a manager says of the weeks to come, and how things stand.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web::Data};
use askama::Template;
use chrono::NaiveDate;
use validator::Validate;

use crate::app::App;
use crate::clock::date_in_norway;
use crate::domain::season::{self, Kind, Season};
use crate::domain::staff::Steward;
use crate::domain::{self, digest, wait};
use crate::web::error::Result;
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::Checked;
use crate::web::page::{Frame, Notice, Reply};

#[derive(Validate)]
pub struct SeasonForm {
    /// Empty for an ordinary week.
    kind: String,
    until: String,
}

impl Form for SeasonForm {
    fn read(fields: &mut Fields) -> Self {
        Self { kind: fields.line("kind"), until: fields.line("until") }
    }
}

#[derive(Template)]
#[template(path = "staff/season.html")]
struct SeasonPage {
    frame: Frame,
    kind: String,
    until: String,
    standing: Standing,
    escalate_after: u32,
    errors: FormErrors,
}

/// How things stand, in exact numbers: staff may see them.
struct Standing {
    waiting: i64,
    very_late: i64,
    median: Option<i32>,
}

/// `GET /panel/season`
pub async fn show(app: Data<App>, _steward: Steward, request: HttpRequest) -> Result<Reply> {
    let today = date_in_norway(app.clock.now());
    let found = app.database.read("season.find", move |conn| season::find(conn, today)).await?;
    let (kind, until) =
        found.map_or_else(Default::default, |season| (season.kind.word().to_owned(), season.until_on.to_string()));
    page(&app, &request, (kind, until), FormErrors::default()).await
}

/// `POST /panel/season`
pub async fn update(
    app: Data<App>,
    steward: Steward,
    checked: Checked<SeasonForm>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, mut errors } = checked;
    let now = app.clock.now();
    let until_on = form.until.parse::<NaiveDate>().ok();
    let until_on = until_on.filter(|day| season::is_possible(*day, date_in_norway(now)));
    let chosen = match (Kind::from_word(&form.kind), until_on) {
        (None, _) => None,
        (Some(kind), Some(until_on)) => Some(Season { kind, until_on }),
        (Some(_), None) => {
            errors.add("until", "error-season-until");
            None
        }
    };
    if !errors.is_empty() {
        return page(&app, &request, (form.kind, form.until), errors).await;
    }
    app.database.write("season.choose", move |conn| season::choose(conn, &steward, chosen, now)).await?;
    app.promises.forget();
    Ok(Reply::see_other_with("/panel/season", Notice::SeasonChosen))
}

async fn page(
    app: &Data<App>,
    request: &HttpRequest,
    (kind, until): (String, String),
    errors: FormErrors,
) -> Result<Reply> {
    let (today, escalate_after) = (date_in_norway(app.clock.now()), app.escalate_after());
    let standing = app
        .database
        .read("wait.median", move |conn| {
            Ok::<_, domain::Error>(Standing {
                waiting: wait::count_waiting(conn, today)?,
                very_late: digest::count_very_late(conn, escalate_after, today)?,
                median: wait::median(conn, today)?,
            })
        })
        .await?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let escalate_after = app.settings.queue.escalate_after_days;
    let page = SeasonPage { frame: Frame::of(request), kind, until, standing, escalate_after, errors };
    Ok(Reply::page(&page)?.with_status(status))
}
