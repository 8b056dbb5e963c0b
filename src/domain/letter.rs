//! What passes between the one who asked and those who answer, after the question: each message sealed to the
//! receipt, so that only the code opens it, and to the question's epoch, so that only staff do.

pub mod archive;
mod correspondence;
pub mod model;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use super::errors::{Error, Refusal, Result};
use super::ids::{LetterId, QuestionId, words};
use super::question::{self, Envelope};
use super::receipt::{self, Receipt};
use super::staff::{Clinician, epoch};
use crate::database::AnyConnection;
use crate::database::schema::letter;
use crate::secret::AppSecret;
use crate::vault::envelope::{Place, PublicKey, open_padded, seal_padded};

pub use correspondence::{
    AskBackTerms, FollowUps, Standing, Written, ask_back, decline_and_forget, forget_questions, give_up_waiting,
    standing, withdraw, write_back,
};

words!(
    /// What a letter is.
    Kind, "letter kind" {
        /// The pair is public; the letter says where.
        Published = "published",
        /// An answer for the asker alone.
        PrivateAnswer = "private_answer",
        Declined = "declined",
        /// Something the clinician needs to know first.
        QuestionBack = "question_back",
        /// The asker's reply to that.
        Reply = "reply",
        /// The asker's next question, after an answer.
        FollowUp = "follow_up",
    }
);

/// The sealed part of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Markdown in letters from staff, plain text in the asker's; the title when a pair was published.
    pub text: String,
    /// The public path of a published pair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Who signs it: name and title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
}

impl Content {
    pub fn of_text(text: &str) -> Self {
        Self { text: text.to_owned(), path: None, from: None }
    }
}

/// A letter in a reader's hands.
#[derive(Clone, Debug)]
pub struct Letter {
    pub kind: Kind,
    pub written_on: NaiveDate,
    /// `None` when this reader was given no copy: what askers write is sealed for staff alone.
    pub content: Option<Content>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = letter)]
struct Row {
    id: String,
    receipt_tag: String,
    question_id: Option<String>,
    place: i32,
    kind: String,
    written_on: NaiveDate,
    for_asker: Option<Vec<u8>>,
    asker_code: Vec<u8>,
    for_staff: Option<Vec<u8>>,
    staff_code: Vec<u8>,
}

/// Writes a letter from staff. Without a receipt there is nobody to read it.
pub(super) fn send(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    to: &Envelope,
    kind: Kind,
    content: &Content,
    on: NaiveDate,
) -> Result<()> {
    let (tag, public_key) = receipt::address_of(conn, secret, &to.id)?.ok_or(Refusal::NoReceipt)?;
    let id = LetterId::random();
    let for_asker = seal(&public_key, &asker_place(&id, &tag), content)?;
    let for_staff = seal_for_staff(conn, secret, to, &id, content)?;
    insert(conn, secret, (id, tag), to, (kind, on), (Some(for_asker), for_staff))
}

/// Writes an asker's letter: sealed for staff alone.
fn receive(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    from: &Receipt,
    about: &Envelope,
    kind: Kind,
    content: &Content,
    on: NaiveDate,
) -> Result<()> {
    let id = LetterId::random();
    let for_staff = seal_for_staff(conn, secret, about, &id, content)?;
    insert(conn, secret, (id, from.keys.tag.clone()), about, (kind, on), (None, for_staff))
}

fn insert(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    (id, receipt_tag): (LetterId, String),
    about: &Envelope,
    (kind, written_on): (Kind, NaiveDate),
    (for_asker, for_staff): (Option<Vec<u8>>, Vec<u8>),
) -> Result<()> {
    let place: i64 = letter::table.filter(letter::receipt_tag.eq(&receipt_tag)).count().get_result(conn)?;
    let mut row = Row {
        id: id.to_string(),
        receipt_tag,
        question_id: Some(about.id.to_string()),
        place: i32::try_from(place).unwrap_or(i32::MAX),
        kind: kind.word().to_owned(),
        written_on,
        for_asker,
        asker_code: Vec::new(),
        for_staff: Some(for_staff),
        staff_code: Vec::new(),
    };
    row.asker_code = row.code(secret, Copy::Asker).to_vec();
    row.staff_code = row.code(secret, Copy::Staff).to_vec();
    diesel::insert_into(letter::table).values(row).execute(conn)?;
    Ok(())
}

fn seal_for_staff(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    about: &Envelope,
    id: &LetterId,
    content: &Content,
) -> Result<Vec<u8>> {
    let key = epoch::find_public_key(conn, secret, &about.epoch_id)?;
    seal(&key, &staff_place(id, about.epoch_id.as_str()), content)
}

fn seal(to: &PublicKey, place: &Place<'_>, content: &Content) -> Result<Vec<u8>> {
    let plain = zeroize::Zeroizing::new(serde_json::to_vec(content).map_err(|_| Error::UnknownContent)?);
    Ok(seal_padded(to, place, &plain)?)
}

/// All letters of a receipt, oldest first, opened with its code. One that does not carry our code is no letter.
pub fn list_for_asker(conn: &mut AnyConnection, secret: &AppSecret, receipt: &Receipt) -> Result<Vec<Letter>> {
    let rows: Vec<Row> = letter::table
        .filter(letter::receipt_tag.eq(&receipt.keys.tag))
        .order(letter::place)
        .select(Row::as_select())
        .load(conn)?;
    let open = |row: Row| {
        let place_id = LetterId::from(row.id.clone());
        let place = asker_place(&place_id, &receipt.keys.tag);
        let opened = row.for_asker.as_ref().map(|sealed| open_padded(&receipt.keys.private, &place, sealed));
        row.letter(opened.transpose()?)
    };
    Ok(rows.into_iter().filter(|row| row.is_ours(secret, Copy::Asker)).filter_map(|row| readable(open(row))).collect())
}

/// All letters about a question, oldest first, opened with a clinician's keys. One that does not carry our code is no
/// letter.
pub fn list_for_staff(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    clinician: &Clinician,
    id: &QuestionId,
) -> Result<Vec<Letter>> {
    let epoch = question::find(conn, id)?.epoch_id;
    let rows: Vec<Row> = letter::table
        .filter(letter::question_id.eq(id.as_str()))
        .order(letter::place)
        .select(Row::as_select())
        .load(conn)?;
    let mut open = |row: Row| {
        let id = LetterId::from(row.id.clone());
        let place = staff_place(&id, epoch.as_str());
        let opened = row.for_staff.as_ref().map(|sealed| clinician.keys.open_text(conn, &place, sealed));
        row.letter(opened.transpose()?)
    };
    Ok(rows.into_iter().filter(|row| row.is_ours(secret, Copy::Staff)).filter_map(|row| readable(open(row))).collect())
}

/// One letter that cannot be read must not keep its reader from the others.
fn readable(letter: Result<Letter>) -> Option<Letter> {
    letter.inspect_err(|_| tracing::error!("a letter that carries our code cannot be read")).ok()
}

/// For whom a letter is sealed.
#[derive(Clone, Copy)]
enum Copy {
    Asker,
    Staff,
}

impl Row {
    /// The code of one copy, with all that says what it is.
    fn code(&self, secret: &AppSecret, copy: Copy) -> [u8; 32] {
        let (label, sealed, about) = match copy {
            Copy::Asker => ("letter/asker", &self.for_asker, None),
            Copy::Staff => ("letter/staff", &self.for_staff, self.question_id.as_deref()),
        };
        let (place, day) = (self.place.to_be_bytes(), self.written_on.to_string());
        let parts: [&[u8]; 7] = [
            self.id.as_bytes(),
            self.receipt_tag.as_bytes(),
            about.unwrap_or_default().as_bytes(),
            &place,
            self.kind.as_bytes(),
            day.as_bytes(),
            sealed.as_deref().unwrap_or_default(),
        ];
        secret.authenticate(label, &parts)
    }

    fn is_ours(&self, secret: &AppSecret, copy: Copy) -> bool {
        let code = match copy {
            Copy::Asker => &self.asker_code,
            Copy::Staff => &self.staff_code,
        };
        let is_ours = bool::from(self.code(secret, copy).as_slice().ct_eq(code));
        if !is_ours {
            tracing::error!("a letter in the database does not carry our code: someone may have written it there");
        }
        is_ours
    }

    fn letter(&self, opened: Option<crate::vault::Plain>) -> Result<Letter> {
        let content = opened.map(|plain| serde_json::from_slice(&plain).map_err(|_| Error::UnknownContent));
        Ok(Letter {
            kind: Kind::from_word(&self.kind).ok_or(Error::UnknownContent)?,
            written_on: self.written_on,
            content: content.transpose()?,
        })
    }
}

fn asker_place<'a>(id: &'a LetterId, tag: &'a str) -> Place<'a> {
    Place { purpose: "letter-to-asker", row: id.as_str(), epoch: "", holder: tag }
}

fn staff_place<'a>(id: &'a LetterId, epoch: &'a str) -> Place<'a> {
    Place { purpose: "letter-to-staff", row: id.as_str(), epoch, holder: "" }
}
