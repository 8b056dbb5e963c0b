//! Readers who say that something in a pair is wrong. Their words are sealed to the epoch of the day, like a question,
//! and are gone when a clinician is done with them.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::audit::{self, Act, Actor};
use super::errors::{Error, Refusal, Result};
use super::ids::{EpochId, PublicationId, ReportId, words};
use super::staff::{Clinician, epoch};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{publication, report};
use crate::secret::AppSecret;
use crate::vault::envelope::{Place, seal_padded};

/// Reports a page.
pub const PAGE_SIZE: i64 = 50;
/// What the chain of acts calls the reading of what is there.
const ALL_REPORTS: &str = "reports";

words!(
    /// What is wrong.
    Kind, "report kind" {
        Outdated = "outdated",
        DeadLink = "dead_link",
        Spelling = "spelling",
        Other = "other",
    }
);

/// A report in a clinician's hands.
#[derive(Clone, Debug)]
pub struct Report {
    pub id: ReportId,
    pub slug: String,
    pub title: String,
    pub kind: Kind,
    pub arrived_on: NaiveDate,
    /// The reader's words; `None` when this clinician was not given the key.
    pub text: Option<String>,
}

/// Seals a reader's words and keeps them. Refused while nobody could read them.
pub fn hand_in(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    about: &PublicationId,
    (kind, text): (Kind, &str),
    now: Moment,
) -> Result<()> {
    let epoch = epoch::current(conn, secret)?;
    let id = ReportId::random();
    let sealed = seal_padded(&epoch.public_key, &place(&id, &epoch.id), text.as_bytes())?;
    diesel::insert_into(report::table)
        .values((
            report::id.eq(id.as_str()),
            report::publication_id.eq(about.as_str()),
            report::kind.eq(kind.word()),
            report::arrived_on.eq(date_in_norway(now)),
            report::epoch_id.eq(epoch.id.as_str()),
            report::sealed.eq(sealed),
        ))
        .execute(conn)?;
    Ok(())
}

/// The first [`PAGE_SIZE`] that nobody is done with, oldest first, opened with a clinician's keys. That they were read
/// is written down.
pub fn read_waiting(conn: &mut AnyConnection, clinician: &Clinician, now: Moment) -> Result<Vec<Report>> {
    let rows: Vec<Row> = report::table
        .inner_join(publication::table)
        .order((report::arrived_on, report::id))
        .select((
            report::id,
            publication::slug,
            publication::title,
            report::kind,
            report::arrived_on,
            report::epoch_id,
            report::sealed,
        ))
        .limit(PAGE_SIZE)
        .load(conn)?;
    if !rows.is_empty() {
        audit::record(conn, Actor::Staff(clinician.id()), Act::ReadReports, ALL_REPORTS, now)?;
    }
    rows.into_iter().map(|row| row.open(conn, clinician)).collect()
}

/// How many wait.
pub fn count_waiting(conn: &mut AnyConnection) -> Result<i64> {
    Ok(report::table.count().get_result(conn)?)
}

/// A clinician has done what there was to do: the report is deleted.
pub fn finish(conn: &mut AnyConnection, clinician: &Clinician, id: &ReportId, now: Moment) -> Result<()> {
    let deleted = diesel::delete(report::table.find(id.as_str())).execute(conn)?;
    if deleted != 1 {
        return Err(Error::NotFound);
    }
    audit::record(conn, Actor::Staff(clinician.id()), Act::FinishReport, id.as_str(), now)
}

#[derive(Queryable)]
struct Row {
    id: String,
    slug: String,
    title: String,
    kind: String,
    arrived_on: NaiveDate,
    epoch_id: String,
    sealed: Vec<u8>,
}

impl Row {
    fn open(self, conn: &mut AnyConnection, clinician: &Clinician) -> Result<Report> {
        let (id, epoch) = (ReportId::from(self.id), EpochId::from(self.epoch_id));
        let text = match clinician.keys.open_text(conn, &place(&id, &epoch), &self.sealed) {
            Ok(plain) => Some(String::from_utf8(plain.to_vec()).map_err(|_| Error::UnknownContent)?),
            Err(Error::Refused(Refusal::NoKey)) => None,
            Err(error) => return Err(error),
        };
        Ok(Report {
            id,
            slug: self.slug,
            title: self.title,
            kind: Kind::from_word(&self.kind).ok_or(Error::UnknownContent)?,
            arrived_on: self.arrived_on,
            text,
        })
    }
}

fn place<'a>(id: &'a ReportId, epoch: &'a EpochId) -> Place<'a> {
    Place { purpose: "report", row: id.as_str(), epoch: epoch.as_str(), holder: "" }
}
