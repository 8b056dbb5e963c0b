//! Gives questions whose askers do not reply back to those who hold them: nobody's question waits for ever.

use anyhow::Result;

use crate::app::App;
use crate::clock::date_in_norway;
use crate::domain::letter;

pub(super) async fn run(app: &App) -> Result<()> {
    let (after, today) = (app.wait_for_reply(), date_in_norway(app.clock.now()));
    app.database.write("letter.give_up_waiting", move |conn| letter::give_up_waiting(conn, after, today)).await?;
    Ok(())
}
