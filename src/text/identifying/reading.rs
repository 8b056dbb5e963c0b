//! A text made ready for searching: letters composed, spaces and dashes of one kind, cut into words and numbers,
//! with the way back to the bytes of the text as it was given.

use unicode_normalization::char::{compose, is_combining_mark};

/// A word (letters, with `-` or `'` inside) or a run of digits, in bytes of the reading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    pub is_number: bool,
    pub is_capital: bool,
    pub is_sentence_start: bool,
}

#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Composed, as typed.
    pub text: String,
    /// The same in lower case; every character has as many bytes as in `text`.
    pub low: String,
    /// For each byte of `text`: where its character starts and ends in the text as given.
    places: Vec<(usize, usize)>,
    pub tokens: Vec<Token>,
}

impl Reading {
    pub fn of(original: &str) -> Self {
        let mut reading = Self::default();
        let mut pending: Option<(char, usize, usize)> = None;
        for (place, character) in original.char_indices() {
            let end = place + character.len_utf8();
            if is_invisible(character) {
                continue;
            }
            pending = match pending {
                Some((base, start, base_end)) => match compose(base, character) {
                    Some(composed) if is_combining_mark(character) => Some((composed, start, end)),
                    _ => {
                        reading.push(base, start, base_end);
                        Some((plain(character), place, end))
                    }
                },
                None => Some((plain(character), place, end)),
            };
        }
        if let Some((base, start, end)) = pending {
            reading.push(base, start, end);
        }
        reading.cut();
        reading
    }

    fn push(&mut self, character: char, start: usize, end: usize) {
        self.text.push(character);
        let low = character.to_lowercase().next().filter(|low| low.len_utf8() == character.len_utf8());
        self.low.push(low.unwrap_or(character));
        self.places.extend(std::iter::repeat_n((start, end), character.len_utf8()));
    }

    fn cut(&mut self) {
        let mut tokens: Vec<Token> = Vec::new();
        let (mut is_sentence_start, mut inner_mark) = (true, false);
        for (place, character) in self.text.char_indices() {
            let end = place + character.len_utf8();
            let is_number = character.is_ascii_digit();
            if is_number || character.is_alphabetic() || is_combining_mark(character) {
                match tokens.last_mut() {
                    Some(last) if !last.is_number && !is_number && (last.end == place || inner_mark) => last.end = end,
                    Some(last) if last.is_number && is_number && last.end == place => last.end = end,
                    _ => tokens.push(Token {
                        start: place,
                        end,
                        is_number,
                        is_capital: character.is_uppercase(),
                        is_sentence_start,
                    }),
                }
                (is_sentence_start, inner_mark) = (false, false);
            } else {
                let touches = tokens.last().is_some_and(|last| last.end == place && !last.is_number);
                inner_mark = touches && matches!(character, '-' | '\'' | '’');
                is_sentence_start |= matches!(character, '.' | '!' | '?' | '\n' | ':' | '"' | '«' | '“' | '•');
            }
        }
        self.tokens = tokens;
    }

    pub fn low_at(&self, index: usize) -> &str {
        self.tokens.get(index).and_then(|token| self.low.get(token.start..token.end)).unwrap_or_default()
    }

    pub fn text_at(&self, index: usize) -> &str {
        self.tokens.get(index).and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default()
    }

    /// What stands between a token and the next; a line break after the last.
    pub fn gap_after(&self, index: usize) -> &str {
        match (self.tokens.get(index), self.tokens.get(index + 1)) {
            (Some(token), Some(next)) => self.low.get(token.end..next.start).unwrap_or("\n"),
            _ => "\n",
        }
    }

    /// What stands between a token and the one before; a line break before the first.
    pub fn gap_before(&self, index: usize) -> &str {
        index.checked_sub(1).map_or("\n", |before| self.gap_after(before))
    }

    /// Whether no letter or digit touches this stretch.
    pub fn is_apart(&self, start: usize, end: usize) -> bool {
        let before = self.low.get(..start).and_then(|text| text.chars().next_back());
        let after = self.low.get(end..).and_then(|text| text.chars().next());
        [before, after].into_iter().flatten().all(|character| !character.is_alphanumeric())
    }

    /// Nothing but space between a token and the next.
    pub fn is_spaced(&self, index: usize) -> bool {
        let gap = self.gap_after(index);
        !gap.is_empty() && gap.bytes().all(|byte| byte == b' ')
    }

    /// The next word after spaces only.
    pub fn next_word(&self, index: usize) -> &str {
        if self.is_spaced(index) { self.low_at(index + 1) } else { "" }
    }

    /// The word before, after spaces only.
    pub fn word_before(&self, index: usize) -> &str {
        index.checked_sub(1).filter(|before| self.is_spaced(*before)).map_or("", |before| self.low_at(before))
    }

    /// Whether one of the nearest words before begins with one of these, in the same line.
    pub fn is_cued(&self, index: usize, words: usize, beginnings: &[&str]) -> bool {
        (index.saturating_sub(words)..index)
            .rev()
            .take_while(|before| !self.gap_after(*before).contains('\n'))
            .any(|before| beginnings.iter().any(|beginning| self.low_at(before).starts_with(beginning)))
    }

    /// Whether one of the next words begins with one of these, in the same sentence.
    pub fn is_followed(&self, index: usize, words: usize, beginnings: &[&str]) -> bool {
        (index + 1..=index + words)
            .take_while(|after| !self.gap_before(*after).contains(['\n', '.', '!', '?']))
            .any(|after| beginnings.iter().any(|beginning| self.low_at(after).starts_with(beginning)))
    }

    /// The token that starts at this byte or after it.
    pub fn token_from(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.start < byte)
    }

    /// Bytes of the reading as bytes of the text as given.
    pub fn original(&self, start: usize, end: usize) -> (usize, usize) {
        let from = self.places.get(start).map_or(0, |place| place.0);
        let to = end.checked_sub(1).and_then(|last| self.places.get(last)).map_or(from, |place| place.1);
        (from, to)
    }
}

/// Soft hyphens, zero-width characters and the byte order mark hide in pasted text.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Spaces, dashes and digits of other keyboards as the plain ones.
fn plain(character: char) -> char {
    match character {
        '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '\r' => '\n',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(character) - 0xff10, 10).unwrap_or(character),
        other => other,
    }
}
