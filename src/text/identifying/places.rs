//! Where someone is: street and number, post code and place, and places by name.

use super::reading::Reading;
use super::{Finding, Kind, Lexicon};

const STREETS: [&str; 34] = [
    "veien", "vegen", "gata", "gaten", "gate", "vei", "veg", "allé", "alléen", "alleen", "bakken", "stien", "svingen",
    "plass", "plassen", "torg", "torget", "tunet", "haugen", "lia", "åsen", "kroken", "ringen", "brygge", "sletta",
    "løkka", "terrasse", "gt", "vn", "gaden", "faret", "toppen", "jordet", "lunden",
];
/// Streets in two words end in one of these: `Kongens gate 5`, `Olav Kyrres gate 3`.
const STREET_WORDS: [&str; 14] = [
    "gate", "gata", "gt", "vei", "veg", "veien", "vegen", "plass", "allé", "alle", "terrasse", "torg", "brygge", "ring",
];
/// Words that end like a street and are none.
const NOT_STREETS: [&str; 26] = [
    "omveien",
    "underveien",
    "skoleveien",
    "skulevegen",
    "hjemveien",
    "heimvegen",
    "arbeidsplassen",
    "arbeidsplass",
    "skoleplass",
    "studieplass",
    "lærlingplass",
    "læreplass",
    "behandlingsplass",
    "parkeringsplassen",
    "utfordringen",
    "erfaringen",
    "endringen",
    "forandringen",
    "vurderingen",
    "familia",
    "påveien",
    "luftveien",
    "urinveien",
    "motorveien",
    "plass",
    "kjøreveien",
];
const ADDRESS_CUES: [&str; 8] = ["adresse", "adressa", "bor", "bur", "budde", "bodde", "flytta", "flyttet"];
const NOT_HOUSE_NUMBERS: [&str; 24] = [
    "år",
    "ganger",
    "gonger",
    "timer",
    "timar",
    "km",
    "meter",
    "min",
    "minutter",
    "dager",
    "dagar",
    "uker",
    "veker",
    "mg",
    "kg",
    "kr",
    "prosent",
    "mil",
    "m",
    "ting",
    "personer",
    "stk",
    "av",
    "kilometer",
];
const PLACE_CUES: [&str; 14] =
    ["i", "på", "fra", "frå", "til", "ved", "utenfor", "utanfor", "mot", "rundt", "nær", "in", "from", "te"];
const HOME_CUES: [&str; 16] = [
    "bor", "bur", "budde", "bodde", "flytta", "flyttet", "flytter", "kommer", "kjem", "er", "vokst", "oppvokst",
    "jente", "gutt", "jenta", "live",
];

pub(super) fn find(reading: &Reading, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    for (index, token) in reading.tokens.iter().enumerate() {
        if token.is_number {
            found.extend(postal_address(reading, lexicon, index));
        } else {
            found.extend(address(reading, lexicon, index));
            found.extend(place(reading, lexicon, index));
        }
    }
}

/// The street ends at this token and its number follows.
fn address(reading: &Reading, lexicon: &Lexicon, index: usize) -> Option<Finding> {
    let number = reading.tokens.get(index + 1).filter(|next| next.is_number && next.end - next.start <= 3)?;
    let is_joined = matches!(reading.gap_after(index), " " | ". " | "  ");
    if !is_joined || reading.low_at(index + 1).starts_with('0') {
        return None;
    }
    let first = street_start(reading, index)?;
    // "Amalia 15" ends like a street and is a person of fifteen (streets have a consonant there: Granlia); "langt"
    // is short for no street.
    let is_name_of_girl =
        ["elia", "alia", "ilia", "ulia", "olia"].iter().any(|ending| reading.low_at(index).ends_with(ending));
    let is_abbreviated = reading.low_at(index).ends_with("gt") || reading.low_at(index).ends_with("vn");
    let is_capital = reading.tokens.get(index).is_some_and(|street| street.is_capital && !street.is_sentence_start);
    if lexicon.first_names.usage(reading.low_at(index)).is_some()
        || is_name_of_girl
        || is_abbreviated && first == index && !is_capital
    {
        return None;
    }
    let token = reading.tokens.get(first)?;
    let end = house_letter_end(reading, index + 1).unwrap_or(number.end);
    let (after, gap) = (reading.low_at(index + 2), reading.gap_after(index + 1));
    let goes_on = end == number.end && (gap.is_empty() || gap.starts_with(['%', ',']) && gap.len() == 1);
    if goes_on || gap.trim().is_empty() && NOT_HOUSE_NUMBERS.contains(&after) {
        return None;
    }
    let is_cued = reading.is_cued(first, 4, &ADDRESS_CUES);
    let is_sure = is_cued
        || token.is_capital && (!token.is_sentence_start || first < index || is_at_start_of_line(reading, first));
    Some(Finding { start: token.start, end, kind: Kind::Address, is_sure })
}

/// An address alone on its line is no sentence.
fn is_at_start_of_line(reading: &Reading, index: usize) -> bool {
    reading.gap_before(index).contains('\n')
}

/// The first token of a street name that ends here.
fn street_start(reading: &Reading, index: usize) -> Option<usize> {
    let low = reading.low_at(index);
    if NOT_STREETS.contains(&low) && !STREET_WORDS.contains(&low) {
        return None;
    }
    let has_name = |ending: &&&str| low.strip_suffix(**ending).is_some_and(|name| name.chars().count() >= 3);
    if STREETS.iter().any(|ending| has_name(&ending)) {
        return Some(index);
    }
    let is_name = |at: usize| reading.tokens.get(at).is_some_and(|token| token.is_capital) && reading.is_spaced(at);
    let first = (index.saturating_sub(3)..index).rev().take_while(|at| is_name(*at)).last()?;
    STREET_WORDS.contains(&low).then_some(first)
}

/// `12b`, `12 B`: the letter belongs to the number.
fn house_letter_end(reading: &Reading, number: usize) -> Option<usize> {
    let letter = reading.tokens.get(number + 1)?;
    let text = reading.text_at(number + 1);
    let is_letter = text.len() == 1 && text.chars().all(|character| matches!(character, 'A'..='H' | 'a'..='h'));
    let is_joined = match reading.gap_after(number) {
        "" => true,
        " " => letter.is_capital || matches!(text, "b" | "c"),
        _ => false,
    };
    (is_letter && is_joined && !reading.gap_after(number + 1).is_empty()).then_some(letter.end)
}

/// A post code and the place it belongs to.
fn postal_address(reading: &Reading, lexicon: &Lexicon, index: usize) -> Option<Finding> {
    let code = reading.low_at(index);
    if code.len() != 4
        || !matches!(reading.gap_after(index), " " | "  ")
        || reading.gap_before(index).is_empty() && index > 0
    {
        return None;
    }
    let token = reading.tokens.get(index)?;
    let last = (index + 1..=index + 3).rev().find(|last| {
        let place = reading
            .tokens
            .get(index + 1)
            .and_then(|first| reading.low.get(first.start..reading.tokens.get(*last)?.end));
        place.and_then(|name| lexicon.places.find(name)).is_some_and(|place| place.has_post_code(code))
    })?;
    let is_year = (code.starts_with("19") || code.starts_with("20"))
        && reading.is_cued(index, 1, &["i", "siden", "sidan", "fra", "frå", "år", "in"]);
    let is_capital = reading.tokens.get(index + 1).is_some_and(|first| first.is_capital);
    let is_sure = is_capital || !code.starts_with("20");
    (!is_year).then_some(Finding {
        start: token.start,
        end: reading.tokens.get(last)?.end,
        kind: Kind::PostalAddress,
        is_sure,
    })
}

/// A kommune, post place or part of a town; a small one next to age and gender is enough to stop for.
fn place(reading: &Reading, lexicon: &Lexicon, index: usize) -> Option<Finding> {
    let token = reading.tokens.get(index)?;
    let last = (index..=index + 2).rev().find(|last| place_between(reading, lexicon, index, *last).is_some())?;
    let place = place_between(reading, lexicon, index, last)?;
    let before = reading.word_before(index);
    let is_cued = PLACE_CUES.contains(&before);
    let is_home = is_cued && reading.is_cued(index - 1, 3, &HOME_CUES);
    let is_named = match (token.is_capital, place.is_also_word) {
        (true, true) => is_cued && !(before == "til" || before == "te"),
        (true, false) => is_cued || !token.is_sentence_start || !lexicon.words.has(reading.low_at(index)),
        (false, true) => false,
        (false, false) => is_home && !lexicon.words.has(reading.low_at(index)),
    };
    let is_sure = !place.is_large && is_home && has_age_and_gender(reading, index);
    is_named.then_some(Finding { start: token.start, end: reading.tokens.get(last)?.end, kind: Kind::Place, is_sure })
}

fn place_between<'a>(
    reading: &Reading,
    lexicon: &'a Lexicon,
    first: usize,
    last: usize,
) -> Option<&'a super::lists::Place> {
    let is_one_name = (first..last).all(|index| reading.is_spaced(index) || reading.gap_after(index) == "-");
    let (start, end) = (reading.tokens.get(first)?.start, reading.tokens.get(last)?.end);
    let name = reading.low.get(start..end).filter(|_| is_one_name)?;
    lexicon.places.find(name)
}

pub(super) fn is_place(lexicon: &Lexicon, low: &str) -> bool {
    lexicon.places.find(low).is_some()
}

fn has_age_and_gender(reading: &Reading, index: usize) -> bool {
    let near = || index.saturating_sub(12)..index + 10;
    let is_age = |at: usize| reading.low_at(at).parse::<u8>().is_ok_and(|age| (10..=22).contains(&age));
    let is_gender =
        |at: usize| ["jente", "gutt", "jenta", "gutten", "gut", "guten", "girl", "boy"].contains(&reading.low_at(at));
    near().any(is_age) && near().any(is_gender)
}
