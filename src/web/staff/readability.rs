//! How heavy an answer is to read, beside what suits the one who asked.

use crate::domain::audience::AgeBand;
use crate::text::language::Language;
use crate::text::markdown;
use crate::text::readability::{Hard, Readability};

/// Fewer words say nothing.
const FEWEST_WORDS: usize = 20;

/// What was measured, and what suits the asker's age.
#[derive(Default)]
pub struct Reading {
    measured: Readability,
    /// A LIX that suits: our own choice on Björnsson's scale, where books for children lie below 30, fiction at 30–40
    /// and newspapers at 40–50.
    pub suits: usize,
    /// Words in a sentence before it is called long.
    pub sentence: usize,
}

impl Reading {
    pub fn of(answer: &str, language: Language, age_band: AgeBand) -> Self {
        let (suits, sentence) = match age_band {
            AgeBand::Under13 => (28, 15),
            AgeBand::From13To15 => (32, 18),
            AgeBand::From16To17 | AgeBand::Unsaid => (36, 20),
            AgeBand::From18To20 => (38, 22),
            AgeBand::From21To25 | AgeBand::Over25 => (42, 24),
        };
        Self { measured: Readability::of(&markdown::to_plain(answer), language), suits, sentence }
    }

    /// Whether there is enough text to speak of.
    pub fn is_shown(&self) -> bool {
        self.measured.words >= FEWEST_WORDS
    }

    pub fn lix(&self) -> usize {
        self.measured.lix()
    }

    pub fn words(&self) -> usize {
        self.measured.words
    }

    pub fn sentence_length(&self) -> usize {
        self.measured.sentence_length()
    }

    /// The word of its grade: "light", "middle" (up to six more than suits) or "heavy".
    pub fn grade(&self) -> &'static str {
        match self.lix() {
            lix if lix <= self.suits => "light",
            lix if lix <= self.suits + 6 => "middle",
            _ => "heavy",
        }
    }

    pub fn colour(&self) -> &'static str {
        if self.grade() == "light" { "success" } else { "warning" }
    }

    pub fn long_sentences(&self) -> Vec<&(usize, String)> {
        self.measured.longer_than(self.sentence)
    }

    pub fn hard(&self) -> &[Hard] {
        &self.measured.hard
    }
}
