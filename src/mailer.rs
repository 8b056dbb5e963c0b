//! Mail to staff, through lettre. Those who ask are never mailed: we do not know who they are.

use anyhow::{Context, Result, bail};
use lettre::message::Mailbox;
use lettre::{FileTransport, Message, SmtpTransport, Transport};

use crate::settings::MailSettings;

/// Where mail goes.
pub struct Mailer {
    from: Mailbox,
    route: Route,
}

enum Route {
    Smtp(SmtpTransport),
    /// Each mail becomes a file; for development.
    Folder(FileTransport),
}

impl Mailer {
    /// Reads the settings; `None` when they name no way to send.
    pub fn from_settings(settings: &MailSettings) -> Result<Option<Self>> {
        if settings.url.is_empty() {
            return Ok(None);
        }
        let from = settings.from.parse().with_context(|| {
            format!(
                "the setting `mail.from` is \"{}\"; expected an address like Name <name@example.org>",
                settings.from
            )
        })?;
        let route = if let Some(folder) = settings.url.strip_prefix("file://") {
            Route::Folder(FileTransport::new(folder))
        } else if settings.url.starts_with("smtp://") || settings.url.starts_with("smtps://") {
            // The URL may hold a password, so it is not repeated in the error.
            Route::Smtp(
                SmtpTransport::from_url(&settings.url).context("the setting `mail.url` cannot be read")?.build(),
            )
        } else {
            bail!("the setting `mail.url` begins with none of smtp://, smtps:// and file://");
        };
        Ok(Some(Self { from, route }))
    }

    /// Greets the server without sending anything.
    pub fn test(&self) -> Result<()> {
        match &self.route {
            Route::Smtp(transport) => {
                if !transport.test_connection().context("the mail server cannot be reached")? {
                    bail!("the mail server does not answer as one");
                }
            }
            Route::Folder(_) => {}
        }
        Ok(())
    }

    /// Sends one plain-text mail.
    pub fn send(&self, to: &str, subject: &str, body: String) -> Result<()> {
        let to = to.parse().with_context(|| format!("\"{to}\" is not a mail address"))?;
        let mail = Message::builder().from(self.from.clone()).to(to).subject(subject).body(body)?;
        match &self.route {
            Route::Smtp(transport) => transport.send(&mail).map(drop).context("the mail server refused the mail"),
            Route::Folder(transport) => transport.send(&mail).map(drop).context("the mail could not be written"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(url: &str, from: &str) -> MailSettings {
        MailSettings { url: url.into(), from: from.into() }
    }

    #[test]
    fn no_url_means_no_mail() {
        assert!(Mailer::from_settings(&settings("", "")).unwrap().is_none());
    }

    #[test]
    fn wrong_settings_say_which_and_never_repeat_the_password() {
        for (url, from, said) in [
            ("http://user:hemmelig@x", "a@b.no", "mail.url"),
            ("smtp://user:hemmelig@:x", "a@b.no", "mail.url"),
            ("smtp://localhost", "nobody", "mail.from"),
        ] {
            let refusal = format!("{:#}", Mailer::from_settings(&settings(url, from)).err().unwrap());
            assert!(refusal.contains(said) && !refusal.contains("hemmelig"), "{refusal}");
        }
    }

    #[test]
    fn a_folder_receives_mail_as_files() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("file://{}", folder.path().display());
        let mailer = Mailer::from_settings(&settings(&url, "Spør oss <a@example.org>")).unwrap().unwrap();
        mailer.test().unwrap();
        mailer.send("kari@example.org", "Prøve", "Hei".into()).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(mailer.send("not an address", "Prøve", "Hei".into()).is_err());
    }
}
