//! A text with some of its words marked, in pieces a template can set.

use crate::text::identifying::{Kind, Mark};

/// A stretch of a text, and what it gives away, if anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub text: &'a str,
    pub kind: Option<Kind>,
}

/// Cuts a text at its marks, which must be sorted; the pieces together are the whole text.
pub fn pieces<'a>(text: &'a str, marks: &[Mark]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut add = |text: &'a str, kind| {
        if !text.is_empty() {
            pieces.push(Piece { text, kind });
        }
    };
    for mark in marks {
        add(text.get(at..mark.start).unwrap_or_default(), None);
        add(mark.of(text), Some(mark.kind));
        at = mark.end;
    }
    add(text.get(at..).unwrap_or_default(), None);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_are_the_text() {
        let text = "Ring 68 05 12 34, hilsen blåmeisen";
        let mark = Mark { start: 5, end: 16, kind: Kind::Phone };
        let cut = pieces(text, &[mark]);
        let words: Vec<&str> = cut.iter().map(|piece| piece.text).collect();
        assert_eq!(words, ["Ring ", "68 05 12 34", ", hilsen blåmeisen"]);
        assert_eq!(cut[1].kind, Some(Kind::Phone));
        assert_eq!(pieces(text, &[]), [Piece { text, kind: None }]);
        assert_eq!(pieces("", &[]), []);
    }
}
