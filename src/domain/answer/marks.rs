//! What in a wording may still give someone away, and what its author decided may stand. A mark is handled when its
//! words are gone or kept; only then does the wording go to a colleague or to everyone.

use serde::{Deserialize, Serialize};

use super::Wording;
use crate::database::AnyConnection;
use crate::domain::audience::AgeBand;
use crate::domain::errors::{Refusal, Result};
use crate::domain::ids::{QuestionId, words};
use crate::domain::question::{self, Content};
use crate::domain::staff::Clinician;
use crate::text::identifying::{Kind, Lexicon, Mark};
use crate::text::language::Language;
use crate::text::normalise_line;

words!(
    /// A part of the wording.
    Field, "field" {
        Title = "title",
        Question = "question",
        Answer = "answer",
    }
);

/// Words that may stand, by the author's own decision: exactly these, as this kind of thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    kind: String,
    words: String,
}

impl Kept {
    /// Whether the words still stand in a wording.
    pub(super) fn stands_in(&self, wording: &Wording) -> bool {
        Field::ALL.iter().any(|field| normalise_line(wording.part(*field)).contains(&self.words))
    }
}

/// Something that may give someone away, once for each part of the wording it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordingMark {
    pub field: Field,
    pub kind: Kind,
    /// As one line, whatever line breaks it had.
    pub words: String,
    pub is_kept: bool,
}

impl WordingMark {
    /// The decision that it may stand.
    pub fn kept(&self) -> Kept {
        Kept { kind: self.kind.word().to_owned(), words: self.words.clone() }
    }
}

impl Wording {
    /// The text of one part.
    pub fn part(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::Question => &self.question,
            Field::Answer => &self.answer,
        }
    }

    fn part_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Title => &mut self.title,
            Field::Question => &mut self.question,
            Field::Answer => &mut self.answer,
        }
    }
}

/// Looks at the wording of one question, beside the question as it came.
pub struct Marker<'a> {
    lexicon: &'a Lexicon,
    original: String,
    /// The question's.
    pub language: Language,
    /// Its asker's.
    pub age_band: AgeBand,
}

impl<'a> Marker<'a> {
    pub fn of(lexicon: &'a Lexicon, content: &Content) -> Self {
        Self {
            lexicon,
            original: content.text.clone(),
            language: content.language,
            age_band: content.audience.age_band,
        }
    }

    /// Beside words that everyone reads already.
    pub fn beside(lexicon: &'a Lexicon, original: &str, language: Language) -> Self {
        Self { lexicon, original: original.to_owned(), language, age_band: AgeBand::Unsaid }
    }

    /// The same for a question that is still sealed; part of an act that is written down itself.
    pub fn open(
        conn: &mut AnyConnection,
        lexicon: &'a Lexicon,
        clinician: &Clinician,
        id: &QuestionId,
    ) -> Result<Self> {
        Ok(Self::of(lexicon, &question::open_unrecorded(conn, clinician, id)?.content))
    }

    /// The question as it came.
    pub fn original(&self) -> &str {
        &self.original
    }

    /// Every mark, part by part, in the order it stands.
    pub fn list(&self, wording: &Wording, kept: &[Kept]) -> Vec<WordingMark> {
        let mut list: Vec<WordingMark> = Vec::new();
        for field in Field::ALL {
            let text = wording.part(*field);
            for found in self.lexicon.mark_edited(text, &self.original) {
                let mut mark = mark_in(*field, text, found);
                mark.is_kept = kept.contains(&mark.kept());
                if !list.contains(&mark) {
                    list.push(mark);
                }
            }
        }
        list
    }

    /// Refuses a wording with a mark that nobody has handled. What goes to the asker alone gives nobody away.
    pub fn require_handled(&self, wording: &Wording, kept: &[Kept]) -> Result<()> {
        if wording.is_private || self.list(wording, kept).iter().all(|mark| mark.is_kept) {
            return Ok(());
        }
        Err(Refusal::UnhandledMarks.into())
    }

    /// Puts other words wherever a mark stands in its part of the wording, with a capital where a sentence begins.
    pub fn replace(&self, wording: &mut Wording, mark: &WordingMark, by: &str) {
        let text = wording.part_mut(mark.field);
        let marks = self.lexicon.mark_edited(text, &self.original);
        let (mut changed, mut at) = (String::with_capacity(text.len()), 0);
        for found in marks {
            let here = mark_in(mark.field, text, found);
            if here.kind == mark.kind && here.words == mark.words {
                changed.push_str(text.get(at..found.start).unwrap_or_default());
                let is_start = begins_sentence(&changed);
                changed.push_str(&if is_start { capitalised(by) } else { by.to_owned() });
                at = found.end;
            }
        }
        changed.push_str(text.get(at..).unwrap_or_default());
        *text = changed;
    }
}

fn mark_in(field: Field, text: &str, mark: Mark) -> WordingMark {
    WordingMark { field, kind: mark.kind, words: normalise_line(mark.of(text)), is_kept: false }
}

/// Whether what comes after this text begins a sentence or a line.
fn begins_sentence(before: &str) -> bool {
    before.trim_end_matches(' ').chars().next_back().is_none_or(|last| matches!(last, '.' | '!' | '?' | '\n'))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marker(original: &str) -> Marker<'static> {
        Marker::beside(Lexicon::built_in(), original, Language::Nb)
    }

    fn wording(question: &str, answer: &str) -> Wording {
        Wording { title: "Søvn".into(), question: question.into(), answer: answer.into(), ..Wording::default() }
    }

    #[test]
    fn every_part_of_the_wording_is_looked_at() {
        let wording = Wording {
            title: "Ring 68 05 12 34".into(),
            question: "Jeg heter Ola Hansen.".into(),
            answer: "Hei, skriv til kari@example.com!".into(),
            ..Wording::default()
        };
        let found: Vec<(&str, &str)> =
            marker("").list(&wording, &[]).iter().map(|mark| (mark.field.word(), mark.kind.word())).collect();
        assert_eq!(found, [("title", "phone"), ("question", "person"), ("answer", "email")]);
    }

    #[test]
    fn what_is_kept_is_kept_for_exactly_those_words() {
        let (marker, first) = (marker(""), wording("Jeg heter Ola Hansen.", ""));
        let kept: Vec<Kept> = marker.list(&first, &[]).iter().map(WordingMark::kept).collect();
        assert!(marker.require_handled(&first, &[]).is_err());
        assert!(marker.require_handled(&first, &kept).is_ok());
        assert!(marker.require_handled(&wording("Jeg heter Ola Hanssen.", ""), &kept).is_err());
        let other_kind = Kept { kind: "place".into(), words: "Ola Hansen".into() };
        assert!(marker.require_handled(&first, &[other_kind]).is_err());
    }

    #[test]
    fn other_words_stand_wherever_the_mark_stood() {
        let marker = marker("");
        for (before, after) in
            [("Ring 68 05 12 34. Ja, 68 05 12 34!", "Ring [fjernet]. Ja, [fjernet]!"), ("68 05\n12 34", "68 05\n12 34")]
        {
            let mut changed = wording("", before);
            for mark in marker.list(&changed, &[]).into_iter().filter(|mark| mark.words == "68 05 12 34") {
                marker.replace(&mut changed, &mark, "[fjernet]");
            }
            assert_eq!(changed.answer, after);
        }
        let mut changed = wording("Ola Hansen er slem. Jeg heter ikke Ola Hansen.", "");
        for mark in marker.list(&changed, &[]) {
            marker.replace(&mut changed, &mark, "en jeg kjenner");
        }
        assert_eq!(changed.question, "En jeg kjenner er slem. Jeg heter ikke en jeg kjenner.");
    }
}
