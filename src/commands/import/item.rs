//! One thing of a file on its way in: a pair, an article, or what was said of a word.

use std::collections::{BTreeSet, HashSet};

use spoross::database::AnyConnection;
use spoross::domain::dictionary::import::Told;
use spoross::domain::publication::import::{Incoming, OldPath, Taken};
use spoross::domain::{self, article, dictionary, publication};
use spoross::text::identifying::{Kind, Lexicon};

use super::report::Outcome;
use super::source::Found;
use crate::commands::pair::Rules;

/// Read and checked.
pub enum Item {
    Pair(Box<Incoming>),
    Article(Box<article::import::Incoming>),
    Word(Told),
}

impl Item {
    pub fn check(found: Found, rules: &Rules<'_>) -> Result<Self, Outcome> {
        let checked = match found {
            Found::Pair(pair) => pair.check(rules).map(|pair| Self::Pair(Box::new(pair))),
            Found::Article(article) => article.check(rules).map(|article| Self::Article(Box::new(article))),
            Found::Word(word) => word.check(rules).map(Self::Word),
            Found::Skipped(why) => return Err(Outcome::Skipped(why)),
            Found::Unreadable(why) => return Err(Outcome::Wrong(why)),
        };
        checked.map_err(|wrong| Outcome::Wrong(wrong.join("; ")))
    }

    /// Called in a transaction of its own.
    pub fn take_in(&self, conn: &mut AnyConnection) -> domain::Result<Taken> {
        match self {
            Self::Pair(pair) => publication::import::take_in(conn, pair),
            Self::Article(article) => article::import::take_in(conn, article),
            Self::Word(told) => dictionary::import::take_in(conn, told),
        }
    }

    /// Where it stands already, if it does.
    pub fn find(&self, conn: &mut AnyConnection) -> domain::Result<Option<String>> {
        match self {
            Self::Pair(pair) => publication::import::find_slug(conn, pair),
            Self::Article(article) => article::import::find_slug(conn, article),
            Self::Word(told) => Ok(dictionary::import::is_decided(conn, told)?.then(|| told.word.clone())),
        }
    }

    /// The kinds of what may give someone away, in an asker's words and in their translations; the words themselves are
    /// said nowhere.
    pub fn marks(&self, lexicon: &Lexicon) -> Vec<Kind> {
        let Self::Pair(pair) = self else { return Vec::new() };
        let wordings = std::iter::once(&pair.new.wording).chain(pair.versions.iter().map(|version| &version.wording));
        let found =
            wordings.flat_map(|wording| [&wording.title, &wording.question]).flat_map(|text| lexicon.warn(text));
        found.map(|mark| mark.kind).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// What a rehearsal read so far.
#[derive(Default)]
pub struct Seen {
    names: HashSet<String>,
    paths: HashSet<OldPath>,
}

impl Seen {
    pub fn again(&mut self, item: &Item) -> bool {
        let is_new = match item {
            Item::Pair(pair) => {
                // Half of the hash is plenty to tell a million lines apart.
                let is_new = self.names.insert(pair.fingerprint().chars().take(32).collect());
                is_new & pair.old_path.as_ref().is_none_or(|path| self.paths.insert(path.clone()))
            }
            Item::Article(it) => {
                // No title and no lead has a line break.
                self.names.insert([it.language.tag(), &it.wording.title, &it.wording.lead].join("\n"))
            }
            Item::Word(told) => self.names.insert(told.fingerprint.clone()),
        };
        !is_new
    }
}
