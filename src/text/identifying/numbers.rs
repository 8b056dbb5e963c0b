//! What is written in figures: national numbers, accounts, cards, other documents, birth dates and plates.
//! Telephones have a room of their own.

use super::reading::Reading;
use super::{Finding, Kind, Lexicon, checksums, telephones};

/// Groups of digits that are read together, at most.
const MOST_GROUPS: usize = 9;
/// Years a reader of these pages or someone they write about may be born in.
const BIRTH_YEARS: std::ops::RangeInclusive<u32> = 1960..=2020;
/// Born in these years, a person is of the age that asks here: a full date is then taken for a birth date.
const YOUNG_BIRTH_YEARS: std::ops::RangeInclusive<u32> = 1997..=2016;

pub(super) const BIRTH_CUES: [&str; 12] = [
    "født",
    "fødd",
    "fødselsdato",
    "fødselsdag",
    "fødsels",
    "bursdag",
    "bursdagen",
    "bday",
    "birthday",
    "born",
    "geburt",
    "dob",
];
const NOT_BIRTH_CUES: [&str; 12] =
    ["eksamen", "prøve", "time", "avtale", "døde", "døydde", "siden", "sidan", "skjedde", "tentamen", "frist", "sist"];
const NATIONAL_ID_CUES: [&str; 6] = ["fødselsnummer", "fødselsnr", "personnummer", "personnr", "fnr", "pnr"];
const ACCOUNT_CUES: [&str; 6] = ["konto", "kontonr", "vipps", "bank", "overfør", "account"];
const DOCUMENT_CUES: [&str; 5] = ["duf", "pass", "utlending", "udi", "visum"];
const PLATE_CUES: [&str; 7] = ["skilt", "regnr", "registrering", "bil", "moped", "scooter", "motorsykkel"];
const NOT_PLATES: [&str; 16] =
    ["no", "nb", "gb", "kr", "nr", "tv", "ps", "pc", "id", "eu", "us", "uk", "kl", "mg", "kg", "vg"];

/// Neighbouring groups of digits, as one number.
#[derive(Debug)]
pub(super) struct Run {
    pub first: usize,
    pub last: usize,
    pub digits: String,
    /// Digits in each group.
    pub shape: Vec<usize>,
    /// What stands between the groups, one character each; a line of its own if they differ.
    pub separators: String,
}

impl Run {
    /// Every number that starts at this token, the longest first.
    fn all_from(reading: &Reading, first: usize) -> Vec<Self> {
        let mut runs = Vec::new();
        let (mut digits, mut shape, mut separators) = (String::new(), Vec::new(), String::new());
        for index in first..first + MOST_GROUPS {
            if !reading.tokens.get(index).is_some_and(|token| token.is_number) {
                break;
            }
            digits.push_str(reading.low_at(index));
            shape.push(reading.low_at(index).len());
            runs.push(Self {
                first,
                last: index,
                digits: digits.clone(),
                shape: shape.clone(),
                separators: separators.clone(),
            });
            match separator(reading.gap_after(index)) {
                Some(found) if digits.len() < 16 => separators.push(found),
                _ => break,
            }
        }
        runs.reverse();
        runs
    }

    pub fn is_shaped(&self, shapes: &[&[usize]]) -> bool {
        shapes.contains(&self.shape.as_slice())
    }

    /// Not glued to a letter, nor part of a longer number or a decimal.
    pub fn stands_alone(&self, reading: &Reading) -> bool {
        let is_number = |index: usize| reading.tokens.get(index).is_some_and(|token| token.is_number);
        let before = reading.gap_before(self.first);
        let after = reading.gap_after(self.last);
        let glued_before = self.first > 0 && (before.is_empty() || before.ends_with('_'));
        let continues_before = self.first > 0 && is_number(self.first - 1) && matches!(before, "," | "." | "-" | "/");
        let continues_after = is_number(self.last + 1) && matches!(after, "," | "." | "-" | "/");
        !(glued_before || after.is_empty() || continues_before || continues_after)
    }
}

/// The one character that joins two groups, with or without spaces around it.
fn separator(gap: &str) -> Option<char> {
    match gap.trim_matches(' ') {
        "" if (1..=2).contains(&gap.len()) => Some(' '),
        "-" => Some('-'),
        "." if gap.len() <= 2 => Some('.'),
        "/" => Some('/'),
        _ => None,
    }
}

pub(super) fn find(reading: &Reading, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let mut index = 0;
    while index < reading.tokens.len() {
        let is_number = reading.tokens.get(index).is_some_and(|token| token.is_number);
        let hit = if is_number { at_number(reading, lexicon, index) } else { at_word(reading, index) };
        if let Some((finding, last)) = hit {
            found.push(finding);
            index = last;
        }
        index += 1;
    }
}

fn at_number(reading: &Reading, lexicon: &Lexicon, first: usize) -> Option<(Finding, usize)> {
    Run::all_from(reading, first).into_iter().find_map(|run| {
        let (kind, is_sure) = number_kind(reading, &run).or_else(|| telephones::kind(reading, lexicon, &run))?;
        let (start, end) = (reading.tokens.get(run.first)?.start, reading.tokens.get(run.last)?.end);
        let start = if kind == Kind::Phone { telephones::start_with_plus(reading, start) } else { start };
        Some((Finding { start, end, kind, is_sure }, run.last))
    })
}

fn number_kind(reading: &Reading, run: &Run) -> Option<(Kind, bool)> {
    if !run.stands_alone(reading) {
        return None;
    }
    national_id(reading, run)
        .or_else(|| bank_account(reading, run))
        .or_else(|| payment_card(run))
        .or_else(|| birth_date(reading, run))
        .or_else(|| document(reading, run))
        .or_else(|| ip_address(reading, run))
}

fn national_id(reading: &Reading, run: &Run) -> Option<(Kind, bool)> {
    let is_cued = || reading.is_cued(run.first, 4, &NATIONAL_ID_CUES);
    let shapes: [&[usize]; 5] = [&[11], &[6, 5], &[6, 3, 2], &[2, 2, 2, 5], &[2, 2, 2, 3, 2]];
    if run.is_shaped(&shapes) {
        let is_real = checksums::is_national_id(&run.digits);
        let is_likely = is_cued() || run.is_shaped(&[&[11]]) && checksums::is_hospital_number(&run.digits);
        return (is_real || is_likely).then_some((Kind::NationalId, is_real));
    }
    (run.is_shaped(&[&[5]]) && is_cued()).then_some((Kind::NationalId, false))
}

fn bank_account(reading: &Reading, run: &Run) -> Option<(Kind, bool)> {
    let is_iban = run.is_shaped(&[&[13], &[2, 11], &[2, 4, 4, 3], &[2, 4, 2, 5]])
        && reading.low_at(run.first.checked_sub(1)?) == "no";
    if is_iban && checksums::is_bank_account(run.digits.get(2..)?) {
        return Some((Kind::BankAccount, true));
    }
    let is_cued = reading.is_cued(run.first, 5, &ACCOUNT_CUES) || reading.is_followed(run.last, 3, &ACCOUNT_CUES);
    let is_separated = run.is_shaped(&[&[4, 2, 5], &[4, 4, 3]]);
    let is_real = checksums::is_bank_account(&run.digits);
    match (is_separated || run.is_shaped(&[&[11]]), is_real) {
        (true, true) if is_separated || is_cued => Some((Kind::BankAccount, true)),
        (true, false) if is_cued => Some((Kind::BankAccount, false)),
        _ => None,
    }
}

fn payment_card(run: &Run) -> Option<(Kind, bool)> {
    let shapes: [&[usize]; 4] = [&[16], &[4, 4, 4, 4], &[15], &[4, 6, 5]];
    (run.is_shaped(&shapes) && checksums::is_payment_card(&run.digits)).then_some((Kind::PaymentCard, true))
}

/// Twelve digits are a DUF number (UDI); a passport has eight, or two letters and seven.
fn document(reading: &Reading, run: &Run) -> Option<(Kind, bool)> {
    let is_cued = reading.is_cued(run.first, 4, &DOCUMENT_CUES);
    match run.shape.as_slice() {
        [12] => Some((Kind::IdDocument, is_cued || run.digits.starts_with("20") || run.digits.starts_with("19"))),
        [4, 6, 2] if is_cued => Some((Kind::IdDocument, true)),
        [8] if reading.is_cued(run.first, 4, &["pass"]) => Some((Kind::IdDocument, true)),
        _ => None,
    }
}

fn ip_address(reading: &Reading, run: &Run) -> Option<(Kind, bool)> {
    let is_ip = run.separators == "..."
        && (run.first..=run.last).all(|index| reading.low_at(index).parse::<u16>().is_ok_and(|octet| octet <= 255))
        && (run.digits.len() >= 7 || reading.is_cued(run.first, 3, &["ip"]))
        && !reading.is_cued(run.first, 2, &["versjon", "version", "v", "ios", "android"]);
    is_ip.then_some((Kind::IpAddress, true))
}

fn birth_date(reading: &Reading, run: &Run) -> Option<(Kind, bool)> {
    let is_cued = reading.is_cued(run.first, 5, &BIRTH_CUES);
    let part = |from: usize, to: usize| run.digits.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    let is_one_sort = ["--", "..", "//", "  "].contains(&run.separators.as_str());
    let (day, month, year) = match run.shape.as_slice() {
        [day @ 1..=2, month @ 1..=2, 2 | 4] if is_one_sort => {
            (part(0, *day)?, part(*day, day + month)?, part(day + month, run.digits.len())?)
        }
        [6 | 8] if is_cued => (part(0, 2)?, part(2, 4)?, part(4, run.digits.len())?),
        [4, 2, 2] if run.separators == "--" => (part(6, 8)?, part(4, 6)?, part(0, 4)?),
        _ => return None,
    };
    let has_whole_year = year > 99;
    let year = match year {
        0..=20 => 2000 + year,
        21..=99 => 1900 + year,
        _ => year,
    };
    if !checksums::is_date(day, month, year) || !BIRTH_YEARS.contains(&year) {
        return None;
    }
    let is_of_something_else = reading.is_cued(run.first, 5, &NOT_BIRTH_CUES);
    let is_young = YOUNG_BIRTH_YEARS.contains(&year) && has_whole_year && !is_of_something_else;
    let is_bare = run.separators == "  " && !has_whole_year;
    (is_cued || !is_bare).then_some((Kind::BirthDate, is_cued || is_young))
}

/// Numbers that begin with letters, and birthdays with the month written out.
fn at_word(reading: &Reading, index: usize) -> Option<(Finding, usize)> {
    written_date(reading, index)
        .or_else(|| lettered_number(reading, index))
        .or_else(|| telephones::in_words(reading, index))
}

const MONTHS: [&str; 22] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "october",
    "december",
    "sept",
    "des",
];

/// `12. mars 2011`; without a year only next to a word for birth, and then not sure.
fn written_date(reading: &Reading, index: usize) -> Option<(Finding, usize)> {
    let day_at = index.checked_sub(1)?;
    let day: u32 = reading.low_at(day_at).parse().ok()?;
    if !MONTHS.contains(&reading.low_at(index)) || !(1..=31).contains(&day) || reading.gap_after(day_at).len() > 2 {
        return None;
    }
    let is_cued = reading.is_cued(day_at, 5, &BIRTH_CUES);
    let year_at = index + 1;
    let year = reading
        .low_at(year_at)
        .parse::<u32>()
        .ok()
        .filter(|year| BIRTH_YEARS.contains(year) && reading.is_spaced(index));
    let (last, is_sure) = match year {
        Some(year) => {
            let is_of_something_else = reading.is_cued(day_at, 5, &NOT_BIRTH_CUES);
            (year_at, is_cued || YOUNG_BIRTH_YEARS.contains(&year) && !is_of_something_else)
        }
        None if is_cued => (index, false),
        None => return None,
    };
    let (start, end) = (reading.tokens.get(day_at)?.start, reading.tokens.get(last)?.end);
    Some((Finding { start, end, kind: Kind::BirthDate, is_sure }, last))
}

/// A licence plate (`QA 12345`, mopeds and motorcycles four figures) or a passport (`AB1234567`).
fn lettered_number(reading: &Reading, index: usize) -> Option<(Finding, usize)> {
    let (letters, number) = (reading.tokens.get(index)?, reading.tokens.get(index + 1)?);
    let is_joined = matches!(reading.gap_after(index), "" | " ") && !reading.gap_after(index + 1).is_empty();
    let has_two_letters = letters.end - letters.start == 2 && reading.text_at(index).is_ascii();
    if !is_joined || !has_two_letters || !number.is_number || NOT_PLATES.contains(&reading.low_at(index)) {
        return None;
    }
    let is_upper = reading.text_at(index).chars().all(|letter| letter.is_ascii_uppercase());
    let is_cued = reading.is_cued(index, 4, &PLATE_CUES);
    let figures = reading.low_at(index + 1);
    let (kind, is_sure) = match figures.len() {
        7 if is_upper => (Kind::IdDocument, reading.is_cued(index, 4, &DOCUMENT_CUES)),
        5 if is_upper || is_cued => (Kind::LicencePlate, false),
        4 if is_cued || is_upper && !figures.starts_with("19") && !figures.starts_with("20") => {
            (Kind::LicencePlate, false)
        }
        _ => return None,
    };
    Some((Finding { start: letters.start, end: number.end, kind, is_sure }, index + 1))
}
