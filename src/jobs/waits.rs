//! Writes down how long a month's answers took once the month is over.

use anyhow::Result;

use crate::app::App;
use crate::clock::date_in_norway;
use crate::domain::wait;

pub(super) async fn run(app: &App) -> Result<()> {
    let today = date_in_norway(app.clock.now());
    app.database.write("wait.settle_months", move |conn| wait::month::settle(conn, today)).await?;
    Ok(())
}
