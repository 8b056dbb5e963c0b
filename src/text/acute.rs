//! Signs of acute danger in a text: a lexicon of rules that can only raise the urgency of a question.
//! It misses much, so a person reads everything all the same, and "nothing found" is never shown to anyone.
//! It has never heard of a question; it gives back a level and rule ids, never a word of the text.

mod plain;
mod reading;
mod rule;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use anyhow::{Context, Result, ensure};

pub(crate) use self::plain::{spelling, usual_form};
use self::reading::{Finding, Reading};
pub use self::rule::Category;
use self::rule::{Nature, Rule};

/// How urgent a text looks. The order is that of danger: what is greater is opened first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// No rule fired, which says nothing about the text.
    #[default]
    None,
    /// Something hard is mentioned ("A", amber, in the lexicon).
    R3,
    /// Urgent within a day.
    R2,
    /// A life may be in danger now.
    R1,
}

impl Level {
    const fn raised(self) -> Self {
        match self {
            Self::None => Self::None,
            Self::R3 => Self::R2,
            Self::R2 | Self::R1 => Self::R1,
        }
    }
}

/// What the lexicon found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// The gravest of what fired.
    pub level: Level,
    /// The ids of the rules that counted, in order, without a word of the text.
    pub rules: Vec<String>,
    /// What kinds of danger they are about, each with the gravest of its signs; what was lowered to R3 is not among them.
    pub categories: BTreeMap<Category, Level>,
    /// An amount of a substance together with death: never to be published as it stands.
    pub is_method_question: bool,
}

/// The rules, compiled; made once.
#[derive(Debug)]
pub struct Lexicon {
    rules: Vec<Rule>,
}

/// The rules' file, as an owner's folder names it.
pub const RULES: &str = "acute_terms.tsv";

const BUILT_IN_RULES: &str = include_str!("../../config/lexicon/acute_terms.tsv");

#[expect(clippy::expect_used, reason = "the file is compiled in; a lexicon that finds nothing must not go unnoticed")]
static BUILT_IN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(BUILT_IN_RULES).expect("the built-in lexicon can be read"));

impl Lexicon {
    /// The lexicon that comes with the program.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a lexicon: tab-separated columns `id category severity lang kind regex examples note` under a heading.
    /// Empty lines and lines that begin with `#` are passed over. A bad line is named by its number.
    pub fn parse(tsv: &str) -> Result<Self> {
        let mut ids = BTreeSet::new();
        let mut rules = Vec::new();
        for (index, line) in tsv.lines().enumerate().skip(1) {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let number = index + 1;
            let rule = Rule::parse(line).with_context(|| format!("line {number} of the lexicon"))?;
            ensure!(ids.insert(rule.id.clone()), "line {number} of the lexicon: the id {} stands twice", rule.id);
            rules.push(rule);
        }
        ensure!(!rules.is_empty(), "the lexicon has no rule");
        Ok(Self { rules })
    }

    /// What kind of danger a rule is about; none for rules that only weigh others, and for ids it does not know.
    pub fn category_of(&self, id: &str) -> Option<Category> {
        self.rules.iter().find(|rule| rule.id == id)?.category
    }

    /// Looks for signs in the text as it was typed and in its plain form; what either shows counts.
    /// Where both show the same rule the plain form decides, because idioms are easier to see in it.
    pub fn find(&self, text: &str) -> Signs {
        let typed = plain::typed(text);
        let plain = plain::plain(text);
        let mut findings = BTreeMap::new();
        for form in [Some(&typed), Some(&plain).filter(|plain| **plain != typed)].into_iter().flatten() {
            for finding in Reading::of(form, &self.rules).findings() {
                findings.insert(finding.rule.id.as_str(), finding);
            }
        }
        Signs {
            level: findings.values().map(|finding| finding.level).max().unwrap_or_default(),
            rules: ids(findings.values()),
            categories: categories(findings.values()),
            is_method_question: findings.values().any(|finding| finding.rule.nature == Nature::Method),
        }
    }
}

/// The kinds of danger that count, each at its gravest.
fn categories<'a>(findings: impl Iterator<Item = &'a Finding<'a>>) -> BTreeMap<Category, Level> {
    let mut categories = BTreeMap::new();
    for finding in findings.filter(|finding| finding.level >= Level::R2) {
        if let Some(category) = finding.rule.category {
            let level: &mut Level = categories.entry(category).or_default();
            *level = finding.level.max(*level);
        }
    }
    categories
}

fn ids<'a>(findings: impl Iterator<Item = &'a Finding<'a>>) -> Vec<String> {
    let ids: BTreeSet<&str> = findings
        .flat_map(|finding| [Some(finding.rule), finding.because])
        .flatten()
        .map(|rule| rule.id.as_str())
        .collect();
    ids.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests;
