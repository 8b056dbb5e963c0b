//! Every minute: decides the digests and reminders whose hour has come, and sends what is in the outbox. The words come from above, as all
//! our texts do.

use std::sync::Arc;
use std::time::Duration;

use actix_web::rt::task::spawn_blocking;
use actix_web::rt::{spawn, time::interval};
use anyhow::Result;

use crate::app::App;
use crate::database::AnyConnection;
use crate::domain;
use crate::domain::digest::{self, Decided};
use crate::domain::outbox::{self, Fate, Mail, Trouble};
use crate::domain::reminder;
use crate::mailer::{Failure, Letter, Mailer};
use crate::settings::Settings;

const EVERY_MINUTE: Duration = Duration::from_mins(1);

/// Writes a mail in its receiver's language.
pub type Words = fn(&Settings, &Mail) -> Letter;

/// As long as the process lives, where mail is set up.
pub(super) fn start(app: &App, words: Words) {
    if app.mailer.is_none() {
        return;
    }
    let app = app.clone();
    spawn(async move {
        let mut minutes = interval(EVERY_MINUTE);
        loop {
            minutes.tick().await;
            if let Err(error) = run(&app, words).await {
                tracing::error!(job = "digest", error = %error, "a job failed; it is tried again in a minute");
            }
        }
    });
}

/// One minute's work.
pub async fn run(app: &App, words: Words) -> Result<()> {
    let Some(mailer) = app.mailer.clone() else { return Ok(()) };
    decide(app).await?;
    give_up_lost(app).await?;
    loop {
        let now = app.clock.now();
        let claimed = app.database.write("outbox.claim", move |conn| outbox::claim_next(conn, now)).await?;
        let Some(mail) = claimed else { return Ok(()) };
        let sent = send(mailer.clone(), words(&app.settings, &mail)).await;
        report(app, mail, sent).await?;
    }
}

/// Puts every digest and reminder that is due into the outbox; gives how many.
pub async fn decide(app: &App) -> Result<usize> {
    let now = app.clock.now();
    let due = app.database.read("digest.list_due", move |conn| digest::list_due(conn, now)).await?;
    let (mut mails, escalate_after) = (0, app.escalate_after());
    for one in due {
        let steps = app.reminder_steps();
        let decide = move |conn: &mut AnyConnection| {
            let decided = digest::decide(conn, &one, escalate_after, now)?;
            let is_reminded = decided != Decided::Before && reminder::decide(conn, &one, &steps, now)?;
            Ok::<_, domain::Error>(usize::from(decided == Decided::Mail) + usize::from(is_reminded))
        };
        mails += app.database.write("digest.decide", decide).await?;
    }
    Ok(mails)
}

async fn give_up_lost(app: &App) -> Result<()> {
    let now = app.clock.now();
    let lost = app.database.write("outbox.give_up_lost", move |conn| outbox::give_up_lost(conn, now)).await?;
    if lost > 0 {
        tracing::warn!(mails = lost, "mail to staff was being sent when this service stopped; it is not sent again");
    }
    Ok(())
}

async fn send(mailer: Arc<Mailer>, letter: Letter) -> Result<(), Failure> {
    // A thread that died half-way may have sent it.
    spawn_blocking(move || mailer.send(&letter)).await.unwrap_or(Err(Failure::Uncertain))
}

/// Writes down what became of a mail; the log hears the kind of failure only.
async fn report(app: &App, mail: Mail, sent: Result<(), Failure>) -> Result<()> {
    let now = app.clock.now();
    let Err(failure) = sent else {
        return Ok(app.database.write("outbox.finish", move |conn| outbox::finish(conn, &mail)).await?);
    };
    let fate = app.database.write("outbox.fail", move |conn| {
        let why = match failure {
            Failure::Refused => Trouble::Refused,
            Failure::Uncertain => Trouble::Uncertain,
            _ => return outbox::put_off(conn, &mail, now),
        };
        outbox::give_up(conn, &mail, why, now)?;
        Ok::<_, domain::Error>(Fate::GivenUp)
    });
    match fate.await? {
        Fate::TriedAgain => tracing::warn!(%failure, "mail to staff did not go; it is tried again"),
        Fate::GivenUp => tracing::error!(%failure, "mail to staff was given up; its receiver is told in the panel"),
    }
    Ok(())
}
