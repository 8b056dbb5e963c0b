//! How fast questions and codes may come before something is asked or refused.

use std::num::NonZeroU32;

use anyhow::{Result, ensure};
use serde::Deserialize;

use super::wrong;

/// The ceilings. Each is also how many may come at once.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbuseSettings {
    /// From one address; above it a small sum is asked.
    pub questions_an_hour_before_challenge: NonZeroU32,
    /// From one address; above it nothing is taken for a while.
    pub questions_an_hour_before_refusal: NonZeroU32,
    /// From everyone together; above it everyone is asked the small sum.
    pub questions_a_minute_before_challenge: NonZeroU32,
    /// From one address.
    pub wrong_codes_an_hour: NonZeroU32,
    /// From one address, on one answer; more are thanked and not counted.
    pub feedback_a_day: NonZeroU32,
    /// From one address: reports of what is wrong in answers.
    pub reports_an_hour: NonZeroU32,
}

impl AbuseSettings {
    pub(super) fn check(self) -> Result<()> {
        ensure!(
            self.questions_an_hour_before_challenge <= self.questions_an_hour_before_refusal,
            wrong(
                "abuse.questions_an_hour_before_challenge",
                self.questions_an_hour_before_challenge,
                "at most abuse.questions_an_hour_before_refusal"
            )
        );
        Ok(())
    }
}
