//! An older version of an article, as it would stand on its page.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use super::read_id;
use crate::app::App;
use crate::domain;
use crate::domain::article::{self, Article, Version};
use crate::domain::staff::{self, Writer};
use crate::web::error::{Error, Result};
use crate::web::page::{Frame, Reply};
use crate::web::public::article::View;

#[derive(Template)]
#[template(path = "staff/article_version.html")]
struct VersionPage {
    frame: Frame,
    article: Article,
    version: Version,
    writer: String,
    /// The colleague who approved it, if anyone did.
    reviewer: Option<String>,
    view: View,
}

/// `GET /panel/articles/{id}/versions/{number}`
pub async fn show(
    app: Data<App>,
    _writer: Writer,
    address: Path<(String, String)>,
    request: HttpRequest,
) -> Result<Reply> {
    let (id, number) = address.into_inner();
    let id = read_id(&id)?;
    let number: i32 = number.parse().map_err(|_| Error::NotFound)?;
    let (article, version, writer, reviewer) = app
        .database
        .read("article.find_version", move |conn| {
            let version = article::find_version(conn, &id, number)?;
            let writer = staff::find_name(conn, version.writer_id.as_ref())?;
            let reviewer = version.reviewer_id.as_ref().map(|id| staff::find(conn, id)).transpose()?;
            let reviewer = reviewer.map(|member| member.name);
            Ok::<_, domain::Error>((article::find(conn, &id)?, version, writer, reviewer))
        })
        .await?;
    let frame = Frame::of(&request);
    let view = View::of(frame.texts, article.language, &version.wording);
    Reply::page(&VersionPage { frame, article, version, writer, reviewer, view })
}
