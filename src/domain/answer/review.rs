//! The second pair of eyes: a draft goes to a colleague, who says yes to exactly those words or sends it back.

use diesel::prelude::*;
use subtle::ConstantTimeEq;

use super::marks::Marker;
use super::{Draft, comment, find, list_writers, note_place, returned};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::answer;
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::{QuestionId, StaffId};
use crate::domain::question::{self, State};
use crate::domain::queue;
use crate::domain::staff::{self, Clinician, Reviewer, epoch};
use crate::secret::AppSecret;
use crate::text::identifying::Lexicon;
use crate::vault::envelope::seal_padded;

/// Hands a complete draft to a colleague, when every mark in it is handled.
pub fn send_to_review(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    id: &QuestionId,
    lexicon: &Lexicon,
    now: Moment,
) -> Result<()> {
    let draft = find(conn, &clinician.keys, id)?.ok_or(Refusal::Incomplete)?;
    if !draft.wording.is_complete() {
        return Err(Refusal::Incomplete.into());
    }
    Marker::open(conn, lexicon, clinician, id)?.require_handled(&draft.wording, &draft.kept)?;
    queue::advance(conn, id, Some(clinician.id()), State::Claimed, State::InReview)?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::SendToReview, id.as_str(), now)
}

/// What the house asks of a second pair of eyes.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    pub secret: &'a AppSecret,
    /// Topics whose answers someone of another profession must read.
    pub other_profession: &'a [String],
    pub now: Moment,
}

/// A second pair of eyes says yes to exactly the version it saw; never the author's own.
pub fn approve(
    conn: &mut AnyConnection,
    reviewer: &Reviewer,
    (id, seen_version): (&QuestionId, i32),
    Rules { secret, other_profession, now }: Rules<'_>,
) -> Result<()> {
    require_colleague(conn, reviewer, id)?;
    require_profession(conn, reviewer, id, other_profession)?;
    queue::advance(conn, id, None, State::InReview, State::Approved)?;
    let sealed: Vec<u8> = answer::table.find(id.as_str()).select(answer::sealed_wording).first(conn)?;
    let code = approval_code(secret, id, (seen_version, reviewer.id()), &sealed);
    let approved = diesel::update(answer::table.find(id.as_str()).filter(answer::version.eq(seen_version)))
        .set((answer::reviewer_id.eq(reviewer.id().as_str()), answer::approval_code.eq(code.as_slice())))
        .execute(conn)?;
    if approved != 1 {
        return Err(Refusal::StaleVersion.into());
    }
    audit::record(conn, Actor::Staff(reviewer.id()), Act::Approve, id.as_str(), now)
}

/// What only this service can write beside an approval: who approved which version, word for word.
fn approval_code(
    secret: &AppSecret,
    id: &QuestionId,
    (version, reviewer): (i32, &StaffId),
    sealed_wording: &[u8],
) -> [u8; 32] {
    let version = version.to_be_bytes();
    secret.authenticate("approval", &[id.as_str().as_bytes(), &version, reviewer.as_str().as_bytes(), sealed_wording])
}

/// Refuses a draft that nobody else said yes to, and an approval that someone wrote into the database.
pub(in crate::domain) fn require_approved(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    id: &QuestionId,
    draft: &Draft,
) -> Result<()> {
    let (sealed, code): (Vec<u8>, Option<Vec<u8>>) =
        answer::table.find(id.as_str()).select((answer::sealed_wording, answer::approval_code)).first(conn)?;
    let Some(reviewer) = draft.reviewer_id.as_ref().filter(|reviewer| !draft.writers.contains(reviewer)) else {
        return Err(Refusal::WrongState.into());
    };
    let expected = approval_code(secret, id, (draft.version, reviewer), &sealed);
    if bool::from(expected.as_slice().ct_eq(&code.unwrap_or_default())) { Ok(()) } else { Err(Error::ForeignKey) }
}

/// A colleague sends a draft back to its author with a note, also after approving it.
pub fn send_back(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    reviewer: &Reviewer,
    id: &QuestionId,
    note: &str,
    now: Moment,
) -> Result<()> {
    require_colleague(conn, reviewer, id)?;
    let envelope = question::find(conn, id)?;
    let from = match envelope.state {
        State::Approved => State::Approved,
        _ => State::InReview,
    };
    queue::advance(conn, id, None, from, State::Claimed)?;
    let draft = find(conn, &reviewer.keys, id)?.ok_or(Refusal::WrongState)?;
    comment::remove_settled(conn, &reviewer.keys, (id, &draft.wording))?;
    returned::keep(conn, id)?;
    let key = epoch::find_public_key(conn, secret, &envelope.epoch_id)?;
    let sealed = seal_padded(&key, &note_place(id, &envelope.epoch_id), note.as_bytes())?;
    diesel::update(answer::table.find(id.as_str()))
        .set((answer::sealed_note.eq(sealed), answer::reviewer_id.eq(None::<String>)))
        .execute(conn)?;
    queue::free_if_left(conn, id)?;
    audit::record(conn, Actor::Staff(reviewer.id()), Act::SendBack, id.as_str(), now)
}

/// In some topics the two see the answer with different training. Someone whose profession nobody has written down may
/// have the same one.
fn require_profession(conn: &mut AnyConnection, reviewer: &Reviewer, id: &QuestionId, topics: &[String]) -> Result<()> {
    if !topics.contains(&question::find(conn, id)?.topic) {
        return Ok(());
    }
    let author: String = answer::table.find(id.as_str()).select(answer::author_id).first(conn)?;
    let author = staff::find(conn, &author.into())?.profession.to_lowercase();
    let own = staff::find(conn, reviewer.id())?.profession.to_lowercase();
    if own.is_empty() || author.is_empty() || own == author { Err(Refusal::SameProfession.into()) } else { Ok(()) }
}

pub(super) fn require_colleague(conn: &mut AnyConnection, reviewer: &Reviewer, id: &QuestionId) -> Result<()> {
    question::find(conn, id)?;
    if list_writers(conn, id)?.contains(reviewer.id()) { Err(Refusal::OwnAnswer.into()) } else { Ok(()) }
}
