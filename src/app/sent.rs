//! Which forms were sent, in memory and for as long as a form lives: so that whoever reloads the page after sending,
//! perhaps on a borrowed phone, is neither shown the code again nor brings back what was taken back.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::TimeDelta;

use crate::clock::{Clock, Moment};

/// A page that was lost on the way may be asked for again this long, with its code.
const JUST_NOW: TimeDelta = TimeDelta::minutes(2);
/// As long as a form's token is taken, and a little more.
const REMEMBERED: TimeDelta = TimeDelta::minutes(250);
/// Forms remembered at most: about 2 MB. When so many came, further ones are not remembered.
const MOST: usize = 50_000;

/// What was sent, by a code of the form and its content.
pub struct Sent {
    clock: Clock,
    forms: Mutex<HashMap<[u8; 16], Moment>>,
}

impl Sent {
    pub fn new(clock: Clock) -> Self {
        Self { clock, forms: Mutex::default() }
    }

    /// Whether this very form was sent before, longer ago than a lost page explains.
    pub fn was_sent_before(&self, form: &[u8; 16]) -> bool {
        let forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        forms.get(form).is_some_and(|at| self.clock.now() - *at > JUST_NOW)
    }

    /// Whether something was remembered by this code.
    pub fn knows(&self, form: &[u8; 16]) -> bool {
        self.forms.lock().unwrap_or_else(PoisonError::into_inner).contains_key(form)
    }

    /// Remembers a form that was taken.
    pub fn note(&self, form: [u8; 16]) {
        let now = self.clock.now();
        let mut forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        if forms.len() >= MOST {
            forms.retain(|_, at| now - *at < REMEMBERED);
        }
        if forms.len() < MOST {
            forms.entry(form).or_insert(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_page_may_be_asked_for_again_and_a_later_reload_is_known() {
        let clock = Clock::standing_at("2026-03-10T09:00:00".parse().unwrap());
        let sent = Sent::new(clock.clone());
        sent.note([1; 16]);
        clock.advance(TimeDelta::minutes(2));
        assert!(!sent.was_sent_before(&[1; 16]));
        clock.advance(TimeDelta::seconds(1));
        sent.note([1; 16]);
        assert!(sent.was_sent_before(&[1; 16]));
        assert!(!sent.was_sent_before(&[2; 16]));
    }
}
