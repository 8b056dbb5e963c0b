//! Staff accounts: what a password costs, and how long sessions and invitations last.

use anyhow::{Result, ensure};
use serde::Deserialize;

use super::wrong;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffSettings {
    pub password_memory_kib: u32,
    pub password_passes: u32,
    pub password_checks_at_once: usize,
    pub session_idle_minutes: u32,
    pub session_hours: u32,
    pub invitation_hours: u32,
}

impl StaffSettings {
    pub(super) fn check(&self) -> Result<()> {
        ensure!(
            self.password_memory_kib >= 8 && self.password_passes >= 1,
            wrong(
                "staff.password_memory_kib",
                self.password_memory_kib,
                "at least 8 KiB, and staff.password_passes at least 1"
            )
        );
        for (key, value) in [
            ("staff.session_idle_minutes", self.session_idle_minutes),
            ("staff.session_hours", self.session_hours),
            ("staff.invitation_hours", self.invitation_hours),
        ] {
            ensure!(value >= 1, wrong(key, value, "at least 1"));
        }
        ensure!(
            self.password_checks_at_once >= 1,
            wrong("staff.password_checks_at_once", self.password_checks_at_once, "at least 1")
        );
        Ok(())
    }
}
