//! Removes sessions that no cookie can use any more, so that their wrapped keys do not lie about.

use anyhow::Result;

use crate::app::App;
use crate::domain::staff::session;

pub(super) async fn run(app: &App) -> Result<()> {
    let (limits, now) = (app.session_limits(), app.clock.now());
    app.database.write("session.remove_expired", move |conn| session::remove_expired(conn, limits, now)).await?;
    Ok(())
}
