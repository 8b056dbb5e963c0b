//! What a colleague says of one passage of a draft: sealed as its words are, shown to whoever writes on, and gone with it.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::marks::Field;
use super::{Wording, find};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::answer_comment as table;
use crate::domain::answer::review::require_colleague;
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::{CommentId, EpochId, QuestionId, StaffId, words};
use crate::domain::question::{self, State};
use crate::domain::staff::{Clinician, Reviewer, SessionKeys, epoch};
use crate::secret::AppSecret;
use crate::text::passages;
use crate::vault::envelope::{Place, seal_padded};

/// The most comments on one draft.
const MOST: usize = 50;

/// A remark on one passage.
#[derive(Clone, Debug)]
pub struct Comment {
    pub id: CommentId,
    pub field: Field,
    /// The passage as it was.
    pub quote: String,
    pub text: String,
    pub by: StaffId,
    /// Who said that it was seen to; nobody while it is open.
    pub done_by: Option<StaffId>,
}

impl Comment {
    /// Whether the passage is still there, word for word.
    pub fn stands_in(&self, wording: &Wording) -> bool {
        passages(wording.part(self.field)).contains(&self.quote.as_str())
    }
}

words!(
    /// Where a remark stands.
    Standing, "standing" {
        Open = "open",
        /// Its author saw to it.
        Done = "done",
    }
);

/// A remark on its way in: which passage of the version that was seen.
#[derive(Clone, Debug)]
pub struct New {
    pub seen_version: i32,
    pub field: Field,
    /// Counted from 0.
    pub passage: usize,
    pub text: String,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    field: Field,
    quote: String,
    text: String,
}

/// Keeps a colleague's remark on a draft that waits for their eyes. Never by anyone whose hand was in it.
pub fn add(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    reviewer: &Reviewer,
    (id, new): (&QuestionId, New),
    now: Moment,
) -> Result<()> {
    require_colleague(conn, reviewer, id)?;
    let envelope = question::find(conn, id)?;
    let draft = find(conn, &reviewer.keys, id)?.ok_or(Refusal::WrongState)?;
    if envelope.state != State::InReview {
        return Err(Refusal::WrongState.into());
    }
    if draft.version != new.seen_version {
        return Err(Refusal::StaleVersion.into());
    }
    let passages = passages(draft.wording.part(new.field));
    let quote = (*passages.get(new.passage).ok_or(Error::NotFound)?).to_owned();
    let places: Vec<i32> = table::table.filter(table::question_id.eq(id.as_str())).select(table::place).load(conn)?;
    if places.len() >= MOST {
        return Err(Refusal::WrongState.into());
    }
    let content = serde_json::to_vec(&Sealed { field: new.field, quote, text: new.text });
    let content = zeroize::Zeroizing::new(content.map_err(|_| Error::UnknownContent)?);
    let comment_id = CommentId::random();
    let key = epoch::find_public_key(conn, secret, &envelope.epoch_id)?;
    let sealed = seal_padded(&key, &place(&comment_id, &envelope.epoch_id), &content)?;
    diesel::insert_into(table::table)
        .values((
            table::id.eq(comment_id.as_str()),
            table::question_id.eq(id.as_str()),
            table::place.eq(places.into_iter().max().unwrap_or_default().saturating_add(1)),
            table::staff_id.eq(reviewer.id().as_str()),
            table::sealed.eq(sealed),
        ))
        .execute(conn)?;
    audit::record(conn, Actor::Staff(reviewer.id()), Act::Comment, id.as_str(), now)
}

/// All remarks on a draft, in the order they were made.
pub fn list(conn: &mut AnyConnection, keys: &SessionKeys, id: &QuestionId) -> Result<Vec<Comment>> {
    let rows: Vec<(String, String, Vec<u8>, Option<String>)> = table::table
        .filter(table::question_id.eq(id.as_str()))
        .order((table::place, table::id))
        .select((table::id, table::staff_id, table::sealed, table::done_by))
        .load(conn)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let epoch = question::find(conn, id)?.epoch_id;
    rows.into_iter()
        .map(|(comment_id, by, sealed, done_by)| {
            let comment_id = CommentId::from(comment_id);
            let plain = keys.open_text(conn, &place(&comment_id, &epoch), &sealed)?;
            let Sealed { field, quote, text } = serde_json::from_slice(&plain).map_err(|_| Error::UnknownContent)?;
            Ok(Comment { id: comment_id, field, quote, text, by: by.into(), done_by: done_by.map(StaffId::from) })
        })
        .collect()
}

/// Whoever writes on says that a remark was seen to, or that it is open after all. One that was taken back meanwhile, or that
/// stands so already, is left as it is.
pub fn set(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    (question, id): (&QuestionId, &CommentId),
    standing: Standing,
    now: Moment,
) -> Result<()> {
    let envelope = question::find(conn, question)?;
    if envelope.state != State::Claimed || !envelope.is_held_by(clinician.id()) {
        return Err(Refusal::NotHolder.into());
    }
    let actor = Actor::Staff(clinician.id());
    match standing {
        Standing::Open => reopen_row(conn, actor, (question, id), now),
        Standing::Done => {
            let open = table::table.find(id.as_str()).filter(table::question_id.eq(question.as_str()));
            let done = diesel::update(open.filter(table::done_by.is_null()))
                .set(table::done_by.eq(clinician.id().as_str()))
                .execute(conn)?;
            if done == 0 { Ok(()) } else { audit::record(conn, actor, Act::FinishComment, question.as_str(), now) }
        }
    }
}

/// A colleague says that a remark was not seen to.
pub fn reopen(
    conn: &mut AnyConnection,
    reviewer: &Reviewer,
    (question, id): (&QuestionId, &CommentId),
    now: Moment,
) -> Result<()> {
    require_colleague(conn, reviewer, question)?;
    if question::find(conn, question)?.state != State::InReview {
        return Err(Refusal::WrongState.into());
    }
    reopen_row(conn, Actor::Staff(reviewer.id()), (question, id), now)
}

fn reopen_row(
    conn: &mut AnyConnection,
    actor: Actor<'_>,
    (question, id): (&QuestionId, &CommentId),
    now: Moment,
) -> Result<()> {
    let done = table::table.find(id.as_str()).filter(table::question_id.eq(question.as_str()));
    let opened = diesel::update(done.filter(table::done_by.is_not_null()))
        .set(table::done_by.eq(None::<String>))
        .execute(conn)?;
    if opened == 0 { Ok(()) } else { audit::record(conn, actor, Act::ReopenComment, question.as_str(), now) }
}

/// Its writer takes a remark back.
pub fn remove(
    conn: &mut AnyConnection,
    reviewer: &Reviewer,
    (question, id): (&QuestionId, &CommentId),
    now: Moment,
) -> Result<()> {
    let own = table::table.find(id.as_str()).filter(table::question_id.eq(question.as_str()));
    if diesel::delete(own.filter(table::staff_id.eq(reviewer.id().as_str()))).execute(conn)? != 1 {
        return Err(Error::NotFound);
    }
    audit::record(conn, Actor::Staff(reviewer.id()), Act::RemoveComment, question.as_str(), now)
}

/// When a draft is sent back again, remarks on passages that are gone have been dealt with.
pub(super) fn remove_settled(
    conn: &mut AnyConnection,
    keys: &SessionKeys,
    (id, wording): (&QuestionId, &Wording),
) -> Result<()> {
    for comment in list(conn, keys, id)?.iter().filter(|comment| !comment.stands_in(wording)) {
        diesel::delete(table::table.find(comment.id.as_str())).execute(conn)?;
    }
    Ok(())
}

fn place<'a>(id: &'a CommentId, epoch: &'a EpochId) -> Place<'a> {
    Place { purpose: "review-comment", row: id.as_str(), epoch: epoch.as_str(), holder: "" }
}
