//! A tiny sum that anyone can answer and a form-filling machine does not expect. Nothing is kept: which sum it is
//! follows from the form's ticket.

use crate::app::App;
use crate::web::guard::Ticket;

/// What a person may write for each sum, besides its digits: bokmål, nynorsk, English, and without «å».
const SUMS: [(u8, &[&str]); 7] = [
    (4, &["fire", "four"]),
    (5, &["fem", "five"]),
    (6, &["seks", "six"]),
    (7, &["sju", "syv", "seven"]),
    (8, &["åtte", "otte", "atte", "aatte", "eight"]),
    (9, &["ni", "nine"]),
    (10, &["ti", "ten"]),
];

/// One small number plus another, each two to five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Challenge {
    one: u8,
    other: u8,
}

impl Challenge {
    /// The challenge of a form that went out with one.
    pub(super) fn of(app: &App, ticket: &Ticket) -> Option<Self> {
        let [first, second, ..] = ticket.seed(app, &["challenge"]);
        ticket.is_challenged().then_some(Self { one: 2 + first % 4, other: 2 + second % 4 })
    }

    /// The challenge that the token's form still waits for: it has one, and `answer` is not it.
    pub(super) fn still_open(app: &App, token: &str, answer: &str) -> Option<Self> {
        let ticket = Ticket::read(app, token).ok()?;
        Self::of(app, &ticket).filter(|challenge| !challenge.accepts(answer))
    }

    /// Whether this is the sum, in digits or as a word.
    pub(super) fn accepts(self, answer: &str) -> bool {
        let answer = answer.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        let sum = self.one + self.other;
        answer.parse() == Ok(sum)
            || SUMS.iter().any(|(number, words)| *number == sum && words.contains(&answer.as_str()))
    }

    /// The text keys of its two numbers.
    pub fn numbers(self) -> [String; 2] {
        [self.one, self.other].map(|number| format!("number-{number}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_words_of_three_languages_are_right() {
        for (one, other, right) in [
            (2, 2, &["4", " 4 ", "4.", "= 4", "04", "fire", "Fire!", "FOUR"][..]),
            (2, 3, &["5", "fem", "five"]),
            (3, 3, &["6", "seks", "six"]),
            (3, 4, &["7", "sju", "syv", "Syv.", "seven", "«sju»"]),
            (5, 3, &["8", "åtte", "Åtte", "atte", "otte", "eight"]),
            (5, 4, &["9", "ni", "nine"]),
            (5, 5, &["10", "ti", "ten"]),
        ] {
            for answer in right {
                assert!(Challenge { one, other }.accepts(answer), "{one} + {other}: {answer}");
            }
        }
    }

    #[test]
    fn everything_else_is_wrong() {
        for answer in
            ["", " ", "8", "70", "7 7", "tre pluss fire", "seks", "sjuende", "7x", "-", "999999999999999999999"]
        {
            assert!(!Challenge { one: 3, other: 4 }.accepts(answer), "{answer}");
        }
    }
}
