//! The lists behind the rules: names with their other meanings, places with their post codes, ordinary words.

use std::collections::{HashMap, HashSet};

use anyhow::{Context, Result, bail, ensure};

/// The lists' files, as an owner's folder names them.
pub const FIRST_NAMES: &str = "names_first.tsv";
pub const LAST_NAMES: &str = "names_last.tsv";
pub const PLACES: &str = "places.tsv";
pub const WORDS: &str = "words.txt";

pub(super) const BUILT_IN: [(&str, &str); 4] = [
    (FIRST_NAMES, include_str!("../../../config/lexicon/names_first.tsv")),
    (LAST_NAMES, include_str!("../../../config/lexicon/names_last.tsv")),
    (PLACES, include_str!("../../../config/lexicon/places.tsv")),
    (WORDS, include_str!("../../../config/lexicon/words.txt")),
];

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

/// Sites where everyone may have a page.
pub(super) const SHARED_SITES: [&str; 12] = [
    "facebook.com",
    "instagram.com",
    "snapchat.com",
    "tiktok.com",
    "youtube.com",
    "discord.com",
    "discord.gg",
    "t.me",
    "x.com",
    "twitter.com",
    "linktr.ee",
    "google.com",
];

/// What else a name can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameUse {
    OnlyName,
    AlsoWord,
    /// Also a drug or another thing young people write about under that name.
    AlsoSlang,
}

#[derive(Clone, Debug)]
pub(super) struct FirstNames(HashMap<String, NameUse>);

impl FirstNames {
    pub fn parse(text: &str) -> Result<Self> {
        let mut names = HashMap::new();
        read_rows(text, |cells| {
            let [name, _, also_word, also_slang, ..] = cells else { bail!("four columns are needed: {cells:?}") };
            let usage = match (is_yes(also_slang)?, is_yes(also_word)?) {
                (true, _) => NameUse::AlsoSlang,
                (false, true) => NameUse::AlsoWord,
                (false, false) => NameUse::OnlyName,
            };
            names.insert(name.to_lowercase(), usage);
            Ok(())
        })?;
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

#[derive(Clone, Debug)]
pub(super) struct LastNames(HashMap<String, bool>);

impl LastNames {
    pub fn parse(text: &str) -> Result<Self> {
        let mut names = HashMap::new();
        read_rows(text, |cells| {
            let [name, _, also_word, ..] = cells else { bail!("three columns are needed: {cells:?}") };
            names.insert(name.to_lowercase(), is_yes(also_word)?);
            Ok(())
        })?;
        Ok(Self(names))
    }

    pub fn has(&self, low: &str) -> bool {
        self.0.contains_key(low) || low.split_once('-').is_some_and(|(first, _)| self.0.contains_key(first))
    }

    pub fn is_only_name(&self, low: &str) -> bool {
        self.0.get(low) == Some(&false)
    }
}

#[derive(Clone, Debug)]
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

#[derive(Clone, Debug)]
pub(super) struct Places(HashMap<String, Place>);

impl Places {
    pub fn parse(text: &str) -> Result<Self> {
        let mut places = HashMap::new();
        read_rows(text, |cells| {
            let [name, _, also_word, large, codes, ..] = cells else { bail!("five columns are needed: {cells:?}") };
            let post_codes = codes.split_whitespace().map(str::to_owned).collect();
            let place = Place { is_also_word: is_yes(also_word)?, is_large: is_yes(large)?, post_codes };
            places.insert(name.to_lowercase(), place);
            Ok(())
        })?;
        Ok(Self(places))
    }

    pub fn find(&self, low: &str) -> Option<&Place> {
        self.0.get(low)
    }
}

/// Ordinary words that are not a user name, a school's name or a person, whatever stands before them.
#[derive(Clone, Debug)]
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

/// Reads the cells of each line below the heading; a bad line is named by its number.
fn read_rows(text: &str, mut read: impl FnMut(&[&str]) -> Result<()>) -> Result<()> {
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let mut lines = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    ensure!(lines.next().is_some_and(|(_, heading)| heading.starts_with("name\t")), "the heading is missing");
    for (number, line) in lines {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        read(&cells).with_context(|| format!("line {number}"))?;
    }
    Ok(())
}

fn is_yes(cell: &str) -> Result<bool> {
    match cell {
        "yes" => Ok(true),
        "no" => Ok(false),
        other => bail!("yes or no is needed, not {other:?}"),
    }
}
