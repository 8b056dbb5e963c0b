//! What can be said of a piece of text, whoever wrote it: its length, its cleanliness, its language.

pub mod acute;
pub mod identifying;
pub mod language;
pub mod markdown;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Characters as a person counts them: grapheme clusters of the NFC form, a line break as one.
pub fn count_characters(text: &str) -> usize {
    text.graphemes(true).count()
}

/// One form for every text that is kept: NFC, `\n` line breaks, no control characters, trimmed.
pub fn normalise(text: &str) -> String {
    let unix: String = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String =
        unix.nfc().filter(|character| !character.is_control() || matches!(character, '\n' | '\t')).collect();
    kept.trim().to_owned()
}

/// The same for a text of one line: line breaks and runs of space become one space.
pub fn normalise_line(text: &str) -> String {
    normalise(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_as_a_person_counts() {
        for (text, expected) in [
            ("", 0),
            ("blåbær", 6),
            ("a\u{30a}", 1), // å typed as a + ring
            ("👩‍👩‍👧‍👦", 1),
            ("🇳🇴", 1),
            ("a\r\nb", 3),
        ] {
            assert_eq!(count_characters(text), expected, "{text:?}");
        }
    }

    #[test]
    fn text_is_kept_in_one_form() {
        for (typed, kept) in [
            ("  hei\r\n\r\nder \n", "hei\n\nder"),
            ("a\u{30a}", "å"),
            ("nul\0l\u{7}", "null"),
            ("tab\there", "tab\there"),
            ("\n \n", ""),
        ] {
            assert_eq!(normalise(typed), kept, "{typed:?}");
        }
        assert_eq!(normalise_line(" to \n linjer\there "), "to linjer here");
    }
}
