//! Signing in and setting up: the costly password work, a few at once, and never too often for one user name.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use actix_web::rt::task::spawn_blocking;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use tokio::sync::Semaphore;

use super::App;
use crate::database::DatabaseError;
use crate::domain::errors::{Refusal, Result};
use crate::domain::staff::invitation::{self, InvitationToken, SetUp};
use crate::domain::staff::session::Started;
use crate::domain::staff::sign_in;
use crate::domain::staff::{self, Member, Profile};
use crate::vault::keyring;

/// How many may wait for a password check before others are told to come back.
const QUEUE_LENGTH: usize = 32;
/// Attempts for one user name: a handful at once, then one every half minute.
const BURST: NonZeroU32 = NonZeroU32::new(10).unwrap();
const REFILL: Duration = Duration::from_secs(30);
/// User names remembered before the forgotten ones are swept out.
const SWEEP_AT: usize = 10_000;

/// Bounds what sign-ins may cost. The counts live in memory only, keyed by a code of the user name: unknown
/// names are counted like known ones, and nothing that was typed is kept.
pub(super) struct SignInGate {
    checks: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    attempts: DefaultKeyedRateLimiter<[u8; 32]>,
}

impl SignInGate {
    pub(super) fn new(checks_at_once: usize) -> Self {
        let quota = Quota::with_period(REFILL).unwrap_or(Quota::per_minute(BURST)).allow_burst(BURST);
        Self {
            checks: Arc::new(Semaphore::new(checks_at_once)),
            waiting: Arc::new(Semaphore::new(checks_at_once + QUEUE_LENGTH)),
            attempts: RateLimiter::keyed(quota),
        }
    }

    /// Runs one password check on a blocking thread, when there is a place for it; memory is bounded by the places.
    ///
    /// The place is held by the work itself: a visitor who hangs up does not free it while the work goes on.
    async fn check<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let in_queue = self.waiting.clone().try_acquire_owned().map_err(|_| Refusal::TooBusy)?;
        let at_desk = self.checks.clone().acquire_owned().await.map_err(|_| Refusal::TooBusy)?;
        let checked = spawn_blocking(move || {
            let _places = (in_queue, at_desk);
            work()
        });
        checked.await.map_err(|_| DatabaseError::Interrupted)?
    }

    fn count_attempt(&self, name_code: [u8; 32]) -> Result<()> {
        if self.attempts.len() > SWEEP_AT {
            self.attempts.retain_recent();
        }
        self.attempts.check_key(&name_code).map_err(|_| Refusal::TooManyAttempts.into())
    }
}

impl App {
    /// User name, password and code in; a session out. Every wrong way costs the same and says the same.
    pub async fn sign_in(&self, user_name: String, password: String, code: String) -> Result<Started> {
        let name_code = self.secret.authenticate("sign-in/attempts", &[user_name.as_bytes()]);
        self.gate.count_attempt(name_code)?;
        let credentials = self
            .database
            .read("staff.find_credentials", move |conn| sign_in::find_credentials(conn, &user_name))
            .await?;
        let (pepper, cost, now) = (self.pepper(), self.password_cost(), self.clock.now());
        let proven = self
            .gate
            .check(move || match credentials {
                Some(credentials) => credentials.unlock(&password, &code, &pepper, now),
                None => sign_in::unlock_nobody(&password, &pepper, cost),
            })
            .await?;
        self.database.write("staff.sign_in", move |conn| sign_in::finish(conn, &proven, now)).await
    }

    /// Uses a set-up link: the code must fit the link's seed, then the new keys are locked behind the password.
    pub async fn set_up(
        &self,
        token: InvitationToken,
        password: String,
        code: String,
        profile: Profile,
    ) -> Result<Member> {
        let now = self.clock.now();
        let seed = token.totp_seed(&self.secret);
        let totp_step = sign_in::check_code(&seed, &code, now).ok_or(Refusal::WrongSignIn)?;
        let (secret, link) = (self.secret.clone(), token.clone());
        let member = self
            .database
            .read("staff.find_invitation", move |conn| invitation::find(conn, &secret, &link, now))
            .await?;
        let (pepper, cost) = (self.pepper(), self.password_cost());
        let (lock, public_key, _) =
            self.gate.check(move || Ok(keyring::lock(&password, &pepper, cost, member.id.as_str(), &seed)?)).await?;
        let set_up = SetUp { lock, public_key, totp_step };
        let secret = self.secret.clone();
        self.database
            .write("staff.set_up", move |conn| {
                let member = invitation::accept(conn, &secret, &token, &set_up, now)?;
                staff::update_profile(conn, &member.id, &profile, now)?;
                staff::find(conn, &member.id)
            })
            .await
    }
}

#[cfg(test)]
mod tests {
    use actix_web::rt::time::timeout;

    use super::*;
    use crate::domain::Error;

    #[actix_web::test]
    async fn when_the_queue_for_password_checks_is_full_the_next_one_is_told_at_once() {
        let gate = SignInGate::new(1);
        let queue: Vec<_> = (0..=QUEUE_LENGTH).map(|_| gate.waiting.clone().try_acquire_owned().unwrap()).collect();
        assert!(matches!(gate.check(|| Ok(())).await, Err(Error::Refused(Refusal::TooBusy))));
        drop(queue);
        gate.check(|| Ok(())).await.unwrap();
    }

    #[actix_web::test]
    async fn hanging_up_does_not_free_a_place_while_the_check_runs() {
        let gate = SignInGate::new(1);
        let (finish, finished) = std::sync::mpsc::channel::<()>();
        let mut check = Box::pin(gate.check(move || {
            finished.recv().unwrap();
            Ok(())
        }));
        assert!(timeout(Duration::from_millis(20), &mut check).await.is_err());
        drop(check);
        assert_eq!(gate.checks.available_permits(), 0);
        finish.send(()).unwrap();
        let place = gate.checks.acquire().await.unwrap();
        assert_eq!(place.num_permits(), 1);
    }

    #[test]
    fn attempts_are_counted_by_name() {
        let gate = SignInGate::new(1);
        for _ in 0..BURST.get() {
            gate.count_attempt([1; 32]).unwrap();
        }
        assert!(gate.count_attempt([1; 32]).is_err());
        gate.count_attempt([2; 32]).unwrap();
    }
}
