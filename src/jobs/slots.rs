//! Every minute: brings out the approved answers whose hour has come. What is not approved never waits there.

use std::time::Duration;

use actix_web::rt::{spawn, time::interval};
use anyhow::Result;

use crate::app::App;
use crate::domain::publication::slot;

const EVERY_MINUTE: Duration = Duration::from_mins(1);

/// As long as the process lives.
pub(super) fn start(app: &App) {
    let app = app.clone();
    spawn(async move {
        let mut minutes = interval(EVERY_MINUTE);
        loop {
            minutes.tick().await;
            if let Err(error) = run(&app).await {
                tracing::error!(job = "slots", error = %error, "a job failed; it is tried again in a minute");
            }
        }
    });
}

/// One minute's work. Nothing is locked while nothing waits.
pub(super) async fn run(app: &App) -> Result<()> {
    let waiting = app.database.read("slot.list", slot::list).await?;
    if !waiting.is_empty() {
        let now = app.clock.now();
        app.database.write("slot.bring_out_due", move |conn| slot::bring_out_due(conn, now)).await?;
    }
    Ok(())
}
