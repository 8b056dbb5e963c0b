//! Gives claimed questions that nobody works on back to the queue: nobody's question waits for someone who went home.

use std::time::Duration;

use actix_web::rt::{spawn, time::interval};
use anyhow::Result;

use crate::app::App;
use crate::domain::queue::lease;

const EVERY_FIVE_MINUTES: Duration = Duration::from_mins(5);

/// As long as the process lives.
pub(super) fn start(app: &App) {
    let app = app.clone();
    spawn(async move {
        let mut ticks = interval(EVERY_FIVE_MINUTES);
        loop {
            ticks.tick().await;
            if let Err(error) = run(&app).await {
                tracing::error!(job = "leases", error = %error, "a job failed; it is tried again in five minutes");
            }
        }
    });
}

pub(super) async fn run(app: &App) -> Result<()> {
    let (after, now) = (app.lease(), app.clock.now());
    app.database.write("lease.take_back", move |conn| lease::take_back_abandoned(conn, after, now)).await?;
    Ok(())
}
