//! What search is asked, and what it answers.

use chrono::NaiveDate;

use super::snippet::Piece;
use crate::domain::audience::{AgeBand, Gender};
use crate::text::language::Language;
use crate::text::tongue::Tongue;

/// Pairs that one query leads to at most: ten pages. Who has read those asks better.
pub const MOST_HITS: usize = 200;

/// Words and filters.
#[derive(Clone, Default)]
pub struct Asked {
    pub query: String,
    pub topic: Option<String>,
    pub age_band: Option<AgeBand>,
    pub gender: Option<Gender>,
    /// Whose pages will show what is found.
    pub language: Language,
    /// Hits to pass over, and to give.
    pub from: usize,
    pub count: usize,
}

/// The pairs found, best first.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub hits: Vec<Hit>,
    /// How many there are in all, up to [`MOST_HITS`].
    pub total: usize,
    /// The query in a spelling that more pairs have.
    pub did_you_mean: Option<String>,
    /// There is no index yet: an empty answer says nothing.
    pub is_preparing: bool,
}

/// A pair as a list shows it.
#[derive(Clone, Debug)]
pub struct Hit {
    pub slug: String,
    pub title: Vec<Piece>,
    pub passage: Vec<Piece>,
    pub topic: String,
    /// The language of the words above: the pair's own, or a version's.
    pub tongue: Tongue,
    /// The version they are from, when it has an address of its own.
    pub ending: Option<String>,
    pub published_on: NaiveDate,
}

impl Answer {
    pub fn preparing() -> Self {
        Self { is_preparing: true, ..Self::default() }
    }
}

impl Hit {
    /// Its address, without a language.
    pub fn path(&self) -> String {
        let ending = self.ending.as_ref().map_or_else(String::new, |ending| format!("/{ending}"));
        format!("/sporsmal/{}{ending}", self.slug)
    }

    /// The title without its marks.
    pub fn plain_title(&self) -> String {
        self.title.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// The passage without its marks.
    pub fn plain_passage(&self) -> String {
        self.passage.iter().map(|piece| piece.text.as_str()).collect()
    }
}
