//! Where a pair will stand: the end of its address, the language of its words, further topics, and what stands beside it.
//! Chosen with its words, and read by the colleague with them.

use serde::{Deserialize, Serialize};

use crate::text::identifying::Lexicon;
use crate::text::language::Language;

/// The most topics beside its own that a pair may be listed under.
pub const MOST_TOPICS: usize = 3;
/// The most pages that may be put beside a pair.
pub const MOST_RELATED: usize = 5;

/// What was chosen; what is empty is left to the house.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Placing {
    /// The end of its address; its title gives it when this is empty.
    pub slug: String,
    /// The asker's when nobody chose.
    pub language: Option<Language>,
    pub further_topics: Vec<String>,
    /// Addresses of ours as [`address_in`] gives them, in the order they are shown.
    pub related: Vec<String>,
}

impl Placing {
    /// The same without topics that are gone, or that are the pair's own.
    #[must_use]
    pub fn within(mut self, own_topic: &str, is_known: impl Fn(&str) -> bool) -> Self {
        let mut kept: Vec<String> = Vec::new();
        for topic in self.further_topics {
            if topic != own_topic && is_known(&topic) && !kept.contains(&topic) && kept.len() < MOST_TOPICS {
                kept.push(topic);
            }
        }
        self.further_topics = kept;
        self
    }
}

/// The address of a pair or an article of ours in what someone pasted, in bokmål's frame.
pub fn address_in(typed: &str) -> Option<String> {
    let path = typed.trim().split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    ["/sporsmal/", "/fakta/"].into_iter().find_map(|room| {
        let (_, slug) = path.split_once(room)?;
        let slug = slug.split('/').next().unwrap_or_default();
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        (!slug.is_empty() && slug.bytes().all(is_plain)).then(|| format!("{room}{slug}"))
    })
}

/// The words of an address that may name someone or some place: those the lexicon knows as they stand there, and those it
/// marks in the question that the pair comes from.
pub fn names_in_address(lexicon: &Lexicon, slug: &str, original: &str) -> Vec<String> {
    let plain = slug.replace('-', " ");
    let named = lexicon.mark(&plain).into_iter().map(|mark| mark.of(&plain));
    let asked = lexicon.mark(original).into_iter().map(|mark| mark.of(original));
    let mut found: Vec<String> = Vec::new();
    for word in named.chain(asked) {
        let word = ::slug::slugify(word);
        let is_there = word.len() > 2 && format!("-{slug}-").contains(&format!("-{word}-"));
        if is_there && !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_ours_is_read_however_it_was_pasted() {
        for (typed, address) in [
            ("/sporsmal/sovn", Some("/sporsmal/sovn")),
            (" https://spor.example.org/nn/fakta/sovn/?a=1#b ", Some("/fakta/sovn")),
            ("https://spor.example.org/sporsmal/sovn/klarsprak", Some("/sporsmal/sovn")),
            ("sovn", None),
            ("/sporsmal/", None),
            ("/fakta/Søvn", None),
            ("/tema/sovn", None),
        ] {
            assert_eq!(address_in(typed).as_deref(), address, "{typed}");
        }
    }

    #[test]
    fn topics_are_known_each_once_and_never_its_own() {
        let further = ["a", "b", "own", "a", "gone", "c", "d"].map(str::to_owned).to_vec();
        let placing = Placing { further_topics: further, ..Placing::default() };
        assert_eq!(placing.within("own", |topic| topic != "gone").further_topics, ["a", "b", "c"]);
    }
}
