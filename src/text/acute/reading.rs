//! One form of a text read with every rule: which signs stand, and which are lowered or raised by what is around them.

use std::ops::Range;

use super::rule::{Effect, Nature, Rule};
use super::{Level, plain};

/// How far before a sign a negation may stand; further than three words never reaches.
const NEGATION_REACH: usize = 80;

/// A rule that fired, how grave it is here, and the rule that made it so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Finding<'a> {
    pub(super) rule: &'a Rule,
    pub(super) level: Level,
    pub(super) because: Option<&'a Rule>,
}

pub(super) struct Reading<'a> {
    text: Vec<u8>,
    rules: &'a [Rule],
    now: Option<&'a Rule>,
    context: Option<&'a Rule>,
    /// For each byte the idiom it belongs to.
    idioms: Vec<Option<&'a Rule>>,
    /// For each byte whether it belongs to a negation that is the risk.
    exceptions: Vec<bool>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(text: &str, rules: &'a [Rule]) -> Self {
        let text = plain::bytes(text);
        let (idioms, exceptions) = (vec![None; text.len()], vec![false; text.len()]);
        let mut reading = Self { text, rules, now: None, context: None, idioms, exceptions };
        reading.look_around();
        reading
    }

    /// Everything that is no sign itself.
    fn look_around(&mut self) {
        let first = |reading: &Self, effect: Effect| {
            reading.rules.iter().find(|rule| rule.effect == effect && rule.pattern.is_match(&reading.text))
        };
        self.now = first(self, Effect::Now);
        let real_person = first(self, Effect::RealPerson);
        self.context = first(self, Effect::Context).filter(|_| real_person.is_none());
        for rule in self.rules.iter().filter(|rule| rule.is_local()) {
            for place in rule.pattern.find_iter(&self.text).map(|found| found.range()) {
                if let Effect::Idiom { .. } = rule.effect {
                    self.idioms.get_mut(place).into_iter().flatten().for_each(|byte| *byte = Some(rule));
                } else {
                    self.exceptions.get_mut(place).into_iter().flatten().for_each(|byte| *byte = true);
                }
            }
        }
    }

    /// Every rule that fired, once, at the gravest of its places.
    pub(super) fn findings(&self) -> Vec<Finding<'a>> {
        self.rules.iter().filter_map(|rule| self.finding(rule)).collect()
    }

    fn finding(&self, rule: &'a Rule) -> Option<Finding<'a>> {
        let Effect::Sign(level) = rule.effect else { return None };
        rule.pattern
            .find_iter(&self.text)
            .map(|found| self.judged(rule, level, found.range()))
            .max_by_key(|finding| finding.level)
    }

    /// R1 is lowered by nothing but an idiom that says so; a method question by nothing at all.
    fn judged(&self, rule: &'a Rule, level: Level, place: Range<usize>) -> Finding<'a> {
        let lowered_by = match level {
            Level::R1 if rule.nature == Nature::Method => None,
            Level::R1 => self.idiom(&place).filter(|idiom| idiom.effect == Effect::Idiom { reaches_r1: true }),
            Level::R2 | Level::R3 | Level::None => self
                .idiom(&place)
                .or_else(|| self.context.filter(|_| rule.is_mention()))
                .or_else(|| self.negation(&place)),
        };
        if lowered_by.is_some() {
            return Finding { rule, level: Level::R3, because: lowered_by };
        }
        match self.now.filter(|_| rule.is_raised_by_now(level)) {
            Some(now) => Finding { rule, level: level.raised(), because: Some(now) },
            None => Finding { rule, level, because: None },
        }
    }

    fn idiom(&self, place: &Range<usize>) -> Option<&'a Rule> {
        self.idioms.get(place.clone())?.iter().copied().flatten().next()
    }

    /// A negation in the same sentence, at most three words before, unless it is itself the risk.
    fn negation(&self, place: &Range<usize>) -> Option<&'a Rule> {
        let before = self.text.get(place.start.saturating_sub(NEGATION_REACH)..place.start)?;
        let sentence = before.rsplit(|byte| b".!?;\n".contains(byte)).next()?;
        let (rule, negation) = self
            .rules
            .iter()
            .filter(|rule| rule.effect == Effect::Negation)
            .find_map(|rule| rule.pattern.find(sentence).map(|found| (rule, found.len())))?;
        let reach = self.exceptions.get(place.start.saturating_sub(negation)..place.end)?;
        (!reach.contains(&true)).then_some(rule)
    }
}
