//! Names of people. Many Norwegian names are also words (Liv, Per, Storm) or street names of drugs (Emma, Molly):
//! those count only with a surname or a cue. All-lowercase text is searched too, mostly for the clinician.

use super::lists::NameUse;
use super::people_words::{NAMING, PERSON_CUES, PERSONS, PUBLIC, RELATIVES, ROLES, SIGNING, SURNAME_ENDINGS, TITLES};
use super::reading::{Reading, Token};
use super::{Finding, Kind, Lexicon};

pub(super) fn find(reading: &Reading, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let people = People { reading, lexicon };
    let mut index = 0;
    while index < reading.tokens.len() {
        let hit = people.full_name(index).or_else(|| people.first_name(index)).or_else(|| people.unlisted(index));
        if let Some((last, is_sure)) = hit {
            let kind = if people.is_staff(index) { Kind::Staff } else { Kind::Person };
            found.extend(people.finding(index, last, kind, is_sure));
            index = last;
        }
        index += 1;
    }
}

struct People<'a> {
    reading: &'a Reading,
    lexicon: &'a Lexicon,
}

impl People<'_> {
    fn finding(&self, first: usize, last: usize, kind: Kind, is_sure: bool) -> Option<Finding> {
        let (start, token) = (self.reading.tokens.get(first)?.start, self.reading.tokens.get(last)?);
        // The genitive is not part of the name.
        let low = self.reading.low_at(last);
        let is_listed = self.lexicon.last_names.has(low) || self.lexicon.first_names.usage(low).is_some();
        let is_genitive = !is_listed && low.ends_with('s') && low.len() > 3 && self.stem(low) != low;
        Some(Finding { start, end: token.end - usize::from(is_genitive), kind, is_sure })
    }

    /// The name without a genitive `s`, if only that makes it one we know.
    fn stem<'t>(&self, low: &'t str) -> &'t str {
        let names = |name: &str| self.lexicon.last_names.has(name) || self.lexicon.first_names.usage(name).is_some();
        low.strip_suffix('s').filter(|stem| !names(low) && (names(stem) || stem.ends_with("sen"))).unwrap_or(low)
    }

    fn usage(&self, index: usize) -> Option<NameUse> {
        let low = self.stem(self.reading.low_at(index));
        let usage = self.lexicon.first_names.usage(low)?;
        Some(if usage == NameUse::OnlyName && self.lexicon.words.has(low) { NameUse::AlsoWord } else { usage })
    }

    fn is_capital(&self, index: usize) -> bool {
        self.reading.tokens.get(index).is_some_and(|token| token.is_capital)
    }

    /// All in capitals says nothing about names.
    fn is_shouted(&self, index: usize) -> bool {
        let text = self.reading.text_at(index);
        text.chars().count() > 1 && !text.chars().any(char::is_lowercase)
    }

    /// A first name, up to two names between, a surname.
    fn full_name(&self, first: usize) -> Option<(usize, bool)> {
        let usage = self.usage(first)?;
        let is_capital = self.is_capital(first);
        for last in (first + 1..=first + 3).rev() {
            let is_row =
                (first..last).all(|index| self.reading.is_spaced(index) && self.is_capital(index + 1) == is_capital);
            let is_between = (first + 1..last).all(|index| self.is_middle_name(index));
            if is_row
                && is_between
                && let Some(is_sure) = self.is_surname_of(usage, first, last)
            {
                return self.is_public(first, last).then_some(()).map_or(Some((last, is_sure)), |()| None);
            }
        }
        None
    }

    fn is_middle_name(&self, index: usize) -> bool {
        let low = self.reading.low_at(index);
        self.usage(index).is_some() || self.lexicon.last_names.has(low)
    }

    /// Whether the token at `last` can be a surname after this first name, and if that is sure.
    fn is_surname_of(&self, usage: NameUse, first: usize, last: usize) -> Option<bool> {
        let low = self.stem(self.reading.low_at(last));
        let is_listed = self.lexicon.last_names.has(low);
        let ends_like_one = SURNAME_ENDINGS.iter().any(|ending| low.len() > ending.len() + 2 && low.ends_with(ending))
            && !self.lexicon.words.has(low);
        let is_only_name = self.lexicon.last_names.is_only_name(low) && !self.lexicon.words.has(low);
        if !self.is_capital(first) {
            // In lower case both must be nothing but names, unless "jeg heter" stands before.
            return (is_only_name && (usage == NameUse::OnlyName || self.is_named(first))).then_some(true);
        }
        if self.is_shouted(first) {
            return (usage == NameUse::OnlyName && is_only_name).then_some(true);
        }
        let is_start = self.reading.tokens.get(first).is_some_and(|token| token.is_sentence_start);
        match usage {
            NameUse::OnlyName => (is_listed || ends_like_one).then_some(true),
            _ if is_only_name || ends_like_one => Some(true),
            _ => is_listed.then_some(!is_start),
        }
    }

    fn is_public(&self, first: usize, last: usize) -> bool {
        let row = (first..=last).map(|index| self.reading.low_at(index)).collect::<Vec<_>>().join(" ");
        PUBLIC.iter().any(|known| row.starts_with(known))
    }

    /// One listed first name. Sure only after "heter", or under a letter.
    fn first_name(&self, index: usize) -> Option<(usize, bool)> {
        let usage = self.usage(index)?;
        let is_capital = self.is_capital(index) && !self.is_shouted(index);
        let is_named = self.is_named(index);
        let is_signed = self.is_signed(index);
        let is_cued =
            is_named || is_signed || PERSON_CUES.contains(&self.reading.word_before(index)) || self.is_staff(index);
        let is_start = self.reading.tokens.get(index).is_some_and(|token| token.is_sentence_start);
        let is_found = match usage {
            NameUse::OnlyName => is_capital || is_cued || self.reading.low_at(index).chars().count() >= 4,
            NameUse::AlsoWord if self.is_after_relative(index) => true,
            NameUse::AlsoWord | NameUse::AlsoSlang => {
                is_capital && !is_start && is_cued || is_signed && is_capital || is_named
            }
        };
        let is_sure = (is_named || is_signed) && (is_capital || usage == NameUse::OnlyName);
        let last = index + usize::from(is_capital && self.is_followed_by_a_surname(index));
        (is_found && !self.is_doubtful_company(index)).then_some((last, is_sure))
    }

    /// A word with a capital that is on no list and no ordinary one: "Kari Nordmann".
    fn is_followed_by_a_surname(&self, index: usize) -> bool {
        let low = self.reading.low_at(index + 1);
        let is_word = |token: &Token| token.is_capital && !token.is_number && !token.is_sentence_start;
        self.reading.is_spaced(index)
            && self.reading.tokens.get(index + 1).is_some_and(is_word)
            && !self.is_shouted(index + 1)
            && low.chars().count() > 2
            && !self.lexicon.words.has(low)
    }

    /// "venninna mi", "broren min" stand before.
    fn is_after_relative(&self, index: usize) -> bool {
        let is_own = ["min", "mi"].contains(&self.reading.word_before(index));
        is_own && index.checked_sub(2).is_some_and(|at| RELATIVES.contains(&self.reading.low_at(at)))
    }

    /// A first name next to a digit or inside a web word is none.
    fn is_doubtful_company(&self, index: usize) -> bool {
        let (before, after) = (self.reading.gap_before(index), self.reading.gap_after(index));
        let is_glued =
            |gap: &str| gap.is_empty() || gap.starts_with(['_', '@', '/']) || gap.ends_with(['_', '@', '/', '#']);
        index > 0 && is_glued(before) || is_glued(after) || self.is_public(index, index + 1)
    }

    /// "jeg heter …", "navnet mitt er …", "my name is …"; not "stoffet heter …".
    fn is_named(&self, index: usize) -> bool {
        let Some(cue) = index.checked_sub(1).filter(|cue| self.reading.is_spaced(*cue)) else { return false };
        let near =
            |beginnings: &[&str]| (cue.saturating_sub(4)..cue).any(|at| beginnings.contains(&self.reading.low_at(at)));
        match self.reading.low_at(cue) {
            word if NAMING.contains(&word) => {
                near(&PERSONS) && !near(&["det", "stoffet", "pillen", "pillene", "dopet", "tablettene", "medisinen"])
            }
            "er" | "e" | "æ" | "is" => {
                near(&["navnet", "namnet", "navn", "name", "namn"]) && !near(&["stoffet", "dopet"])
            }
            _ => false,
        }
    }

    /// The name under a letter: "hilsen Kari", "mvh kari".
    fn is_signed(&self, index: usize) -> bool {
        let before = self.reading.word_before(index);
        let is_from = before == "fra" && SIGNING.contains(&self.reading.low_at(index.saturating_sub(2)));
        let on_own_line = self.reading.gap_before(index).contains('\n')
            && SIGNING.contains(&self.reading.low_at(index.saturating_sub(1)));
        SIGNING.contains(&before) || is_from && index >= 2 || on_own_line && index > 0
    }

    /// A role or title stands before, or a role after a comma: "treneren min Kari", "fru Berg", "Berit, læreren min".
    fn is_staff(&self, index: usize) -> bool {
        let is_role = |role: &str| ROLES.iter().any(|known| role.ends_with(known));
        if self.reading.gap_after(index) == ", " && is_role(self.reading.low_at(index + 1)) {
            return true;
        }
        let Some(before) =
            index.checked_sub(1).filter(|at| self.reading.is_spaced(*at) || self.reading.gap_after(*at) == ". ")
        else {
            return false;
        };
        let skipped = if ["min", "mi", "vår", "heter", "heiter", "som"].contains(&self.reading.low_at(before)) {
            before.saturating_sub(1)
        } else {
            before
        };
        let skipped = if self.reading.low_at(skipped) == "som" || self.reading.low_at(skipped) == "min" {
            skipped.saturating_sub(1)
        } else {
            skipped
        };
        let role = self.reading.low_at(skipped);
        let is_spaced = (skipped..before).all(|at| self.reading.is_spaced(at));
        is_spaced && (is_role(role) || TITLES.contains(&role) && skipped == before)
    }

    /// A name on no list, with a capital, after "kjæresten min", "læreren", "jeg heter".
    fn unlisted(&self, index: usize) -> Option<(usize, bool)> {
        let low = self.reading.low_at(index);
        let token = self.reading.tokens.get(index)?;
        let is_name_like = token.is_capital
            && !token.is_number
            && !token.is_sentence_start
            && !self.is_shouted(index)
            && low.chars().count() > 1;
        if !is_name_like || self.lexicon.words.has(low) || self.lexicon.first_names.usage(low).is_some() {
            return None;
        }
        let before = self.reading.word_before(index);
        let is_related = self.is_after_relative(index) || RELATIVES.contains(&before);
        let is_cued = is_related || self.is_named(index) || self.is_staff(index);
        let is_sure = self.reading.is_spaced(index)
            && self.is_capital(index + 1)
            && self.lexicon.last_names.has(self.reading.low_at(index + 1));
        let is_followed = is_sure || self.is_followed_by_a_surname(index);
        is_cued.then_some((index + usize::from(is_followed), is_sure))
    }
}
