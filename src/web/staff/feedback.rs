//! What readers said of the pairs: the counters, most "no" first, and the reports of what is wrong.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::App;
use crate::domain::feedback::{self, Line};
use crate::domain::ids::ReportId;
use crate::domain::report::{self, Report};
use crate::domain::staff::Clinician;
use crate::domain::{self};
use crate::web::error::{Error, Result};
use crate::web::guard::{Button, Checked, SomeoneIn};
use crate::web::page::{Frame, Notice, Reply};

/// Pairs on the page: those that need another look are the first.
const PAIRS: usize = 50;

#[derive(Template)]
#[template(path = "staff/feedback.html")]
struct FeedbackPage {
    frame: Frame,
    lines: Vec<Line>,
    reports: i64,
}

#[derive(Template)]
#[template(path = "staff/reports.html")]
struct ReportsPage {
    frame: Frame,
    reports: Vec<Report>,
}

/// `GET /panel/feedback`
pub async fn show(app: Data<App>, _someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let (lines, reports) = app
        .database
        .read("feedback.list_most_no", |conn| {
            Ok::<_, domain::Error>((feedback::list_most_no(conn, PAIRS)?, report::count_waiting(conn)?))
        })
        .await?;
    Reply::page(&FeedbackPage { frame: Frame::of(&request), lines, reports })
}

/// `GET /panel/reports`
pub async fn show_reports(app: Data<App>, clinician: Clinician, request: HttpRequest) -> Result<Reply> {
    let now = app.clock.now();
    let reports =
        app.database.write("report.read_waiting", move |conn| report::read_waiting(conn, &clinician, now)).await?;
    Reply::page(&ReportsPage { frame: Frame::of(&request), reports })
}

/// `POST /panel/reports/{id}/done`: deletes it, from the files too.
pub async fn finish_report(
    app: Data<App>,
    clinician: Clinician,
    id: Path<String>,
    _button: Checked<Button>,
) -> Result<Reply> {
    let id = ReportId::parse(&id).ok_or(Error::NotFound)?;
    let now = app.clock.now();
    app.database.write("report.finish", move |conn| report::finish(conn, &clinician, &id, now)).await?;
    app.empty_files().await;
    Ok(Reply::see_other_with("/panel/reports", Notice::ReportDone))
}
