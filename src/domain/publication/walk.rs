//! All pairs, one stretch after the other, for those who read by machine: an export, a feed, a map of the site.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::check::{self, Check};
use super::correction::history::{self, Former};
use super::version::{Version, listing};
use super::{Heading, PAGE_SIZE, Page, Publication, Row, placed, shelf};
use crate::database::AnyConnection;
use crate::database::schema::{old_path, publication, publication_choice};
use crate::domain::errors::Result;

/// A pair, the address it had elsewhere, and how an editor arranged it.
pub struct Exported {
    pub publication: Publication,
    pub old_path: Option<String>,
    /// Its place in its topic's choice.
    pub choice: Option<i32>,
    pub further_topics: Vec<String>,
    /// Addresses of what stands beside it.
    pub related: Vec<String>,
    /// The words it had, the newest first.
    pub former: Vec<Former>,
    pub check: Check,
    /// What readers may see of it in other words.
    pub versions: Vec<Version>,
}

/// Pairs after a slug, by slug: an order that both databases share and that no new pair upsets.
pub fn list_after(conn: &mut AnyConnection, slug: &str, limit: i64) -> Result<Vec<Exported>> {
    let rows: Vec<(Row, Option<String>, Option<i32>)> = publication::table
        .left_join(old_path::table)
        .left_join(publication_choice::table)
        .filter(publication::slug.gt(slug))
        .order(publication::slug)
        .select((Row::as_select(), old_path::path.nullable(), publication_choice::place.nullable()))
        .limit(limit)
        .load(conn)?;
    let ids: Vec<&str> = rows.iter().map(|(row, ..)| row.id.as_str()).collect();
    let mut topics = placed::list_topics(conn, &ids)?;
    let mut exported = Vec::new();
    for (row, old_path, choice) in rows {
        let publication = Publication::try_from(row)?;
        exported.push(Exported {
            further_topics: topics.remove(publication.id.as_str()).unwrap_or_default(),
            related: placed::list_related(conn, &publication)?.into_iter().map(|page| page.path).collect(),
            former: history::list(conn, &publication.id)?,
            check: check::find(conn, &publication.id)?,
            publication,
            old_path,
            choice,
            versions: Vec::new(),
        });
    }
    add_versions(conn, &mut exported)?;
    Ok(exported)
}

fn add_versions(conn: &mut AnyConnection, exported: &mut [Exported]) -> Result<()> {
    let pairs: Vec<Publication> = exported.iter().map(|exported| exported.publication.clone()).collect();
    let mut versions: HashMap<String, Vec<Version>> = HashMap::new();
    for version in listing::list_public(conn, &pairs)? {
        versions.entry(version.publication_id.to_string()).or_default().push(version);
    }
    for exported in exported {
        exported.versions = versions.remove(exported.publication.id.as_str()).unwrap_or_default();
        // No database's own order of texts decides what a file looks like.
        exported.versions.sort_by_key(|version| (version.variant.tongue.tag(), version.variant.is_easy));
    }
    Ok(())
}

/// The newest pairs with all their words, of one topic or of all.
pub fn list_newest(conn: &mut AnyConnection, topic: Option<&str>, limit: i64) -> Result<Vec<Publication>> {
    let mut newest = publication::table.select(Row::as_select()).into_boxed();
    if let Some(topic) = topic {
        newest = newest.filter(publication::topic.eq(topic).or(publication::id.eq_any(shelf::listed_under(topic))));
    }
    let rows: Vec<Row> = newest.order((publication::published_on.desc(), publication::slug)).limit(limit).load(conn)?;
    rows.into_iter().map(Publication::try_from).collect()
}

/// Pairs of all topics, newest first (the first page is 0).
pub fn list_all(conn: &mut AnyConnection, page: i64) -> Result<Page> {
    let headings = publication::table
        .order((publication::published_on.desc(), publication::slug))
        .select(Heading::as_select())
        .limit(PAGE_SIZE)
        .offset(page.max(0) * PAGE_SIZE)
        .load(conn)?;
    Ok(Page { headings, total: count(conn)? })
}

/// How many pairs there are.
pub fn count(conn: &mut AnyConnection) -> Result<i64> {
    Ok(publication::table.count().get_result(conn)?)
}

/// Where pairs stand: slug, day of publication, day of the last change.
pub type Place = (String, NaiveDate, Option<NaiveDate>);

/// The places of one stretch of pairs, oldest first, so that a new pair moves none of those before it.
pub fn list_places(conn: &mut AnyConnection, offset: i64, limit: i64) -> Result<Vec<Place>> {
    Ok(publication::table
        .order((publication::published_on, publication::slug))
        .select((publication::slug, publication::published_on, publication::updated_on))
        .offset(offset)
        .limit(limit)
        .load(conn)?)
}
