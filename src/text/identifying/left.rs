//! What gave someone away in a text as it came, and still stands in the text made from it.

use regex::RegexBuilder;

use super::{Kind, Lexicon, Mark};

/// Shorter words are only found as they were written: "Per" is a name, "per" is none.
const FOLDED_FROM: usize = 5;
/// A part of a name that is shorter is no name.
const SHORTEST_PART: usize = 3;

/// Words to look for again.
struct Trace {
    words: String,
    kind: Kind,
    is_folded: bool,
}

impl Lexicon {
    /// Marks an edited text: what [`Self::mark`] finds, and what was marked in the original and stayed, also where
    /// nothing around it gives it away any more.
    pub fn mark_edited(&self, text: &str, original: &str) -> Vec<Mark> {
        let mut marks = self.mark(text);
        for trace in self.traces(original) {
            for mark in trace.find(text) {
                if !marks.iter().any(|other| mark.start < other.end && other.start < mark.end) {
                    marks.push(mark);
                }
            }
        }
        marks.sort_by_key(|mark| mark.start);
        marks
    }

    /// Whole marks first: a part of a name counts only where the whole does not stand.
    fn traces(&self, original: &str) -> Vec<Trace> {
        let (mut whole, mut parts) = (Vec::new(), Vec::new());
        for mark in self.mark(original) {
            let words = mark.of(original);
            let is_folded = words.chars().count() >= FOLDED_FROM;
            whole.push(Trace { words: words.to_owned(), kind: mark.kind, is_folded });
            if matches!(mark.kind, Kind::Person | Kind::Staff) {
                parts.extend(words.split_whitespace().filter(|part| self.is_name_part(part)).map(|part| Trace {
                    words: part.to_owned(),
                    kind: mark.kind,
                    is_folded: false,
                }));
            }
        }
        whole.into_iter().chain(parts).collect()
    }

    fn is_name_part(&self, part: &str) -> bool {
        part.chars().count() >= SHORTEST_PART
            && part.starts_with(char::is_uppercase)
            && !self.words.has(&part.to_lowercase())
    }
}

impl Trace {
    fn find(&self, text: &str) -> Vec<Mark> {
        let words: Vec<String> = self.words.split_whitespace().map(regex::escape).collect();
        let Ok(pattern) = RegexBuilder::new(&words.join(r"\s+")).case_insensitive(self.is_folded).build() else {
            return Vec::new();
        };
        let places = pattern.find_iter(text).filter(|place| is_apart(text, place.start(), place.end()));
        places.map(|place| Mark { start: place.start(), end: place.end(), kind: self.kind }).collect()
    }
}

fn is_apart(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|text| text.chars().next_back());
    let after = text.get(end..).and_then(|text| text.chars().next());
    [before, after].into_iter().flatten().all(|character| !character.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stayed_from_the_original_is_marked_wherever_it_stands() {
        let lexicon = Lexicon::built_in();
        for (original, edited, words) in [
            ("snapen min er blomkarse77", "Hva gjør jeg når blomkarse77 blir mobbet?", vec!["blomkarse77"]),
            ("jeg heter Ola Hansen og er trist", "Ola er trist.", vec!["Ola"]),
            ("jeg heter Ola Hansen og er trist", "hvorfor er jeg trist?", vec![]),
            ("jeg heter ola hansen", "OLA HANSEN spør", vec!["OLA HANSEN"]),
        ] {
            let marks = lexicon.mark_edited(edited, original);
            let found: Vec<&str> = marks.iter().map(|mark| mark.of(edited)).collect();
            assert_eq!(found, words, "{original}");
        }
    }

    #[test]
    fn a_part_of_another_word_is_nothing() {
        let trace = Trace { words: "blåmeis".into(), kind: Kind::Handle, is_folded: true };
        assert!(trace.find("blåmeisen og en storblåmeis").is_empty());
        assert_eq!(trace.find("Blåmeis, blåmeis").len(), 2);
        assert!(Trace { words: "(:".into(), kind: Kind::Handle, is_folded: false }.find("a(:").is_empty());
    }
}
