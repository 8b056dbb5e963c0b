//! Telephone numbers: Norwegian ones in the groupings people write, others with a country code, and spelled out.
//! Amounts, counts and the numbers of help services are not.

use super::numbers::Run;
use super::reading::Reading;
use super::{Finding, Kind, Lexicon};

const CUES: [&str; 22] = [
    "nummer", "nr", "tlf", "telefon", "mobil", "ring", "sms", "vipps", "tekst", "melding", "call", "phone", "text",
    "number", "whatsapp", "signal", "snakk", "kontakt", "nås", "tlfnr", "tel", "msg",
];
const UNITS: [&str; 44] = [
    "kg",
    "mg",
    "g",
    "gram",
    "kr",
    "kroner",
    "nok",
    "prosent",
    "ml",
    "dl",
    "l",
    "liter",
    "cm",
    "mm",
    "m",
    "km",
    "meter",
    "ganger",
    "gonger",
    "timer",
    "timar",
    "min",
    "minutter",
    "sek",
    "år",
    "dager",
    "dagar",
    "uker",
    "veker",
    "stk",
    "tabletter",
    "piller",
    "mcg",
    "ug",
    "kcal",
    "kalorier",
    "kj",
    "følgere",
    "followers",
    "views",
    "poeng",
    "xp",
    "reps",
    "likes",
];
const AMOUNT_CUES: [&str; 5] = ["kr", "kroner", "nok", "summen", "org"];
const FIGURES: [&str; 16] =
    ["null", "en", "ein", "én", "ett", "to", "tre", "fire", "fem", "seks", "sju", "syv", "åtte", "ni", "zero", "one"];

pub(super) fn kind(reading: &Reading, lexicon: &Lexicon, run: &Run) -> Option<(Kind, bool)> {
    let has_plus =
        reading.tokens.get(run.first).is_some_and(|token| start_with_plus(reading, token.start) < token.start);
    let is_whole = has_plus || run.stands_alone(reading);
    if !is_whole || is_amount(reading, run) || run.separators.contains('/') {
        return None;
    }
    let (number, shape) = without_country(run, has_plus)?;
    if lexicon.is_known_number(number) {
        return None;
    }
    if has_plus || number.len() < run.digits.len() {
        let is_foreign = number.len() == run.digits.len() && (9..=14).contains(&number.len());
        return (is_foreign || number.len() == 8).then_some((Kind::Phone, true));
    }
    let is_cued = reading.is_cued(run.first, 4, &CUES);
    if number.len() != 8 || !number.starts_with(['2', '3', '4', '5', '6', '7', '8', '9']) {
        return None;
    }
    let is_mobile = number.starts_with(['4', '9']);
    match shape {
        [8] => Some((Kind::Phone, is_mobile || is_cued)),
        [3, 2, 3] => Some((Kind::Phone, true)),
        [2, 2, 2, 2] if is_cued || !is_counting(reading, run) => Some((Kind::Phone, true)),
        [4, 4] | [2, 3, 3] | [3, 3, 2] | [2, 6] | [5, 3] | [3, 5]
            if is_cued || is_mobile && !number.ends_with("000") =>
        {
            Some((Kind::Phone, is_cued))
        }
        [1, 1, 1, 1, 1, 1, 1, 1] => Some((Kind::Phone, is_cued)),
        _ => None,
    }
}

/// The number and its grouping without `+47`, `0047` or `47`.
fn without_country(run: &Run, has_plus: bool) -> Option<(&str, &[usize])> {
    let (digits, shape) = (run.digits.as_str(), run.shape.as_slice());
    for (code, length) in [("0047", 12), ("47", 10)] {
        if let Some(number) = digits.strip_prefix(code).filter(|_| digits.len() == length) {
            return match shape.split_first()? {
                (first, rest) if *first == code.len() => Some((number, rest)),
                (first, []) if *first == length && (has_plus || code == "0047") => Some((number, &[])),
                _ if has_plus => Some((number, &[])),
                _ => None,
            };
        }
    }
    Some((digits, shape))
}

fn is_amount(reading: &Reading, run: &Run) -> bool {
    let gap = reading.gap_after(run.last).trim_start_matches(' ');
    let is_measured = gap.starts_with(['%', '$', '€'])
        || gap.trim().is_empty() && UNITS.contains(&reading.low_at(run.last + 1)) && !gap.contains('\n');
    is_measured || reading.is_cued(run.first, 1, &AMOUNT_CUES)
}

/// `20 30 40 50`, or two-figure groups that go on before or after: sets, results, ages.
fn is_counting(reading: &Reading, run: &Run) -> bool {
    let is_pair = |index: usize| {
        reading.low_at(index).len() == 2 && reading.low_at(index).bytes().all(|byte| byte.is_ascii_digit())
    };
    let goes_on = reading.is_spaced(run.last) && is_pair(run.last + 1)
        || run.first > 0 && reading.is_spaced(run.first - 1) && is_pair(run.first - 1);
    let groups: Vec<i32> = (run.first..=run.last).filter_map(|index| reading.low_at(index).parse().ok()).collect();
    let steps: Vec<i32> = groups.windows(2).filter_map(|pair| Some(pair.last()? - pair.first()?)).collect();
    let is_even = steps.first().is_some_and(|step| *step != 0 && steps.iter().all(|other| other == step));
    goes_on || is_even
}

/// The byte of the `+` just before, if there is one.
pub(super) fn start_with_plus(reading: &Reading, start: usize) -> usize {
    let before = reading.low.get(..start).unwrap_or_default();
    if before.ends_with('+') { start - 1 } else { start }
}

/// Eight or more figures as words in a row.
pub(super) fn in_words(reading: &Reading, first: usize) -> Option<(Finding, usize)> {
    let is_figure = |index: usize| FIGURES.contains(&reading.low_at(index));
    let last = (first..first + 12)
        .take_while(|index| is_figure(*index) && (*index == first || reading.is_spaced(index - 1)))
        .last()?;
    if last - first + 1 < 8 {
        return None;
    }
    let (start, end) = (reading.tokens.get(first)?.start, reading.tokens.get(last)?.end);
    Some((Finding { start, end, kind: Kind::Phone, is_sure: reading.is_cued(first, 4, &CUES) }, last))
}
