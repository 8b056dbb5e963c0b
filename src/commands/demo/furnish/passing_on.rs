//! What the demo's team passes on to each other: a question with a note, and one under the duty to warn.

use std::sync::Arc;

use serde::Deserialize;
use spoross::app::App;
use spoross::clock::Moment;
use spoross::database::AnyConnection;
use spoross::domain::ids::QuestionId;
use spoross::domain::queue::handover::{self, Receiver};
use spoross::domain::staff::{Clinician, SignedIn};
use spoross::domain::{self, Error, escalation};

use crate::commands::demo::Access;

/// Who passes something on, to whom, and what they say to it.
#[derive(Deserialize)]
pub(super) struct Passed {
    from: String,
    to: String,
    note: String,
}

/// Hands a question to a colleague.
pub(super) fn hand_over(
    conn: &mut AnyConnection,
    app: &App,
    team: &[(Access, Arc<SignedIn>)],
    (id, note): (&QuestionId, &Passed),
    now: Moment,
) -> domain::Result<()> {
    let from = Clinician::try_from(find(team, &note.from)?)?;
    let to = Receiver::Colleague(find(team, &note.to)?.id().clone());
    handover::hand_over(conn, &app.secret, &from, (id, &to), note.note.trim(), now)
}

/// Asks a colleague to decide whether someone must be warned.
pub(super) fn escalate(
    conn: &mut AnyConnection,
    app: &App,
    team: &[(Access, Arc<SignedIn>)],
    (id, note): (&QuestionId, &Passed),
    now: Moment,
) -> domain::Result<()> {
    let from = Clinician::try_from(find(team, &note.from)?)?;
    let to = find(team, &note.to)?;
    escalation::raise(conn, &app.secret, &from, (id, to.id()), note.note.trim(), now).map(drop)
}

fn find(team: &[(Access, Arc<SignedIn>)], user_name: &str) -> domain::Result<Arc<SignedIn>> {
    let found = team.iter().find(|(access, _)| access.user == user_name);
    found.map(|(_, someone)| someone.clone()).ok_or(Error::NotFound)
}
