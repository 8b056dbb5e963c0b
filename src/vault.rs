//! Seals and opens bytes; the only room that touches keys. It has never heard of a question.
//!
//! Design: RFC 9180 (HPKE) for what is sealed to a person or a month, ChaCha20-Poly1305 (RFC 8439) for
//! what a password or a session wraps, Argon2id (RFC 9106) between a password and its keys.

pub mod code;
pub mod envelope;
pub mod keyring;
pub mod session;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::secret::Key;

/// Bytes that are wiped from memory when dropped.
pub type Plain = Zeroizing<Vec<u8>>;

const NONCE_BYTES: usize = 12;

/// Why the vault did not do what was asked. No variant tells more than that: not what, not whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    #[error("the envelope does not open with this key, in this place")]
    DoesNotOpen,
    #[error("the content is larger than the largest envelope")]
    TooLarge,
    #[error("the password could not be stretched with these costs")]
    PasswordCost,
    #[error("no random bytes could be had")]
    NoRandomness,
}

/// Wraps bytes under a symmetric key: nonce ‖ ciphertext. `place` must be the same when unwrapping.
///
/// The nonce is random; a key wraps only a handful of values in its life (RFC 8439 allows 2³² of them).
pub fn wrap(key: &Key, place: &str, content: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut nonce = [0; NONCE_BYTES];
    fill_random(&mut nonce)?;
    let payload = Payload { msg: content, aad: place.as_bytes() };
    let ciphertext = ChaCha20Poly1305::new(&(**key).into())
        .encrypt(&Nonce::from(nonce), payload)
        .map_err(|_| VaultError::TooLarge)?;
    Ok([nonce.as_slice(), &ciphertext].concat())
}

/// Unwraps what [`wrap`] made with the same key and place.
pub fn unwrap(key: &Key, place: &str, wrapped: &[u8]) -> Result<Plain, VaultError> {
    let (nonce, ciphertext) = wrapped.split_first_chunk::<NONCE_BYTES>().ok_or(VaultError::DoesNotOpen)?;
    let payload = Payload { msg: ciphertext, aad: place.as_bytes() };
    ChaCha20Poly1305::new(&(**key).into())
        .decrypt(&Nonce::from(*nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| VaultError::DoesNotOpen)
}

/// Fills a buffer from the operating system's random source.
pub fn fill_random(buffer: &mut [u8]) -> Result<(), VaultError> {
    getrandom::fill(buffer).map_err(|_| VaultError::NoRandomness)
}

/// Lower-case hexadecimal, for ids and tokens that go into text columns and forms.
pub fn to_hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}

/// What [`to_hex`] wrote; `None` for anything else.
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    let (pairs, rest) = digits.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(hex_digit(*high)? << 4 | hex_digit(*low)?)).collect()
}

fn hex_digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// SHA-256 as hexadecimal: how a token is looked up without being kept.
pub fn fingerprint_hex(bytes: &[u8]) -> String {
    to_hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> Key {
        Zeroizing::new([byte; 32])
    }

    #[test]
    fn what_is_wrapped_opens_with_the_same_key_in_the_same_place_only() {
        let wrapped = wrap(&key(1), "staff/1", b"secret").unwrap();
        assert_eq!(unwrap(&key(1), "staff/1", &wrapped).unwrap().as_slice(), b"secret");
        assert_eq!(unwrap(&key(2), "staff/1", &wrapped), Err(VaultError::DoesNotOpen));
        assert_eq!(unwrap(&key(1), "staff/2", &wrapped), Err(VaultError::DoesNotOpen));
        assert_eq!(unwrap(&key(1), "staff/1", &wrapped[..20]), Err(VaultError::DoesNotOpen));
        assert_eq!(unwrap(&key(1), "staff/1", b"short"), Err(VaultError::DoesNotOpen));
    }

    #[test]
    fn hexadecimal_goes_there_and_back_and_nothing_else_is_taken() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(from_hex(&to_hex(&bytes)).unwrap(), bytes);
        assert_eq!(to_hex(&[0, 15, 255]), "000fff");
        for wrong in ["0", "0g", "AB", "å1", "é"] {
            assert_eq!(from_hex(wrong), None, "{wrong}");
        }
    }
}
