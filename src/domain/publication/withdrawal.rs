//! A pair that was taken away: its address says why. Its row is gone from the table that every list, feed and index
//! reads, so none of them can show it by mistake. What stood there is kept until two people agree that it comes back.

mod putting_back;
mod surroundings;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::correction::history::{self, FormerRow};
use super::import::{Incoming, fingerprint_of};
use super::version::kept::{self, KeptVersion};
use super::{Row, is_slug, remove};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{import_mark, old_path, publication, withdrawal as table};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::{StaffId, words};
use crate::domain::staff::Keeper;
use crate::text::language::Language;

pub use putting_back::{ask_return, give_back};
use surroundings::Surroundings;

/// The longest list; a house has a handful.
const MOST: i64 = 200;

words!(
    /// Why a pair was taken away; its readers are told.
    Reason, "withdrawal reason" {
        /// Someone could be known by it: its words are erased at once, and it cannot come back.
        Identifies = "identifies",
        Wrong = "wrong",
        Outdated = "outdated",
        /// Another pair says it better.
        Replaced = "replaced",
        Other = "other",
    }
);

/// What readers are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub reason: Reason,
    /// In the pair's language; may be empty.
    pub words: String,
    /// The slug of a pair to read in its place.
    pub instead: Option<String>,
}

/// A pair that was taken away.
#[derive(Clone, Debug)]
pub struct Withdrawn {
    pub slug: String,
    pub topic: String,
    pub language: Language,
    pub told: Told,
    pub withdrawn_on: NaiveDate,
    pub by: StaffId,
    /// Title, question and answer; nothing when they were erased.
    pub stood: Option<[String; 3]>,
    /// Who wants it back; another must agree.
    pub returner_id: Option<StaffId>,
}

/// All that stood at the address.
#[derive(Serialize, Deserialize)]
struct Stood {
    pair: Row,
    versions: Vec<KeptVersion>,
    former: Vec<FormerRow>,
    #[serde(default)]
    around: Surroundings,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = table)]
struct WithdrawalRow {
    publication_id: String,
    slug: String,
    old_path: Option<String>,
    import_mark: Option<String>,
    words_mark: String,
    topic: String,
    language: String,
    reason: String,
    words: String,
    instead: Option<String>,
    withdrawn_on: NaiveDate,
    staff_id: String,
    kept: Option<String>,
    returner_id: Option<String>,
}

/// Takes a pair away from everyone, with its versions, corrections and open reports. The caller empties the files.
pub fn withdraw(conn: &mut AnyConnection, keeper: &Keeper, slug: &str, told: &Told, now: Moment) -> Result<()> {
    let id = super::find_by_slug(conn, slug)?.id;
    let pair: Row = publication::table.find(id.as_str()).select(Row::as_select()).first(conn)?;
    let of_pair = old_path::table.filter(old_path::publication_id.eq(id.as_str()));
    let old_path: Option<String> = of_pair.select(old_path::path).first(conn).optional()?;
    let mark = import_mark::table.filter(import_mark::publication_id.eq(id.as_str()));
    let import_mark: Option<String> = mark.select(import_mark::fingerprint).first(conn).optional()?;
    let (topic, language) = (pair.topic.clone(), pair.language.clone());
    let words_mark = fingerprint_of(&pair.title, &pair.question);
    let (versions, former) = (kept::list(conn, &id)?, history::list_rows(conn, &id)?);
    let stood = Stood { versions, former, around: Surroundings::find(conn, &id)?, pair };
    // Whoever came second finds the row gone.
    remove(conn, &id).map_err(|error| match error {
        Error::NotFound => Refusal::PairWithdrawn { slug: slug.to_owned() }.into(),
        other => other,
    })?;
    let kept = match told.reason {
        Reason::Identifies => None,
        _ => Some(serde_json::to_string(&stood).map_err(|_| Error::UnknownContent)?),
    };
    let row = WithdrawalRow {
        publication_id: id.to_string(),
        slug: slug.to_owned(),
        old_path,
        import_mark,
        words_mark,
        topic,
        language,
        reason: told.reason.word().to_owned(),
        words: told.words.clone(),
        instead: told.instead.clone(),
        withdrawn_on: date_in_norway(now),
        staff_id: keeper.id().to_string(),
        kept,
        returner_id: None,
    };
    diesel::insert_into(table::table).values(&row).execute(conn)?;
    audit::record(conn, Actor::Staff(keeper.id()), Act::Withdraw, id.as_str(), now)
}

/// What was taken away from an address.
pub fn find(conn: &mut AnyConnection, slug: &str) -> Result<Withdrawn> {
    row(conn, slug)?.try_into()
}

/// Everything that was taken away, newest first.
pub fn list(conn: &mut AnyConnection) -> Result<Vec<Withdrawn>> {
    let rows: Vec<WithdrawalRow> = table::table
        .order((table::withdrawn_on.desc(), table::slug))
        .select(WithdrawalRow::as_select())
        .limit(MOST)
        .load(conn)?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Whether a pair stood at this address and was taken away.
pub(super) fn is_withdrawn(conn: &mut AnyConnection, slug: &str) -> Result<bool> {
    Ok(table::table.filter(table::slug.eq(slug)).count().get_result::<i64>(conn)? > 0)
}

/// The slug of the pair that had this address elsewhere.
pub(super) fn find_by_old_path(conn: &mut AnyConnection, path: &str) -> Result<Option<String>> {
    Ok(table::table.filter(table::old_path.eq(path)).select(table::slug).first(conn).optional()?)
}

/// The slug an incoming pair had here before it was taken away.
pub(super) fn recognise(conn: &mut AnyConnection, incoming: &Incoming) -> Result<Option<String>> {
    let mark = incoming.fingerprint();
    let path = incoming.old_path.as_ref().map(super::import::OldPath::as_str).unwrap_or_default();
    let same = table::words_mark.eq(&mark).or(table::import_mark.eq(&mark).assume_not_null());
    let found = table::table.filter(same.or(table::old_path.eq(path).assume_not_null()));
    Ok(found.order(table::slug).select(table::slug).first(conn).optional()?)
}

fn row(conn: &mut AnyConnection, slug: &str) -> Result<WithdrawalRow> {
    if !is_slug(slug) {
        return Err(Error::NotFound);
    }
    Ok(table::table.filter(table::slug.eq(slug)).select(WithdrawalRow::as_select()).first(conn)?)
}

impl WithdrawalRow {
    fn stood(&self) -> Result<Option<Stood>> {
        self.kept.as_ref().map(|kept| serde_json::from_str(kept).map_err(|_| Error::UnknownContent)).transpose()
    }
}

impl TryFrom<WithdrawalRow> for Withdrawn {
    type Error = Error;

    fn try_from(row: WithdrawalRow) -> Result<Self> {
        let stood = row.stood()?.map(|stood| [stood.pair.title, stood.pair.question, stood.pair.answer]);
        Ok(Self {
            slug: row.slug,
            topic: row.topic,
            language: Language::from_tag(&row.language).ok_or(Error::UnknownContent)?,
            told: Told {
                reason: Reason::from_word(&row.reason).ok_or(Error::UnknownContent)?,
                words: row.words,
                instead: row.instead,
            },
            withdrawn_on: row.withdrawn_on,
            by: row.staff_id.into(),
            stood,
            returner_id: row.returner_id.map(StaffId::from),
        })
    }
}
