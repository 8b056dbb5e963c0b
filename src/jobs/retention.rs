//! Forgets what is due to be forgotten, and makes it leave the files too.

use anyhow::Result;

use crate::app::App;
use crate::clock::date_in_norway;
use crate::domain::ids::QuestionId;
use crate::domain::{self, letter, question, receipt};

pub(super) async fn run(app: &App) -> Result<()> {
    let today = date_in_norway(app.clock.now());
    let (originals, receipts) = (app.keep_originals(), app.keep_receipts());
    let due = app
        .database
        .read("question.list_due_to_forget", move |conn| {
            question::retention::list_due_to_forget(conn, originals, today)
        })
        .await?;
    archive(app, due.clone()).await?;
    let ready = due.clone();
    let forgotten = app
        .database
        .write("letter.forget", move |conn| {
            let forgotten = letter::forget_questions(conn, &ready, originals, today)?;
            receipt::forget_closed(conn, receipts, today)?;
            Ok::<_, domain::Error>(forgotten)
        })
        .await?;
    // One that its asker took back or opened again meanwhile is in no archive.
    if let Some(archive) = app.archive() {
        due.iter().filter(|id| !forgotten.contains(id)).try_for_each(|id| archive.remove(id))?;
    }
    // Every time: a checkpoint that found a reader in its way an hour ago is made up for now.
    app.database.purge().await?;
    if !forgotten.is_empty() {
        tracing::info!(questions = forgotten.len(), "originals were deleted on their day");
    }
    Ok(())
}

/// Where the owner must archive, nothing is deleted before it lies in the archive.
async fn archive(app: &App, due: Vec<QuestionId>) -> Result<()> {
    let Some(archive) = app.archive() else { return Ok(()) };
    for id in due {
        let archived = app.database.read("archive.take", move |conn| letter::archive::take(conn, &id)).await;
        match archived {
            // Taken back by its asker just now: nothing is left to archive.
            Err(domain::Error::Refused(domain::Refusal::QuestionGone)) => {}
            archived => archive.keep(&archived?)?,
        }
    }
    Ok(())
}
