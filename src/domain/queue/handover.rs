//! Handing a question on: to a colleague or another group, with a note that only those who can open the question read.
//! The receiver finds it on top of their queue; once it is late it is everyone's again.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::put_back;
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{epoch_grant, handover, question as question_table};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Refusal, Result};
use crate::domain::ids::{EpochId, QuestionId, StaffId};
use crate::domain::question::{self, Envelope, State};
use crate::domain::staff::{self, AccountState, Clinician, Member, Role, epoch};
use crate::secret::AppSecret;
use crate::vault::envelope::{Place, seal_padded};

/// Whom a question is handed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Receiver {
    Colleague(StaffId),
    Group(String),
}

/// A question that was handed on, as those who may open it see it.
#[derive(Clone, Debug)]
pub struct Handover {
    pub from: Member,
    pub to: Receiver,
    pub note: String,
    pub handed_on: NaiveDate,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = handover)]
struct Row {
    question_id: String,
    from_id: String,
    to_id: Option<String>,
    to_group: Option<String>,
    sealed_note: Option<Vec<u8>>,
    handed_on: NaiveDate,
}

/// Hands on what waits, or what this clinician holds; its draft goes with it.
pub fn hand_over(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    (id, to): (&QuestionId, &Receiver),
    note: &str,
    now: Moment,
) -> Result<()> {
    let is_open = question::hold_row(conn, id, &[State::Waiting, State::Claimed])?;
    let envelope = question::find(conn, id)?;
    if !is_open {
        return Err(Refusal::WrongState.into());
    }
    if envelope.state == State::Claimed && !envelope.is_held_by(clinician.id()) {
        return Err(Refusal::NotHolder.into());
    }
    if let Receiver::Colleague(to) = to {
        require_able(conn, clinician, to, &envelope.epoch_id)?;
    }
    let sealed_note = match note {
        "" => None,
        note => {
            let key = epoch::find_public_key(conn, secret, &envelope.epoch_id)?;
            Some(seal_padded(&key, &note_place(id, &envelope.epoch_id), note.as_bytes())?)
        }
    };
    put_back(conn, id.as_str())?;
    forget(conn, id)?;
    let (to_id, to_group) = match to {
        Receiver::Colleague(to) => (Some(to.to_string()), None),
        Receiver::Group(group) => (None, Some(group.clone())),
    };
    let (question_id, from_id) = (id.to_string(), clinician.id().to_string());
    let row = Row { question_id, from_id, to_id, to_group, sealed_note, handed_on: date_in_norway(now) };
    diesel::insert_into(handover::table).values(row).execute(conn)?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::HandOver, id.as_str(), now)
}

/// Someone else who answers questions here and holds the key to this one.
fn require_able(conn: &mut AnyConnection, from: &Clinician, to: &StaffId, epoch: &EpochId) -> Result<()> {
    let is_able = to != from.id() && list_able(conn, epoch)?.iter().any(|member| member.id == *to);
    if is_able { Ok(()) } else { Err(Refusal::NoSuchMember.into()) }
}

/// Everyone who could answer a question of this epoch, by name.
pub fn list_able(conn: &mut AnyConnection, epoch: &EpochId) -> Result<Vec<Member>> {
    let holders: Vec<String> =
        epoch_grant::table.filter(epoch_grant::epoch_id.eq(epoch.as_str())).select(epoch_grant::staff_id).load(conn)?;
    let mut members = staff::list_all(conn)?;
    members.retain(|member| {
        let is_here = member.state == AccountState::Active && member.roles.contains(&Role::Clinician);
        is_here && holders.iter().any(|holder| holder == member.id.as_str())
    });
    members.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(members)
}

/// How a question was handed on, if it was.
pub fn find(conn: &mut AnyConnection, clinician: &Clinician, envelope: &Envelope) -> Result<Option<Handover>> {
    let row: Option<Row> =
        handover::table.find(envelope.id.as_str()).select(Row::as_select()).first(conn).optional()?;
    row.map(|row| row.open(conn, clinician, envelope)).transpose()
}

/// The name of the colleague or group that a question was handed to; for the queue, which opens no note.
pub(super) fn find_receiver(conn: &mut AnyConnection, id: &QuestionId) -> Result<Option<String>> {
    let row: Option<(Option<String>, Option<String>)> =
        handover::table.find(id.as_str()).select((handover::to_id, handover::to_group)).first(conn).optional()?;
    match row {
        Some((Some(to), _)) => Ok(Some(staff::find(conn, &to.into())?.name)),
        Some((None, group)) => Ok(group),
        None => Ok(None),
    }
}

/// What waits for this clinician because someone handed it to them or to one of their groups, the earliest due first.
pub fn list_for(conn: &mut AnyConnection, clinician: &Clinician) -> Result<Vec<(Envelope, Handover)>> {
    let to_them = handover::to_id.eq(clinician.id().as_str()).assume_not_null();
    let to_group = handover::to_group.eq_any(&clinician.member.groups).assume_not_null();
    let rows: Vec<(Envelope, Row)> = question_table::table
        .inner_join(handover::table)
        .filter(question_table::state.eq(State::Waiting.word()))
        .filter((handover::to_id.is_not_null().and(to_them)).or(handover::to_group.is_not_null().and(to_group)))
        .filter(handover::from_id.ne(clinician.id().as_str()))
        .order((question_table::due_on, question_table::id))
        .select((Envelope::as_select(), Row::as_select()))
        .load(conn)?;
    let mut handed = Vec::new();
    for (envelope, row) in rows {
        let handover = row.open(conn, clinician, &envelope)?;
        handed.push((envelope, handover));
    }
    Ok(handed)
}

/// It is nobody's in particular any more.
pub(super) fn forget(conn: &mut AnyConnection, id: &QuestionId) -> Result<()> {
    diesel::delete(handover::table.find(id.as_str())).execute(conn)?;
    Ok(())
}

impl Row {
    /// A note that this person holds no key to is left out: what it is about cannot be opened either.
    fn open(self, conn: &mut AnyConnection, clinician: &Clinician, envelope: &Envelope) -> Result<Handover> {
        let place = note_place(&envelope.id, &envelope.epoch_id);
        let note = self.sealed_note.and_then(|sealed| clinician.keys.open_text(conn, &place, &sealed).ok());
        Ok(Handover {
            from: staff::find(conn, &self.from_id.into())?,
            to: match self.to_id {
                Some(id) => Receiver::Colleague(id.into()),
                None => Receiver::Group(self.to_group.unwrap_or_default()),
            },
            note: note.map(|note| String::from_utf8_lossy(&note).into_owned()).unwrap_or_default(),
            handed_on: self.handed_on,
        })
    }
}

fn note_place<'a>(id: &'a QuestionId, epoch: &'a EpochId) -> Place<'a> {
    Place { purpose: "handover-note", row: id.as_str(), epoch: epoch.as_str(), holder: "" }
}
