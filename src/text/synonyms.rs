//! Words that mean the same: groups of formal words, slang, misspellings and everyday words in other languages.
//! A word that also means something harmless counts beside a cue only, or when it is all that was written.

pub mod rows;

use std::collections::{HashMap, HashSet};

use anyhow::{Context, Result, ensure};

use super::language::Language;
use super::terms::{folded, spelt_words, stem};

/// The file of the groups.
pub const FILE: &str = "synonyms.tsv";
/// The file of everyday words: a group a line.
pub const EVERYDAY: &str = "everyday.txt";

pub(super) const BUILT_IN: &str = include_str!("../../config/lexicon/synonyms.tsv");
pub(super) const BUILT_IN_EVERYDAY: &str = include_str!("../../config/lexicon/everyday.txt");

/// Cues reach this many words in a long text.
const REACH: usize = 5;
/// Shorter terms count as they are spelt only: their stems mean too much.
const SHORTEST_STEMMED: usize = 4;

/// What an ambiguous name of a substance stands beside.
const SUBSTANCE_CUES: &str = "ta tar tatt tok teke røyke røyka røyker røykte røykt røykje røykjer sniffe sniffer sniffa \
    drikke drikker drakk drukket kjøpe kjøper kjøpte selge dele blande blanda blander mikse teste testa prøve prøvd \
    prøver prøvde gram mg ml dose doser fest festen vors rus rusa rusen rusmiddel dop stoff hekta avhengig avhengighet \
    overdose trip tripp nedtur abstinens høy stein farlig skadelig ofte kvelden helg helga helgen hver ukentlig alkohol \
    øl vodka vin mdma ecstasy kokain ghb gbl weed hasj cannabis speed amfetamin lsd ketamin xanax tramadol sovnar \
    sovner bevisstløs pille piller penger dealer snap urinprøve rusprøve take taking took smoke smoking high party \
    drug drugs dangerous addicted sniff snort hooked overdose";
/// Cues of the groups that are about something else.
const OWN_CUES: [(&str, &str); 7] = [
    ("menstruation", "gravid forsinket forsinka blødning blør vondt smerter sen uteblitt tampong bind pms p"),
    ("depression", "trist langt lei føler følelse kjenner deprimert tung lenge psykisk"),
    ("eating", "spise spiser mat vekt slanke slank kalorier trener kaste kropp spiseforstyrrelse"),
    ("body", "vondt liten stor klø svir størrelse kul lukter jente gutt blod"),
    ("law", "politi politiet kjøre fengsel bot straff beslag tollen kontroll"),
    ("quit", "røyke røyking snus snuse vape drikke hasj weed nikotin sigaretter sluttet"),
    ("friend_worry", "venn venninne bekymret"),
];

/// One meaning of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Meaning {
    group: usize,
    is_ambiguous: bool,
    /// Leads from the term to the group; a text that has only this term is not about the group.
    is_one_way: bool,
}

/// A group found in a text: which words say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    pub group: &'a str,
    pub first: usize,
    pub length: usize,
    pub is_one_way: bool,
}

/// All groups.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    groups: Vec<String>,
    meanings: HashMap<String, Vec<Meaning>>,
    cues: HashMap<String, HashSet<String>>,
    /// Words of the longest term.
    longest: usize,
}

/// Which text is read: that of a pair, or what someone looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Text(Language),
    Query,
}

impl Synonyms {
    /// Reads both files; an error names the line.
    pub fn parse(groups: &str, everyday: &str) -> Result<Self> {
        let mut all = Self::default();
        for (number, line) in groups.lines().enumerate().skip(1) {
            all.read_row(line).with_context(|| format!("{FILE}: line {}", number + 1))?;
        }
        ensure!(!all.groups.is_empty(), "{FILE} is empty");
        for (number, line) in everyday.lines().enumerate() {
            all.read_everyday(line).with_context(|| format!("{EVERYDAY}: line {}", number + 1))?;
        }
        for cues in std::iter::once(SUBSTANCE_CUES).chain(OWN_CUES.map(|(_, cues)| cues)) {
            let each: Vec<&str> = cues.split_whitespace().collect();
            let spellings = Spellings::of(&each, Reading::Text(Language::Nb));
            let keys = (0..each.len()).flat_map(|place| spellings.keys(place, 1)).collect();
            all.cues.insert(cues.to_owned(), keys);
        }
        Ok(all)
    }

    /// Every single word of the lists, as it is spelt.
    pub fn single_words(&self) -> impl Iterator<Item = &str> {
        self.meanings
            .keys()
            .map(String::as_str)
            .filter_map(|key| key.strip_prefix('='))
            .filter(|key| !key.contains(' '))
    }

    /// The groups that these words name, the longest terms first at each place.
    pub fn find<S: AsRef<str>>(&self, words: &[S], reading: Reading) -> Vec<Found<'_>> {
        let mut found: Vec<Found<'_>> = Vec::new();
        let spellings = Spellings::of(words, reading);
        for first in 0..words.len() {
            for length in 1..=self.longest.min(words.len() - first) {
                let is_whole = length == words.len();
                for (meaning, spelt) in self.meanings_of(&spellings.keys(first, length)) {
                    let Some(group) = self.groups.get(meaning.group) else { continue };
                    let is_clear = !meaning.is_ambiguous
                        || spelt
                            && (is_whole && reading == Reading::Query
                                || self.is_cued(group, &spellings, (first, length), reading));
                    let known = found.iter().any(|known| known.group == group.as_str() && known.first == first);
                    if is_clear && !known {
                        found.push(Found { group, first, length, is_one_way: meaning.is_one_way });
                    }
                }
            }
        }
        found
    }

    /// Meanings of a phrase, each with whether it is spelt exactly so.
    fn meanings_of(&self, keys: &[String]) -> Vec<(&Meaning, bool)> {
        let mut all = Vec::new();
        let mut seen = Vec::new();
        for key in keys {
            for meaning in self.meanings.get(key).into_iter().flatten() {
                if !seen.contains(&meaning.group) {
                    seen.push(meaning.group);
                    all.push((meaning, key.starts_with('=')));
                }
            }
        }
        all
    }

    fn is_cued(&self, group: &str, words: &Spellings, (first, length): (usize, usize), reading: Reading) -> bool {
        let own = OWN_CUES.iter().find(|(name, _)| *name == group).map_or(SUBSTANCE_CUES, |(_, cues)| cues);
        let Some(cues) = self.cues.get(own) else { return false };
        let reach = if reading == Reading::Query { words.spelt.len() } else { REACH };
        let near = first.saturating_sub(reach)..first + length + reach;
        near.filter(|place| *place < first || *place >= first + length)
            .any(|place| words.keys(place, 1).iter().any(|key| cues.contains(key)))
    }

    fn read_row(&mut self, line: &str) -> Result<()> {
        if line.trim().is_empty() || line.starts_with('#') {
            return Ok(());
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [group, _, term, kind, ambiguous, ..] = columns.as_slice() else {
            anyhow::bail!("expected group, canonical, term, kind and ambiguous");
        };
        ensure!(!group.is_empty() && !group.contains(char::is_whitespace), "a group's name is one word");
        ensure!(matches!(*ambiguous, "yes" | "no"), "ambiguous is yes or no");
        let group = self.group(group);
        self.add(term, &Meaning { group, is_ambiguous: *ambiguous == "yes", is_one_way: *kind == "related_oneway" })
    }

    fn read_everyday(&mut self, line: &str) -> Result<()> {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        let terms: Vec<&str> = line.split(',').map(str::trim).collect();
        ensure!(terms.len() > 1, "a group has two terms or more, with commas between");
        let name = format!("~{}", terms.first().copied().unwrap_or_default().replace(char::is_whitespace, "_"));
        let group = self.group(&name);
        terms.iter().try_for_each(|term| self.add(term, &Meaning { group, is_ambiguous: false, is_one_way: false }))
    }

    fn group(&mut self, name: &str) -> usize {
        self.groups.iter().position(|known| known == name).unwrap_or_else(|| {
            self.groups.push(name.to_owned());
            self.groups.len() - 1
        })
    }

    fn add(&mut self, term: &str, meaning: &Meaning) -> Result<()> {
        let words = spelt_words(term);
        ensure!(!words.is_empty(), "a term has no word");
        self.longest = self.longest.max(words.len());
        let is_long = words.iter().map(String::len).sum::<usize>() >= SHORTEST_STEMMED;
        let all_keys = Spellings::of(&words, Reading::Query).keys(0, words.len());
        let kept = if meaning.is_ambiguous || !is_long { all_keys.into_iter().take(1).collect() } else { all_keys };
        for key in kept {
            let meanings = self.meanings.entry(key).or_default();
            if !meanings.iter().any(|known| known.group == meaning.group) {
                meanings.push(meaning.clone());
            }
        }
        Ok(())
    }
}

/// The forms words are known by, in their order.
struct Spellings {
    spelt: Vec<String>,
    stemmed: Vec<Vec<String>>,
}

impl Spellings {
    fn of<S: AsRef<str>>(words: &[S], reading: Reading) -> Self {
        let spelt: Vec<String> = words.iter().map(|word| word.as_ref().to_owned()).collect();
        let norwegian = || spelt.iter().map(|word| folded(&stem(word, Language::Nb))).collect();
        let english = || spelt.iter().map(|word| stem(word, Language::En)).collect();
        let stemmed = match reading {
            Reading::Text(Language::En) => vec![english()],
            Reading::Text(_) => vec![norwegian()],
            Reading::Query => vec![norwegian(), english()],
        };
        Self { spelt, stemmed }
    }

    /// The keys of a phrase; the first, with its mark, is as it is spelt.
    fn keys(&self, first: usize, length: usize) -> Vec<String> {
        let joined = |words: &Vec<String>| words.get(first..first + length).map(|phrase| phrase.join(" "));
        let spelt = joined(&self.spelt).map(|key| format!("={key}"));
        spelt.into_iter().chain(self.stemmed.iter().filter_map(joined)).collect()
    }
}
