//! Where a published pair stands, and what someone put beside it.

use std::collections::HashMap;

use diesel::prelude::*;

use super::{Heading, Publication, related};
use crate::database::AnyConnection;
use crate::database::schema::{
    article, article_version, publication, publication_article, publication_pin, publication_topic,
};
use crate::domain::answer::placing::{MOST_RELATED, Placing};
use crate::domain::errors::Result;
use crate::domain::ids::PublicationId;

/// A page of ours that stands beside a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// In bokmål's frame.
    pub path: String,
    pub title: String,
    pub language: String,
}

/// Why a page cannot stand beside a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing that everyone reads stands at this address.
    Unknown,
    /// It is the pair itself.
    Itself,
}

/// An id, and whether it is an article's.
type Target = (String, bool);

/// Puts a pair where it was chosen to stand, in place of what was chosen before. What is gone by now is passed over.
pub(super) fn write(conn: &mut AnyConnection, id: &PublicationId, placing: &Placing) -> Result<()> {
    write_topics(conn, id, &placing.further_topics)?;
    write_related(conn, id, &placing.related)
}

/// Lists a pair under these topics too.
pub(super) fn write_topics(conn: &mut AnyConnection, id: &PublicationId, topics: &[String]) -> Result<()> {
    let of_it = publication_topic::publication_id.eq(id.as_str());
    diesel::delete(publication_topic::table.filter(of_it)).execute(conn)?;
    for (place, topic) in (0_i32..).zip(topics) {
        diesel::insert_into(publication_topic::table)
            .values((of_it, publication_topic::topic.eq(topic), publication_topic::place.eq(place)))
            .execute(conn)?;
    }
    Ok(())
}

/// Puts these pages beside a pair.
pub(super) fn write_related(conn: &mut AnyConnection, id: &PublicationId, addresses: &[String]) -> Result<()> {
    let mut targets: Vec<Target> = Vec::new();
    for address in addresses {
        let found = find_target(conn, address)?.filter(|target| target.0 != id.as_str() && !targets.contains(target));
        targets.extend(found.filter(|_| targets.len() < MOST_RELATED));
    }
    let (pin, beside) =
        (publication_pin::publication_id.eq(id.as_str()), publication_article::publication_id.eq(id.as_str()));
    diesel::delete(publication_pin::table.filter(pin)).execute(conn)?;
    diesel::delete(publication_article::table.filter(beside)).execute(conn)?;
    for (place, (target, is_article)) in (0_i32..).zip(targets) {
        if is_article {
            let row = (beside, publication_article::article_id.eq(target), publication_article::place.eq(place));
            diesel::insert_into(publication_article::table).values(row).execute(conn)?;
        } else {
            let row = (pin, publication_pin::related_id.eq(target), publication_pin::place.eq(place));
            diesel::insert_into(publication_pin::table).values(row).execute(conn)?;
        }
    }
    Ok(())
}

/// Where a pair stands now.
pub fn find(conn: &mut AnyConnection, pair: &Publication) -> Result<Placing> {
    let mut topics = list_topics(conn, &[pair.id.as_str()])?;
    Ok(Placing {
        slug: pair.slug.clone(),
        language: Some(pair.language),
        further_topics: topics.remove(pair.id.as_str()).unwrap_or_default(),
        related: list_related(conn, pair)?.into_iter().map(|page| page.path).collect(),
    })
}

/// What someone wants of a pair that stands already; nothing when it stands so now.
pub fn find_change(conn: &mut AnyConnection, pair: &Publication, wanted: Placing) -> Result<Option<Placing>> {
    let now = find(conn, pair)?;
    let wanted = Placing { slug: now.slug.clone(), language: wanted.language.or(now.language), ..wanted };
    Ok((wanted != now).then_some(wanted))
}

/// The further topics of these pairs, by the pairs' ids, each in its order.
pub fn list_topics(conn: &mut AnyConnection, ids: &[&str]) -> Result<HashMap<String, Vec<String>>> {
    let found: Vec<(String, String)> = publication_topic::table
        .filter(publication_topic::publication_id.eq_any(ids))
        .order((publication_topic::publication_id, publication_topic::place))
        .select((publication_topic::publication_id, publication_topic::topic))
        .load(conn)?;
    let mut topics: HashMap<String, Vec<String>> = HashMap::new();
    for (id, topic) in found {
        topics.entry(id).or_default().push(topic);
    }
    Ok(topics)
}

/// What someone put beside a pair and is still there, in its order.
pub fn list_related(conn: &mut AnyConnection, pair: &Publication) -> Result<Vec<Neighbour>> {
    let pinned: Vec<(i32, Heading)> = publication_pin::table
        .inner_join(publication::table)
        .filter(publication_pin::publication_id.eq(pair.id.as_str()))
        .select((publication_pin::place, Heading::as_select()))
        .load(conn)?;
    let mut all: Vec<(i32, Neighbour)> = pinned.into_iter().map(|(place, pair)| (place, pair.into())).collect();
    all.extend(list_articles(conn, pair)?);
    all.sort_by(|(one, page), (other, next)| (one, &page.path).cmp(&(other, &next.path)));
    Ok(all.into_iter().map(|(_, page)| page).collect())
}

/// The articles beside a pair that everyone may read, with their places.
pub fn list_articles(conn: &mut AnyConnection, pair: &Publication) -> Result<Vec<(i32, Neighbour)>> {
    let found: Vec<(i32, String, String, String)> = publication_article::table
        .inner_join(article::table.inner_join(article_version::table))
        .filter(publication_article::publication_id.eq(pair.id.as_str()))
        .filter(article::public_version.eq(article_version::version.nullable()))
        .order((publication_article::place, article::slug))
        .select((publication_article::place, article::slug, article_version::title, article::language))
        .load(conn)?;
    let page = |(place, slug, title, language)| (place, Neighbour { path: format!("/fakta/{slug}"), title, language });
    Ok(found.into_iter().map(page).collect())
}

/// The pages at these addresses that everyone may read, in this order.
pub fn list_pages(conn: &mut AnyConnection, addresses: &[String]) -> Result<Vec<Neighbour>> {
    let mut pages = Vec::new();
    for address in addresses {
        pages.extend(match address.strip_prefix("/fakta/") {
            Some(slug) => find_article(conn, slug)?.map(|(_, page)| page),
            None => find_pair(conn, address)?.map(|(_, page)| page),
        });
    }
    Ok(pages)
}

/// The first of these that cannot stand beside the pair at `own`, and why.
pub fn find_fault(conn: &mut AnyConnection, own: &str, addresses: &[String]) -> Result<Option<(String, Fault)>> {
    for address in addresses {
        if !own.is_empty() && address.strip_prefix("/sporsmal/") == Some(own) {
            return Ok(Some((address.clone(), Fault::Itself)));
        }
        if find_target(conn, address)?.is_none() {
            return Ok(Some((address.clone(), Fault::Unknown)));
        }
    }
    Ok(None)
}

fn find_target(conn: &mut AnyConnection, address: &str) -> Result<Option<Target>> {
    Ok(match address.strip_prefix("/fakta/") {
        Some(slug) => find_article(conn, slug)?.map(|(id, _)| (id, true)),
        None => find_pair(conn, address)?.map(|(id, _)| (id, false)),
    })
}

fn find_pair(conn: &mut AnyConnection, address: &str) -> Result<Option<(String, Neighbour)>> {
    let slug = address.strip_prefix("/sporsmal/").unwrap_or(address);
    let found = publication::table.filter(publication::slug.eq(slug)).select((publication::id, Heading::as_select()));
    let found: Option<(String, Heading)> = found.first(conn).optional()?;
    Ok(found.map(|(id, heading)| (id, heading.into())))
}

fn find_article(conn: &mut AnyConnection, slug: &str) -> Result<Option<(String, Neighbour)>> {
    let found: Option<(String, String, String)> = article::table
        .inner_join(article_version::table)
        .filter(article::slug.eq(slug))
        .filter(article::public_version.eq(article_version::version.nullable()))
        .select((article::id, article_version::title, article::language))
        .first(conn)
        .optional()?;
    let path = format!("/fakta/{slug}");
    Ok(found.map(|(id, title, language)| (id, Neighbour { path, title, language })))
}

/// What came with a pair from another house, unless something stands beside it here.
pub(super) fn take_in(conn: &mut AnyConnection, slug: &str, addresses: &[String]) -> Result<()> {
    let pair = super::find_by_slug(conn, slug)?;
    if related::list_pinned(conn, &pair)?.is_empty() && list_articles(conn, &pair)?.is_empty() {
        write_related(conn, &pair.id, addresses)?;
    }
    Ok(())
}

impl From<Heading> for Neighbour {
    fn from(heading: Heading) -> Self {
        let language = heading.language().to_owned();
        Self { path: format!("/sporsmal/{}", heading.slug), title: heading.title, language }
    }
}
