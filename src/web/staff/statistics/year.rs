//! One year as a page to print, and as a sheet.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::App;
use crate::domain::statistics::Dimension;
use crate::web::error::Result;
use crate::web::guard::SomeoneIn;
use crate::web::overview::{self, Overview};
use crate::web::page::{Frame, Reply};

#[derive(Template)]
#[template(path = "staff/year.html")]
struct YearPage {
    frame: Frame,
    overview: Overview,
}

/// `GET /panel/statistics/{year}`
pub async fn show(app: Data<App>, _someone: SomeoneIn, year: Path<String>, request: HttpRequest) -> Result<Reply> {
    let overview = Overview::load(&app, &request, Some(&year), Dimension::ALL).await?;
    Reply::page(&YearPage { frame: Frame::of(&request), overview })
}

/// `GET /panel/statistics/{year}.csv`
pub async fn export(app: Data<App>, _someone: SomeoneIn, year: Path<String>, request: HttpRequest) -> Result<Reply> {
    overview::sheet(&Overview::load(&app, &request, Some(&year), Dimension::ALL).await?)
}
