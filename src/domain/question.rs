//! A question: sealed as it comes in, opened only with the keys of a member of staff.

mod clock;
pub mod retention;

use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::audience::Audience;
use super::audit::{self, Act, Actor};
use super::errors::{Error, Refusal, Result};
use super::ids::{EpochId, QuestionId, StaffId, words};
use super::staff::Clinician;
use super::staff::epoch::{self, Epoch};
use crate::clock::{Moment, date_in_norway};
use crate::database::schema::question;
use crate::database::{AnyConnection, is_duplicate};
use crate::secret::AppSecret;
use crate::text::acute::Level;
use crate::text::language::Language;
use crate::vault::envelope::{Place, seal_padded};

words!(
    /// How soon a person must look. Rules may only raise it.
    Urgency, "urgency" {
        Normal = "normal",
        Urgent = "urgent",
        Acute = "acute",
    }
);

impl Urgency {
    /// What signs in a text ask for. Nothing found says nothing: a person reads every question all the same.
    pub fn of_level(level: Level) -> Self {
        match level {
            Level::R1 => Self::Acute,
            Level::R2 => Self::Urgent,
            Level::R3 | Level::None => Self::Normal,
        }
    }

    /// Whether help is shown loudly, at once.
    pub fn is_serious(self) -> bool {
        self != Self::Normal
    }
}

/// Stands among the rules when the asker ticked that someone is in danger now.
pub const TICKED: &str = "ticked";

words!(
    /// Where a question is on its way.
    State, "question state" {
        Waiting = "waiting",
        Claimed = "claimed",
        InReview = "in_review",
        Approved = "approved",
        /// The clinician asked something back; the asker's reply is waited for.
        AskedBack = "asked_back",
        Published = "published",
        /// Answered to the asker alone.
        Answered = "answered",
        Declined = "declined",
    }
);

impl State {
    /// Nothing more is to be done, unless the asker writes again.
    pub const CLOSED: [Self; 3] = [Self::Published, Self::Answered, Self::Declined];

    pub fn is_closed(self) -> bool {
        Self::CLOSED.contains(&self)
    }
}

/// What someone sent: already checked, not yet sealed.
#[derive(Clone)]
pub struct Submission {
    pub text: String,
    /// A slug that the topics file has.
    pub topic: String,
    pub audience: Audience,
    /// A code that the regions file has, or "unsaid".
    pub region: String,
    pub language: Language,
    /// How soon a person must look, by the asker's own word and the signs in the text.
    pub urgency: Urgency,
    /// The ids of the rules that fired, [`TICKED`] among them when the asker said it themselves.
    pub rules: Vec<String>,
}

/// The sealed part, as it is before sealing and after opening.
#[derive(Clone, Serialize, Deserialize)]
pub struct Content {
    pub text: String,
    #[serde(flatten)]
    pub audience: Audience,
    pub region: String,
    pub language: Language,
    /// How urgent it was found when it was asked; none in what was sealed before this was kept.
    #[serde(default)]
    pub found: Option<Urgency>,
    #[serde(default)]
    pub rules: Vec<String>,
}

/// What anyone with the database can see of a question.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = question)]
pub struct Envelope {
    #[diesel(deserialize_as = String)]
    pub id: QuestionId,
    pub topic: String,
    #[diesel(deserialize_as = String)]
    pub urgency: Urgency,
    #[diesel(deserialize_as = String)]
    pub state: State,
    pub arrived_on: NaiveDate,
    pub due_on: NaiveDate,
    pub holder_id: Option<String>,
    #[diesel(deserialize_as = String)]
    pub epoch_id: EpochId,
    /// The day a person first opened it.
    pub opened_on: Option<NaiveDate>,
}

/// A question with its content, in a clinician's hands.
#[derive(Clone)]
pub struct Opened {
    pub envelope: Envelope,
    pub content: Content,
}

/// What became of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The day the answer is due.
    pub due_on: NaiveDate,
    /// `false` when the same form had been sent before.
    pub is_new: bool,
}

/// Seals a submission and keeps it. The same `id` twice keeps one question.
pub fn submit(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    id: &QuestionId,
    submission: Submission,
    within: Days,
    now: Moment,
) -> Result<Kept> {
    if let Some(due_on) = due_on(conn, id)? {
        return Ok(Kept { due_on, is_new: false });
    }
    let epoch = epoch::current(conn, secret)?;
    let arrived_on = date_in_norway(now);
    let due_on = arrived_on.checked_add_days(within).unwrap_or(arrived_on);
    let (topic, urgency) = (submission.topic.clone(), submission.urgency);
    let sealed = seal(submission, id, &epoch)?;
    // In a savepoint: the same form sent twice at once is one question, and PostgreSQL goes on after it.
    let inserted = conn.transaction(|conn| {
        diesel::insert_into(question::table)
            .values((
                question::id.eq(id.as_str()),
                question::topic.eq(topic),
                question::urgency.eq(urgency.word()),
                question::state.eq(State::Waiting.word()),
                question::arrived_on.eq(arrived_on),
                question::due_on.eq(due_on),
                question::epoch_id.eq(epoch.id.as_str()),
                question::sealed.eq(sealed),
            ))
            .execute(conn)
    });
    match inserted {
        Err(error) if !is_duplicate(&error) => Err(error.into()),
        outcome => Ok(Kept { due_on, is_new: outcome.is_ok() }),
    }
}

fn seal(submission: Submission, id: &QuestionId, epoch: &Epoch) -> Result<Vec<u8>> {
    let content = serde_json::to_vec(&Content {
        text: submission.text,
        audience: submission.audience,
        region: submission.region,
        language: submission.language,
        found: Some(submission.urgency),
        rules: submission.rules,
    });
    let content = zeroize::Zeroizing::new(content.map_err(|_| Error::UnknownContent)?);
    Ok(seal_padded(&epoch.public_key, &place(id, &epoch.id), &content)?)
}

fn due_on(conn: &mut AnyConnection, id: &QuestionId) -> Result<Option<NaiveDate>> {
    Ok(question::table.find(id.as_str()).select(question::due_on).first(conn).optional()?)
}

/// What can be seen of a question without keys. Its asker may have withdrawn it a moment ago.
pub fn find(conn: &mut AnyConnection, id: &QuestionId) -> Result<Envelope> {
    let found = question::table.find(id.as_str()).select(Envelope::as_select()).first(conn).optional()?;
    Ok(found.ok_or(Refusal::QuestionGone)?)
}

/// Opens a question. That someone read it is written down (Normen: staff reads are logged).
pub fn open(conn: &mut AnyConnection, clinician: &Clinician, id: &QuestionId, now: Moment) -> Result<Opened> {
    let mut opened = open_unrecorded(conn, clinician, id)?;
    opened.envelope.note_opened(conn, date_in_norway(now))?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::OpenQuestion, id.as_str(), now)?;
    Ok(opened)
}

/// The same within an act that is written down itself.
pub(super) fn open_unrecorded(conn: &mut AnyConnection, clinician: &Clinician, id: &QuestionId) -> Result<Opened> {
    let envelope = find(conn, id)?;
    let sealed: Vec<u8> = question::table.find(id.as_str()).select(question::sealed).first(conn)?;
    let content = open_sealed(conn, clinician, (id, &envelope.epoch_id), &sealed)?;
    Ok(Opened { envelope, content })
}

/// Opens a sealed content, wherever it lay.
pub(super) fn open_sealed(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    (id, epoch): (&QuestionId, &EpochId),
    sealed: &[u8],
) -> Result<Content> {
    let plain = clinician.keys.open_text(conn, &place(id, epoch), sealed)?;
    serde_json::from_slice(&plain).map_err(|_| Error::UnknownContent)
}

/// Marks a question as done with; nobody holds it any more.
pub(super) fn close(conn: &mut AnyConnection, id: &QuestionId, on: NaiveDate) -> Result<()> {
    diesel::update(question::table.find(id.as_str()))
        .set((question::holder_id.eq(None::<String>), question::closed_on.eq(on)))
        .execute(conn)?;
    Ok(())
}

/// A question is due on another day; its urgency is never lowered by this.
pub(super) fn set_due(conn: &mut AnyConnection, id: &QuestionId, due_on: NaiveDate, urgency: Urgency) -> Result<()> {
    diesel::update(question::table.find(id.as_str()))
        .set((question::due_on.eq(due_on), question::urgency.eq(urgency.word())))
        .execute(conn)?;
    Ok(())
}

/// A closed question is open again, as if it had come today: its asker wrote once more.
pub(super) fn reopen(
    conn: &mut AnyConnection,
    id: &QuestionId,
    (arrived_on, due_on): (NaiveDate, NaiveDate),
    urgency: Urgency,
) -> Result<()> {
    diesel::update(question::table.find(id.as_str()))
        .set((
            question::arrived_on.eq(arrived_on),
            question::closed_on.eq(None::<NaiveDate>),
            question::opened_on.eq(None::<NaiveDate>),
        ))
        .execute(conn)?;
    set_due(conn, id, due_on, urgency)
}

/// Every question in a state.
pub(super) fn list_in_state(conn: &mut AnyConnection, state: State) -> Result<Vec<QuestionId>> {
    let ids: Vec<String> = question::table.filter(question::state.eq(state.word())).select(question::id).load(conn)?;
    Ok(ids.into_iter().map(QuestionId::from).collect())
}

/// Locks a question's row until this transaction ends, if it is in one of these states now: what was seen of it before
/// may have changed meanwhile on PostgreSQL, where writers do not take turns.
pub(super) fn hold_row(conn: &mut AnyConnection, id: &QuestionId, states: &[State]) -> Result<bool> {
    let words: Vec<&str> = states.iter().map(|state| state.word()).collect();
    let held = diesel::update(question::table.find(id.as_str()).filter(question::state.eq_any(words)))
        .set(question::topic.eq(question::topic))
        .execute(conn)?;
    Ok(held == 1)
}

/// Topics that questions have, for the check at start.
pub fn list_topics_in_use(conn: &mut AnyConnection) -> Result<Vec<String>> {
    Ok(question::table.select(question::topic).distinct().load(conn)?)
}

impl Envelope {
    pub fn is_held_by(&self, id: &StaffId) -> bool {
        self.holder_id.as_deref() == Some(id.as_str())
    }
}

fn place<'a>(id: &'a QuestionId, epoch: &'a EpochId) -> Place<'a> {
    Place { purpose: "question", row: id.as_str(), epoch: epoch.as_str(), holder: "" }
}
