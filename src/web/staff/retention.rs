//! What will be forgotten when, and on what ground.

use actix_web::{HttpRequest, web::Data};
use askama::Template;
use chrono::NaiveDate;

use crate::app::App;
use crate::domain::question;
use crate::web::error::Result;
use crate::web::guard::SomeoneIn;
use crate::web::page::{Frame, Reply};

#[derive(Template)]
#[template(path = "staff/retention.html")]
struct RetentionPage<'a> {
    frame: Frame,
    days: u32,
    ground: &'a str,
    coming: Vec<(NaiveDate, i64)>,
}

/// `GET /panel/retention`
pub async fn show(app: Data<App>, _someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let keep = app.keep_answered();
    let coming =
        app.database.read("question.count_to_forget", move |conn| question::count_to_forget(conn, keep)).await?;
    let (frame, retention) = (Frame::of(&request), &app.settings.retention);
    let ground = retention.answered_ground.to(frame.language());
    let page = RetentionPage { frame, days: retention.answered_days, ground, coming };
    Reply::page(&page)
}
