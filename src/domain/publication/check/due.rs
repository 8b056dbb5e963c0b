//! Which pairs should be read again: someone reported them, their day has come, they lead nowhere, or nobody has looked at
//! them for long.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use diesel::prelude::*;

use super::super::{Publication, Row};
use super::outside;
use crate::database::AnyConnection;
use crate::database::schema::{broken_link, publication, publication_check as check, report};
use crate::domain::errors::Result;
use crate::domain::ids::words;

/// The longest list: who has more to read than this begins with these.
pub const MOST: usize = 100;
/// Pairs whose words are looked at for one list, those that were read longest ago.
const LOOKED_AT: i64 = 400;

words!(
    /// Why a pair should be read again, the most pressing first.
    Why, "reason to read again" {
        Reported = "reported",
        Planned = "planned",
        BrokenLink = "broken_link",
        Law = "law",
        Dose = "dose",
        Phone = "phone",
        Old = "old",
    }
);

/// When a pair is due.
pub struct Terms<'a> {
    pub today: NaiveDate,
    pub months: u32,
    /// For what goes out of date sooner.
    pub sensitive_months: u32,
    /// What in a text goes out of date sooner.
    pub names: &'a dyn Fn(&str) -> Vec<Why>,
}

/// A pair that should be read again.
#[derive(Clone, Debug)]
pub struct Due {
    pub pair: Publication,
    pub read_on: NaiveDate,
    pub why: Vec<Why>,
}

type Found = (Row, Option<NaiveDate>);

/// The list, the most pressing first and then those that were read longest ago.
pub fn list(conn: &mut AnyConnection, terms: &Terms<'_>) -> Result<Vec<Due>> {
    let mut whys: BTreeMap<String, Vec<Why>> = BTreeMap::new();
    let reported: Vec<String> = report::table.select(report::publication_id).distinct().load(conn)?;
    let mut broken: Vec<String> = broken_link::table.select(broken_link::publication_id).distinct().load(conn)?;
    broken.extend(
        outside::list(conn, outside::Kind::Pair)?.into_keys().filter(|id| !broken.contains(id)).collect::<Vec<_>>(),
    );
    let planned = check::table.filter(check::recheck_on.le(terms.today));
    let planned: Vec<String> = planned.select(check::publication_id).load(conn)?;
    for (ids, why) in [(reported, Why::Reported), (planned, Why::Planned), (broken, Why::BrokenLink)] {
        for id in ids {
            whys.entry(id).or_default().push(why);
        }
    }
    let named: Vec<String> = whys.keys().take(MOST).cloned().collect();
    let mut found = list_by_ids(conn, &named)?;
    let known = |rows: &[Found], id: &str| rows.iter().any(|(row, _)| row.id == id);
    for other in list_read_before(conn, months_before(terms.today, terms.sensitive_months))? {
        if !known(&found, &other.0.id) {
            found.push(other);
        }
    }
    let mut due = Vec::new();
    for (row, checked_on) in found {
        let before = whys.remove(&row.id).unwrap_or_default();
        due.extend(Due::of(row.try_into()?, checked_on, before, terms));
    }
    due.sort_by(|one, other| {
        (one.why.first(), one.read_on, &one.pair.slug).cmp(&(other.why.first(), other.read_on, &other.pair.slug))
    });
    due.truncate(MOST);
    Ok(due)
}

impl Due {
    fn of(pair: Publication, checked_on: Option<NaiveDate>, mut why: Vec<Why>, terms: &Terms<'_>) -> Option<Self> {
        let read_on = checked_on.unwrap_or(pair.changed_on()).max(pair.changed_on());
        why.extend(whys_by_age(read_on, &format!("{}\n{}\n{}", pair.title, pair.question, pair.answer), terms));
        (!why.is_empty()).then_some(Self { pair, read_on, why })
    }
}

fn list_by_ids(conn: &mut AnyConnection, ids: &[String]) -> Result<Vec<Found>> {
    Ok(publication::table
        .left_join(check::table)
        .filter(publication::id.eq_any(ids))
        .select((Row::as_select(), check::checked_on.nullable()))
        .load(conn)?)
}

/// Those that were read longest ago: first those nobody has read since they came out.
fn list_read_before(conn: &mut AnyConnection, day: NaiveDate) -> Result<Vec<Found>> {
    let mut found: Vec<Found> = publication::table
        .left_join(check::table)
        .filter(publication::published_on.le(day))
        .filter(publication::updated_on.is_null().or(publication::updated_on.le(day)))
        .filter(check::checked_on.is_null())
        .order((publication::published_on, publication::slug))
        .select((Row::as_select(), check::checked_on.nullable()))
        .limit(LOOKED_AT)
        .load(conn)?;
    found.extend(
        publication::table
            .left_join(check::table)
            .filter(check::checked_on.le(day))
            .order((check::checked_on, publication::slug))
            .select((Row::as_select(), check::checked_on.nullable()))
            .limit(LOOKED_AT)
            .load::<Found>(conn)?,
    );
    Ok(found)
}

/// What a text of this age should be read again for: what goes out of date sooner, and its age.
pub fn whys_by_age(read_on: NaiveDate, text: &str, terms: &Terms<'_>) -> Vec<Why> {
    let mut why = Vec::new();
    if read_on <= months_before(terms.today, terms.sensitive_months) {
        why.extend((terms.names)(text));
    }
    if read_on <= months_before(terms.today, terms.months) {
        why.push(Why::Old);
    }
    why
}

fn months_before(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN)
}
