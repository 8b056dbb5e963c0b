//! A query read word by word: what each word may mean, and how much it counts.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Lists;
use crate::text::language::Language;
use crate::text::synonyms::Reading;
use crate::text::terms::{folded, spelt_words, stem};

/// Words of a query that are looked at; the rest of a very long one says nothing new.
const MOST_WORDS: usize = 40;
/// Words of a whole text that are looked at.
const MOST_WORDS_OF_TEXT: usize = 400;
/// A question word counts this much beside other words.
const FILLER_WEIGHT: f32 = 0.12;

/// Question words and fillers in the languages people write to us in. Negations are not among them.
const FILLERS: &str = "jeg eg meg du deg han hun ho vi oss dere dykk de dem dei man ein en et ei min mi mitt mine din di \
    ditt dine sin sitt hans hennes seg det den dette denne disse desse som og eller men å i på av til fra frå for med \
    om ved mot over under etter før mellom mens når da så at hvis viss dersom hva kva hvem kven hvor kor hvordan korleis \
    hvorfor kvifor hvilken hvilke er var vere være har hadde ha kan kunne skal skulle vil ville må måtte bør burde blir \
    bli ble vart få får fikk fekk gjør gjøre gjorde gjer gjere går gå gikk jo vel bare berre også ogsa litt noe noko noen \
    nokon veldig også der her nå no da enn inn ut opp ned hei takk please i me my you your he she it we they a an the is \
    are was be been do does did can could will would should what when where why how who which of to in on at for with \
    from about if and or but so this that there get got have has had some any am just really jag mig hur vad när varför \
    är och att det som en ett hvordan hvornår jeg mig vil kan lov går an hjelp svar";

/// A query as the index is asked for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    pub words: Vec<WantedWord>,
    /// Groups that several words name together.
    pub phrases: Vec<String>,
    /// Compounds that the writer split: «hasj kake».
    pub joined: Vec<String>,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct WantedWord {
    pub spelt: String,
    pub weight: f32,
    pub parts: Vec<String>,
    /// Groups it names, by itself or in one of its parts.
    pub ideas: Vec<String>,
}

/// Whether a word asks or fills rather than names.
pub fn is_filler(spelt: &str) -> bool {
    static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| FILLERS.split_whitespace().collect());
    SET.contains(spelt)
}

impl WantedWord {
    pub fn is_filler(&self) -> bool {
        self.weight < 1.0
    }

    /// A word with its parts and groups.
    pub fn of(lists: &Lists, spelt: &str) -> Self {
        let parts = lists.compounds.split(spelt);
        let ideas = std::iter::once(spelt)
            .chain(parts.iter().map(String::as_str))
            .flat_map(|word| lists.synonyms.find(&[word, "."], Reading::Query))
            .map(|found| found.group.to_owned())
            .collect();
        Self { spelt: spelt.to_owned(), weight: 1.0, parts, ideas }
    }

    /// The stems this word may stand under, in both languages.
    pub fn stems(spelt: &str) -> Vec<String> {
        let mut stems = vec![stem(spelt, Language::Nb), stem(spelt, Language::En)];
        stems.dedup();
        stems
    }
}

impl Wanted {
    /// Reads a query; anything that is no word is passed over.
    pub fn read(lists: &Lists, query: &str) -> Self {
        let mut spelt = spelt_words(query);
        spelt.truncate(MOST_WORDS);
        Self::of_words(lists, &spelt)
    }

    /// Reads what someone writes in whole sentences: there, neighbours are seldom one word.
    pub fn read_text(lists: &Lists, text: &str) -> Self {
        let mut spelt = spelt_words(text);
        spelt.truncate(MOST_WORDS_OF_TEXT);
        Self { joined: Vec::new(), ..Self::of_words(lists, &spelt) }
    }

    fn of_words(lists: &Lists, spelt: &[String]) -> Self {
        let has_content = spelt.iter().any(|word| !is_filler(word));
        let content: Vec<&String> = spelt.iter().filter(|word| !is_filler(word)).collect();
        let mut words: Vec<WantedWord> = spelt
            .iter()
            .map(|word| {
                let mut wanted = WantedWord::of(lists, word);
                if has_content && is_filler(word) {
                    wanted.weight = FILLER_WEIGHT;
                    wanted.ideas.clear();
                }
                wanted
            })
            .collect();
        let mut phrases = Vec::new();
        for found in lists.synonyms.find(spelt, Reading::Query) {
            match words.get_mut(found.first) {
                Some(word) if found.length == 1 && !word.is_filler() => push_new(&mut word.ideas, found.group),
                Some(_) if found.length > 1 => push_new(&mut phrases, found.group),
                _ => {}
            }
        }
        // An ambiguous word with only fillers around it is the whole query.
        if let ([only], Some(place)) = (content.as_slice(), spelt.iter().position(|word| !is_filler(word))) {
            for found in lists.synonyms.find(&[only], Reading::Query) {
                if let Some(word) = words.get_mut(place) {
                    push_new(&mut word.ideas, found.group);
                }
            }
        }
        let joined = joined(spelt);
        for word in &joined {
            lists
                .synonyms
                .find(&[word.as_str(), "."], Reading::Query)
                .iter()
                .for_each(|found| push_new(&mut phrases, found.group));
        }
        Self { words, phrases, joined }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Everything a text may be marked for: folded stems and groups.
    pub fn marks(&self) -> Vec<String> {
        let mut marks: Vec<String> = self.phrases.clone();
        for word in self.words.iter().filter(|word| !word.is_filler()) {
            marks.extend(word.ideas.iter().cloned());
            let all = std::iter::once(&word.spelt).chain(&word.parts);
            marks.extend(all.flat_map(|word| WantedWord::stems(word)).map(|stem| folded(&stem)));
        }
        let joined = self.joined.iter().flat_map(|word| WantedWord::stems(word));
        marks.extend(joined.map(|stem| folded(&stem)));
        marks
    }
}

fn push_new(list: &mut Vec<String>, group: &str) {
    if !list.iter().any(|known| known == group) {
        list.push(group.to_owned());
    }
}

/// Neighbouring words written as one, with and without the letter that joins them.
fn joined(spelt: &[String]) -> Vec<String> {
    spelt
        .windows(2)
        .filter_map(|pair| match pair {
            [one, other] if one.chars().count() > 1 && other.chars().count() > 2 => {
                Some([format!("{one}{other}"), format!("{one}s{other}")])
            }
            _ => None,
        })
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ideas(query: &str) -> Vec<String> {
        let wanted = Wanted::read(&Lists::built_in(), query);
        wanted.words.into_iter().flat_map(|word| word.ideas).chain(wanted.phrases).collect()
    }

    #[test]
    fn an_ambiguous_word_means_a_substance_beside_a_cue_or_alone_only() {
        for (query, is_mdma) in [
            ("emma", true),
            ("hva er emma", true),
            ("emma hvor ofte", true),
            ("tar emma på fest", true),
            ("emma er min bestevenn", false),
            ("bli venn med emma igjen", false),
        ] {
            assert_eq!(ideas(query).contains(&"mdma".to_owned()), is_mdma, "{query}");
        }
        assert!(ideas("spise snø").iter().all(|group| group != "cocaine"));
        assert!(ideas("snø på fest").contains(&"cocaine".to_owned()));
    }

    #[test]
    fn words_lead_to_their_group_and_back() {
        for (query, group) in [
            ("weed", "cannabis"),
            ("Ganja", "cannabis"),
            ("hasj kake", "cannabis"),
            ("hasjkake", "cannabis"),
            ("tramadolen", "opioid_rx"),
        ] {
            assert!(ideas(query).contains(&group.to_owned()), "{query}: {:?}", ideas(query));
        }
    }

    #[test]
    fn negations_count_and_question_words_hardly_do() {
        let wanted = Wanted::read(&Lists::built_in(), "hvordan kan jeg ikke drikke uten å si det");
        for word in &wanted.words {
            let is_kept = ["ikke", "uten", "drikke", "si"].contains(&word.spelt.as_str());
            assert_eq!(!word.is_filler(), is_kept, "{}", word.spelt);
        }
        for negation in ["ikke", "ikkje", "uten", "utan", "ingen", "not", "without", "inte"] {
            assert!(!is_filler(negation), "{negation}");
        }
        assert!(Wanted::read(&Lists::built_in(), "hva kan jeg").words.iter().all(|word| !word.is_filler()));
    }

    #[test]
    fn nonsense_is_no_query() {
        assert!(Wanted::read(&Lists::built_in(), "\"+-():* 👍").is_empty());
        assert!(Wanted::read(&Lists::built_in(), &"a b ".repeat(10_000)).words.len() <= MOST_WORDS);
    }
}
