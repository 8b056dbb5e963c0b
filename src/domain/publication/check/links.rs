//! Links between our own pages that lead nowhere any more. Nothing is fetched: whoever asked other houses whether their
//! pages are still there would tell them about us.

use std::collections::HashSet;

use diesel::prelude::*;

use super::super::changes;
use crate::database::AnyConnection;
use crate::database::schema::{article, broken_link, publication};
use crate::domain::errors::Result;
use crate::domain::ids::PublicationId;
use crate::text::links::links;

/// Pairs looked at in one transaction.
const STRETCH: i64 = 200;

/// Looks at one stretch of pairs after an id, and writes down what leads nowhere; gives the last id, or nothing when it is
/// done. `own` are the schemes and hosts this house answers to.
pub fn look(conn: &mut AnyConnection, after: Option<&PublicationId>, own: &[String]) -> Result<Option<PublicationId>> {
    let pairs = changes::list_pairs(conn, after, STRETCH)?;
    for pair in &pairs {
        let broken = find_broken(conn, &links(&pair.answer), own)?;
        diesel::delete(broken_link::table.filter(broken_link::publication_id.eq(pair.id.as_str()))).execute(conn)?;
        for path in broken {
            diesel::insert_into(broken_link::table)
                .values((broken_link::publication_id.eq(pair.id.as_str()), broken_link::path.eq(path)))
                .execute(conn)?;
        }
    }
    Ok(pairs.last().map(|pair| pair.id.clone()))
}

/// Where a pair's links lead that lead nowhere.
pub fn list(conn: &mut AnyConnection, id: &PublicationId) -> Result<Vec<String>> {
    let of_pair = broken_link::table.filter(broken_link::publication_id.eq(id.as_str()));
    let mut paths: Vec<String> = of_pair.select(broken_link::path).load(conn)?;
    paths.sort();
    Ok(paths)
}

/// Those of these links that lead to a page of ours which is not there.
pub fn find_broken(conn: &mut AnyConnection, links: &[String], own: &[String]) -> Result<HashSet<String>> {
    let mut broken = HashSet::new();
    for link in links {
        let Some(path) = inside(link, own) else { continue };
        let there = match target(path) {
            Some(("sporsmal", slug)) => {
                publication::table.filter(publication::slug.eq(slug)).count().get_result::<i64>(conn)?
            }
            Some(("fakta", slug)) => article::table
                .filter(article::slug.eq(slug))
                .filter(article::public_version.is_not_null())
                .count()
                .get_result(conn)?,
            _ => 1,
        };
        if there == 0 {
            broken.insert(path.to_owned());
        }
    }
    Ok(broken)
}

/// The path of a link that stays in this house.
pub fn inside<'a>(link: &'a str, own: &[String]) -> Option<&'a str> {
    let path = match own.iter().find_map(|host| link.strip_prefix(host.as_str())) {
        Some(path) => path,
        None if link.starts_with('/') && !link.starts_with("//") => link,
        None => return None,
    };
    path.split(['?', '#']).next()
}

/// What kind of page, and which.
fn target(path: &str) -> Option<(&str, &str)> {
    let mut parts = path.trim_start_matches('/').split('/');
    let first = parts.next()?;
    let room = if ["nn", "en"].contains(&first) { parts.next()? } else { first };
    let slug = parts.next()?.trim_end_matches(".jsonld");
    (!slug.is_empty()).then_some((room, slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_followed_only_inside_this_house() {
        let own = ["https://spor.example.org".to_owned()];
        for (link, found) in [
            ("/sporsmal/sovn", Some(("sporsmal", "sovn"))),
            ("https://spor.example.org/en/sporsmal/sovn?x#answer", Some(("sporsmal", "sovn"))),
            ("/nn/fakta/alkohol", Some(("fakta", "alkohol"))),
            ("/hjelp", None),
            ("https://elsewhere.example.org/sporsmal/sovn", None),
            ("//elsewhere.example.org/sporsmal/sovn", None),
            ("tel:113", None),
        ] {
            assert_eq!(inside(link, &own).and_then(target), found, "{link}");
        }
    }
}
