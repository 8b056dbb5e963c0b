//! Pairs that belong beside a pair: those an editor pinned to it. What else is like it, the search index finds.

use diesel::prelude::*;

use super::{Heading, Publication, is_slug};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::{publication, publication_pin};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Result};
use crate::domain::staff::Editor;

/// The most pairs that stand beside one, and that may be pinned to it.
pub const MOST: usize = 5;

/// Why a pair cannot be pinned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No pair stands at this address.
    Unknown,
    /// It is the pair itself.
    Itself,
    /// It stands there already.
    Again,
}

/// What became of an editor's pins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pinned {
    Done,
    /// Nothing was changed: the places of those that cannot be pinned, and why.
    Faulty(Vec<(usize, Fault)>),
}

/// What is pinned to a pair, in its order.
pub fn list_pinned(conn: &mut AnyConnection, pair: &Publication) -> Result<Vec<Heading>> {
    Ok(publication_pin::table
        .inner_join(publication::table)
        .filter(publication_pin::publication_id.eq(pair.id.as_str()))
        .order((publication_pin::place, publication::slug))
        .select(Heading::as_select())
        .load(conn)?)
}

/// The pairs with these slugs that are still there, in this order.
pub fn list_by_slugs(conn: &mut AnyConnection, slugs: &[String]) -> Result<Vec<Heading>> {
    let found: Vec<Heading> =
        publication::table.filter(publication::slug.eq_any(slugs)).select(Heading::as_select()).load(conn)?;
    Ok(slugs.iter().filter_map(|slug| found.iter().find(|heading| heading.slug == *slug).cloned()).collect())
}

/// Pins these to a pair, in this order, in place of what was pinned before; empty slugs are passed over.
pub fn pin(conn: &mut AnyConnection, editor: &Editor, slug: &str, wanted: &[String], now: Moment) -> Result<Pinned> {
    let pair = super::find_by_slug(conn, slug)?;
    let (mut pins, mut faults) = (Vec::new(), Vec::new());
    for (place, slug) in wanted.iter().enumerate().filter(|(_, slug)| !slug.is_empty()).take(MOST) {
        match find_id(conn, slug)? {
            None => faults.push((place, Fault::Unknown)),
            Some(id) if id == pair.id.as_str() => faults.push((place, Fault::Itself)),
            Some(id) if pins.contains(&id) => faults.push((place, Fault::Again)),
            Some(id) => pins.push(id),
        }
    }
    if !faults.is_empty() {
        return Ok(Pinned::Faulty(faults));
    }
    // First: it makes two editors take turns.
    audit::record(conn, Actor::Staff(editor.id()), Act::PinRelated, pair.id.as_str(), now)?;
    write(conn, pair.id.as_str(), &pins)?;
    Ok(Pinned::Done)
}

fn write(conn: &mut AnyConnection, id: &str, pins: &[String]) -> Result<()> {
    let here = publication_pin::publication_id.eq(id);
    diesel::delete(publication_pin::table.filter(here)).execute(conn)?;
    for (place, related) in (0_i32..).zip(pins) {
        diesel::insert_into(publication_pin::table)
            .values((here, publication_pin::related_id.eq(related), publication_pin::place.eq(place)))
            .execute(conn)?;
    }
    Ok(())
}

fn find_id(conn: &mut AnyConnection, slug: &str) -> Result<Option<String>> {
    if !is_slug(slug) {
        return Ok(None);
    }
    let found = publication::table.filter(publication::slug.eq(slug)).select(publication::id);
    found.first(conn).optional().map_err(Error::from)
}
