//! `/statistikk`: how many ask and are answered, for everyone to see.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::App;
use crate::domain::statistics::Dimension;
use crate::web::error::Result;
use crate::web::overview::{self, Overview};
use crate::web::page::{Frame, Reply};

/// Gender and region are for staff: they say little to a reader, and more tables side by side say more about each one.
const FOR_EVERYONE: &[Dimension] = &[Dimension::Topic, Dimension::AgeBand, Dimension::Outcome];

#[derive(Template)]
#[template(path = "public/statistics.html")]
struct StatisticsPage {
    frame: Frame,
    overview: Overview,
}

/// `GET /statistikk`
pub async fn show(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    page(&app, &request, None).await
}

/// `GET /statistikk/{year}`
pub async fn show_year(app: Data<App>, year: Path<String>, request: HttpRequest) -> Result<Reply> {
    page(&app, &request, Some(&year)).await
}

/// `GET /statistikk/{year}.csv`
pub async fn export(app: Data<App>, year: Path<String>, request: HttpRequest) -> Result<Reply> {
    overview::sheet(&Overview::load(&app, &request, Some(&year), FOR_EVERYONE).await?)
}

async fn page(app: &App, request: &HttpRequest, year: Option<&str>) -> Result<Reply> {
    let overview = Overview::load(app, request, year, FOR_EVERYONE).await?;
    Ok(Reply::page(&StatisticsPage { frame: Frame::of(request), overview })?.briefly_cached())
}
