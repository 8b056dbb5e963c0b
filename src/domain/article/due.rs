//! Which articles should be read again, and where their links lead nowhere.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::reading::{self, Published};
use super::{Article, Row};
use crate::database::AnyConnection;
use crate::database::schema::{article, article_broken_link as broken_link};
use crate::domain::errors::Result;
use crate::domain::publication::check::due::{Terms, Why, whys_by_age};
use crate::domain::publication::check::{links, outside};
use crate::text::links::links as links_of;

/// An article that should be read again.
#[derive(Clone, Debug)]
pub struct Due {
    pub article: Article,
    pub title: String,
    pub read_on: NaiveDate,
    /// The most pressing first.
    pub why: Vec<Why>,
    /// Its links to our own pages that lead nowhere.
    pub broken: Vec<String>,
}

/// The list, the most pressing first and then those that were read longest ago.
pub fn list(conn: &mut AnyConnection, terms: &Terms<'_>) -> Result<Vec<Due>> {
    let outside = outside::list(conn, outside::Kind::Article)?;
    let mut due = Vec::new();
    for found in list_public(conn)? {
        let words = reading::find_by_slug(conn, &found.slug)?;
        let broken = list_broken(conn, &found)?;
        let read_on = words.checked_on.max(words.changed_on());
        let mut why = Vec::new();
        if !broken.is_empty() || outside.contains_key(found.id.as_str()) {
            why.push(Why::BrokenLink);
        }
        why.extend(whys_by_age(read_on, &text_of(&words), terms));
        if !why.is_empty() {
            due.push(Due { article: found, title: words.wording.title, read_on, why, broken });
        }
    }
    due.sort_by(|one, other| {
        (one.why.first(), one.read_on, &one.article.slug).cmp(&(other.why.first(), other.read_on, &other.article.slug))
    });
    Ok(due)
}

/// Looks for links of public articles to our own pages that lead nowhere, and writes them down.
pub fn look(conn: &mut AnyConnection, own: &[String]) -> Result<()> {
    diesel::delete(broken_link::table).execute(conn)?;
    for found in list_public(conn)? {
        let words = reading::find_by_slug(conn, &found.slug)?;
        for path in links::find_broken(conn, &links_in(&words), own)? {
            let row = (broken_link::article_id.eq(found.id.as_str()), broken_link::path.eq(path));
            diesel::insert_into(broken_link::table).values(row).execute(conn)?;
        }
    }
    Ok(())
}

/// Every public article with where it leads, for whoever asks other houses.
pub fn list_links(conn: &mut AnyConnection) -> Result<Vec<(Article, Vec<String>)>> {
    let mut all = Vec::new();
    for found in list_public(conn)? {
        let words = reading::find_by_slug(conn, &found.slug)?;
        all.push((found, links_in(&words)));
    }
    Ok(all)
}

fn list_public(conn: &mut AnyConnection) -> Result<Vec<Article>> {
    let rows: Vec<Row> = article::table
        .filter(article::public_version.is_not_null())
        .order(article::slug)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(TryInto::try_into).collect()
}

fn list_broken(conn: &mut AnyConnection, found: &Article) -> Result<Vec<String>> {
    let of_it = broken_link::table.filter(broken_link::article_id.eq(found.id.as_str()));
    let mut paths: Vec<String> = of_it.select(broken_link::path).load(conn)?;
    paths.sort();
    Ok(paths)
}

/// In its words, among its sources, and what is to be read next.
fn links_in(words: &Published) -> Vec<String> {
    let wording = &words.wording;
    let mut found = links_of(&wording.body);
    found.extend(wording.sources().map(|source| source.url.to_owned()).filter(|url| !url.is_empty()));
    found.extend(wording.related.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned));
    found
}

/// Sources have years and numbers of their own, which say nothing of the words.
fn text_of(words: &Published) -> String {
    let wording = &words.wording;
    [&wording.title, &wording.lead, &wording.key_points, &wording.body].map(String::as_str).join("\n")
}
