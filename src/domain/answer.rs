//! The answer on its way: a sealed draft of title, edited question and answer, and the second pair of eyes.

pub mod checks;
pub mod comment;
pub mod companion;
pub(super) mod ending;
pub mod marks;
pub mod past;
pub mod placing;
pub mod returned;
pub mod review;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::errors::{Error, Refusal, Result};
use super::ids::{EpochId, QuestionId, StaffId};
use super::question::{self, State};
use super::staff::{Clinician, SessionKeys, epoch};
use crate::database::AnyConnection;
use crate::database::schema::{answer, answer_writer};
use crate::secret::AppSecret;
use crate::vault::envelope::{Place, seal_padded};
use marks::Kept;
use past::Saving;
use placing::Placing;

pub use ending::{decline, send_privately};

/// The words that will be published. The question is told again so that nobody can be known by it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    pub title: String,
    pub question: String,
    /// Markdown.
    pub answer: String,
    /// For the asker alone, behind their receipt code; then only the answer matters.
    #[serde(default)]
    pub is_private: bool,
    /// Where in its topic the pair will stand.
    #[serde(default)]
    pub subtopic: Option<String>,
    /// When someone is to look again at what may change: a law, an amount, a number.
    #[serde(default)]
    pub recheck_on: Option<NaiveDate>,
    /// Where the pair will stand.
    #[serde(default)]
    pub placing: Placing,
}

impl Wording {
    pub fn is_complete(&self) -> bool {
        let is_public_whole = !self.title.is_empty() && !self.question.is_empty();
        !self.answer.is_empty() && (self.is_private || is_public_whole)
    }
}

/// The sealed part of a draft.
#[derive(Serialize, Deserialize)]
struct Sealed {
    #[serde(flatten)]
    wording: Wording,
    #[serde(default)]
    kept: Vec<Kept>,
}

/// A draft as its author or reviewer sees it.
#[derive(Clone, Debug)]
pub struct Draft {
    pub wording: Wording,
    /// What may give someone away and may stand, as the author decided.
    pub kept: Vec<Kept>,
    /// Grows by one with each save; a form that saw an older one is refused.
    pub version: i32,
    pub author_id: StaffId,
    /// Everyone who saved it, the author among them.
    pub writers: Vec<StaffId>,
    pub reviewer_id: Option<StaffId>,
    /// What the colleague wrote when sending it back.
    pub note: Option<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = answer)]
struct Row {
    author_id: String,
    reviewer_id: Option<String>,
    version: i32,
    sealed_wording: Vec<u8>,
    sealed_note: Option<Vec<u8>>,
}

/// The draft for a question, if there is one.
pub fn find(conn: &mut AnyConnection, keys: &SessionKeys, id: &QuestionId) -> Result<Option<Draft>> {
    let row: Option<Row> = answer::table.find(id.as_str()).select(Row::as_select()).first(conn).optional()?;
    let Some(row) = row else { return Ok(None) };
    let epoch = question::find(conn, id)?.epoch_id;
    row.open(conn, keys, id, &epoch).map(Some)
}

/// Saves the holder's draft and gives its new version. `seen_version` is the one the form was made from (0: none).
pub fn save(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    id: &QuestionId,
    wording: &Wording,
    seen_version: i32,
) -> Result<i32> {
    store(conn, secret, clinician, id, (wording, seen_version, Saving::Asked))
}

/// The same while the holder goes on typing: kept among the former wordings only now and then.
pub fn autosave(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    id: &QuestionId,
    (wording, seen_version): (&Wording, i32),
) -> Result<i32> {
    store(conn, secret, clinician, id, (wording, seen_version, Saving::ByItself))
}

fn store(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    id: &QuestionId,
    (wording, seen_version, saving): (&Wording, i32, Saving),
) -> Result<i32> {
    let envelope = question::find(conn, id)?;
    if !envelope.is_held_by(clinician.id()) {
        return Err(Refusal::NotHolder.into());
    }
    if envelope.state != State::Claimed {
        return Err(Refusal::WrongState.into());
    }
    let former = find(conn, &clinician.keys, id)?;
    let is_new = match &former {
        Some(former) if former.wording == *wording => !past::has(conn, id, former.version)?,
        _ => true,
    };
    let kept = former.map(|draft| draft.kept).unwrap_or_default();
    let kept = kept.into_iter().filter(|kept| kept.stands_in(wording)).collect();
    let sealed = seal(conn, secret, id, &envelope.epoch_id, &Sealed { wording: wording.clone(), kept })?;
    let version = seen_version.saturating_add(1);
    if seen_version != 0 || !insert(conn, clinician, id, &sealed)? {
        update(conn, clinician, (id, seen_version), &sealed)?;
    }
    if is_new {
        past::note(conn, (id, clinician.id()), (version, &sealed), saving)?;
    }
    Ok(version)
}

/// Writes over exactly the version that was seen.
fn update(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    (id, seen_version): (&QuestionId, i32),
    sealed: &[u8],
) -> Result<()> {
    let saved = diesel::update(answer::table.find(id.as_str()).filter(answer::version.eq(seen_version)))
        .set((
            answer::author_id.eq(clinician.id().as_str()),
            answer::version.eq(seen_version.saturating_add(1)),
            answer::sealed_wording.eq(sealed),
        ))
        .execute(conn)?;
    if saved != 1 {
        return Err(Refusal::StaleVersion.into());
    }
    note_writer(conn, clinician, id)
}

/// Remembers in the holder's draft that these words may stand.
pub fn keep(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    id: &QuestionId,
    kept: Kept,
) -> Result<()> {
    let envelope = question::find(conn, id)?;
    if !envelope.is_held_by(clinician.id()) || envelope.state != State::Claimed {
        return Err(Refusal::NotHolder.into());
    }
    let mut draft = find(conn, &clinician.keys, id)?.ok_or(Refusal::WrongState)?;
    if draft.kept.contains(&kept) {
        return Ok(());
    }
    draft.kept.push(kept);
    let content = Sealed { wording: draft.wording, kept: draft.kept };
    let sealed = seal(conn, secret, id, &envelope.epoch_id, &content)?;
    diesel::update(answer::table.find(id.as_str())).set(answer::sealed_wording.eq(sealed)).execute(conn)?;
    Ok(())
}

/// All that belongs to a question is sealed to its own epoch, so that it lives and dies with those keys.
fn seal(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    id: &QuestionId,
    epoch: &EpochId,
    content: &Sealed,
) -> Result<Vec<u8>> {
    let key = epoch::find_public_key(conn, secret, epoch)?;
    let content = zeroize::Zeroizing::new(serde_json::to_vec(content).map_err(|_| Error::UnknownContent)?);
    Ok(seal_padded(&key, &wording_place(id, epoch), &content)?)
}

/// The first save; `false` when someone's draft is there already.
fn insert(conn: &mut AnyConnection, clinician: &Clinician, id: &QuestionId, sealed: &[u8]) -> Result<bool> {
    let is_there = answer::table.find(id.as_str()).count().get_result::<i64>(conn)? > 0;
    if is_there {
        return Ok(false);
    }
    diesel::insert_into(answer::table)
        .values((
            answer::question_id.eq(id.as_str()),
            answer::author_id.eq(clinician.id().as_str()),
            answer::version.eq(1),
            answer::sealed_wording.eq(sealed),
        ))
        .execute(conn)?;
    note_writer(conn, clinician, id)?;
    Ok(true)
}

/// Remembers that someone's hand was in the draft: none of its writers may approve it, whoever sent it.
fn note_writer(conn: &mut AnyConnection, clinician: &Clinician, id: &QuestionId) -> Result<()> {
    let key = (id.as_str(), clinician.id().as_str());
    let is_known = answer_writer::table.find(key).count().get_result::<i64>(conn)? > 0;
    if !is_known {
        diesel::insert_into(answer_writer::table)
            .values((answer_writer::question_id.eq(key.0), answer_writer::staff_id.eq(key.1)))
            .execute(conn)?;
    }
    Ok(())
}

/// Everyone whose hand was in the draft.
fn list_writers(conn: &mut AnyConnection, id: &QuestionId) -> Result<Vec<StaffId>> {
    let writers: Vec<String> = answer_writer::table
        .filter(answer_writer::question_id.eq(id.as_str()))
        .select(answer_writer::staff_id)
        .load(conn)?;
    Ok(writers.into_iter().map(StaffId::from).collect())
}

/// Removes a draft, when the question is done with.
fn remove(conn: &mut AnyConnection, id: &QuestionId) -> Result<()> {
    diesel::delete(answer::table.find(id.as_str())).execute(conn)?;
    Ok(())
}

impl Row {
    fn open(self, conn: &mut AnyConnection, keys: &SessionKeys, id: &QuestionId, epoch: &EpochId) -> Result<Draft> {
        let plain = keys.open_text(conn, &wording_place(id, epoch), &self.sealed_wording)?;
        let note = match &self.sealed_note {
            Some(sealed) => Some(keys.open_text(conn, &note_place(id, epoch), sealed)?),
            None => None,
        };
        let Sealed { wording, kept } = serde_json::from_slice(&plain).map_err(|_| Error::UnknownContent)?;
        Ok(Draft {
            wording,
            kept,
            version: self.version,
            author_id: self.author_id.into(),
            writers: list_writers(conn, id)?,
            reviewer_id: self.reviewer_id.map(StaffId::from),
            note: note.map(|note| String::from_utf8_lossy(&note).into_owned()),
        })
    }
}

fn wording_place<'a>(id: &'a QuestionId, epoch: &'a EpochId) -> Place<'a> {
    Place { purpose: "draft", row: id.as_str(), epoch: epoch.as_str(), holder: "" }
}

fn note_place<'a>(id: &'a QuestionId, epoch: &'a EpochId) -> Place<'a> {
    Place { purpose: "review-note", row: id.as_str(), epoch: epoch.as_str(), holder: "" }
}
