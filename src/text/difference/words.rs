//! What changed between two texts, word by word, for whoever reads one after having read the other.

use similar::{ChangeTag, TextDiff};

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Same,
    Removed,
    Added,
}

/// A stretch of text with one fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub fate: Fate,
    pub text: String,
    /// It is one paragraph or more: what was there and what is there now are read one after the other.
    pub is_whole: bool,
}

/// Where fewer of the words than one in so many are kept, the two are no longer read word by word.
const KEPT_AT_LEAST: usize = 4;
/// What parts two paragraphs.
const BLANK: &str = "\n\n";

/// Compares two texts; nothing comes of two that are the same. Of a text that was written anew, whole paragraphs are told.
pub fn pieces(old: &str, new: &str) -> Vec<Piece> {
    if old == new {
        return Vec::new();
    }
    let word_by_word = gathered(&TextDiff::from_words(old, new), false);
    if !is_written_anew(&word_by_word) {
        return word_by_word;
    }
    gathered(&TextDiff::from_slices(&paragraphs(old), &paragraphs(new)), true)
}

fn gathered(difference: &TextDiff<'_, '_, str>, is_whole: bool) -> Vec<Piece> {
    let mut gathered = Gathered { is_whole, ..Gathered::default() };
    for change in difference.iter_all_changes() {
        gathered.take(change.tag(), change.value());
    }
    gathered.end()
}

/// Of both texts together, hardly a word is kept. What only grew or only shrank is read word by word all the same.
fn is_written_anew(pieces: &[Piece]) -> bool {
    let count = |fate: Fate| -> usize {
        let of_it = pieces.iter().filter(|piece| piece.fate == fate);
        of_it.map(|piece| piece.text.split_whitespace().count()).sum()
    };
    let (kept, removed, added) = (count(Fate::Same), count(Fate::Removed), count(Fate::Added));
    removed > 0 && added > 0 && 2 * kept * KEPT_AT_LEAST < 2 * kept + removed + added
}

/// The paragraphs, and the blank lines between them by themselves: the last has none, and is the same paragraph.
fn paragraphs(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for (number, paragraph) in text.split(BLANK).enumerate() {
        if number > 0 {
            parts.push(BLANK);
        }
        parts.push(paragraph);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether any word differs.
pub fn has_changes(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| piece.fate != Fate::Same)
}

/// Changed words with nothing but a space between them are one change: «a b» became «c d», not a, c, b, d.
#[derive(Default)]
struct Gathered {
    pieces: Vec<Piece>,
    removed: String,
    added: String,
    /// The space after a change: part of it when another change follows.
    space: String,
    /// What is compared are paragraphs, and a blank line is a space too.
    is_whole: bool,
}

impl Gathered {
    fn take(&mut self, tag: ChangeTag, text: &str) {
        let is_in_change = !self.removed.is_empty() || !self.added.is_empty();
        match tag {
            ChangeTag::Equal if is_in_change && text.trim().is_empty() && (self.is_whole || !text.contains('\n')) => {
                self.space.push_str(text);
            }
            ChangeTag::Equal => {
                self.flush();
                self.push(Fate::Same, text);
            }
            ChangeTag::Delete => {
                self.join();
                self.removed.push_str(text);
            }
            ChangeTag::Insert => {
                self.join();
                self.added.push_str(text);
            }
        }
    }

    fn join(&mut self) {
        let space = std::mem::take(&mut self.space);
        self.removed.push_str(&space);
        self.added.push_str(&space);
    }

    fn flush(&mut self) {
        let (removed, added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        self.push(Fate::Removed, &removed);
        self.push(Fate::Added, &added);
        let space = std::mem::take(&mut self.space);
        self.push(Fate::Same, &space);
    }

    fn push(&mut self, fate: Fate, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.fate == fate => last.text.push_str(text),
            _ => {
                let is_whole = self.is_whole && fate != Fate::Same;
                self.pieces.push(Piece { fate, text: text.to_owned(), is_whole });
            }
        }
    }

    fn end(mut self) -> Vec<Piece> {
        self.flush();
        self.pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// «[-removed-]» and «{+added+}» in the running text.
    fn told(old: &str, new: &str) -> String {
        let one = |piece: Piece| match piece.fate {
            Fate::Same => piece.text,
            Fate::Removed => format!("[-{}-]", piece.text),
            Fate::Added => format!("{{+{}+}}", piece.text),
        };
        pieces(old, new).into_iter().map(one).collect()
    }

    #[test]
    fn what_changed_is_seen_word_by_word() {
        for (old, new, expected) in [
            ("a b", "a b", ""),
            ("", "ny tekst", "{+ny tekst+}"),
            ("Du kan dø.", "Du kan ikke dø.", "Du kan {+ikke +}dø."),
            ("ta 5 mg nå", "ta 15 mg nå", "ta [-5-]{+15+} mg nå"),
            ("en to tre fire", "en 2 3 fire", "en [-to tre-]{+2 3+} fire"),
            ("a\n\nb", "a\n\nc\n\nb", "a\n\n{+c\n\n+}b"),
        ] {
            assert_eq!(told(old, new), expected, "{old:?} {new:?}");
        }
    }

    #[test]
    fn a_text_that_was_written_anew_is_told_in_whole_paragraphs() {
        let old = "Du er ikke dum. Mange lurer på det samme.\n\nRing 113 når noen ikke våkner.\n\nHilsen oss";
        let new = "Det er farlig når man ikke puster.\n\nVent aldri med å spørre om hjelp, og bli der.\n\nHilsen oss";
        let whole = "[-Du er ikke dum. Mange lurer på det samme.\n\nRing 113 når noen ikke våkner.-]\
                     {+Det er farlig når man ikke puster.\n\nVent aldri med å spørre om hjelp, og bli der.+}\n\nHilsen oss";
        assert_eq!(told(old, new), whole);
        assert!(pieces(old, new).iter().all(|piece| piece.is_whole == (piece.fate != Fate::Same)));
        // What only grew is no other text.
        assert_eq!(told("Ring 113.", &format!("Ring 113. {new}")), format!("Ring 113.{{+ {new}+}}"));
    }

    #[test]
    fn both_texts_can_be_read_out_of_their_difference() {
        for (old, new) in [
            ("Hei!\n\nDet er **vanlig** å lure.  ", "Hei du!\n\nDet er vanlig.\nSpør gjerne."),
            ("Alt dette sto her\n\n\nfør i tida.\n\n", "Noe helt annet kom\n\ni stedet.\n\nOg mer."),
        ] {
            let without = |fate: Fate| {
                let kept = pieces(old, new).into_iter().filter(move |piece| piece.fate != fate);
                kept.map(|piece| piece.text).collect::<String>()
            };
            assert_eq!((without(Fate::Added), without(Fate::Removed)), (old.to_owned(), new.to_owned()));
        }
    }
}
