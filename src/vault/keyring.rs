//! A personal key pair behind a password: Argon2id (RFC 9106) → HKDF labels `kek | verifier | totp`.
//! Neither the personal key nor the second factor's seed can be read from a copy of the database.

use argon2::{Algorithm, Argon2, Params, Version};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::envelope::{PrivateKey, PublicKey, generate_key_pair};
use super::{Plain, VaultError, fill_random, unwrap, wrap};
use crate::secret::{Key, derive_key};

const SALT_BYTES: usize = 16;
/// RFC 4226 section 4 recommends a shared secret of 160 bits.
const TOTP_SEED_BYTES: usize = 20;

/// What one password check costs; kept with each lock, so that it can be raised later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordCost {
    pub memory_kib: u32,
    pub passes: u32,
}

/// The lock on one person's keys, as it is kept: nothing in it opens without the password and the pepper.
#[derive(Clone, Debug)]
pub struct Lock {
    pub salt: Vec<u8>,
    pub cost: PasswordCost,
    pub verifier: Vec<u8>,
    pub wrapped_private_key: Vec<u8>,
    pub wrapped_totp_seed: Vec<u8>,
}

/// What a person holds once the password was right.
pub struct Unlocked {
    pub private_key: PrivateKey,
    pub totp_seed: Plain,
}

struct PasswordKeys {
    kek: Key,
    verifier: Key,
    totp: Key,
}

/// A fresh second-factor seed (20 bytes).
pub fn new_totp_seed() -> Result<Plain, VaultError> {
    let mut seed = Zeroizing::new(vec![0; TOTP_SEED_BYTES]);
    fill_random(&mut seed)?;
    Ok(seed)
}

/// Makes a personal key pair and locks it, and the seed, behind the password. `owner` binds both to one row.
pub fn lock(
    password: &str,
    pepper: &Key,
    cost: PasswordCost,
    owner: &str,
    totp_seed: &[u8],
) -> Result<(Lock, PublicKey, PrivateKey), VaultError> {
    let mut salt = vec![0; SALT_BYTES];
    fill_random(&mut salt)?;
    let keys = stretch(password, &salt, cost, pepper)?;
    let (private, public) = generate_key_pair()?;
    let lock = Lock {
        salt,
        cost,
        verifier: keys.verifier.to_vec(),
        wrapped_private_key: wrap(&keys.kek, owner, private.as_bytes())?,
        wrapped_totp_seed: wrap(&keys.totp, owner, totp_seed)?,
    };
    Ok((lock, public, private))
}

/// Opens a lock with the password; [`VaultError::DoesNotOpen`] when it is wrong.
pub fn unlock(lock: &Lock, password: &str, pepper: &Key, owner: &str) -> Result<Unlocked, VaultError> {
    let keys = stretch(password, &lock.salt, lock.cost, pepper)?;
    if !bool::from(keys.verifier.as_slice().ct_eq(&lock.verifier)) {
        return Err(VaultError::DoesNotOpen);
    }
    Ok(Unlocked {
        private_key: PrivateKey::from_bytes(&unwrap(&keys.kek, owner, &lock.wrapped_private_key)?)?,
        totp_seed: unwrap(&keys.totp, owner, &lock.wrapped_totp_seed)?,
    })
}

/// Spends the time of an [`unlock`] on nobody, so that an unknown user name costs what a wrong password does.
pub fn spend_an_unlock(password: &str, pepper: &Key, cost: PasswordCost) -> Result<(), VaultError> {
    stretch(password, &[0; SALT_BYTES], cost, pepper).map(drop)
}

fn stretch(password: &str, salt: &[u8], cost: PasswordCost, pepper: &Key) -> Result<PasswordKeys, VaultError> {
    let params = Params::new(cost.memory_kib, cost.passes, 1, Some(32)).map_err(|_| VaultError::PasswordCost)?;
    let argon2 = Argon2::new_with_secret(pepper.as_slice(), Algorithm::Argon2id, Version::V0x13, params)
        .map_err(|_| VaultError::PasswordCost)?;
    let mut stretched = Zeroizing::new([0; 32]);
    argon2.hash_password_into(password.as_bytes(), salt, stretched.as_mut()).map_err(|_| VaultError::PasswordCost)?;
    Ok(PasswordKeys {
        kek: derive_key(stretched.as_slice(), "password/kek"),
        verifier: derive_key(stretched.as_slice(), "password/verifier"),
        totp: derive_key(stretched.as_slice(), "password/totp"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const COST: PasswordCost = PasswordCost { memory_kib: 8, passes: 1 };
    const PASSWORD: &str = "a long enough password";

    fn pepper(byte: u8) -> Key {
        Zeroizing::new([byte; 32])
    }

    #[test]
    fn the_right_password_opens_the_keys_and_the_seed() {
        let seed = new_totp_seed().unwrap();
        let (locked, public, private) = lock(PASSWORD, &pepper(1), COST, "staff/1", &seed).unwrap();
        let opened = unlock(&locked, PASSWORD, &pepper(1), "staff/1").unwrap();
        assert_eq!(opened.private_key.as_bytes(), private.as_bytes());
        assert_eq!(opened.totp_seed, seed);
        assert_ne!(public.as_bytes(), private.as_bytes());
    }

    #[test]
    fn a_copy_of_the_row_opens_nothing_without_password_pepper_and_place() {
        let (locked, ..) = lock(PASSWORD, &pepper(1), COST, "staff/1", b"seed").unwrap();
        for (password, pepper, owner) in [
            ("a wrong password here", pepper(1), "staff/1"),
            (PASSWORD, pepper(2), "staff/1"),
            (PASSWORD, pepper(1), "staff/2"),
        ] {
            assert!(unlock(&locked, password, &pepper, owner).is_err(), "{password} {owner}");
        }
    }

    #[test]
    fn the_verifier_is_neither_of_the_keys() {
        let keys = stretch(PASSWORD, &[1; 16], COST, &pepper(1)).unwrap();
        assert_ne!(keys.verifier, keys.kek);
        assert_ne!(keys.verifier, keys.totp);
        assert_ne!(keys.kek, keys.totp);
    }

    #[test]
    fn a_cost_that_cannot_be_is_an_error_and_no_panic() {
        let impossible = PasswordCost { memory_kib: 0, passes: 0 };
        assert_eq!(spend_an_unlock(PASSWORD, &pepper(1), impossible), Err(VaultError::PasswordCost));
    }
}
