//! Search follows what is published and removed, every second, so that all instances agree within two.

use std::time::Duration;

use actix_web::rt::{spawn, time::interval};

use crate::app::App;

const EVERY_SECOND: Duration = Duration::from_secs(1);

/// Polls as long as the process lives. A failure is logged when it begins, not every second it lasts.
pub fn start(app: &App) {
    let app = app.clone();
    spawn(async move {
        let mut seconds = interval(EVERY_SECOND);
        let mut has_failed = false;
        loop {
            seconds.tick().await;
            let outcome = app.search.poll(&app.database).await;
            if let Err(error) = &outcome
                && !has_failed
            {
                tracing::error!(error = format!("{error:#}"), "search cannot follow; it is tried again every second");
            }
            has_failed = outcome.is_err();
        }
    });
}
