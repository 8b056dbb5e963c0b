//! Mail to staff: it leaves this machine encrypted, and nothing of it stays.

use anyhow::{Result, ensure};
use spoross::app::App;
use spoross::domain::outbox;
use spoross::mailer::Way;

use crate::commands::report::Verdict;

/// How mail goes, and that none has been lying in the outbox for longer than it is tried.
pub fn goes_closed_and_leaves(app: &App) -> Result<Verdict> {
    let now = app.clock.now();
    let stuck = app.database.write_blocking(|conn| outbox::count_stuck(conn, now))?;
    ensure!(stuck == 0, "{stuck} mails to staff lie in the outbox for more than a day: does `spoross serve` run?");
    Ok(match app.mailer.as_ref().map(|mailer| mailer.way()) {
        None => Verdict::Holds("none is sent".into()),
        Some(Way::Encrypted) => Verdict::Holds("numbers only, to staff who asked for it, over TLS".into()),
        Some(Way::OnThisMachine) => Verdict::Holds(
            "numbers only, to staff who asked for it, by the mail server on this machine; see that it uses TLS".into(),
        ),
        Some(Way::Folder | Way::Memory) => Verdict::Doubt("becomes files in a folder that nobody empties".into()),
    })
}
