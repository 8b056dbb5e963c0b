//! The list of what may give someone away in a draft, and its two buttons: put a neutral word there, or keep it.

use crate::app::App;
use crate::domain::answer::marks::{Field, Kept, Marker, WordingMark};
use crate::domain::answer::{Draft, Wording};
use crate::domain::ids::words;
use crate::domain::question::Content;
use crate::text::identifying::Kind;
use crate::text::language::Language;
use crate::web::locale::Texts;

words!(
    /// What is done with a mark.
    Way, "way" {
        Replace = "replace",
        Keep = "keep",
    }
);

/// One line of the list.
pub struct MarkRow {
    pub mark: WordingMark,
    /// The neutral word for it, in the question's language.
    pub instead: String,
}

impl MarkRow {
    /// Every mark in a wording, beside what its author kept.
    pub fn list(app: &App, content: &Content, wording: &Wording, draft: Option<&Draft>) -> Vec<Self> {
        let marker = Marker::of(&app.lexicons.identifying, content);
        let kept = draft.map_or(&[][..], |draft| &draft.kept);
        let row = |mark: WordingMark| Self { instead: neutral_word(marker.language, &mark), mark };
        marker.list(wording, kept).into_iter().map(row).collect()
    }

    /// What its button sends; [`Handling::read`] reads it.
    fn value(&self, way: Way) -> String {
        let mark = &self.mark;
        format!("{} {} {} {}", way.word(), mark.field.word(), mark.kind.word(), mark.words)
    }

    pub fn replace(&self) -> String {
        self.value(Way::Replace)
    }

    pub fn keep(&self) -> String {
        self.value(Way::Keep)
    }
}

/// What was pressed beside a mark. The text may have changed since the page was made, so the mark is named by its
/// words and looked for anew; when it is gone, nothing is done.
pub struct Handling {
    way: Way,
    mark: WordingMark,
}

impl Handling {
    pub fn read(value: &str) -> Option<Self> {
        let mut parts = value.splitn(4, ' ');
        let way = Way::from_word(parts.next()?)?;
        let (field, kind) = (Field::from_word(parts.next()?)?, Kind::from_word(parts.next()?)?);
        let words = parts.next()?.to_owned();
        Some(Self { way, mark: WordingMark { field, kind, words, is_kept: false } })
    }

    /// Changes the wording, or gives what is to be kept.
    pub fn apply(&self, marker: &Marker<'_>, wording: &mut Wording) -> Option<Kept> {
        match self.way {
            Way::Replace => {
                marker.replace(wording, &self.mark, &neutral_word(marker.language, &self.mark));
                None
            }
            Way::Keep => marker.list(wording, &[]).contains(&self.mark).then(|| self.mark.kept()),
        }
    }
}

/// A word that gives nobody away. The asker says "my school", the one who answers "your school".
fn neutral_word(language: Language, mark: &WordingMark) -> String {
    let key = match (mark.kind, mark.field == Field::Answer) {
        (Kind::Person, false) => "instead-person",
        (Kind::Person, true) => "instead-person-answer",
        (Kind::Staff, _) => "instead-staff",
        (Kind::School, false) => "instead-school",
        (Kind::School, true) => "instead-school-answer",
        (Kind::SchoolClass, false) => "instead-class",
        (Kind::SchoolClass, true) => "instead-class-answer",
        (Kind::Workplace, false) => "instead-workplace",
        (Kind::Workplace, true) => "instead-workplace-answer",
        (Kind::Address | Kind::PostalAddress, false) => "instead-address",
        (Kind::Address | Kind::PostalAddress, true) => "instead-address-answer",
        (Kind::Place, false) => "instead-place",
        (Kind::Place, true) => "instead-place-answer",
        _ => "removed-words",
    };
    Texts(language).t(key).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_says_which_mark_it_is_for() {
        let mark = WordingMark { field: Field::Answer, kind: Kind::Person, words: "Ola Hansen".into(), is_kept: false };
        let row = MarkRow { mark: mark.clone(), instead: String::new() };
        for (value, way) in [(row.replace(), Way::Replace), (row.keep(), Way::Keep)] {
            let read = Handling::read(&value).unwrap();
            assert_eq!((read.way, read.mark), (way, mark.clone()));
        }
        for nonsense in ["", "keep", "keep answer person", "eat answer person Ola", "keep foot person Ola"] {
            assert!(Handling::read(nonsense).is_none(), "{nonsense}");
        }
    }

    #[test]
    fn the_asker_and_the_one_who_answers_say_it_their_own_way() {
        for (field, kind, language, word) in [
            (Field::Question, Kind::School, Language::Nb, "skolen min"),
            (Field::Answer, Kind::School, Language::Nb, "skolen din"),
            (Field::Title, Kind::Person, Language::Nn, "ein eg kjenner"),
            (Field::Answer, Kind::Person, Language::En, "someone you know"),
            (Field::Question, Kind::Phone, Language::Nb, "[fjernet]"),
            (Field::Question, Kind::Workplace, Language::Nb, "jobben"),
            (Field::Question, Kind::Address, Language::Nb, "der jeg bor"),
        ] {
            let mark = WordingMark { field, kind, words: String::new(), is_kept: false };
            assert_eq!(neutral_word(language, &mark), word);
        }
    }
}
