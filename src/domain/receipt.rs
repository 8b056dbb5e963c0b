//! A receipt: what is kept of the code that an asker was shown once. It leads from the code to the question, and what
//! is sealed to it only the code opens.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use super::errors::{Error, Result};
use super::ids::QuestionId;
use crate::database::AnyConnection;
use crate::database::schema::receipt;
use crate::secret::AppSecret;
use crate::vault::code::{Code, CodeKeys};
use crate::vault::envelope::PublicKey;

const SEAL: &str = "public-key/receipt";

/// A receipt as its owner's code opened it.
#[derive(Clone)]
pub struct Receipt {
    pub keys: CodeKeys,
    /// `None` once the original is forgotten.
    pub question: Option<QuestionId>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = receipt)]
struct Row {
    tag: String,
    question_id: Option<String>,
    public_key: Vec<u8>,
    seal: Vec<u8>,
}

/// Keeps the receipt of a question that was just sent. The same form sent twice has one receipt.
pub fn hand_out(conn: &mut AnyConnection, secret: &AppSecret, code: &Code, id: &QuestionId) -> Result<()> {
    let keys = code.keys(secret);
    let is_known = receipt::table.find(&keys.tag).count().get_result::<i64>(conn)? > 0;
    if is_known {
        return Ok(());
    }
    let seal = secret.authenticate(SEAL, &[keys.tag.as_bytes(), id.as_str().as_bytes(), keys.public.as_bytes()]);
    let row = Row {
        tag: keys.tag,
        question_id: Some(id.to_string()),
        public_key: keys.public.as_bytes().to_vec(),
        seal: seal.to_vec(),
    };
    diesel::insert_into(receipt::table).values(row).execute(conn)?;
    Ok(())
}

/// The receipt of a code; `None` for a code nobody was given, and for one that is forgotten.
pub fn find(conn: &mut AnyConnection, secret: &AppSecret, code: &Code) -> Result<Option<Receipt>> {
    let keys = code.keys(secret);
    let row: Option<Row> = receipt::table.find(&keys.tag).select(Row::as_select()).first(conn).optional()?;
    let Some(row) = row else { return Ok(None) };
    // A receipt that was pointed at someone else's question must not open it.
    if row.question_id.is_some() && (row.public_key != keys.public.as_bytes() || !row.is_sealed(secret)) {
        return Err(Error::ForeignKey);
    }
    Ok(Some(Receipt { keys, question: row.question_id.map(QuestionId::from) }))
}

/// Where letters about a question are sealed to: tag and key; `None` for a question that has no receipt. A key that
/// does not carry our code is refused loudly.
pub fn address_of(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    id: &QuestionId,
) -> Result<Option<(String, PublicKey)>> {
    let row: Option<Row> =
        receipt::table.filter(receipt::question_id.eq(id.as_str())).select(Row::as_select()).first(conn).optional()?;
    let Some(row) = row else { return Ok(None) };
    if !row.is_sealed(secret) {
        return Err(Error::ForeignKey);
    }
    Ok(Some((row.tag, PublicKey::from_bytes(&row.public_key)?)))
}

impl Row {
    /// Whether tag, question and key are the ones that were handed out together.
    fn is_sealed(&self, secret: &AppSecret) -> bool {
        let id = self.question_id.as_deref().unwrap_or_default();
        secret.is_authentic(SEAL, &[self.tag.as_bytes(), id.as_bytes(), &self.public_key], &self.seal)
    }
}

/// Whether a question has a receipt that can be written to.
pub fn exists_for(conn: &mut AnyConnection, id: &QuestionId) -> Result<bool> {
    Ok(receipt::table.filter(receipt::question_id.eq(id.as_str())).count().get_result::<i64>(conn)? > 0)
}

/// From this day on the receipt's own days are counted; `None` when the question is open again.
pub(super) fn set_closed(conn: &mut AnyConnection, id: &QuestionId, on: Option<NaiveDate>) -> Result<()> {
    diesel::update(receipt::table.filter(receipt::question_id.eq(id.as_str())))
        .set(receipt::closed_on.eq(on))
        .execute(conn)?;
    Ok(())
}

/// Deletes a receipt with all its letters.
pub(super) fn remove(conn: &mut AnyConnection, receipt: &Receipt) -> Result<()> {
    diesel::delete(receipt::table.find(&receipt.keys.tag)).execute(conn)?;
    Ok(())
}

/// Deletes the receipts, with their letters, of what was closed at least `keep` days ago; gives how many. One whose
/// original is still there lives as long as it.
pub fn forget_closed(conn: &mut AnyConnection, keep: Days, today: NaiveDate) -> Result<usize> {
    let Some(last_day) = today.checked_sub_days(keep) else { return Ok(0) };
    Ok(diesel::delete(receipt::table.filter(receipt::question_id.is_null()).filter(receipt::closed_on.le(last_day)))
        .execute(conn)?)
}

/// How many receipts [`forget_closed`] would delete.
pub fn count_due(conn: &mut AnyConnection, keep: Days, today: NaiveDate) -> Result<i64> {
    let Some(last_day) = today.checked_sub_days(keep) else { return Ok(0) };
    let due = receipt::table.filter(receipt::question_id.is_null()).filter(receipt::closed_on.le(last_day));
    Ok(due.count().get_result(conn)?)
}

/// How many receipts will be forgotten on each coming day, as far as that is known.
pub fn count_to_forget(conn: &mut AnyConnection, keep: Days) -> Result<Vec<(NaiveDate, i64)>> {
    let closed: Vec<(Option<NaiveDate>, i64)> = receipt::table
        .filter(receipt::closed_on.is_not_null())
        .group_by(receipt::closed_on)
        .order(receipt::closed_on)
        .select((receipt::closed_on, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(closed.into_iter().filter_map(|(on, count)| Some((on?.checked_add_days(keep)?, count))).collect())
}
