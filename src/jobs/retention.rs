//! Forgets what is due to be forgotten, and makes it leave the files too.

use anyhow::Result;

use crate::app::App;
use crate::clock::date_in_norway;
use crate::domain::question;

pub(super) async fn run(app: &App) -> Result<()> {
    let (keep, today) = (app.keep_answered(), date_in_norway(app.clock.now()));
    let forgotten = app
        .database
        .write("question.forget_answered", move |conn| question::forget_answered(conn, keep, today))
        .await?;
    // Every time: a checkpoint that found a reader in its way an hour ago is made up for now.
    app.database.purge().await?;
    if forgotten > 0 {
        tracing::info!(questions = forgotten, "originals were deleted on their day");
    }
    Ok(())
}
