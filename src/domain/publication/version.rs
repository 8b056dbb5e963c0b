//! A published pair in another language, or in easy words: written by staff beside the original, read by a colleague,
//! then public. Whoever changes the original makes its versions outdated, and readers get the original again.

pub mod import;
pub(super) mod kept;
pub mod listing;
pub mod work;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Publication, changes};
use crate::database::AnyConnection;
use crate::database::schema::{publication_version as table, publication_version_writer as writer};
use crate::domain::answer::Wording;
use crate::domain::errors::{Error, Result};
use crate::domain::ids::{PublicationId, StaffId, words};
use crate::text::language::Language;
use crate::text::tongue::Tongue;
use crate::vault::fingerprint_hex;

/// What an address says for "in easy words".
const EASY: &str = "klarsprak";

words!(
    /// Where a version is on its way to the readers.
    State, "version state" {
        Draft = "draft",
        InReview = "in_review",
        Approved = "approved",
        Public = "public",
        /// It was further than a draft, and then the original was changed.
        Outdated = "outdated",
    }
);

/// Which version of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant {
    pub tongue: Tongue,
    pub is_easy: bool,
}

impl Variant {
    /// As the panel's addresses name it: `en`, `nb-klarsprak`.
    pub fn word(self) -> String {
        let tag = self.tongue.tag();
        if self.is_easy { format!("{tag}-{EASY}") } else { tag.to_owned() }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        let (tag, is_easy) = match word.strip_suffix(EASY).and_then(|tag| tag.strip_suffix('-')) {
            Some(tag) => (tag, true),
            None => (word, false),
        };
        Some(Self { tongue: Tongue::from_tag(tag)?, is_easy })
    }

    /// As a reader's address ends: `klarsprak` alone is in the pair's own language.
    pub fn ending(self, own: Language) -> String {
        if self.is_easy && self.tongue == own.into() { EASY.to_owned() } else { self.word() }
    }

    pub fn from_ending(ending: &str, own: Language) -> Option<Self> {
        let variant =
            if ending == EASY { Self { tongue: own.into(), is_easy: true } } else { Self::from_word(ending)? };
        (variant.ending(own) == ending && !variant.is_original(own)).then_some(variant)
    }

    /// The pair's own words are no version of themselves.
    pub fn is_original(self, own: Language) -> bool {
        !self.is_easy && self.tongue == own.into()
    }

    /// The language whose pages this version takes the pair's place on.
    pub fn in_place_of(self) -> Option<Language> {
        if self.is_easy { None } else { self.tongue.of_ours() }
    }

    /// The one public address of this version of a pair.
    pub fn path(self, slug: &str, own: Language) -> String {
        let prefix = self.tongue.of_ours().unwrap_or_default().prefix();
        match self.in_place_of() {
            Some(_) => format!("{prefix}/sporsmal/{slug}"),
            None => format!("{prefix}/sporsmal/{slug}/{}", self.ending(own)),
        }
    }
}

/// A version as it stands.
#[derive(Clone, Debug)]
pub struct Version {
    pub publication_id: PublicationId,
    pub variant: Variant,
    pub state: State,
    /// Grows by one with each save; a form that saw an older one is refused.
    pub number: i32,
    pub wording: Wording,
    /// Which words of the pair it was written beside: see [`original_of`].
    pub original: String,
    /// What the colleague wrote when sending it back.
    pub note: Option<String>,
    /// Nobody here when an import brought it.
    pub author_id: Option<StaffId>,
    pub reviewer_id: Option<StaffId>,
    pub written_on: NaiveDate,
    pub approved_on: Option<NaiveDate>,
    pub public_on: Option<NaiveDate>,
}

impl Version {
    /// It was passed elsewhere: nobody here has approved it.
    pub fn is_imported(&self) -> bool {
        self.state == State::Public && self.reviewer_id.is_none()
    }
}

/// Names the words of a pair, so that a version knows when they are others.
pub fn original_of(pair: &Publication) -> String {
    // No title has a line break, and no text a NUL.
    fingerprint_hex(format!("{}\n{}\0{}", pair.title, pair.question, pair.answer).as_bytes())
}

/// One version of a pair, if it was begun.
pub fn find(conn: &mut AnyConnection, id: &PublicationId, variant: Variant) -> Result<Option<Version>> {
    let row: Option<Row> = table::table
        .find((id.as_str(), variant.tongue.tag(), variant.is_easy))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(TryInto::try_into).transpose()
}

/// Everyone whose hand was in a version.
pub fn list_writers(conn: &mut AnyConnection, id: &PublicationId, variant: Variant) -> Result<Vec<StaffId>> {
    let writers: Vec<String> = writer::table
        .filter(writer::publication_id.eq(id.as_str()))
        .filter(writer::language.eq(variant.tongue.tag()))
        .filter(writer::is_easy.eq(variant.is_easy))
        .select(writer::staff_id)
        .load(conn)?;
    Ok(writers.into_iter().map(StaffId::from).collect())
}

fn variant_of(tag: &str, is_easy: bool) -> Result<Variant> {
    Ok(Variant { tongue: Tongue::from_tag(tag).ok_or(Error::UnknownContent)?, is_easy })
}

/// After a pair was changed: what was written beside other words is outdated.
pub(super) fn outdate(conn: &mut AnyConnection, id: &PublicationId) -> Result<()> {
    let Some(pair) = changes::find(conn, id)? else { return Ok(()) };
    let beyond_draft = [State::InReview, State::Approved, State::Public].map(State::word);
    diesel::update(
        table::table
            .filter(table::publication_id.eq(id.as_str()))
            .filter(table::original.ne(original_of(&pair)))
            .filter(table::state.eq_any(beyond_draft)),
    )
    .set((table::state.eq(State::Outdated.word()), table::number.eq(table::number + 1)))
    .execute(conn)?;
    Ok(())
}

#[derive(Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = table)]
struct Row {
    publication_id: String,
    language: String,
    is_easy: bool,
    state: String,
    number: i32,
    title: String,
    question: String,
    answer: String,
    original: String,
    note: Option<String>,
    author_id: Option<String>,
    reviewer_id: Option<String>,
    written_on: NaiveDate,
    approved_on: Option<NaiveDate>,
    public_on: Option<NaiveDate>,
}

impl TryFrom<Row> for Version {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let tongue = Tongue::from_tag(&row.language).ok_or(Error::UnknownContent)?;
        Ok(Self {
            publication_id: row.publication_id.into(),
            variant: Variant { tongue, is_easy: row.is_easy },
            state: State::from_word(&row.state).ok_or(Error::UnknownContent)?,
            number: row.number,
            wording: Wording { title: row.title, question: row.question, answer: row.answer, ..Wording::default() },
            original: row.original,
            note: row.note,
            author_id: row.author_id.map(StaffId::from),
            reviewer_id: row.reviewer_id.map(StaffId::from),
            written_on: row.written_on,
            approved_on: row.approved_on,
            public_on: row.public_on,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_one_version() {
        for (ending, own, path) in [
            ("klarsprak", Language::Nb, Some("/sporsmal/x/klarsprak")),
            ("klarsprak", Language::Nn, Some("/nn/sporsmal/x/klarsprak")),
            ("en-klarsprak", Language::Nb, Some("/en/sporsmal/x/en-klarsprak")),
            ("en", Language::Nb, Some("/en/sporsmal/x")),
            ("nb", Language::Nn, Some("/sporsmal/x")),
            ("uk", Language::En, Some("/sporsmal/x/uk")),
            ("uk-klarsprak", Language::En, Some("/sporsmal/x/uk-klarsprak")),
            ("nb", Language::Nb, None),
            ("nb-klarsprak", Language::Nb, None),
            ("-klarsprak", Language::Nb, None),
            ("xx", Language::Nb, None),
        ] {
            let variant = Variant::from_ending(ending, own);
            assert_eq!(variant.map(|variant| variant.path("x", own)).as_deref(), path, "{ending} of {own:?}");
            assert!(variant.is_none_or(|variant| Variant::from_word(&variant.word()) == Some(variant)), "{ending}");
        }
    }
}
