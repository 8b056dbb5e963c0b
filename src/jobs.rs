//! What happens by itself. A job is a short, repeatable shell around domain verbs: running it twice, or on two
//! instances at once, does no harm.

mod expired_sessions;

use std::time::Duration;

use actix_web::rt::{spawn, time::interval};

use crate::app::App;

const EVERY_HOUR: Duration = Duration::from_hours(1);

/// Starts all jobs; each runs at once and then at its own pace, as long as the process lives.
pub fn start(app: &App) {
    let app = app.clone();
    spawn(async move {
        let mut hours = interval(EVERY_HOUR);
        loop {
            hours.tick().await;
            if let Err(error) = expired_sessions::run(&app).await {
                tracing::error!(job = "expired_sessions", error = %error, "a job failed; it is tried again in an hour");
            }
        }
    });
}

/// Runs every job once; for tests.
pub async fn run_all(app: &App) -> anyhow::Result<()> {
    expired_sessions::run(app).await
}
