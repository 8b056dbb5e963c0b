//! One line of the lexicon: what it looks for and what follows when it is found.

use anyhow::{Context, Result, bail, ensure};
use regex::bytes::{Regex, RegexBuilder};

use super::{Level, plain};

/// What follows when a rule's pattern is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// A sign of this level.
    Sign(Level),
    /// "Tonight": raises signs in the same text one step.
    Now,
    /// A friend, a sister: what is told is no school task.
    RealPerson,
    /// Words that mean something else here: a sign that touches them is lowered to R3.
    Idiom { reaches_r1: bool },
    /// A school task, a film: a mere mention in the text is lowered.
    Context,
    /// Stands right before a sign and lowers it.
    Negation,
    /// A negation that is itself the risk ("vil ikke leve").
    NegationException,
}

/// What sort of words a sign is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// Common words that only ever make a text R3.
    Broad,
    /// Often a joke: not raised by "now".
    Slang,
    /// The name of a thing, which a school task may mention too.
    Term,
    /// What somebody says of themselves or of someone near.
    Phrase,
    /// An amount and death.
    Method,
}

/// What kind of danger a sign is about, in the order of how fast help must come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Took too much of something, or something dangerous.
    Poisoning,
    Violence,
    Suicide,
    /// An amount of a substance beside death.
    Method,
    SexualAbuse,
    SelfHarm,
    /// Psychosis, or a body that misses a drug.
    Crisis,
    EatingDisorder,
    /// Common words of someone who has a hard time.
    Broad,
}

impl Category {
    pub const ALL: [Self; 9] = [
        Self::Poisoning,
        Self::Violence,
        Self::Suicide,
        Self::Method,
        Self::SexualAbuse,
        Self::SelfHarm,
        Self::Crisis,
        Self::EatingDisorder,
        Self::Broad,
    ];

    /// The category as the lexicon's file writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Poisoning => "overdose_poisoning",
            Self::Violence => "violence_abuse",
            Self::Suicide => "suicide",
            Self::Method => "method",
            Self::SexualAbuse => "sexual_assault",
            Self::SelfHarm => "selfharm",
            Self::Crisis => "acute_mental_withdrawal",
            Self::EatingDisorder => "eating_disorder",
            Self::Broad => "broad",
        }
    }

    /// A sign must be about something; the rest of the rules only weigh signs.
    fn of(word: &str, effect: Effect) -> Result<Option<Self>> {
        if !matches!(effect, Effect::Sign(_)) {
            return Ok(None);
        }
        let known = Self::ALL.into_iter().find(|category| category.word() == word);
        Ok(Some(known.with_context(|| format!("the category {word:?} means nothing"))?))
    }
}

#[derive(Debug)]
pub(super) struct Rule {
    pub(super) id: String,
    /// Only signs have one.
    pub(super) category: Option<Category>,
    pub(super) effect: Effect,
    pub(super) nature: Nature,
    pub(super) pattern: Regex,
    #[cfg(test)]
    pub(super) examples: Vec<String>,
}

impl Rule {
    pub(super) fn parse(line: &str) -> Result<Self> {
        let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
        let &[id, category, severity, _language, kind, pattern, examples, _note] = columns.as_slice() else {
            bail!("{} columns where 8 belong", columns.len());
        };
        ensure!(!id.is_empty(), "no id");
        ensure!(!examples.is_empty(), "{id} has no example");
        let effect = effect(severity, kind).with_context(|| id.to_owned())?;
        let category_of_sign = Category::of(category, effect).with_context(|| id.to_owned())?;
        let nature = nature(category, kind).with_context(|| id.to_owned())?;
        let pattern = compile(pattern).with_context(|| id.to_owned())?;
        Ok(Self {
            id: id.to_owned(),
            category: category_of_sign,
            effect,
            nature,
            pattern,
            #[cfg(test)]
            examples: examples.split(", ").map(str::to_owned).collect(),
        })
    }

    /// A school task may mention it.
    pub(super) fn is_mention(&self) -> bool {
        matches!(self.nature, Nature::Term | Nature::Slang)
    }

    /// Reaches only the signs it touches.
    pub(super) fn is_local(&self) -> bool {
        matches!(self.effect, Effect::Idiom { .. } | Effect::NegationException)
    }

    /// "Now" makes it graver; a mere mention of a thing becomes R2 at most.
    pub(super) fn is_raised_by_now(&self, level: Level) -> bool {
        match self.nature {
            Nature::Broad | Nature::Slang => false,
            Nature::Term => level < Level::R2,
            Nature::Phrase | Nature::Method => level < Level::R1,
        }
    }
}

fn effect(severity: &str, kind: &str) -> Result<Effect> {
    Ok(match (kind, severity) {
        ("term" | "slang" | "phrase" | "method", "R1") => Effect::Sign(Level::R1),
        ("term" | "slang" | "phrase", "R2") => Effect::Sign(Level::R2),
        ("term" | "slang" | "phrase", "R3" | "A") => Effect::Sign(Level::R3),
        ("marker", "+1") => Effect::Now,
        ("person", "0") => Effect::RealPerson,
        ("falsefriend", "-1") => Effect::Idiom { reaches_r1: false },
        ("falsefriend", "-2") => Effect::Idiom { reaches_r1: true },
        ("context", "-1") => Effect::Context,
        ("negation", "-1") => Effect::Negation,
        ("negation_exception", "0") => Effect::NegationException,
        _ => bail!("kind {kind:?} with severity {severity:?} means nothing"),
    })
}

fn nature(category: &str, kind: &str) -> Result<Nature> {
    Ok(match (category, kind) {
        ("broad", _) => Nature::Broad,
        (_, "slang") => Nature::Slang,
        (_, "method") => Nature::Method,
        (_, "term") => Nature::Term,
        ("", _) => bail!("no category"),
        _ => Nature::Phrase,
    })
}

/// Patterns run on single bytes (see `plain::bytes`): without Unicode tables and with the fast automaton, which
/// could not tell `\b` beside "å" otherwise.
fn compile(pattern: &str) -> Result<Regex> {
    let mut last = ' ';
    for character in pattern.chars() {
        ensure!(last == '\\' || !character.is_uppercase(), "the pattern has the capital letter {character:?}");
        ensure!(character.is_ascii() || "æøå".contains(character), "the pattern has the character {character:?}");
        last = character;
    }
    let pattern: String = pattern.chars().map(|character| char::from(plain::byte(character))).collect();
    Ok(RegexBuilder::new(&pattern).unicode(false).build()?)
}
