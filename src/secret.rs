//! The app secret: 32 random bytes in a file of their own, outside the database and its backup.
//! Every other key the server needs (pepper, row codes, form tokens) is derived from it by label.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// 32 bytes that are wiped from memory when dropped.
pub type Key = Zeroizing<[u8; 32]>;

/// The server's own secret. It never leaves this process and is never in the database.
#[derive(Clone)]
pub struct AppSecret(Key);

impl AppSecret {
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Reads the secret file, or makes it (mode 0600) when there is none.
    pub fn load_or_create(path: &Path) -> Result<Self> {
        match Self::load(path) {
            Err(error) if is_missing(&error) => Self::create(path),
            loaded => loaded,
        }
    }

    /// Reads the secret file. Refuses one that others may read, or that is not 32 bytes.
    pub fn load(path: &Path) -> Result<Self> {
        let name = path.display();
        let bytes = Zeroizing::new(fs::read(path).with_context(|| format!("reading the secret file {name}"))?);
        let mode = fs::metadata(path)?.permissions().mode();
        ensure!(
            mode & 0o077 == 0,
            "the secret file {name} can be read by others (mode {:o}): run `chmod 600 {name}`",
            mode & 0o777
        );
        let Ok(key) = <[u8; 32]>::try_from(bytes.as_slice()) else {
            bail!("the secret file {name} holds {} bytes, not 32: restore it from your backup", bytes.len());
        };
        Ok(Self::new(key))
    }

    fn create(path: &Path) -> Result<Self> {
        let name = path.display();
        let secret = Self(random_key()?);
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)
            .with_context(|| format!("making the secret file {name}"))?;
        file.write_all(secret.0.as_slice())?;
        file.sync_all()?;
        Ok(secret)
    }

    /// A key for one purpose; two labels never give the same key.
    pub fn derive(&self, label: &str) -> Key {
        derive_key(self.0.as_slice(), label)
    }

    /// The code of the parts ([`code_of`]) under this secret, for one purpose.
    pub fn authenticate(&self, label: &str, parts: &[&[u8]]) -> [u8; 32] {
        code_of(&self.derive(label), parts)
    }

    /// Whether `tag` is what [`Self::authenticate`] gives, compared in constant time.
    pub fn is_authentic(&self, label: &str, parts: &[&[u8]], tag: &[u8]) -> bool {
        mac_over(&self.derive(label), parts).verify_slice(tag).is_ok()
    }
}

impl std::fmt::Debug for AppSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AppSecret(…)")
    }
}

/// HKDF-SHA-256 (RFC 5869) from key material to one labelled 32-byte key.
pub fn derive_key(material: &[u8], label: &str) -> Key {
    let mut key = Zeroizing::new([0; 32]);
    #[expect(clippy::expect_used, reason = "32 bytes is far below HKDF's limit of 255 × 32")]
    Hkdf::<Sha256>::new(None, material)
        .expand_multi_info(&[b"spoross/v1/", label.as_bytes()], key.as_mut())
        .expect("HKDF gives 32 bytes");
    key
}

/// 32 bytes from the operating system's random source.
pub fn random_key() -> Result<Key> {
    let mut key = Zeroizing::new([0; 32]);
    getrandom::fill(key.as_mut()).context("the operating system gave no random bytes")?;
    Ok(key)
}

/// HMAC-SHA-256 over the parts, each preceded by its length so that no two lists collide.
pub fn code_of(key: &Key, parts: &[&[u8]]) -> [u8; 32] {
    mac_over(key, parts).finalize().into_bytes().into()
}

fn mac_over(key: &Key, parts: &[&[u8]]) -> Hmac<Sha256> {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).expect("HMAC takes any key");
    for part in parts {
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        mac.update(part);
    }
    mac
}

fn is_missing(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_made_once_and_only_its_owner_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        let first = AppSecret::load_or_create(&path).unwrap();
        let again = AppSecret::load_or_create(&path).unwrap();
        assert_eq!(first.derive("x"), again.derive("x"));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_file_that_others_may_read_is_refused_with_the_cure() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        AppSecret::load_or_create(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let refusal = AppSecret::load(&path).unwrap_err().to_string();
        assert!(refusal.contains("chmod 600"), "{refusal}");
    }

    #[test]
    fn a_short_file_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        AppSecret::load_or_create(&path).unwrap();
        fs::write(&path, b"short").unwrap();
        assert!(AppSecret::load_or_create(&path).unwrap_err().to_string().contains("5 bytes, not 32"));
        assert_eq!(fs::read(&path).unwrap(), b"short");
    }

    #[test]
    fn labels_and_the_cut_between_parts_matter() {
        let secret = AppSecret::new([7; 32]);
        assert_ne!(secret.derive("a"), secret.derive("b"));
        let tag = secret.authenticate("row", &[b"ab", b"c"]);
        assert!(secret.is_authentic("row", &[b"ab", b"c"], &tag));
        assert!(!secret.is_authentic("row", &[b"a", b"bc"], &tag));
        assert!(!secret.is_authentic("other", &[b"ab", b"c"], &tag));
    }
}
