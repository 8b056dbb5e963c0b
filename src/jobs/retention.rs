//! Forgets what is due to be forgotten, and makes it leave the files too.

use anyhow::Result;

use crate::app::App;
use crate::clock::date_in_norway;
use crate::domain::{self, letter, receipt};

pub(super) async fn run(app: &App) -> Result<()> {
    let today = date_in_norway(app.clock.now());
    let (originals, receipts) = (app.keep_originals(), app.keep_receipts());
    let forgotten = app
        .database
        .write("letter.forget", move |conn| {
            let forgotten = letter::forget_questions(conn, originals, today)?;
            receipt::forget_closed(conn, receipts, today)?;
            Ok::<_, domain::Error>(forgotten)
        })
        .await?;
    // Every time: a checkpoint that found a reader in its way an hour ago is made up for now.
    app.database.purge().await?;
    if forgotten > 0 {
        tracing::info!(questions = forgotten, "originals were deleted on their day");
    }
    Ok(())
}
