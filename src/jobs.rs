//! What happens by itself. A job is a short, repeatable shell around domain verbs: running it twice, or on two
//! instances at once, does no harm.

pub mod digest;
mod expired_sessions;
mod leases;
mod links;
mod retention;
mod search;
mod slots;
mod unanswered;
mod waits;

use std::time::Duration;

use actix_web::rt::{spawn, time::interval};

use crate::app::App;

const EVERY_HOUR: Duration = Duration::from_hours(1);

/// Starts all jobs: at once, and then every hour as long as the process lives. Search follows every second, mail every
/// minute, abandoned claims every five; the mail's words are given from above.
pub fn start(app: &App, words: digest::Words) {
    search::start(app);
    digest::start(app, words);
    leases::start(app);
    slots::start(app);
    let app = app.clone();
    spawn(async move {
        let mut hours = interval(EVERY_HOUR);
        loop {
            hours.tick().await;
            log_failure("expired_sessions", expired_sessions::run(&app).await);
            log_failure("unanswered", unanswered::run(&app).await);
            log_failure("waits", waits::run(&app).await);
            log_failure("retention", retention::run(&app).await);
            log_failure("links", links::run_at_night(&app).await);
        }
    });
}

/// One job's failure stops neither the others nor the next hour.
fn log_failure(job: &str, outcome: anyhow::Result<()>) {
    if let Err(error) = outcome {
        tracing::error!(job, error = %error, "a job failed; it is tried again in an hour");
    }
}

/// Runs every job once; for tests.
pub async fn run_all(app: &App) -> anyhow::Result<()> {
    expired_sessions::run(app).await?;
    leases::run(app).await?;
    unanswered::run(app).await?;
    waits::run(app).await?;
    slots::run(app).await?;
    links::run(app).await?;
    retention::run(app).await
}
