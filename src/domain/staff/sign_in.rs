//! Signing in: password and code together, one answer for every way it can be wrong. The costly part,
//! [`Credentials::unlock`], needs no connection, so no transaction is open while it runs.

use diesel::prelude::*;

use super::session::{self, Started};
use super::{AccountState, SessionKeys};
use crate::clock::{Moment, unix_seconds};
use crate::database::AnyConnection;
use crate::database::schema::{staff, staff_key};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::StaffId;
use crate::secret::Key;
use crate::vault::VaultError;
use crate::vault::envelope::PrivateKey;
use crate::vault::keyring::{self, Lock, PasswordCost};

/// What is needed to try a password for one user name.
pub struct Credentials {
    id: StaffId,
    lock: Lock,
}

/// Someone whose password and code were right; the code's step is not used up yet.
pub struct Proven {
    id: StaffId,
    private_key: PrivateKey,
    totp_step: i64,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = staff_key)]
struct KeyRow {
    staff_id: String,
    salt: Vec<u8>,
    memory_kib: i32,
    passes: i32,
    verifier: Vec<u8>,
    wrapped_private_key: Vec<u8>,
    wrapped_totp_seed: Vec<u8>,
}

/// The lock behind a user name; `None` when there is no such account that may sign in.
pub fn find_credentials(conn: &mut AnyConnection, user_name: &str) -> Result<Option<Credentials>> {
    let row: Option<KeyRow> = staff_key::table
        .inner_join(staff::table)
        .filter(staff::user_name.eq(user_name))
        .filter(staff::state.eq_any([AccountState::Active.word(), AccountState::AwaitingGrant.word()]))
        .select(KeyRow::as_select())
        .first(conn)
        .optional()?;
    row.map(KeyRow::into_credentials).transpose()
}

impl Credentials {
    /// Tries password and code. Slow on purpose (Argon2id): call it on a blocking thread, a few at once.
    pub fn unlock(&self, password: &str, code: &str, pepper: &Key, now: Moment) -> Result<Proven> {
        let opened = keyring::unlock(&self.lock, password, pepper, self.id.as_str()).map_err(wrong_sign_in)?;
        let totp_step = check_code(&opened.totp_seed, code, now).ok_or(Refusal::WrongSignIn)?;
        Ok(Proven { id: self.id.clone(), private_key: opened.private_key, totp_step })
    }
}

/// Costs what [`Credentials::unlock`] costs and always refuses: for unknown user names.
pub fn unlock_nobody(password: &str, pepper: &Key, cost: PasswordCost) -> Result<Proven> {
    keyring::spend_an_unlock(password, pepper, cost)?;
    Err(Refusal::WrongSignIn.into())
}

/// Uses the code's step up and starts a session. The same code a second time is refused.
pub fn finish(conn: &mut AnyConnection, proven: &Proven, now: Moment) -> Result<Started> {
    let used = diesel::update(
        staff_key::table.find(proven.id.as_str()).filter(staff_key::totp_last_step.lt(proven.totp_step)),
    )
    .set(staff_key::totp_last_step.eq(proven.totp_step))
    .execute(conn)?;
    if used != 1 {
        return Err(Refusal::WrongSignIn.into());
    }
    let keys = SessionKeys::new(proven.id.clone(), proven.private_key.clone());
    let started = session::start(conn, keys, now)?;
    audit::record(conn, Actor::Staff(&proven.id), Act::SignIn, proven.id.as_str(), now)?;
    Ok(started)
}

/// The 30-second step (RFC 6238) a six-digit code belongs to, one step of clock drift allowed either way.
pub fn check_code(seed: &[u8], code: &str, now: Moment) -> Option<i64> {
    let digits: String = code.chars().filter(|character| !character.is_whitespace()).collect();
    let totp = totp_rs::Builder::new().with_secret(seed.to_vec()).build().ok()?;
    i64::try_from(totp.check(&digits, unix_seconds(now))?).ok()
}

/// The code for a moment, as an authenticator shows it.
pub fn code_at(seed: &[u8], now: Moment) -> Option<String> {
    let totp = totp_rs::Builder::new().with_secret(seed.to_vec()).build().ok()?;
    Some(totp.generate(unix_seconds(now)).to_string())
}

fn wrong_sign_in(error: VaultError) -> Error {
    match error {
        VaultError::DoesNotOpen => Refusal::WrongSignIn.into(),
        other => other.into(),
    }
}

impl KeyRow {
    fn into_credentials(self) -> Result<Credentials> {
        let cost = |number: i32| u32::try_from(number).map_err(|_| Error::UnknownContent);
        Ok(Credentials {
            id: self.staff_id.into(),
            lock: Lock {
                salt: self.salt,
                cost: PasswordCost { memory_kib: cost(self.memory_kib)?, passes: cost(self.passes)? },
                verifier: self.verifier,
                wrapped_private_key: self.wrapped_private_key,
                wrapped_totp_seed: self.wrapped_totp_seed,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B (SHA-1), cut to six digits.
    #[test]
    fn codes_are_those_of_rfc_6238() {
        let seed = b"12345678901234567890";
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")]
        {
            let moment = chrono::DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
            assert_eq!(code_at(seed, moment).unwrap(), code);
            assert_eq!(check_code(seed, code, moment), Some(seconds / 30));
        }
    }

    #[test]
    fn a_code_is_taken_with_spaces_and_one_step_of_drift_but_not_two() {
        let seed = b"12345678901234567890";
        let at = |seconds: i64| chrono::DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
        assert_eq!(check_code(seed, " 287 082 ", at(59)), Some(1));
        assert_eq!(check_code(seed, "287082", at(89)), Some(1));
        assert_eq!(check_code(seed, "287082", at(29)), Some(1));
        assert_eq!(check_code(seed, "287082", at(90)), None);
        for wrong in ["", "28708", "2870822", "abcdef", "287083"] {
            assert_eq!(check_code(seed, wrong, at(59)), None, "{wrong}");
        }
    }
}
