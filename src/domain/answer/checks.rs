//! What a writer is asked to look at once more before a colleague reads. None of it is sure, so none of it stops anyone:
//! what must be right is refused elsewhere.

use super::Wording;
use super::marks::Marker;
use super::placing::names_in_address;
use crate::domain::ids::words;
use crate::text::identifying::Lexicon;
use crate::text::language::Language;

words!(
    /// Something that may be missing.
    Reminder, "reminder" {
        /// More was asked than one thing.
        BothAnswered = "both",
        /// No source, and nothing to read on.
        Source = "source",
        /// Nobody to turn to.
        Help = "help",
        /// An amount or a law, and no day on which someone looks at it again.
        Recheck = "recheck",
        /// Its address may name someone, or some place.
        Address = "address",
        /// Its words look like another language than the one it is said to be in.
        Language = "language",
    }
);

/// Units that a number before them makes a dose.
const UNITS: [&str; 26] = [
    "mg",
    "milligram",
    "g",
    "gram",
    "µg",
    "mikrogram",
    "mcg",
    "ml",
    "cl",
    "dl",
    "promille",
    "‰",
    "tablett",
    "tabletter",
    "tablettar",
    "pille",
    "piller",
    "enhet",
    "enheter",
    "eining",
    "einingar",
    "tablet",
    "tablets",
    "pill",
    "pills",
    "units",
];
/// Words that speak of the law, as they stand.
const LAW: [&str; 15] = [
    "lov", "loven", "lova", "lovlig", "lovleg", "forbudt", "forbode", "bot", "bøter", "fengsel", "law", "laws",
    "legal", "illegal", "prison",
];
/// And as they begin.
const LAW_BEGINS: [&str; 5] = ["ulovl", "straff", "aldersgrense", "legemiddellov", "barnevernslov"];
/// What makes a list of sources, in a heading of the answer.
const SOURCES: [&str; 6] = ["kilde", "kjelde", "les mer", "les meir", "source", "read more"];

impl Reminder {
    /// The field it is about.
    pub fn place(self) -> &'static str {
        match self {
            Self::Recheck => "recheck_on",
            Self::Address => "slug",
            Self::Language => "language",
            Self::BothAnswered | Self::Source | Self::Help => "answer",
        }
    }
}

/// What the writer may have forgotten. `helps`: names and numbers of those one can turn to.
pub fn reminders<'a>(wording: &Wording, original: &str, helps: impl Iterator<Item = &'a str>) -> Vec<Reminder> {
    let text = wording.answer.to_lowercase();
    let mut found = Vec::new();
    if questions_in(original).len() > 1 {
        found.push(Reminder::BothAnswered);
    }
    if !has_source(&text) {
        found.push(Reminder::Source);
    }
    if !names_help(&text, helps) {
        found.push(Reminder::Help);
    }
    let is_public = !wording.is_private;
    if is_public && wording.recheck_on.is_none() && (states_dose(&text) || states_law(&text)) {
        found.push(Reminder::Recheck);
    }
    found
}

/// What may be wrong with where a pair will stand.
pub fn placed(wording: &Wording, marker: &Marker<'_>, lexicon: &Lexicon) -> Vec<Reminder> {
    if wording.is_private {
        return Vec::new();
    }
    let mut found = Vec::new();
    if !names_in_address(lexicon, &wording.placing.slug, marker.original()).is_empty() {
        found.push(Reminder::Address);
    }
    let said = wording.placing.language.unwrap_or(marker.language);
    if Language::guess(&format!("{}\n{}", wording.title, wording.answer)).is_some_and(|guess| guess != said) {
        found.push(Reminder::Language);
    }
    found
}

/// The sentences of a text that ask.
pub fn questions_in(text: &str) -> Vec<&str> {
    let ends = |sign: char| matches!(sign, '.' | '!' | '?' | '\n');
    let sentences = text.split_inclusive(ends);
    sentences.filter(|sentence| sentence.ends_with('?')).map(str::trim).filter(|sentence| sentence.len() > 2).collect()
}

fn has_source(text: &str) -> bool {
    let has_heading = |line: &str| line.starts_with('#') && SOURCES.iter().any(|word| line.contains(word));
    text.contains("](http") || text.contains("](/") || text.contains("https://") || text.lines().any(has_heading)
}

fn names_help<'a>(text: &str, mut helps: impl Iterator<Item = &'a str>) -> bool {
    let squeezed: String = text.split_whitespace().collect();
    text.contains("](/hjelp")
        || helps.any(|help| {
            let help = help.to_lowercase();
            let digits: String = help.split_whitespace().collect();
            help.len() > 2 && (text.contains(&help) || squeezed.contains(&digits))
        })
}

fn words_of(text: &str) -> Vec<&str> {
    let is_inside = |sign: char| sign.is_alphanumeric() || matches!(sign, '§' | '‰');
    text.split(|sign| !is_inside(sign)).filter(|word| !word.is_empty()).collect()
}

/// «50 mg», «50mg», «to tabletter» is no number and passes.
fn states_dose(text: &str) -> bool {
    let words = words_of(text);
    let is_number = |word: &str| word.chars().all(|sign| sign.is_ascii_digit());
    let after_number = words.windows(2).any(|pair| matches!(pair, [one, two] if is_number(one) && UNITS.contains(two)));
    let is_joined = |word: &str| {
        let unit = word.trim_start_matches(|sign: char| sign.is_ascii_digit());
        unit.len() < word.len() && UNITS.contains(&unit)
    };
    after_number || words.iter().any(|word| is_joined(word))
}

fn states_law(text: &str) -> bool {
    words_of(text).iter().any(|word| {
        word.contains('§') || LAW.contains(word) || LAW_BEGINS.iter().any(|beginning| word.starts_with(beginning))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELPS: [&str; 3] = ["Alarmtelefonen", "116 111", ""];

    fn found(original: &str, answer: &str) -> Vec<&'static str> {
        let wording = Wording { answer: answer.into(), ..Wording::default() };
        reminders(&wording, original, HELPS.into_iter()).into_iter().map(Reminder::word).collect()
    }

    #[test]
    fn a_whole_answer_reminds_of_nothing() {
        assert_eq!(
            found("Er det farlig?", "Nei.\n\n[Les mer](https://a.no). Ring Alarmtelefonen."),
            Vec::<&str>::new()
        );
    }

    #[test]
    fn each_thing_that_is_missing_is_named() {
        let rest = "[a](https://a.no) ring 116111";
        for (original, answer, expected) in [
            ("Hva er det? Og er det farlig???", rest, ["both"].as_slice()),
            ("Hei?! Hva er det", rest, &[]),
            ("a", "Ring 116 111. https://a.no", &[]),
            ("a", "ring 116111", &["source"]),
            ("a", "## Kilder\n\nFHI. Alarmtelefonen", &[]),
            ("a", "https://a.no", &["help"]),
            ("a", "[hjelp](/hjelp)", &[]),
            ("a", "Høyst 500 mg om dagen, [a](https://a.no) ring 116111", &["recheck"]),
            ("a", "Høyst 500mg om dagen, [a](https://a.no) ring 116111", &["recheck"]),
            ("a", "Det er ulovlig. [a](https://a.no) ring 116111", &["recheck"]),
            ("a", "Se § 162. [a](https://a.no) ring 116111", &["recheck"]),
            ("a", "Jeg lover deg 18 gode dager. [a](https://a.no) ring 116111", &[]),
            ("a", "Du er 16 år gammel. [a](https://a.no) ring 116111", &[]),
        ] {
            assert_eq!(found(original, answer), expected, "{original} / {answer}");
        }
    }

    #[test]
    fn a_day_to_look_again_is_enough_for_an_amount() {
        let answer = "500 mg [a](https://a.no) ring 116111".to_owned();
        let wording = Wording { answer, recheck_on: chrono::NaiveDate::from_ymd_opt(2027, 1, 1), ..Wording::default() };
        assert_eq!(reminders(&wording, "a", HELPS.into_iter()), []);
    }

    #[test]
    fn questions_are_told_apart() {
        assert_eq!(questions_in("Hei! Hva er det? Er det\nfarlig?? ?"), ["Hva er det?", "farlig?"]);
    }
}
