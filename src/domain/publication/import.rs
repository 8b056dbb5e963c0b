//! Pairs that come from another house: recognised when they came before, and found by the address they had there.

use chrono::NaiveDate;
use diesel::prelude::*;
use percent_encoding::percent_decode_str;

use super::correction::history;
use super::slug::{self, Slug};
use super::version::import as versions;
use super::{New, check, choice, insert, placed, withdrawal};
use crate::database::AnyConnection;
use crate::database::schema::{import_mark, old_path, publication};
use crate::domain::errors::{Error, Result};
use crate::domain::ids::PublicationId;
use crate::vault::fingerprint_hex;

/// The longest old address that is kept, in bytes.
const LONGEST_PATH: usize = 500;

/// A pair on its way in, read and checked.
pub struct Incoming {
    pub new: New,
    pub updated_on: Option<NaiveDate>,
    /// The slug it had; kept when it is free.
    pub slug: Option<Slug>,
    pub old_path: Option<OldPath>,
    /// Its place in its topic's choice.
    pub choice: Option<i32>,
    /// Addresses of what stands beside it; see [`pin`].
    pub related: Vec<String>,
    /// The words it had, the newest first.
    pub former: Vec<history::Incoming>,
    pub checked_on: Option<NaiveDate>,
    pub recheck_on: Option<NaiveDate>,
    pub versions: Vec<versions::Incoming>,
}

/// What became of an incoming pair; the slug is where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    Added(String),
    AlreadyThere(String),
    /// It stood here and was taken away; an import does not bring it back.
    Withdrawn(String),
}

/// A path at another house: percent-decoded, without a slash at its end; its case is kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OldPath(String);

impl OldPath {
    /// Reads a path or a whole address. `None` for a front page, and for what no page can have.
    pub fn parse(address: &str) -> Option<Self> {
        let path = match address.split_once("://") {
            Some((_, rest)) if !address.starts_with('/') => {
                rest.find('/').and_then(|start| rest.get(start..)).unwrap_or_default()
            }
            _ => address,
        };
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let decoded = percent_decode_str(path).decode_utf8().ok()?;
        let trimmed = decoded.trim_end_matches('/');
        let is_path = trimmed.starts_with('/') && trimmed.len() <= LONGEST_PATH && !trimmed.contains(char::is_control);
        is_path.then(|| Self(trimmed.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Incoming {
    /// What makes a pair the same pair: its title and question, as they came.
    pub fn fingerprint(&self) -> String {
        fingerprint_of(&self.new.wording.title, &self.new.wording.question)
    }
}

/// See [`Incoming::fingerprint`].
pub(super) fn fingerprint_of(title: &str, question: &str) -> String {
    // No title has a line break.
    fingerprint_hex(format!("{title}\n{question}").as_bytes())
}

/// Adds a pair unless it is there already. Called in a transaction of its own: it writes several rows.
pub fn take_in(conn: &mut AnyConnection, incoming: &Incoming) -> Result<Taken> {
    if let Some((id, slug)) = recognise(conn, incoming)? {
        remember_path(conn, incoming, &id)?;
        return Ok(Taken::AlreadyThere(slug));
    }
    if let Some(slug) = withdrawal::recognise(conn, incoming)? {
        return Ok(Taken::Withdrawn(slug));
    }
    let base = incoming
        .slug
        .as_ref()
        .map_or_else(|| slug::of_title(&incoming.new.wording.title), |slug| slug.as_str().to_owned());
    let slug = slug::free(conn, &base)?;
    let added = insert(conn, &incoming.new, slug, incoming.updated_on)?;
    let id = added.id.to_string();
    diesel::insert_into(import_mark::table)
        .values((import_mark::fingerprint.eq(incoming.fingerprint()), import_mark::publication_id.eq(&id)))
        .execute(conn)?;
    remember_path(conn, incoming, &id)?;
    if let Some(place) = incoming.choice {
        choice::take_in(conn, &added, place)?;
    }
    history::take_in(conn, &added, &incoming.former)?;
    check::take_in(conn, &added.id, (incoming.checked_on, incoming.recheck_on))?;
    versions::take_in(conn, &added, &incoming.versions)?;
    Ok(Taken::Added(added.slug))
}

/// Puts beside a pair what stood beside it elsewhere: after all have come, for it may lead to any of them.
pub fn pin(conn: &mut AnyConnection, slug: &str, related: &[String]) -> Result<()> {
    placed::take_in(conn, slug, related)
}

/// Whether a pair came from elsewhere: nobody here has approved it.
pub fn is_imported(conn: &mut AnyConnection, id: &PublicationId) -> Result<bool> {
    let marks = import_mark::table.filter(import_mark::publication_id.eq(id.as_str()));
    Ok(marks.count().get_result::<i64>(conn)? > 0)
}

/// Where an incoming pair stands already, or stood until it was taken away.
pub fn find_slug(conn: &mut AnyConnection, incoming: &Incoming) -> Result<Option<String>> {
    match recognise(conn, incoming)? {
        Some((_, slug)) => Ok(Some(slug)),
        None => withdrawal::recognise(conn, incoming),
    }
}

/// By its old address, by what an import brought before, or by the very same words.
fn recognise(conn: &mut AnyConnection, incoming: &Incoming) -> Result<Option<(String, String)>> {
    let found = (publication::id, publication::slug);
    if let Some(path) = &incoming.old_path {
        let by_path = old_path::table.inner_join(publication::table).filter(old_path::path.eq(&path.0));
        if let Some(there) = by_path.select(found).first(conn).optional()? {
            return Ok(Some(there));
        }
    }
    let by_mark = import_mark::table
        .inner_join(publication::table)
        .filter(import_mark::fingerprint.eq(incoming.fingerprint()))
        .select(found)
        .first(conn)
        .optional()?;
    if by_mark.is_some() {
        return Ok(by_mark);
    }
    let wording = &incoming.new.wording;
    let by_words = publication::table
        .filter(publication::title.eq(&wording.title))
        .filter(publication::question.eq(&wording.question));
    Ok(by_words.order(publication::slug).select(found).first(conn).optional()?)
}

/// A pair has one old address at most: the first that came.
fn remember_path(conn: &mut AnyConnection, incoming: &Incoming, id: &str) -> Result<()> {
    let Some(path) = &incoming.old_path else { return Ok(()) };
    let known = old_path::table.filter(old_path::publication_id.eq(id).or(old_path::path.eq(&path.0)));
    if known.count().get_result::<i64>(conn)? == 0 {
        diesel::insert_into(old_path::table)
            .values((old_path::path.eq(&path.0), old_path::publication_id.eq(id)))
            .execute(conn)?;
    }
    Ok(())
}

/// The path here of the pair that once stood at this address elsewhere, even when it was taken away since.
pub fn find_by_old_path(conn: &mut AnyConnection, path: &OldPath) -> Result<String> {
    let by_path = old_path::table.inner_join(publication::table).filter(old_path::path.eq(&path.0));
    let slug: Option<String> = by_path.select(publication::slug).first(conn).optional()?;
    let slug = match slug {
        Some(slug) => slug,
        None => withdrawal::find_by_old_path(conn, &path.0)?.ok_or(Error::NotFound)?,
    };
    Ok(format!("/sporsmal/{slug}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_path_is_compared_as_people_write_it() {
        for (address, path) in [
            ("/sp%C3%B8r/Alkohol/", Some("/spør/Alkohol")),
            ("https://gammel.example.org/spor/alkohol/?side=2#svar", Some("/spor/alkohol")),
            ("/a//", Some("/a")),
            ("/", None),
            ("https://gammel.example.org", None),
            ("https://gammel.example.org/?p=12", None),
            ("spor/alkohol", None),
            ("/%FF", None),
            ("/nul%00l", None),
            ("", None),
        ] {
            assert_eq!(OldPath::parse(address).as_ref().map(OldPath::as_str), path, "{address}");
        }
        assert!(OldPath::parse(&format!("/{}", "a".repeat(LONGEST_PATH))).is_none());
    }
}
