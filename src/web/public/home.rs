//! The front page: what this is in one breath, the way to ask, the topics, the latest answers.

use actix_web::{HttpRequest, web::Data};
use askama::Template;

use crate::app::App;
use crate::domain;
use crate::domain::article::reading;
use crate::domain::publication::version::listing;
use crate::domain::publication::{self, Heading};
use crate::domain::topic::Topic;
use crate::web::error::Result;
use crate::web::page::{Frame, Reply};

const LATEST: i64 = 6;
const ARTICLES: usize = 4;

#[derive(Template)]
#[template(path = "public/home.html")]
struct HomePage<'a> {
    frame: Frame,
    topics: &'a [Topic],
    latest: Vec<Heading>,
    articles: Vec<reading::Heading>,
}

/// `GET /`
pub async fn show(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    let frame = Frame::of(&request);
    let language = frame.language();
    let (latest, mut articles) = app
        .database
        .read("publication.list_latest", move |conn| {
            let mut latest = publication::list_latest(conn, LATEST)?;
            listing::put_in_place(conn, language, &mut latest)?;
            Ok::<_, domain::Error>((latest, reading::list(conn, None)?))
        })
        .await?;
    articles.truncate(ARTICLES);
    let page = HomePage { frame, topics: app.topics.all(), latest, articles };
    Ok(Reply::page(&page)?.briefly_cached())
}
