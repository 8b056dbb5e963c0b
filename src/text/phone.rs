//! Norwegian telephone numbers in running text, as people write them: what can be tapped is a link that calls.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Groups as in the national numbering plan (Nkom, E.164 number series): eight digits by twos or three–two–three, the
/// six of 116 xxx, and the three emergency numbers.
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(?:\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3}|116 \d{3}|11[023])\b").ok());

/// What makes an amount, a date or a longer number of what stands before or after it.
static MORE_BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?:\d[ .,/–-]|[+$€#]|§\s?)$").ok());
static MORE_AFTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:[.,/–-]?\d| \d|\s?(?:%|‰|°)|\s(?:kr|kroner|mg|g|gram|ml|cl|dl|prosent|promille|dager|dagar|timer|timar|år|ganger|gonger|stk|sider|personer|per|days|hours|years|times|people)\b)").ok()
});

/// Where the numbers to call stand in a text, in bytes.
pub fn numbers(text: &str) -> Vec<Range<usize>> {
    let (Some(number), Some(before), Some(after)) = (NUMBER.as_ref(), MORE_BEFORE.as_ref(), MORE_AFTER.as_ref()) else {
        return Vec::new();
    };
    let stands_alone = |place: &Range<usize>| {
        let sides = (text.get(..place.start), text.get(place.end..));
        matches!(sides, (Some(left), Some(right)) if !before.is_match(left) && !after.is_match(right))
    };
    number.find_iter(text).map(|found| found.range()).filter(stands_alone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        numbers(text).into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn numbers_to_call_are_seen() {
        for (text, expected) in [
            ("Ring 113 med en gang.", vec!["113"]),
            ("Ring legevakt på 116 117, eller 113.", vec!["116 117", "113"]),
            ("Kors på halsen, 800 33 321 (gratis)", vec!["800 33 321"]),
            ("Giftinformasjonen: 22 59 13 00", vec!["22 59 13 00"]),
            ("Політія — 112.", vec!["112"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn amounts_and_dates_are_none() {
        for text in [
            "Det koster 113 kroner.",
            "Ta 112 mg.",
            "I 1 113 tilfeller",
            "113 000 unge",
            "113,5 kilo",
            "§ 113 og §112",
            "30 prosent, 110 %",
            "12 13 14",
            "+47 116 117",
            "Boeing 11310",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
