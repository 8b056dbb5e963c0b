//! The forms of a text that rules are tried on: as typed, plain (one spelling for what is spelt in many ways),
//! and as single bytes for the patterns.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::words;

const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// The text in lower case and NFC, without characters that take no room.
pub(super) fn typed(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for character in text.nfc().flat_map(char::to_lowercase) {
        // A joiner holds an emoji together; between letters it only hides a word.
        let is_hidden = match character {
            '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{307}' => true,
            ZERO_WIDTH_JOINER => kept.chars().next_back().is_none_or(char::is_alphanumeric),
            _ => false,
        };
        if !is_hidden {
            kept.push(character);
        }
    }
    kept
}

/// The text in one spelling: digits in words read as letters, stretched letters squeezed, "aa", "ae" and "oe" read
/// as å, æ and ø, then word by word the usual bokmål form. Everything that is not a word stays where it is.
pub(super) fn plain(text: &str) -> String {
    let folded: String = typed(text).nfkc().map(letter).collect();
    let mut plain = String::with_capacity(folded.len());
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let is_word = is_of_word(first);
        let end = rest.find(|character| is_of_word(character) != is_word).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        plain.push_str(&if is_word { word(piece) } else { Cow::Borrowed(piece) });
        rest = after;
    }
    plain
}

/// One word in one spelling, but still the word that was written: "Ikkkke" → "ikke", "roeyke" → "røyke".
pub(crate) fn spelling(word: &str) -> String {
    let folded: String = typed(word).nfkc().map(letter).collect();
    norwegian(&squeezed(&unleeted(&folded)))
}

/// The usual bokmål form of a spelt word: "ikkje" → "ikke".
pub(crate) fn usual_form(spelt: &str) -> &str {
    words::usual(spelt).unwrap_or(spelt)
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character) || character == '@' || character == '$'
}

/// Foreign keyboards' letters.
const fn letter(character: char) -> char {
    match character {
        'ä' => 'æ',
        'ö' => 'ø',
        'ı' | 'í' | 'ì' => 'i',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ó' | 'ò' | 'ô' => 'o',
        'á' | 'à' | 'â' => 'a',
        'ü' | 'ú' => 'u',
        other => other,
    }
}

fn word(typed: &str) -> Cow<'_, str> {
    if typed.len() < 2 && typed != "d" || typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(typed);
    }
    if let Some(usual) = words::usual(typed) {
        return Cow::Borrowed(usual);
    }
    let read = norwegian(&squeezed(&unleeted(typed)));
    match words::usual(&read) {
        Some(usual) => Cow::Borrowed(usual),
        None => Cow::Owned(read),
    }
}

/// `s3lvm0rd`: single digits that stand for letters, in a word that begins with a letter. "b12" and "30stk" stay.
fn unleeted(word: &str) -> String {
    let characters: Vec<char> = word.chars().collect();
    if !characters.first().is_some_and(|first| first.is_alphabetic()) {
        return word.to_owned();
    }
    let is_single = !characters.windows(2).any(|pair| pair.iter().all(char::is_ascii_digit));
    let ends_in_digit = characters.last().is_some_and(|last| last.is_ascii_digit() && *last != '0');
    if !is_single || ends_in_digit || !characters.iter().any(|character| "013457@$".contains(*character)) {
        return word.to_owned();
    }
    let read: String = characters.into_iter().map(unleeted_letter).collect();
    words::zero_as_oe(&read).map_or(read, str::to_owned)
}

const fn unleeted_letter(character: char) -> char {
    match character {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// "deeeg" → "deg", "ikkkke" → "ikke": three or more of a vowel are one, of a consonant two inside a word.
fn squeezed(word: &str) -> String {
    let characters: Vec<char> = word.chars().collect();
    let mut kept = String::with_capacity(word.len());
    let mut runs = characters.chunk_by(|one, other| one == other).peekable();
    while let Some(run) = runs.next() {
        let is_stretched = run.len() > 2 && run.iter().all(|character| character.is_alphabetic());
        let is_vowel = run.iter().all(|character| "aeiouyæøå".contains(*character));
        let length = match (is_stretched, is_vowel, runs.peek()) {
            (false, ..) => run.len(),
            (true, false, Some(_)) => 2,
            (true, ..) => 1,
        };
        kept.extend(run.iter().take(length));
    }
    kept
}

/// "aa", "ae" and "oe" as a keyboard without æ, ø and å writes them.
fn norwegian(word: &str) -> String {
    if words::has_own_oe(word) {
        return word.to_owned();
    }
    word.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
}

/// A text as single bytes. Lower-case text leaves capital letters free: `E`, `O` and `A` stand for æ, ø and å, `X` for
/// every other letter, `~` for what is neither letter nor ASCII.
pub(super) fn bytes(text: &str) -> Vec<u8> {
    text.chars().map(byte).collect()
}

pub(super) fn byte(character: char) -> u8 {
    match character {
        'æ' => b'E',
        'ø' => b'O',
        'å' => b'A',
        '’' | '‘' | '´' => b'\'',
        '–' | '—' | '‑' => b'-',
        other if other.is_whitespace() && other != '\n' => b' ',
        other if other.is_ascii() => u8::try_from(other).unwrap_or(b'~'),
        other if other.is_alphanumeric() => b'X',
        _ => b'~',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_loses_only_its_capitals_and_what_hides() {
        for (text, expected) in [
            ("JEG VIL DØ", "jeg vil dø"),
            ("sel\u{200b}vm\u{ad}ord", "selvmord"),
            ("se\u{200d}lv", "selv"),
            ("A\u{30a}", "å"),
            ("hei 👩\u{200d}👧 😭", "hei 👩\u{200d}👧 😭"),
        ] {
            assert_eq!(typed(text), expected, "{text:?}");
        }
    }

    #[test]
    fn plain_text_has_one_spelling() {
        for (text, expected) in [
            ("deeeg", "deg"),
            ("faaaen", "faen"),
            ("ikkkkeee", "ikke"),
            ("døøøør", "dør"),
            ("naa", "nå"),
            ("vaere", "være"),
            ("doe", "dø"),
            ("noe poeng", "noe poeng"),
            ("DÖ", "dø"),
            ("dı\u{307}n", "din"),
            ("æ vil itj lev meir", "jeg vil ikke leve mer"),
            ("j3g v1l d0", "jeg vil dø"),
            ("s3lvm0rd", "selvmord"),
            ("b12 30stk mp3 15 år", "b12 30stk mp3 15 år"),
            ("selmord i natt!!", "selvmord i natt!!"),
            ("ikveld", "i kveld"),
            ("𝐬𝐞𝐥𝐯𝐦𝐨𝐫𝐝", "selvmord"),
            ("takk 😭🙏", "takk 😭🙏"),
        ] {
            assert_eq!(plain(text), expected, "{text:?}");
        }
    }

    #[test]
    fn bytes_are_one_a_character_and_keep_word_borders() {
        assert_eq!(bytes("å dø – “ja” çа😭"), b"A dO - ~ja~ XX~");
    }
}
