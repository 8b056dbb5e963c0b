//! The lists behind the rules: names with their other meanings, places with their post codes, ordinary words.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, bail, ensure};

/// Numbers of help services, nobody's own (`config/help_services.toml`). Three- and six-figure ones
/// are never taken for phones.
pub(super) const HELP_NUMBERS: [&str; 10] = [
    "80033321", "91508588", "22400040", "22591300", "80040567", "94817818", "41716111", "95411755", "91116123",
    "35296060",
];

/// Sites anyone may name; their own subdomains too.
pub(super) const HELP_SITES: [&str; 22] = [
    "helsenorge.no",
    "politiet.no",
    "mentalhelse.no",
    "kirkens-sos.no",
    "soschat.no",
    "116111.no",
    "korspahalsen.no",
    "rusinfo.no",
    "rustelefonen.no",
    "volinjen.no",
    "ivareta.no",
    "sexogsamfunn.no",
    "snakkompsyken.no",
    "ung.no",
    "barnevernvakten.no",
    "uio.no",
    "nettros.no",
    "kristiansand.kommune.no",
    "ungprat.no",
    "rodekors.no",
    "helsedirektoratet.no",
    "fhi.no",
];

/// What else a name can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameUse {
    OnlyName,
    AlsoWord,
    /// Also a drug or another thing young people write about under that name.
    AlsoSlang,
}

#[derive(Debug)]
pub(super) struct FirstNames(HashMap<String, NameUse>);

impl FirstNames {
    pub fn parse(text: &str) -> Result<Self> {
        let mut names = HashMap::new();
        for line in rows(text)? {
            let [name, _, also_word, also_slang, ..] = line.as_slice() else {
                bail!("four columns are needed: {line:?}")
            };
            let usage = match (is_yes(also_slang)?, is_yes(also_word)?) {
                (true, _) => NameUse::AlsoSlang,
                (false, true) => NameUse::AlsoWord,
                (false, false) => NameUse::OnlyName,
            };
            names.insert(name.to_lowercase(), usage);
        }
        for slang in ["molly", "tina", "charlie", "mary", "jane", "lucy", "crystal", "henry", "bobby"] {
            names.insert(slang.to_owned(), NameUse::AlsoSlang);
        }
        Ok(Self(names))
    }

    /// A double name counts when its first part does: `Ola-Ali`, `Anne-Grethe`.
    pub fn usage(&self, low: &str) -> Option<NameUse> {
        self.0.get(low).or_else(|| self.0.get(low.split_once('-')?.0)).copied()
    }
}

#[derive(Debug)]
pub(super) struct LastNames(HashMap<String, bool>);

impl LastNames {
    pub fn parse(text: &str) -> Result<Self> {
        let mut names = HashMap::new();
        for line in rows(text)? {
            let [name, _, also_word, ..] = line.as_slice() else { bail!("three columns are needed: {line:?}") };
            names.insert(name.to_lowercase(), is_yes(also_word)?);
        }
        Ok(Self(names))
    }

    pub fn has(&self, low: &str) -> bool {
        self.0.contains_key(low) || low.split_once('-').is_some_and(|(first, _)| self.0.contains_key(first))
    }

    pub fn is_only_name(&self, low: &str) -> bool {
        self.0.get(low) == Some(&false)
    }
}

#[derive(Debug)]
pub(super) struct Place {
    pub is_also_word: bool,
    pub is_large: bool,
    post_codes: HashSet<String>,
}

impl Place {
    pub fn has_post_code(&self, code: &str) -> bool {
        self.post_codes.contains(code)
    }
}

#[derive(Debug)]
pub(super) struct Places(HashMap<String, Place>);

impl Places {
    pub fn parse(text: &str) -> Result<Self> {
        let mut places = HashMap::new();
        for line in rows(text)? {
            let [name, _, also_word, large, codes, ..] = line.as_slice() else {
                bail!("five columns are needed: {line:?}")
            };
            let post_codes = codes.split_whitespace().map(str::to_owned).collect();
            let place = Place { is_also_word: is_yes(also_word)?, is_large: is_yes(large)?, post_codes };
            places.insert(name.to_lowercase(), place);
        }
        Ok(Self(places))
    }

    pub fn find(&self, low: &str) -> Option<&Place> {
        self.0.get(low)
    }
}

/// Ordinary words that are not a user name, a school's name or a person, whatever stands before them.
#[derive(Debug)]
pub(super) struct Words(HashSet<String>);

impl Words {
    pub fn parse(text: &str) -> Result<Self> {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let words: HashSet<String> = lines.flat_map(str::split_whitespace).map(str::to_lowercase).collect();
        ensure!(!words.is_empty(), "the list is empty");
        Ok(Self(words))
    }

    pub fn has(&self, low: &str) -> bool {
        self.0.contains(low)
    }
}

/// The cells of each line below the heading.
fn rows(text: &str) -> Result<Vec<Vec<&str>>> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    ensure!(lines.next().is_some_and(|heading| heading.starts_with("name\t")), "the heading is missing");
    Ok(lines.map(|line| line.split('\t').map(str::trim).collect()).collect())
}

fn is_yes(cell: &str) -> Result<bool> {
    match cell {
        "yes" => Ok(true),
        "no" => Ok(false),
        other => bail!("yes or no is needed, not {other:?}"),
    }
}
