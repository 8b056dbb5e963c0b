//! The verbs of a correspondence: asking back, replying, following up, withdrawing, and being forgotten. What the
//! asker does is never written into the chain of acts: an act has a time.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use super::{Content, Kind, receive, send};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::letter;
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::QuestionId;
use crate::domain::question::retention::{self, Keep};
use crate::domain::question::{self, Envelope, State, Urgency};
use crate::domain::queue;
use crate::domain::receipt::{self, Receipt};
use crate::domain::staff::Clinician;
use crate::secret::AppSecret;

/// Where a question stands, as its asker is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Waiting {
        due_on: NaiveDate,
    },
    BeingAnswered {
        due_on: NaiveDate,
    },
    AskedBack,
    Published {
        may_follow_up: bool,
    },
    Answered {
        may_follow_up: bool,
    },
    Declined,
    /// The original is deleted; the letters are still here.
    Forgotten,
}

impl Standing {
    /// Whether the question has not ended yet.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Waiting { .. } | Self::BeingAnswered { .. } | Self::AskedBack)
    }
}

/// How often an asker may write again after an answer, and how soon that must be answered.
#[derive(Clone, Copy, Debug)]
pub struct FollowUps {
    pub per_answer: u32,
    pub answer_within: Days,
}

/// What asking back needs besides the words.
pub struct AskBackTerms<'a> {
    pub secret: &'a AppSecret,
    pub now: Moment,
}

/// What an asker's letter became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Reply,
    FollowUp { due_on: NaiveDate },
}

/// Where the question of a receipt stands.
pub fn standing(conn: &mut AnyConnection, receipt: &Receipt, follow_ups: FollowUps) -> Result<Standing> {
    let Some(id) = &receipt.question else { return Ok(Standing::Forgotten) };
    let envelope = question::find(conn, id)?;
    let due_on = envelope.due_on;
    Ok(match envelope.state {
        State::Waiting => Standing::Waiting { due_on },
        State::Claimed | State::InReview | State::Approved => Standing::BeingAnswered { due_on },
        State::AskedBack => Standing::AskedBack,
        State::Published => Standing::Published { may_follow_up: may_follow_up(conn, receipt, follow_ups)? },
        State::Answered => Standing::Answered { may_follow_up: may_follow_up(conn, receipt, follow_ups)? },
        State::Declined => Standing::Declined,
    })
}

fn may_follow_up(conn: &mut AnyConnection, receipt: &Receipt, follow_ups: FollowUps) -> Result<bool> {
    let answers = count(conn, receipt, &[Kind::Published, Kind::PrivateAnswer])?;
    Ok(count(conn, receipt, &[Kind::FollowUp])? < answers * i64::from(follow_ups.per_answer))
}

fn count(conn: &mut AnyConnection, receipt: &Receipt, kinds: &[Kind]) -> Result<i64> {
    let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
    Ok(letter::table
        .filter(letter::receipt_tag.eq(&receipt.keys.tag))
        .filter(letter::kind.eq_any(words))
        .count()
        .get_result(conn)?)
}

/// The holder asks the asker something. The days until the reply are not counted.
pub fn ask_back(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    id: &QuestionId,
    text: &str,
    terms: &AskBackTerms<'_>,
) -> Result<()> {
    queue::advance(conn, id, Some(clinician.id()), State::Claimed, State::AskedBack)?;
    let envelope = question::find(conn, id)?;
    let today = date_in_norway(terms.now);
    send(conn, terms.secret, &envelope, Kind::QuestionBack, &Content::of_text(text), today)?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::AskBack, id.as_str(), terms.now)
}

/// The asker writes again: a reply when something was asked back, otherwise a follow-up to an answer. Signs of
/// danger in it only raise the urgency.
pub fn write_back(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    receipt: &Receipt,
    (text, urgency): (&str, Urgency),
    follow_ups: FollowUps,
    now: Moment,
) -> Result<Written> {
    let id = receipt.question.as_ref().ok_or(Refusal::QuestionGone)?;
    let envelope = question::find(conn, id)?;
    let today = date_in_norway(now);
    let content = Content::of_text(text);
    if envelope.state == State::AskedBack {
        let due_on = put_off(conn, receipt, &envelope, today)?;
        queue::advance(conn, id, None, State::AskedBack, State::Claimed)?;
        question::set_due(conn, id, due_on, envelope.urgency.max(urgency))?;
        queue::free_if_left(conn, id)?;
        receive(conn, secret, receipt, &envelope, Kind::Reply, &content, today)?;
        return Ok(Written::Reply);
    }
    if !matches!(envelope.state, State::Published | State::Answered) {
        return Err(Refusal::WrongState.into());
    }
    if !may_follow_up(conn, receipt, follow_ups)? {
        return Err(Refusal::NoMoreLetters.into());
    }
    queue::advance(conn, id, None, envelope.state, State::Waiting)?;
    let due_on = today.checked_add_days(follow_ups.answer_within).unwrap_or(today);
    question::reopen(conn, id, (today, due_on), envelope.urgency.max(urgency))?;
    receipt::set_closed(conn, id, None)?;
    receive(conn, secret, receipt, &envelope, Kind::FollowUp, &content, today)?;
    Ok(Written::FollowUp { due_on })
}

/// The due date after a reply: as many days as were left when the clinician asked, and at least one.
fn put_off(conn: &mut AnyConnection, receipt: &Receipt, envelope: &Envelope, today: NaiveDate) -> Result<NaiveDate> {
    let asked_on: NaiveDate = letter::table
        .filter(letter::receipt_tag.eq(&receipt.keys.tag))
        .filter(letter::kind.eq(Kind::QuestionBack.word()))
        .order(letter::place.desc())
        .select(letter::written_on)
        .first(conn)?;
    let left = (envelope.due_on - asked_on).num_days().max(1);
    Ok(today.checked_add_days(Days::new(left.unsigned_abs())).unwrap_or(today))
}

/// The asker takes the question back: original, draft, letters and receipt are deleted now. Gives whether a pair of
/// it was published; that one is in other words and in nobody's name, and stays.
pub fn withdraw(conn: &mut AnyConnection, receipt: &Receipt) -> Result<bool> {
    if let Some(id) = &receipt.question {
        question::hold_row(conn, id, State::ALL)?;
    }
    let was_published = count(conn, receipt, &[Kind::Published])? > 0;
    if let Some(id) = &receipt.question {
        retention::forget(conn, id)?;
    }
    receipt::remove(conn, receipt)?;
    Ok(was_published)
}

/// Declines a question that nobody has begun on, and deletes its original at once; only the letter stays.
pub fn decline_and_forget(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    envelope: &Envelope,
    content: &Content,
    today: NaiveDate,
) -> Result<()> {
    if receipt::exists_for(conn, &envelope.id)? {
        send(conn, secret, envelope, Kind::Declined, content, today)?;
        receipt::set_closed(conn, &envelope.id, Some(today))?;
    }
    forget_original(conn, &envelope.id)
}

/// Gives questions whose askers have not replied for this long back to those who hold them; gives how many.
pub fn give_up_waiting(conn: &mut AnyConnection, after: Days, today: NaiveDate) -> Result<usize> {
    let Some(last_day) = today.checked_sub_days(after) else { return Ok(0) };
    let mut given_back = 0;
    for id in question::list_in_state(conn, State::AskedBack)? {
        let asked_on: Option<NaiveDate> = letter::table
            .filter(letter::question_id.eq(id.as_str()))
            .filter(letter::kind.eq(Kind::QuestionBack.word()))
            .select(diesel::dsl::max(letter::written_on))
            .first(conn)?;
        if asked_on.is_none_or(|asked_on| asked_on <= last_day) {
            queue::advance(conn, &id, None, State::AskedBack, State::Claimed)?;
            queue::free_if_left(conn, &id)?;
            given_back += 1;
        }
    }
    Ok(given_back)
}

/// Deletes those of `ready` whose days are over, with everything staff could read of them; gives which. The asker's
/// own letters stay until the receipt goes. One that was opened again meanwhile is no longer due.
pub fn forget_questions(
    conn: &mut AnyConnection,
    ready: &[QuestionId],
    keep: Keep,
    today: NaiveDate,
) -> Result<Vec<QuestionId>> {
    let mut due = retention::list_due_to_forget(conn, keep, today)?;
    due.retain(|id| ready.contains(id));
    let mut forgotten = Vec::new();
    for id in due {
        if question::hold_row(conn, &id, &State::CLOSED)? {
            forget_original(conn, &id)?;
            forgotten.push(id);
        }
    }
    Ok(forgotten)
}

fn forget_original(conn: &mut AnyConnection, id: &QuestionId) -> Result<(), Error> {
    let about = letter::table.filter(letter::question_id.eq(id.as_str()));
    diesel::delete(about.filter(letter::for_asker.is_null())).execute(conn)?;
    diesel::update(about).set(letter::for_staff.eq(None::<Vec<u8>>)).execute(conn)?;
    retention::forget(conn, id)
}
