//! Where a pair stood that was taken away: since when, why, and where to go from here. The address stays (410).

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use crate::app::App;
use crate::clock::wall_time_in_norway;
use crate::domain;
use crate::domain::help_service::Offered;
use crate::domain::publication::withdrawal::{self, Withdrawn};
use crate::domain::publication::{Heading, related};
use crate::web::error::Result;
use crate::web::page::{Frame, Reply};

#[derive(Template)]
#[template(path = "public/withdrawn.html")]
struct WithdrawnPage<'a> {
    frame: Frame,
    withdrawn: &'a Withdrawn,
    /// To read in its place, while that stands.
    instead: Option<Heading>,
    help: Vec<Offered<'a>>,
}

/// The page at the address of a pair that was taken away.
pub async fn page(request: &HttpRequest, slug: String) -> Result<Reply> {
    let frame = Frame::of(request);
    #[expect(clippy::expect_used, reason = "every server and test is built with the App")]
    let app = request.app_data::<Data<App>>().expect("the App").clone();
    let (withdrawn, instead) = app
        .database
        .read("withdrawal.find", move |conn| {
            let withdrawn = withdrawal::find(conn, &slug)?;
            let instead = related::list_by_slugs(conn, withdrawn.told.instead.as_slice())?.pop();
            Ok::<_, domain::Error>((withdrawn, instead))
        })
        .await?;
    let now = wall_time_in_norway(app.clock.now());
    let fitting = app.help_services.for_topic(&withdrawn.topic);
    let help = fitting.into_iter().map(|service| Offered::at(service, now)).collect();
    let page = WithdrawnPage { frame, withdrawn: &withdrawn, instead, help };
    Ok(Reply::page(&page)?.with_status(StatusCode::GONE).not_stored())
}
