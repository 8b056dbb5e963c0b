//! Looks every night for links between our own pages that lead nowhere any more. It asks nobody outside.

use anyhow::Result;
use chrono::Timelike;

use crate::app::App;
use crate::clock::wall_time_in_norway;
use crate::domain::article::due;
use crate::domain::publication::check::links;

/// When most readers sleep.
const HOUR: u32 = 3;

/// Once a night; a second instance that does the same does no harm.
pub(super) async fn run_at_night(app: &App) -> Result<()> {
    if wall_time_in_norway(app.clock.now()).hour() == HOUR { run(app).await } else { Ok(()) }
}

/// All pairs, a stretch in each transaction.
pub(super) async fn run(app: &App) -> Result<()> {
    let web = &app.settings.web;
    let own: Vec<String> =
        [&web.public_url, &web.onion_url].into_iter().filter(|url| !url.is_empty()).cloned().collect();
    let mut after = None;
    loop {
        let own = own.clone();
        after = app.database.write("links.look", move |conn| links::look(conn, after.as_ref(), &own)).await?;
        if after.is_none() {
            break;
        }
    }
    Ok(app.database.write("links.look_at_articles", move |conn| due::look(conn, &own)).await?)
}
