//! Links to other houses that did not answer well. Someone with a shell asks them when they want to (`spoross check
//! --links`); no page view and no job does, for whoever asks tells the other house about us.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::database::AnyConnection;
use crate::database::schema::outside_link as table;
use crate::domain::errors::{Error, Result};
use crate::domain::ids::words;

words!(
    /// What kind of page a link stands on.
    Kind, "kind of linking page" {
        Pair = "pair",
        Article = "article",
        Service = "service",
    }
);

/// A link that did not answer well.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dead {
    pub kind: Kind,
    /// A pair's or an article's id, or a help service's.
    pub subject: String,
    pub address: String,
    /// A status, or one of the words of the asking command.
    pub trouble: String,
}

#[derive(Queryable, Insertable, Selectable)]
#[diesel(table_name = table)]
struct Row {
    kind: String,
    subject: String,
    address: String,
    trouble: String,
    asked_on: NaiveDate,
}

/// Puts what was found in place of what was found before.
pub fn record(conn: &mut AnyConnection, found: &[Dead], today: NaiveDate) -> Result<()> {
    diesel::delete(table::table).execute(conn)?;
    for dead in found {
        let row = Row {
            kind: dead.kind.word().to_owned(),
            subject: dead.subject.clone(),
            address: dead.address.clone(),
            trouble: dead.trouble.clone(),
            asked_on: today,
        };
        diesel::insert_into(table::table).values(&row).execute(conn)?;
    }
    Ok(())
}

/// The dead links of one kind of page, by what they stand on.
pub fn list(conn: &mut AnyConnection, kind: Kind) -> Result<BTreeMap<String, Vec<Dead>>> {
    let rows: Vec<Row> = table::table
        .filter(table::kind.eq(kind.word()))
        .order((table::subject, table::address))
        .select(Row::as_select())
        .load(conn)?;
    let mut found: BTreeMap<String, Vec<Dead>> = BTreeMap::new();
    for row in rows {
        let kind = Kind::from_word(&row.kind).ok_or(Error::UnknownContent)?;
        let Row { subject, address, trouble, .. } = row;
        found.entry(subject.clone()).or_default().push(Dead { kind, subject, address, trouble });
    }
    Ok(found)
}

/// Forgets what is known of the links of a page that is gone.
pub(in crate::domain) fn forget(conn: &mut AnyConnection, kind: Kind, subject: &str) -> Result<()> {
    let of_it = table::table.filter(table::kind.eq(kind.word())).filter(table::subject.eq(subject));
    diesel::delete(of_it).execute(conn)?;
    Ok(())
}

/// When someone asked last and found something.
pub fn find_day(conn: &mut AnyConnection) -> Result<Option<NaiveDate>> {
    Ok(table::table.select(diesel::dsl::max(table::asked_on)).first(conn)?)
}
