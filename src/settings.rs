//! Settings from `default.toml`, the owner's file and `SPOROSS__…` in the environment, in that order.
//! The only room that reads the environment. A wrong setting names the key, the file and what was expected.

mod abuse;
mod backup;
mod publishing;
mod question;
mod retention;
mod review;
mod staff;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

pub use abuse::AbuseSettings;
use anyhow::{Result, anyhow, bail, ensure};
pub use backup::BackupSettings;
use config::{Config, Environment, File, FileFormat};
pub use publishing::PublishingSettings;
pub use question::{QuestionSettings, QueueSettings};
pub use retention::RetentionSettings;
pub use review::ReviewSettings;
use serde::Deserialize;
pub use staff::StaffSettings;

use crate::text::tongue::Tongue;

/// Every setting with its default and its reason.
pub const DEFAULTS: &str = include_str!("../config/default.toml");

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub site: Site,
    pub web: Web,
    pub database: DatabaseSettings,
    pub secret: SecretSettings,
    pub question: QuestionSettings,
    pub queue: QueueSettings,
    pub abuse: AbuseSettings,
    pub retention: RetentionSettings,
    pub review: ReviewSettings,
    pub publishing: PublishingSettings,
    pub backup: BackupSettings,
    pub staff: StaffSettings,
    pub mail: MailSettings,
    pub content: ContentFiles,
    pub log: LogSettings,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    pub name: String,
    pub owner: String,
    pub source_url: String,
    /// A neutral page elsewhere.
    pub way_out_url: String,
    /// An address for mail about privacy; empty when there is none.
    pub contact: String,
    /// Where one may complain about how this service treats what it keeps.
    pub complaint_url: String,
    /// Of this service's own declaration; empty when there is none.
    pub accessibility_url: String,
    /// Where one may complain when something cannot be used.
    pub accessibility_complaint_url: String,
    /// What answers may be used for; empty when nothing is said.
    pub licence_name: String,
    /// Tags of the languages that pairs may have versions in, beside our own three.
    pub version_languages: Vec<String>,
    pub licence_url: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Web {
    pub listen: SocketAddr,
    /// Scheme and host people type, without a slash at the end.
    pub public_url: String,
    /// Scheme and host of the onion service, without a slash at the end; empty when there is none.
    pub onion_url: String,
    /// The one header, set by the owner's proxy, that names a visitor's address; empty when none is believed.
    pub client_address_header: String,
    pub workers: usize,
}

impl Web {
    /// Whether visitors reach this service over TLS.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseSettings {
    pub url: String,
    pub pool_size: u32,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretSettings {
    pub file: PathBuf,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    pub url: String,
    pub from: String,
    /// A file with the certificate authority that signs the mail server's certificate; empty for those the system trusts.
    pub authority: PathBuf,
    /// How long each step of a conversation with the mail server may take.
    pub timeout_seconds: u32,
}

/// Paths of the owner's own content files; an empty path means the built-in content.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContentFiles {
    pub topics: PathBuf,
    pub regions: PathBuf,
    pub help_services: PathBuf,
    pub letters: PathBuf,
    pub dictionary: PathBuf,
    /// A folder.
    pub lexicon: PathBuf,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogSettings {
    pub level: String,
}

/// What the command line overrides.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    pub listen: Option<SocketAddr>,
}

impl Settings {
    /// Defaults, then the owner's file, then the environment, then the command line.
    pub fn load(file: Option<&Path>, overrides: &Overrides) -> Result<Self> {
        let mut sources = Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
        if let Some(path) = file {
            ensure!(path.is_file(), "the settings file {} does not exist", path.display());
            sources = sources.add_source(File::from(path).format(FileFormat::Toml));
        }
        let environment = Environment::with_prefix("SPOROSS").prefix_separator("__").separator("__").try_parsing(true);
        let mut settings: Self = sources
            .add_source(environment)
            .build()
            .and_then(Config::try_deserialize)
            .map_err(|error| explain(&error, file))?;
        if let Some(listen) = overrides.listen {
            settings.listen_on(listen);
        }
        settings.check()?;
        Ok(settings)
    }

    /// Listens elsewhere; a public address that only named the default listener follows along.
    fn listen_on(&mut self, listen: SocketAddr) {
        if self.web.public_url == format!("http://{}", self.web.listen) {
            self.web.public_url = format!("http://{listen}");
        }
        self.web.listen = listen;
    }

    fn check(&self) -> Result<()> {
        let url = &self.web.public_url;
        ensure!(
            url.starts_with("https://") || url.starts_with("http://"),
            wrong("web.public_url", url, "an address that begins with https:// or http://")
        );
        ensure!(!url.ends_with('/'), wrong("web.public_url", url, "an address without a slash at the end"));
        let onion = &self.web.onion_url;
        ensure!(
            onion.is_empty()
                || (onion.starts_with("http://") && onion.rsplit_once('.').is_some_and(|(_, end)| end == "onion")),
            wrong("web.onion_url", onion, "an address like http://….onion, without a slash at the end")
        );
        let header = &self.web.client_address_header;
        ensure!(
            header.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
            wrong("web.client_address_header", header, "the name of one header, like x-real-ip, or nothing")
        );
        let way_out = &self.site.way_out_url;
        ensure!(
            way_out.starts_with("https://"),
            wrong("site.way_out_url", way_out, "an address that begins with https://")
        );
        let (contact, complaint) = (&self.site.contact, &self.site.complaint_url);
        ensure!(
            contact.is_empty() || (contact.contains('@') && !contact.contains(char::is_whitespace)),
            wrong("site.contact", contact, "one mail address, or nothing")
        );
        ensure!(
            complaint.starts_with("https://"),
            wrong("site.complaint_url", complaint, "an address that begins with https://")
        );
        let declaration = &self.site.accessibility_url;
        ensure!(
            declaration.is_empty() || declaration.starts_with("https://"),
            wrong("site.accessibility_url", declaration, "an address that begins with https://, or nothing")
        );
        let complaint = &self.site.accessibility_complaint_url;
        ensure!(
            complaint.starts_with("https://"),
            wrong("site.accessibility_complaint_url", complaint, "an address that begins with https://")
        );
        let licence = &self.site.licence_url;
        ensure!(
            licence.starts_with("https://") || (licence.is_empty() && self.site.licence_name.is_empty()),
            wrong("site.licence_url", licence, "an address that begins with https://, or nothing and no licence_name")
        );
        for tag in &self.site.version_languages {
            ensure!(
                Tongue::from_tag(tag).is_some(),
                wrong(
                    "site.version_languages",
                    tag,
                    "tags of languages this service knows, like \"se\", \"uk\" or \"ar\""
                )
            );
        }
        self.question.check()?;
        self.queue.check()?;
        self.retention.check()?;
        self.backup.check()?;
        self.abuse.check()?;
        self.staff.check()?;
        self.review.check()?;
        self.publishing.check()?;
        let patience = self.mail.timeout_seconds;
        ensure!((1..=300).contains(&patience), wrong("mail.timeout_seconds", patience, "1 to 300 seconds"));
        if !["error", "warn", "info", "debug"].contains(&self.log.level.as_str()) {
            bail!(wrong("log.level", &self.log.level, "error, warn, info or debug"));
        }
        ensure!(self.database.pool_size >= 1, wrong("database.pool_size", self.database.pool_size, "at least 1"));
        Ok(())
    }
}

fn wrong(key: &str, value: impl std::fmt::Display, expected: &str) -> String {
    format!("the setting `{key}` is \"{value}\"; expected {expected}")
}

/// The library names key and expectation; the file is ours to add where it does not know it.
fn explain(error: &config::ConfigError, file: Option<&Path>) -> anyhow::Error {
    let named = file.map_or_else(
        || "the built-in defaults or SPOROSS__… in the environment".into(),
        |path| path.display().to_string(),
    );
    anyhow!("a setting is wrong in {named}: {error}")
}

#[cfg(test)]
mod tests;
