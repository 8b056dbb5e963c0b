//! The two ends of a question that is not published: an answer for its asker alone, and a no with its reason.

use super::review::require_approved;
use super::{companion, find, remove};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Refusal, Result};
use crate::domain::ids::QuestionId;
use crate::domain::letter::{self, Content, Kind};
use crate::domain::question::{self, State};
use crate::domain::staff::{self, Clinician};
use crate::domain::{queue, receipt, wait};
use crate::secret::AppSecret;

/// Sends an approved answer to its asker alone.
pub fn send_privately(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    id: &QuestionId,
    now: Moment,
) -> Result<()> {
    let draft = find(conn, &clinician.keys, id)?.ok_or(Refusal::WrongState)?;
    require_approved(conn, secret, id, &draft)?;
    if !draft.wording.is_private {
        return Err(Refusal::WrongState.into());
    }
    queue::advance(conn, id, None, State::Approved, State::Answered)?;
    let author = staff::find(conn, &draft.author_id)?;
    let content =
        Content { from: Some(signed_by(&author.name, &author.title)), ..Content::of_text(&draft.wording.answer) };
    end(conn, secret, id, (Kind::PrivateAnswer, &content), now)?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::AnswerPrivately, id.as_str(), now)
}

/// The holder will not answer, and writes why. Nothing is refused in silence.
pub fn decline(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    id: &QuestionId,
    text: &str,
    now: Moment,
) -> Result<()> {
    queue::advance(conn, id, Some(clinician.id()), State::Claimed, State::Declined)?;
    end(conn, secret, id, (Kind::Declined, &Content::of_text(text)), now)?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::Decline, id.as_str(), now)
}

/// Writes the last letter, removes the draft and starts counting the days until the original is forgotten.
pub(in crate::domain) fn end(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    id: &QuestionId,
    (kind, content): (Kind, &Content),
    now: Moment,
) -> Result<()> {
    let envelope = question::find(conn, id)?;
    let today = date_in_norway(now);
    // A question from before there were receipts is published all the same: everyone can read it.
    if kind != Kind::Published || receipt::exists_for(conn, id)? {
        letter::send(conn, secret, &envelope, kind, content, today)?;
    }
    if matches!(kind, Kind::Published | Kind::PrivateAnswer) {
        wait::count(conn, envelope.arrived_on, today)?;
    }
    companion::end_all(conn, secret, id, (kind, content), now)?;
    remove(conn, id)?;
    question::close(conn, id, today)?;
    receipt::set_closed(conn, id, Some(today))
}

fn signed_by(name: &str, title: &str) -> String {
    if title.is_empty() { name.to_owned() } else { format!("{name}, {title}") }
}
