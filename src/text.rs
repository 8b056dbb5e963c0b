//! What can be said of a piece of text, whoever wrote it: its length, its cleanliness, its language.

pub mod acute;
pub mod assignment;
pub mod compounds;
pub mod difference;
pub mod html;
pub mod identifying;
pub mod language;
pub mod lexicons;
pub mod links;
pub mod markdown;
pub mod perishable;
pub mod phone;
pub mod readability;
pub mod rising;
pub mod search;
pub mod sections;
pub mod summary;
pub mod synonyms;
pub mod terms;
pub mod tongue;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Characters as a person counts them: grapheme clusters of the NFC form, a line break as one.
pub fn count_characters(text: &str) -> usize {
    text.graphemes(true).count()
}

/// The host in an address, without scheme, port and path; none when there is none.
pub fn host_of(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    rest.split(['/', '?', '#', ':']).next().filter(|host| !host.is_empty())
}

/// One form for every text that is kept: NFC, `\n` line breaks, no control characters and none that only turn or hide
/// others, trimmed.
pub fn normalise(text: &str) -> String {
    let unix: String = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_kept =
        |character: &char| matches!(character, '\n' | '\t') || !(character.is_control() || is_unseen(*character));
    let kept: String = unix.nfc().filter(is_kept).collect();
    kept.trim().to_owned()
}

/// Zero-width spaces and marks of direction. The joiners stay: emoji and Persian are written with them.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The same for a text of one line: line breaks and runs of space become one space.
pub fn normalise_line(text: &str) -> String {
    normalise(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in its passages: what blank lines part.
pub fn passages(text: &str) -> Vec<&str> {
    text.split("\n\n").map(str::trim).filter(|passage| !passage.is_empty()).collect()
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
    fn a_host_is_what_stands_between_scheme_and_path() {
        for (url, host) in [
            ("https://www.ung.no/", Some("www.ung.no")),
            ("http://127.0.0.1:8080", Some("127.0.0.1")),
            ("https://a.no?b", Some("a.no")),
            ("", None),
            ("ung.no", None),
        ] {
            assert_eq!(host_of(url), host, "{url}");
        }
    }

    #[test]
    fn text_is_kept_in_one_form() {
        for (typed, kept) in [
            ("  hei\r\n\r\nder \n", "hei\n\nder"),
            ("a\u{30a}", "å"),
            ("nul\0l\u{7}", "null"),
            ("tab\there", "tab\there"),
            ("\u{200b}\u{200b}\u{feff}", ""),
            ("a\u{202e}b", "ab"),
            ("👩\u{200d}👧", "👩\u{200d}👧"),
            ("\n \n", ""),
        ] {
            assert_eq!(normalise(typed), kept, "{typed:?}");
        }
        assert_eq!(normalise_line(" to \n linjer\there "), "to linjer here");
    }
}
