//! The dictionary: substances and what people call them. A word is shown when a clinician passed exactly the row it
//! stands in; a changed row waits again.

pub mod import;

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Result as Loaded, ensure};
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Deserialize;

use super::audit::{self, Act, Actor};
use super::errors::{Error, Result};
use super::ids::words;
use super::staff::{self, Clinician};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::dictionary_word;
use crate::text::language::Translated;
use crate::text::synonyms::rows::Row;

/// The substances that come with the program.
pub const BUILT_IN: &str = include_str!("../../config/dictionary.toml");

/// A substance with a page of its own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub slug: String,
    /// Of the synonyms' file.
    pub group: String,
    /// An owner's topics may not have it; then nothing leads there.
    pub topic: String,
    pub name: Translated,
}

/// All entries, in the order of the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dictionary {
    #[serde(rename = "entry", default)]
    all: Vec<Entry>,
}

words!(
    /// What was said of a row.
    Verdict, "dictionary verdict" {
        Passed = "passed",
        TakenBack = "taken_back",
    }
);

/// What was said of a row last, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub verdict: Verdict,
    /// The clinician's name; empty when an import brought it.
    pub by: String,
    pub decided_on: NaiveDate,
}

/// Decisions by the fingerprint of their row.
pub type Decisions = HashMap<String, Decision>;

impl Dictionary {
    pub fn parse(toml: &str) -> Loaded<Self> {
        let dictionary: Self = toml::from_str(toml)?;
        for (place, entry) in dictionary.all.iter().enumerate() {
            let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
            let slug = &entry.slug;
            ensure!(!slug.is_empty() && slug.bytes().all(is_plain), "the slug \"{slug}\" may only have a–z, 0–9 and -");
            let again = dictionary.all.iter().skip(place + 1).any(|other| other.slug == *slug);
            ensure!(!again, "the slug \"{slug}\" stands twice");
        }
        Ok(dictionary)
    }

    pub fn all(&self) -> &[Entry] {
        &self.all
    }

    pub fn find(&self, slug: &str) -> Option<&Entry> {
        self.all.iter().find(|entry| entry.slug == slug)
    }
}

impl Entry {
    /// The rows that could stand in it.
    pub fn rows<'a>(&self, rows: &'a [Row]) -> Vec<&'a Row> {
        rows.iter().filter(|row| row.group == self.group).collect()
    }

    /// Those a clinician passed as they are now.
    pub fn passed<'a>(&self, rows: &'a [Row], decisions: &Decisions) -> Vec<&'a Row> {
        let is_passed =
            |row: &&Row| decisions.get(&row.fingerprint).is_some_and(|decision| decision.verdict == Verdict::Passed);
        self.rows(rows).into_iter().filter(is_passed).collect()
    }
}

/// The owner's file, or the built-in one when `path` is empty.
pub fn load(path: &Path) -> Loaded<Dictionary> {
    super::content::load(path, BUILT_IN, "dictionary", Dictionary::parse)
}

/// Everything that was decided, of rows that are still there and of those that are not.
pub fn decisions(conn: &mut AnyConnection) -> Result<Decisions> {
    let rows: Vec<(String, String, Option<String>, NaiveDate)> = dictionary_word::table
        .select((
            dictionary_word::fingerprint,
            dictionary_word::state,
            dictionary_word::staff_id,
            dictionary_word::decided_on,
        ))
        .load(conn)?;
    let names: HashMap<String, String> =
        staff::list_all(conn)?.into_iter().map(|member| (member.id.to_string(), member.name)).collect();
    rows.into_iter()
        .map(|(fingerprint, state, staff_id, decided_on)| {
            let verdict = Verdict::from_word(&state).ok_or(Error::UnknownContent)?;
            let by = staff_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
            Ok((fingerprint, Decision { verdict, by, decided_on }))
        })
        .collect()
}

/// A clinician passes rows of an entry, or takes them back.
pub fn decide(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    entry: &Entry,
    (rows, verdict): (&[&Row], Verdict),
    now: Moment,
) -> Result<()> {
    let act = match verdict {
        Verdict::Passed => Act::PassWord,
        Verdict::TakenBack => Act::TakeBackWord,
    };
    let decided = (
        dictionary_word::state.eq(verdict.word()),
        dictionary_word::staff_id.eq(clinician.id().as_str()),
        dictionary_word::decided_on.eq(date_in_norway(now)),
    );
    for row in rows {
        let changed = diesel::update(dictionary_word::table.find(&row.fingerprint)).set(decided).execute(conn)?;
        if changed == 0 {
            diesel::insert_into(dictionary_word::table)
                .values((
                    dictionary_word::fingerprint.eq(&row.fingerprint),
                    dictionary_word::entry.eq(&entry.slug),
                    dictionary_word::word.eq(&row.term),
                    decided,
                ))
                .execute(conn)?;
        }
        audit::record(conn, Actor::Staff(clinician.id()), act, &row.fingerprint, now)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::topic::{self, Topics};
    use crate::text::search::Lists;

    #[test]
    fn every_built_in_entry_has_words_and_none_is_about_use_or_purchase() {
        let (dictionary, lists) = (Dictionary::parse(BUILT_IN).unwrap(), Lists::built_in());
        let topics = Topics::parse(topic::BUILT_IN).unwrap();
        for entry in dictionary.all() {
            assert!(!entry.rows(&lists.rows).is_empty(), "{}", entry.group);
            assert!(topics.find(&entry.topic).is_some(), "{}", entry.topic);
        }
        for group in
            ["dealer", "mixing", "needles", "drugtest", "bong", "joint", "cannabis_use", "edibles", "inhalants"]
        {
            assert!(dictionary.all().iter().all(|entry| entry.group != group), "{group}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_shown_is_refused() {
        for (from, to, why) in [
            ("slug = \"heroin\"", "slug = \"kokain\"", "twice"),
            ("slug = \"heroin\"", "slug = \"Heroin\"", "may only have"),
            ("name = { nb = \"Alkohol\", ", "name = { ", "nb"),
        ] {
            let error = Dictionary::parse(&BUILT_IN.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        }
    }
}
