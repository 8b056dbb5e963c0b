//! What a search query means: its words, their groups and parts. It knows words and weights; it has never heard of an
//! index.

pub mod wanted;

use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::{fs, io};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::compounds::{self, Compounds};
use super::language::Language;
use super::synonyms::rows::{self, Row};
use super::synonyms::{self, Reading, Synonyms};
use super::terms::{Word, folded, stem, words};
use crate::vault::to_hex;

/// The files search is made of; each may be replaced by the owner.
pub const FILES: [&str; 3] = [synonyms::FILE, synonyms::EVERYDAY, compounds::FILE];

static BUILT_IN: LazyLock<Arc<Lists>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the lists are compiled in, and a test reads them")]
    Arc::new(Lists::parse(|_| None).expect("lists of our own"))
});

/// Groups and compounds, read together.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    pub synonyms: Synonyms,
    pub compounds: Compounds,
    /// The groups' rows, for those who read them.
    pub rows: Vec<Row>,
    fingerprint: String,
}

/// How one field of a pair is indexed: lists of words with spaces between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    pub spelt: String,
    pub stems: String,
    pub folded: String,
    pub parts: String,
    pub ideas: String,
}

impl Lists {
    pub fn built_in() -> Arc<Self> {
        BUILT_IN.clone()
    }

    /// The owner's lists over the built-in ones; none when the folder has no list for search.
    pub fn load(folder: &Path) -> Result<Option<Arc<Self>>> {
        let mut own: [Option<String>; 3] = [const { None }; 3];
        for (text, name) in own.iter_mut().zip(FILES) {
            *text = match fs::read_to_string(folder.join(name)) {
                Ok(text) => Some(text),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(error) => return Err(error).with_context(|| format!("{}", folder.join(name).display())),
            };
        }
        if own.iter().all(Option::is_none) {
            return Ok(None);
        }
        let find =
            |name: &str| FILES.iter().zip(&own).find(|(file, _)| **file == name).and_then(|(_, text)| text.clone());
        Self::parse(find).map(Arc::new).map(Some).with_context(|| format!("the search lists in {}", folder.display()))
    }

    /// `own` gives the text of a list of the owner's, if there is one.
    pub fn parse(own: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let text = |name: &str, built_in: &str| own(name).unwrap_or_else(|| built_in.to_owned());
        let groups = text(synonyms::FILE, synonyms::BUILT_IN);
        let everyday = text(synonyms::EVERYDAY, synonyms::BUILT_IN_EVERYDAY);
        let stems = text(compounds::FILE, compounds::BUILT_IN);
        let mut hasher = Sha256::new();
        for list in [&groups, &everyday, &stems] {
            hasher.update(list.as_bytes());
            hasher.update([0]);
        }
        let fingerprint = to_hex(hasher.finalize().get(..8).unwrap_or_default());
        let synonyms = Synonyms::parse(&groups, &everyday)?;
        Ok(Self { synonyms, compounds: Compounds::parse(&stems)?, rows: rows::read(&groups), fingerprint })
    }

    /// Says which lists these are: an index made with others is made anew.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// All forms of a text in a language.
    pub fn forms(&self, text: &str, language: Language) -> Forms {
        let all: Vec<String> = words(text).into_iter().map(|word| word.spelt).collect();
        let stems: Vec<String> = all.iter().map(|word| stem(word, language)).collect();
        let parts: Vec<String> = all.iter().flat_map(|word| self.compounds.split(word)).collect();
        let found = self.synonyms.find(&all, Reading::Text(language));
        let in_parts = parts.iter().flat_map(|part| self.synonyms.find(&[part], Reading::Text(language)));
        let ideas: Vec<&str> =
            found.into_iter().chain(in_parts).filter(|found| !found.is_one_way).map(|found| found.group).collect();
        let part_stems: Vec<String> = parts.iter().map(|part| stem(part, language)).collect();
        Forms {
            spelt: all.join(" "),
            folded: stems.iter().map(|stem| folded(stem)).collect::<Vec<_>>().join(" "),
            stems: stems.join(" "),
            parts: part_stems.join(" "),
            ideas: ideas.join(" "),
        }
    }

    /// Where a text says one of these stems (folded) or groups, word by word.
    pub fn hits<'a>(
        &'a self,
        text: &str,
        language: Language,
        is_wanted: impl Fn(&str) -> bool + 'a,
    ) -> Vec<(Word, bool)> {
        let all = words(text);
        let spelt: Vec<&str> = all.iter().map(|word| word.spelt.as_str()).collect();
        let mut hits: Vec<bool> = spelt.iter().map(|word| is_wanted(&folded(&stem(word, language)))).collect();
        for (hit, word) in hits.iter_mut().zip(&spelt) {
            *hit |= self.compounds.split(word).iter().any(|part| is_wanted(&folded(&stem(part, language))));
        }
        for found in self.synonyms.find(&spelt, Reading::Text(language)) {
            if is_wanted(found.group) {
                hits.iter_mut().skip(found.first).take(found.length).for_each(|hit| *hit = true);
            }
        }
        all.into_iter().zip(hits).collect()
    }
}
