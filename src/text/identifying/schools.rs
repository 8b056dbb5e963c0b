//! Where someone spends the day: schools, classes and work places.

use super::places::is_place;
use super::reading::Reading;
use super::school_words::{ATTENDING, BRANDS, NOT_SCHOOLS, SCHOOLS, WORKING};
use super::{Finding, Kind, Lexicon};

pub(super) fn find(reading: &Reading, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let before = found.len();
    for index in 0..reading.tokens.len() {
        found.extend(school(reading, lexicon, index));
        found.extend(attended(reading, lexicon, index));
        found.extend(workplace(reading, lexicon, index));
    }
    let schools: Vec<usize> =
        found.iter().skip(before).filter(|hit| hit.kind == Kind::School && hit.is_sure).map(|hit| hit.start).collect();
    for index in 0..reading.tokens.len() {
        if let Some(class) = class(reading, index) {
            // A class says little until the school is named beside it.
            let nearest = schools.partition_point(|start| start + 80 < class.start);
            let is_sure = schools.get(nearest).is_some_and(|start| *start < class.start + 80);
            found.push(Finding { is_sure, ..class });
        }
    }
}

/// `Vågsbygd skole`, `Kristiansand internasjonale skole`, `Kvadraturen vgs`; the school word is at `index`.
fn school(reading: &Reading, lexicon: &Lexicon, index: usize) -> Option<Finding> {
    let kind = reading.low_at(index);
    if !SCHOOLS.contains(&kind) {
        return None;
    }
    let is_inner = |at: usize| {
        ["internasjonale", "videregående", "vidaregåande", "kristne", "private"].contains(&reading.low_at(at))
            && reading.is_spaced(at)
    };
    let named_by = index.checked_sub(1).filter(|at| is_inner(*at)).unwrap_or(index).checked_sub(1)?;
    let is_name = |at: usize| {
        let is_apart = reading.is_spaced(at) || reading.gap_after(at) == "-";
        is_apart
            && reading.tokens.get(at).is_some_and(|token| token.is_capital)
            && !lexicon.words.has(reading.low_at(at))
            && !NOT_SCHOOLS.contains(&reading.low_at(at))
    };
    let by_capital = (named_by.saturating_sub(2)..=named_by).rev().take_while(|at| is_name(*at)).last();
    let low = reading.low_at(named_by);
    let by_place =
        (reading.is_spaced(named_by) && is_place(lexicon, low) && low.chars().count() > 3 && !lexicon.words.has(low))
            .then_some(named_by);
    let first = by_capital.or(by_place)?;
    let has_tail =
        ["videregående", "vidaregåande"].contains(&kind) && ["skole", "skule"].contains(&reading.next_word(index));
    let last = if has_tail { index + 1 } else { index };
    let token = reading.tokens.get(first)?;
    let is_possibly_word = token.is_sentence_start && !is_place(lexicon, reading.low_at(first));
    Some(Finding {
        start: token.start,
        end: reading.tokens.get(last)?.end,
        kind: Kind::School,
        is_sure: !is_possibly_word || first < named_by,
    })
}

/// `går på Vågsbygd`: the name is at `index`.
fn attended(reading: &Reading, lexicon: &Lexicon, index: usize) -> Option<Finding> {
    let (token, low) = (reading.tokens.get(index)?, reading.low_at(index));
    let is_attending = reading.word_before(index) == "på"
        && (0..=2).any(|back| {
            index
                .checked_sub(2 + back)
                .is_some_and(|at| reading.is_spaced(at) && ATTENDING.contains(&reading.low_at(at)))
        });
    let is_other = lexicon.words.has(low)
        || NOT_SCHOOLS.contains(&low)
        || token.is_number
        || reading.text_at(index).chars().filter(|letter| letter.is_uppercase()).count() > 1;
    if !is_attending || is_other || !token.is_capital {
        return None;
    }
    Some(Finding {
        start: token.start,
        end: token.end,
        kind: Kind::School,
        is_sure: is_place(lexicon, low) && low.chars().count() > 3,
    })
}

/// `9B`, `klasse 8 c`, `10. trinn`, `VG2`.
fn class(reading: &Reading, index: usize) -> Option<Finding> {
    let (token, next) = (reading.tokens.get(index)?, reading.tokens.get(index + 1)?);
    let (gap, after) = (reading.gap_after(index), reading.gap_after(index + 1));
    let hit = |end: usize| Some(Finding { start: token.start, end, kind: Kind::SchoolClass, is_sure: false });
    if reading.low_at(index) == "vg" && ["1", "2", "3"].contains(&reading.low_at(index + 1)) && matches!(gap, "" | " ")
    {
        return hit(next.end);
    }
    let step: u8 = reading.low_at(index).parse().ok().filter(|step| (1..=10).contains(step))?;
    if ["trinn", "trinnet", "steget"].contains(&reading.low_at(index + 1)) && matches!(gap, "." | ". " | " ") {
        return hit(next.end);
    }
    let letter = reading.text_at(index + 1);
    let is_letter = letter.len() == 1 && letter.chars().all(|character| matches!(character, 'A'..='F' | 'a'..='f'));
    let is_free =
        !after.is_empty() && !after.starts_with(['-', '+']) && !reading.gap_before(index).ends_with([',', '.', '-']);
    let cues = ["klasse", "klassen", "klasserommet", "i", "går", "gjeng", "class", "fra", "frå", "parallellen"];
    let is_cued = cues.contains(&reading.word_before(index));
    let is_likely = match gap {
        "" => is_cued || (4..=10).contains(&step) && next.is_capital,
        "." => is_cued,
        " " => is_cued && (next.is_capital || reading.word_before(index).starts_with("klass")),
        _ => false,
    };
    let is_three_d = step == 3 && letter.eq_ignore_ascii_case("d") && !reading.word_before(index).starts_with("klass");
    if is_letter && is_free && is_likely && !is_three_d { hit(next.end) } else { None }
}

/// `jobber på Kiwi i Vågsbygd`: the name is at `index`.
fn workplace(reading: &Reading, lexicon: &Lexicon, index: usize) -> Option<Finding> {
    let token = reading.tokens.get(index)?;
    let is_at = ["på", "i", "hos", "ved", "for", "at"].contains(&reading.word_before(index));
    let is_working = is_at
        && (0..=1).any(|back| {
            index.checked_sub(2 + back).is_some_and(|at| reading.is_spaced(at) && WORKING.contains(&reading.low_at(at)))
        });
    let low = reading.low_at(index);
    let is_brand = BRANDS.contains(&low);
    let is_named = token.is_capital
        && !lexicon.words.has(low)
        && !NOT_SCHOOLS.contains(&low)
        && lexicon.places.find(low).is_none_or(|place| place.is_also_word);
    if !is_working || !(is_brand || is_named) {
        return None;
    }
    let is_more = |at: usize| {
        reading.is_spaced(at - 1)
            && reading.tokens.get(at).is_some_and(|next| next.is_capital || next.is_number && is_brand)
    };
    let mut last = (index + 1..=index + 2).take_while(|at| is_more(*at)).last().unwrap_or(index);
    let is_placed = ["i", "på"].contains(&reading.next_word(last)) && is_place(lexicon, reading.next_word(last + 1));
    if is_placed {
        last += 2;
    }
    Some(Finding { start: token.start, end: reading.tokens.get(last)?.end, kind: Kind::Workplace, is_sure: false })
}
