//! The passage of a pair that a list shows, with the words that were found marked. It is text in pieces; the page escapes
//! and marks them.

use std::collections::HashSet;

use crate::text::language::Language;
use crate::text::markdown;
use crate::text::search::Lists;
use crate::text::summary::after_greeting;
use crate::text::terms::Word;

/// Words of a passage.
const LENGTH: usize = 32;
/// Words before its first hit.
const BEFORE: usize = 6;

/// A stretch of a text, found or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub is_hit: bool,
}

impl Piece {
    /// A text nothing is marked in.
    pub fn plain(text: String) -> Self {
        Self { text, is_hit: false }
    }
}

/// What is marked, and how words are compared.
#[derive(Clone, Copy)]
pub(super) struct Marking<'a> {
    pub lists: &'a Lists,
    pub marks: &'a HashSet<String>,
    pub language: Language,
}

/// An answer's words without its Markdown.
pub(super) fn plain_text(markdown: &str) -> String {
    markdown::to_plain(markdown)
}

impl Marking<'_> {
    /// A whole text in pieces.
    pub fn whole(self, text: &str) -> Vec<Piece> {
        cut(text, &self.hits(text), 0, usize::MAX).0
    }

    /// The passage of these texts with the most different hits; the beginning of the first when there are none.
    pub fn passage(self, texts: &[&str]) -> Vec<Piece> {
        let read = texts.iter().map(|text| after_greeting(text)).map(|text| (text, self.hits(text)));
        let best =
            read.map(|(text, words)| (best_start(&words), text, words)).rev().max_by_key(|((hits, _), ..)| *hits);
        let Some(((_, first), text, words)) = best else { return Vec::new() };
        let (mut pieces, is_cut) = cut(text, &words, first, LENGTH);
        if first > 0 {
            pieces.insert(0, Piece::plain("… ".into()));
        }
        if is_cut {
            pieces.push(Piece::plain(" …".into()));
        }
        pieces
    }

    fn hits(self, text: &str) -> Vec<(Word, bool)> {
        self.lists.hits(text, self.language, |mark| self.marks.contains(mark))
    }
}

/// How many different words of the best window are hits, and the word it begins with.
fn best_start(words: &[(Word, bool)]) -> (usize, usize) {
    let hits: Vec<(usize, &str)> = words
        .iter()
        .enumerate()
        .filter(|(_, (_, hit))| *hit)
        .map(|(place, (word, _))| (place, word.spelt.as_str()))
        .collect();
    let mut best = (0, 0);
    for (index, (place, _)) in hits.iter().enumerate() {
        let end = place.saturating_sub(BEFORE) + LENGTH;
        let inside: HashSet<&str> =
            hits.iter().skip(index).take_while(|(other, _)| *other < end).map(|(_, word)| *word).collect();
        if inside.len() > best.0 {
            best = (inside.len(), place.saturating_sub(BEFORE));
        }
    }
    best
}

/// The words from `first`, and whether some are left after them.
fn cut(text: &str, words: &[(Word, bool)], first: usize, length: usize) -> (Vec<Piece>, bool) {
    let begin = if first == 0 { 0 } else { words.get(first).map_or(0, |(word, _)| word.start) };
    let after = first.saturating_add(length);
    let is_cut = words.len() > after;
    let end = if is_cut { words.get(after - 1).map_or(text.len(), |(word, _)| word.end) } else { text.len() };
    let (mut pieces, mut at) = (Vec::new(), begin);
    let mut add = |text: &str, is_hit| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.split_inclusive('\n').collect::<String>().replace('\n', " "), is_hit });
        }
    };
    for (word, _) in words.iter().skip(first).take(length).filter(|(_, hit)| *hit) {
        add(text.get(at..word.start).unwrap_or_default(), false);
        add(text.get(word.start..word.end).unwrap_or_default(), true);
        at = word.end;
    }
    add(text.get(at..end).unwrap_or_default(), false);
    (pieces, is_cut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::search::wanted::Wanted;

    fn passage(query: &str, text: &str) -> String {
        let lists = Lists::built_in();
        let marks = Wanted::read(&lists, query).marks().into_iter().collect();
        let marking = Marking { lists: &lists, marks: &marks, language: Language::Nb };
        let pieces = marking.passage(&[text]);
        pieces.iter().map(|piece| if piece.is_hit { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
    }

    #[test]
    fn a_passage_shows_where_the_words_stand() {
        let filling = "ord ".repeat(60);
        for (query, text, expected) in [
            ("hasj", "Jeg fant cannabisen hans.", "Jeg fant [cannabisen] hans."),
            ("kondomer", "Et <b>kondom</b> sprakk", "Et <b>[kondom]</b> sprakk"),
            ("finnes ikke", "Hei", "Hei"),
            ("finnes ikke", "Hei!\n\nDe fleste sover nok.", "De fleste sover nok."),
            ("finnes ikke", "Hei du, det går over.", "det går over."),
            ("finnes ikke", "Hi! Most people do.", "Most people do."),
            ("finnes ikke", "Heis kan sitte fast. Ring.", "Heis kan sitte fast. Ring."),
            (
                "finnes ikke",
                "Hei på deg som sitter oppe og lurer på alt, alltid.",
                "Hei på deg som sitter oppe og lurer på alt, alltid.",
            ),
            ("emma hvor ofte", "Noen tar MDMA.\nIkke jeg.", "Noen tar [MDMA]. Ikke jeg."),
        ] {
            assert_eq!(passage(query, text), expected, "{query}");
        }
        let shown = passage("søvn", &format!("{filling} god søvn {filling}"));
        assert!(shown.starts_with("… ord") && shown.contains("god [søvn] ord") && shown.ends_with(" …"), "{shown}");
    }
}
