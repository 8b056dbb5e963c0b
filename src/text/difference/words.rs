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
}

/// Compares two texts; nothing comes of two that are the same.
pub fn pieces(old: &str, new: &str) -> Vec<Piece> {
    if old == new {
        return Vec::new();
    }
    let difference = TextDiff::from_words(old, new);
    let mut gathered = Gathered::default();
    for change in difference.iter_all_changes() {
        gathered.take(change.tag(), change.value());
    }
    gathered.end()
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
}

impl Gathered {
    fn take(&mut self, tag: ChangeTag, text: &str) {
        let is_in_change = !self.removed.is_empty() || !self.added.is_empty();
        match tag {
            ChangeTag::Equal if is_in_change && text.trim().is_empty() && !text.contains('\n') => {
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
            _ => self.pieces.push(Piece { fate, text: text.to_owned() }),
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
    fn both_texts_can_be_read_out_of_their_difference() {
        let (old, new) = ("Hei!\n\nDet er **vanlig** å lure.  ", "Hei du!\n\nDet er vanlig.\nSpør gjerne.");
        let without = |fate: Fate| {
            let kept = pieces(old, new).into_iter().filter(move |piece| piece.fate != fate);
            kept.map(|piece| piece.text).collect::<String>()
        };
        assert_eq!((without(Fate::Added), without(Fate::Removed)), (old.to_owned(), new.to_owned()));
    }
}
