//! Finds what may tell who someone is in a piece of text: quietly for the one who asks (`warn`), noisily for the
//! one who answers (`mark`). Knows Norwegian numbers, names and places; keeps nothing and has never heard of a question.

mod checksums;
mod left;
mod lists;
mod numbers;
mod online;
mod people;
mod people_words;
mod places;
mod rare;
mod reading;
mod school_words;
mod schools;
mod telephones;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use anyhow::{Context, Result};

pub use lists::{FIRST_NAMES, LAST_NAMES, PLACES, WORDS};
use lists::{FirstNames, LastNames, Places, Words};
use reading::Reading;

/// What kind of thing gives someone away. The order is precedence when two of the same length meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    NationalId,
    Email,
    BankAccount,
    PaymentCard,
    Phone,
    IdDocument,
    IpAddress,
    UrlProfile,
    Handle,
    BirthDate,
    PostalAddress,
    Address,
    LicencePlate,
    School,
    SchoolClass,
    Workplace,
    Staff,
    Person,
    Place,
    Rare,
}

impl Kind {
    pub const ALL: [Self; 20] = [
        Self::NationalId,
        Self::Email,
        Self::BankAccount,
        Self::PaymentCard,
        Self::Phone,
        Self::IdDocument,
        Self::IpAddress,
        Self::UrlProfile,
        Self::Handle,
        Self::BirthDate,
        Self::PostalAddress,
        Self::Address,
        Self::LicencePlate,
        Self::School,
        Self::SchoolClass,
        Self::Workplace,
        Self::Staff,
        Self::Person,
        Self::Place,
        Self::Rare,
    ];

    /// The kind as it is written in files, keys and output.
    pub fn word(self) -> &'static str {
        match self {
            Self::NationalId => "national_id",
            Self::Email => "email",
            Self::BankAccount => "bank_account",
            Self::PaymentCard => "payment_card",
            Self::Phone => "phone",
            Self::IdDocument => "id_document",
            Self::IpAddress => "ip_address",
            Self::UrlProfile => "url_profile",
            Self::Handle => "handle",
            Self::BirthDate => "birth_date",
            Self::PostalAddress => "postal_address",
            Self::Address => "address",
            Self::LicencePlate => "licence_plate",
            Self::School => "school",
            Self::SchoolClass => "school_class",
            Self::Workplace => "workplace",
            Self::Staff => "staff",
            Self::Person => "person",
            Self::Place => "place",
            Self::Rare => "rare",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether it is taken out even when the asker sends the text as it is.
    pub fn is_removed_when_sent_anyway(self) -> bool {
        matches!(self, Self::NationalId | Self::Phone | Self::Email | Self::Address | Self::PostalAddress)
    }
}

/// A stretch of a text, in bytes of the text as given, always on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
}

impl Mark {
    /// What is marked; empty if `text` is not the text the mark was made for.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Start and end counted in Unicode scalar values, as other programs count.
    pub fn scalar_offsets(self, text: &str) -> (usize, usize) {
        let before = text.get(..self.start).unwrap_or_default().chars().count();
        (before, before + self.of(text).chars().count())
    }
}

/// Something found, in bytes of the reading.
#[derive(Clone, Copy, Debug)]
struct Finding {
    start: usize,
    end: usize,
    kind: Kind,
    /// Sure enough to stop the asker for; the rest is for the one who answers to judge.
    is_sure: bool,
}

/// Names, places, words, and the numbers, sites and names that may stand in a text because they are there to help.
#[derive(Clone, Debug)]
pub struct Lexicon {
    first_names: FirstNames,
    last_names: LastNames,
    places: Places,
    words: Words,
    known_numbers: Vec<String>,
    known_sites: Vec<String>,
    known_names: Vec<String>,
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::parse_over_built_in(|_| None).unwrap_or_else(|error| panic!("a built-in list is broken: {error:#}"))
});

impl Lexicon {
    /// The lists that come with the program.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The owner's lists, in the form of the built-in ones: tab-separated with a heading; `#` starts a comment line.
    /// An error names the list by its file and the line.
    pub fn parse(first_names: &str, last_names: &str, places: &str, words: &str) -> Result<Self> {
        Ok(Self {
            first_names: FirstNames::parse(first_names).context(FIRST_NAMES)?,
            last_names: LastNames::parse(last_names).context(LAST_NAMES)?,
            places: Places::parse(places).context(PLACES)?,
            words: Words::parse(words).context(WORDS)?,
            known_numbers: lists::HELP_NUMBERS.map(str::to_owned).to_vec(),
            known_sites: lists::HELP_SITES.map(str::to_owned).to_vec(),
            known_names: Vec::new(),
        })
    }

    /// The built-in lists, each replaced by the text that `own` has for its file's name.
    pub fn parse_over_built_in(own: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let text = |(name, built_in): (&str, &str)| own(name).unwrap_or_else(|| built_in.to_owned());
        let [first_names, last_names, places, words] = lists::BUILT_IN.map(text);
        Self::parse(&first_names, &last_names, &places, &words)
    }

    /// Adds phone numbers and sites (host names) that are nobody's secret: the owner's own and the help services'.
    #[must_use]
    pub fn knowing<'a>(
        mut self,
        numbers: impl IntoIterator<Item = &'a str>,
        sites: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let digits = |number: &str| number.chars().filter(char::is_ascii_digit).collect::<String>();
        self.known_numbers.extend(numbers.into_iter().map(digits).filter(|number| !number.is_empty()));
        let sites = sites.into_iter().map(|site| site.trim_start_matches("www.").to_lowercase());
        // A service may have its page on a site where everyone has one: that makes nobody else's page known.
        self.known_sites.extend(sites.filter(|site| !lists::SHARED_SITES.contains(&site.as_str())));
        self
    }

    /// Adds names that are nobody's secret, such as the help services'. Shorter than four letters they are passed over.
    #[must_use]
    pub fn knowing_names<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        let names = names.into_iter().map(|name| name.trim().to_lowercase());
        self.known_names.extend(names.filter(|name| name.chars().count() >= 4));
        self
    }

    /// For the asker: only what is very likely to give someone away.
    pub fn warn(&self, text: &str) -> Vec<Mark> {
        let reading = Reading::of(text);
        let mut found = self.search(&reading);
        found.retain(|finding| finding.is_sure);
        settle(found, &reading)
    }

    /// For the clinician: everything that may have to be handled before others read the text.
    pub fn mark(&self, text: &str) -> Vec<Mark> {
        let reading = Reading::of(text);
        settle(self.search(&reading), &reading)
    }

    fn search(&self, reading: &Reading) -> Vec<Finding> {
        let mut found = Vec::new();
        numbers::find(reading, self, &mut found);
        online::find(reading, self, &mut found);
        places::find(reading, self, &mut found);
        people::find(reading, self, &mut found);
        schools::find(reading, self, &mut found);
        rare::find(reading, self, &mut found);
        self.pass_over_known_names(reading, &mut found);
        found
    }

    fn pass_over_known_names(&self, reading: &Reading, found: &mut Vec<Finding>) {
        let places: Vec<(usize, usize)> = self
            .known_names
            .iter()
            .flat_map(|name| reading.low.match_indices(name.as_str()))
            .map(|(start, name)| (start, start + name.len()))
            .filter(|(start, end)| reading.is_apart(*start, *end))
            .collect();
        found.retain(|finding| !places.iter().any(|(start, end)| *start <= finding.start && finding.end <= *end));
    }

    fn is_known_number(&self, digits: &str) -> bool {
        self.known_numbers.iter().any(|number| number == digits)
    }

    fn is_known_site(&self, host: &str) -> bool {
        self.known_sites
            .iter()
            .any(|site| host.strip_suffix(site.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
    }
}

/// The longest finding wins, then the more specific kind; the rest of what overlaps is dropped.
fn settle(mut found: Vec<Finding>, reading: &Reading) -> Vec<Mark> {
    found.sort_by_key(|finding| (usize::MAX - (finding.end - finding.start), finding.kind, finding.start));
    let mut kept = BTreeMap::<usize, (usize, Kind)>::new();
    for finding in found {
        let nearest = kept.range(..finding.end).next_back();
        if finding.start < finding.end && nearest.is_none_or(|(_, (end, _))| *end <= finding.start) {
            kept.insert(finding.start, (finding.end, finding.kind));
        }
    }
    kept.into_iter()
        .map(|(start, (end, kind))| {
            let (start, end) = reading.original(start, end);
            Mark { start, end, kind }
        })
        .collect()
}

/// The text with every mark replaced; marks must be sorted, as `warn` and `mark` give them.
pub fn remove(text: &str, marks: &[Mark], replacement: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for mark in marks {
        kept.push_str(text.get(at..mark.start).unwrap_or_default());
        kept.push_str(replacement);
        at = mark.end;
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    kept
}

/// Replaces only what is taken out of every text that is sent: numbers and addresses.
pub fn remove_numbers(text: &str, marks: &[Mark], replacement: &str) -> String {
    let removed: Vec<Mark> = marks.iter().copied().filter(|mark| mark.kind.is_removed_when_sent_anyway()).collect();
    remove(text, &removed, replacement)
}
