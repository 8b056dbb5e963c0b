//! A session is 32 random bytes that only the browser keeps. The server's row holds the SHA-256 of one key
//! derived from them and the personal key wrapped under another: it can serve the session, and so can any
//! other instance, but a copy of the row opens nothing.

use zeroize::Zeroizing;

use super::envelope::PrivateKey;
use super::{VaultError, fill_random, fingerprint_hex, from_hex, to_hex, unwrap, wrap};
use crate::secret::{Key, derive_key};

const WRAP_PLACE: &str = "session";

/// What the cookie carries.
#[derive(Clone)]
pub struct SessionToken(Key);

impl SessionToken {
    pub fn generate() -> Result<Self, VaultError> {
        let mut token = Zeroizing::new([0; 32]);
        fill_random(token.as_mut())?;
        Ok(Self(token))
    }

    /// Reads a cookie's value; `None` when it cannot be one of ours.
    pub fn parse(cookie: &str) -> Option<Self> {
        let bytes = Zeroizing::new(from_hex(cookie)?);
        <[u8; 32]>::try_from(bytes.as_slice()).ok().map(|token| Self(Zeroizing::new(token)))
    }

    pub fn to_cookie(&self) -> String {
        to_hex(self.0.as_slice())
    }

    /// What the row is found by.
    pub fn row_id(&self) -> String {
        fingerprint_hex(self.key("session/id").as_slice())
    }

    /// What every form of this session carries: known to the page, not to another site.
    pub fn form_token(&self) -> String {
        to_hex(self.key("session/form").as_slice())
    }

    pub fn wrap_private_key(&self, key: &PrivateKey) -> Result<Vec<u8>, VaultError> {
        wrap(&self.key("session/wrap"), WRAP_PLACE, key.as_bytes())
    }

    pub fn unwrap_private_key(&self, wrapped: &[u8]) -> Result<PrivateKey, VaultError> {
        PrivateKey::from_bytes(&unwrap(&self.key("session/wrap"), WRAP_PLACE, wrapped)?)
    }

    fn key(&self, label: &str) -> Key {
        derive_key(self.0.as_slice(), label)
    }
}

#[cfg(test)]
mod tests {
    use super::super::envelope::generate_key_pair;
    use super::*;

    #[test]
    fn the_cookie_alone_opens_the_row_and_the_row_alone_opens_nothing() {
        let (private, _) = generate_key_pair().unwrap();
        let token = SessionToken::generate().unwrap();
        let wrapped = token.wrap_private_key(&private).unwrap();

        let from_cookie = SessionToken::parse(&token.to_cookie()).unwrap();
        assert_eq!(from_cookie.row_id(), token.row_id());
        assert_eq!(from_cookie.unwrap_private_key(&wrapped).unwrap().as_bytes(), private.as_bytes());

        let another = SessionToken::generate().unwrap();
        assert!(another.unwrap_private_key(&wrapped).is_err());
        let from_row_id = SessionToken::parse(&token.row_id()).unwrap();
        assert!(from_row_id.unwrap_private_key(&wrapped).is_err());
    }

    #[test]
    fn what_is_not_a_token_is_not_parsed() {
        for cookie in ["", "00", "zz", &"0".repeat(63), &"0".repeat(66), &"G".repeat(64)] {
            assert!(SessionToken::parse(cookie).is_none(), "{cookie}");
        }
    }

    #[test]
    fn the_form_token_is_not_the_cookie() {
        let token = SessionToken::generate().unwrap();
        assert_ne!(token.form_token(), token.to_cookie());
        assert_ne!(token.form_token(), token.row_id());
    }
}
