//! What a question may be, and the clocks of the queue.

use anyhow::{Result, ensure};
use serde::Deserialize;

use super::wrong;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionSettings {
    /// In characters as a person counts them (grapheme clusters).
    pub min_characters: usize,
    pub max_characters: usize,
    pub answer_within_days: u32,
    pub follow_ups_per_answer: u32,
    /// Days that a reply to a question back is waited for.
    pub wait_for_reply_days: u32,
}

impl QuestionSettings {
    pub(super) fn check(&self) -> Result<()> {
        ensure!(
            self.min_characters >= 1 && self.min_characters < self.max_characters,
            wrong("question.min_characters", self.min_characters, "at least 1 and less than question.max_characters")
        );
        ensure!(
            self.max_characters <= 10_000,
            wrong(
                "question.max_characters",
                self.max_characters,
                "at most 10000: a sealed question has a largest size"
            )
        );
        ensure!(
            (1..=60).contains(&self.answer_within_days),
            wrong("question.answer_within_days", self.answer_within_days, "1 to 60 days")
        );
        Ok(())
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QueueSettings {
    /// Without a sign of life a claimed question is lent for so long.
    pub lease_minutes: u32,
    /// So many days past its day a question is everyone's concern: editors' and managers' too.
    pub escalate_after_days: u32,
    /// Days after a question's day on which its group is reminded; before it when negative.
    pub remind_group_at_days: Vec<i32>,
    /// The same for editors, of all groups together.
    pub remind_editors_at_days: Vec<i32>,
}

impl QueueSettings {
    pub(super) fn check(&self) -> Result<()> {
        ensure!(
            (5..=1440).contains(&self.lease_minutes),
            wrong("queue.lease_minutes", self.lease_minutes, "5 minutes to 1440 (one day)")
        );
        ensure!(
            (1..=60).contains(&self.escalate_after_days),
            wrong("queue.escalate_after_days", self.escalate_after_days, "1 to 60 days")
        );
        let steps = [
            ("queue.remind_group_at_days", &self.remind_group_at_days),
            ("queue.remind_editors_at_days", &self.remind_editors_at_days),
        ];
        for (key, days) in steps {
            let is_fine = days.len() <= 5 && days.iter().all(|days| (-7..=60).contains(days));
            ensure!(is_fine, wrong(key, format!("{days:?}"), "at most five numbers from -7 to 60"));
        }
        Ok(())
    }
}
