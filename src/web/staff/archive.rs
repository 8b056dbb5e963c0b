//! What was archived before it was deleted, for owners who must: sealed in its files, opened by those who hold the key.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use super::question::read_id;
use crate::app::App;
use crate::app::archive::Archive;
use crate::domain::letter::archive::{self, Archived, OpenedArchive};
use crate::domain::staff::Clinician;
use crate::web::error::{Error, Result};
use crate::web::page::{Frame, Reply};

#[derive(Template)]
#[template(path = "staff/archive.html")]
struct ArchivePage {
    frame: Frame,
    all: Vec<Archived>,
}

#[derive(Template)]
#[template(path = "staff/archived.html")]
struct ArchivedPage {
    frame: Frame,
    archived: Archived,
    opened: OpenedArchive,
}

/// `GET /panel/archive`
pub async fn index(app: Data<App>, _clinician: Clinician, request: HttpRequest) -> Result<Reply> {
    let all = in_archive(&app, Archive::list)?;
    Reply::page(&ArchivePage { frame: Frame::of(&request), all })
}

/// `GET /panel/archive/{id}`
pub async fn show(app: Data<App>, clinician: Clinician, id: Path<String>, request: HttpRequest) -> Result<Reply> {
    let id = read_id(&id)?;
    let archived = in_archive(&app, |archive| archive.find(&id))?.ok_or(Error::NotFound)?;
    let (wanted, now) = (archived.clone(), app.clock.now());
    let opened = app.database.write("archive.open", move |conn| archive::open(conn, &clinician, &wanted, now)).await?;
    Reply::page(&ArchivedPage { frame: Frame::of(&request), archived, opened })
}

/// Without an archive there is no such page. A broken file is the owner's business: it is logged by its path.
fn in_archive<T>(app: &App, look: impl FnOnce(&Archive) -> anyhow::Result<T>) -> Result<T> {
    let archive = app.archive().ok_or(Error::NotFound)?;
    look(&archive).map_err(|error| {
        tracing::error!(error = %error, "the archive could not be read");
        Error::Archive
    })
}
