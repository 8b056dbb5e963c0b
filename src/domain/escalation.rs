//! Duty to warn (straffeloven § 196, helsepersonelloven §§ 31 and 33, barnevernsloven § 13-2): a clinician asks a named person to
//! decide. What was written is sealed to that person's own key; the times and the decision stay known when the text is gone.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::audience::Audience;
use super::audit::{self, Act, Actor};
use super::errors::{Error, Refusal, Result};
use super::ids::{EscalationId, QuestionId, StaffId, words};
use super::letter::{self, Kind};
use super::question;
use super::staff::{self, AccountState, Clinician, Member, Role, SignedIn, epoch};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::{escalation, escalation_text};
use crate::secret::AppSecret;
use crate::vault::envelope::{Place, seal_padded};

words!(
    /// What the named person decided.
    Decision, "decision" {
        /// The emergency services were told.
        Emergency = "emergency",
        ChildProtection = "child_protection",
        Police = "police",
        /// There would be a duty, but nothing says who or where it is.
        Unknown = "unknown",
        NoDuty = "no_duty",
    }
);

/// All that the receiver is given.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Content {
    pub text: String,
    #[serde(flatten)]
    pub audience: Audience,
    pub region: String,
    /// What the asker wrote later.
    pub letters: Vec<String>,
    /// Why the clinician asks.
    pub note: String,
}

/// One escalation, as its two people see it.
#[derive(Clone, Debug)]
pub struct Escalation {
    pub id: EscalationId,
    /// Nothing once the question is deleted.
    pub question: Option<QuestionId>,
    /// The question's, as its asker chose it.
    pub topic: Option<String>,
    pub from: Member,
    pub to: Member,
    pub raised_at: Moment,
    pub opened_at: Option<Moment>,
    pub decided: Option<(Decision, Moment)>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = escalation)]
struct Row {
    id: String,
    question_id: Option<String>,
    from_id: String,
    to_id: String,
    raised_at: Moment,
    opened_at: Option<Moment>,
    decided_at: Option<Moment>,
    decision: Option<String>,
}

/// Everyone who may be asked to decide: those who answer, review or are responsible, by name.
pub fn list_receivers(conn: &mut AnyConnection, from: &StaffId) -> Result<Vec<Member>> {
    let mut members = staff::list_all(conn)?;
    members.retain(|member| {
        let is_fit = [Role::Manager, Role::Clinician, Role::Reviewer].iter().any(|role| member.roles.contains(role));
        is_fit && member.state == AccountState::Active && member.id != *from
    });
    members.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(members)
}

/// Asks a named person to decide, and gives them what was written, sealed to their own key.
pub fn raise(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    (question, to): (&QuestionId, &StaffId),
    note: &str,
    now: Moment,
) -> Result<EscalationId> {
    if !list_receivers(conn, clinician.id())?.iter().any(|member| member.id == *to) {
        return Err(Refusal::NoSuchMember.into());
    }
    let plain = gather(conn, secret, clinician, question, note)?;
    let id = EscalationId::random();
    let key = epoch::staff_public_key(conn, secret, to)?;
    let sealed = seal_padded(&key, &text_place(&id, to), &plain)?;
    diesel::insert_into(escalation::table)
        .values((
            escalation::id.eq(id.as_str()),
            escalation::question_id.eq(question.as_str()),
            escalation::from_id.eq(clinician.id().as_str()),
            escalation::to_id.eq(to.as_str()),
            escalation::raised_at.eq(now),
        ))
        .execute(conn)?;
    diesel::insert_into(escalation_text::table)
        .values((
            escalation_text::escalation_id.eq(id.as_str()),
            escalation_text::question_id.eq(question.as_str()),
            escalation_text::sealed_text.eq(sealed),
        ))
        .execute(conn)?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::Escalate, question.as_str(), now)?;
    Ok(id)
}

/// The question as it came, what its asker wrote later, and why the clinician asks.
fn gather(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    question: &QuestionId,
    note: &str,
) -> Result<zeroize::Zeroizing<Vec<u8>>> {
    let content = question::open_unrecorded(conn, clinician, question)?.content;
    let letters = letter::list_for_staff(conn, secret, clinician, question)?;
    let by_asker = letters.into_iter().filter(|letter| matches!(letter.kind, Kind::Reply | Kind::FollowUp));
    let content = Content {
        text: content.text,
        audience: content.audience,
        region: content.region,
        letters: by_asker.filter_map(|letter| letter.content).map(|content| content.text).collect(),
        note: note.to_owned(),
    };
    Ok(zeroize::Zeroizing::new(serde_json::to_vec(&content).map_err(|_| Error::UnknownContent)?))
}

/// An escalation of one of its two people; nobody else sees that it is there.
pub fn find(conn: &mut AnyConnection, someone: &StaffId, id: &EscalationId) -> Result<Escalation> {
    let row: Row = escalation::table.find(id.as_str()).select(Row::as_select()).first(conn)?;
    if row.from_id != someone.as_str() && row.to_id != someone.as_str() {
        return Err(Error::NotFound);
    }
    row.complete(conn)
}

/// Every escalation from or to someone: what is undecided first, the oldest of it first.
pub fn list_of(conn: &mut AnyConnection, someone: &StaffId) -> Result<Vec<Escalation>> {
    let id = someone.as_str();
    let rows: Vec<Row> = escalation::table
        .filter(escalation::from_id.eq(id).or(escalation::to_id.eq(id)))
        .order((escalation::raised_at, escalation::id))
        .select(Row::as_select())
        .load(conn)?;
    let mut all = rows.into_iter().map(|row| row.complete(conn)).collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|one| one.decided.is_some());
    Ok(all)
}

/// Every escalation of a question.
pub fn list_about(conn: &mut AnyConnection, question: &QuestionId) -> Result<Vec<Escalation>> {
    let rows: Vec<Row> = escalation::table
        .filter(escalation::question_id.eq(question.as_str()))
        .order((escalation::raised_at, escalation::id))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(|row| row.complete(conn)).collect()
}

/// How many wait for someone's decision.
pub fn count_undecided(conn: &mut AnyConnection, to: &StaffId) -> Result<i64> {
    let theirs = escalation::to_id.eq(to.as_str()).and(escalation::decision.is_null());
    Ok(escalation::table.filter(theirs).count().get_result(conn)?)
}

/// What was written, in the receiver's hands; none once the question is deleted. The first time is written down.
pub fn open(conn: &mut AnyConnection, someone: &SignedIn, id: &EscalationId, now: Moment) -> Result<Option<Content>> {
    let found = find(conn, someone.id(), id)?;
    if found.to.id != *someone.id() {
        return Err(Refusal::WrongRole.into());
    }
    let sealed: Option<Vec<u8>> =
        escalation_text::table.find(id.as_str()).select(escalation_text::sealed_text).first(conn).optional()?;
    let Some(sealed) = sealed else { return Ok(None) };
    let plain = someone.keys.open_own(&text_place(id, someone.id()), &sealed)?;
    let content = serde_json::from_slice(&plain).map_err(|_| Error::UnknownContent)?;
    diesel::update(escalation::table.find(id.as_str()).filter(escalation::opened_at.is_null()))
        .set(escalation::opened_at.eq(now))
        .execute(conn)?;
    let subject = found.question.as_ref().map_or(id.as_str(), QuestionId::as_str);
    audit::record(conn, Actor::Staff(someone.id()), Act::OpenEscalation, subject, now)?;
    Ok(Some(content))
}

/// The receiver decides, once; the reason is sealed as the question is, so that those who answer it can read it.
pub fn decide(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    someone: &SignedIn,
    id: &EscalationId,
    (decision, reason): (Decision, &str),
    now: Moment,
) -> Result<()> {
    let found = find(conn, someone.id(), id)?;
    if found.to.id != *someone.id() {
        return Err(Refusal::WrongRole.into());
    }
    let decided = diesel::update(escalation::table.find(id.as_str()).filter(escalation::decision.is_null()))
        .set((escalation::decision.eq(decision.word()), escalation::decided_at.eq(now)))
        .execute(conn)?;
    if decided != 1 {
        return Err(Refusal::WrongState.into());
    }
    if let Some(question) = &found.question {
        let epoch = question::find(conn, question)?.epoch_id;
        let key = epoch::find_public_key(conn, secret, &epoch)?;
        let sealed = seal_padded(&key, &reason_place(id, epoch.as_str()), reason.as_bytes())?;
        diesel::update(escalation_text::table.find(id.as_str()))
            .set(escalation_text::sealed_reason.eq(sealed))
            .execute(conn)?;
    }
    let subject = found.question.as_ref().map_or(id.as_str(), QuestionId::as_str);
    audit::record(conn, Actor::Staff(someone.id()), Act::DecideEscalation, subject, now)
}

/// Why it was decided so, for whoever holds the key to the question; empty for everyone else.
pub fn find_reason(conn: &mut AnyConnection, someone: &SignedIn, found: &Escalation) -> Result<String> {
    let Some(question) = &found.question else { return Ok(String::new()) };
    let sealed: Option<Option<Vec<u8>>> =
        escalation_text::table.find(found.id.as_str()).select(escalation_text::sealed_reason).first(conn).optional()?;
    let Some(sealed) = sealed.flatten() else { return Ok(String::new()) };
    let epoch = question::find(conn, question)?.epoch_id;
    match someone.keys.open_text(conn, &reason_place(&found.id, epoch.as_str()), &sealed) {
        Ok(plain) => Ok(String::from_utf8_lossy(&plain).into_owned()),
        Err(Error::Refused(Refusal::NoKey)) => Ok(String::new()),
        Err(error) => Err(error),
    }
}

impl Row {
    fn complete(self, conn: &mut AnyConnection) -> Result<Escalation> {
        let decision = self.decision.map(Decision::try_from).transpose().map_err(|_| Error::UnknownContent)?;
        let asked = self.question_id.map(QuestionId::from);
        let topic = asked.as_ref().map(|id| question::find(conn, id).map(|envelope| envelope.topic)).transpose()?;
        Ok(Escalation {
            id: self.id.into(),
            question: asked,
            topic,
            from: staff::find(conn, &self.from_id.into())?,
            to: staff::find(conn, &self.to_id.into())?,
            raised_at: self.raised_at,
            opened_at: self.opened_at,
            decided: decision.zip(self.decided_at),
        })
    }
}

fn text_place<'a>(id: &'a EscalationId, to: &'a StaffId) -> Place<'a> {
    Place { purpose: "escalation", row: id.as_str(), epoch: "", holder: to.as_str() }
}

fn reason_place<'a>(id: &'a EscalationId, epoch: &'a str) -> Place<'a> {
    Place { purpose: "escalation-reason", row: id.as_str(), epoch, holder: "" }
}
