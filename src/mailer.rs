//! Mail to staff, through lettre. Those who ask are never mailed: we do not know who they are.
//! Says only which kind of failure it met; never an address, a server's words or a password.

mod smtp;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail, ensure};
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::{Address, FileTransport, Message, Transport};

use crate::settings::MailSettings;
use smtp::Server;

/// Where mail goes.
pub struct Mailer {
    from: Mailbox,
    route: Route,
}

enum Route {
    Smtp(Arc<Server>),
    /// Each mail becomes a file; for development.
    Folder(FileTransport, String),
    Memory(Mailbag),
}

/// Mails that a test's mailer was given, oldest first.
pub type Mailbag = Arc<Mutex<Vec<Letter>>>;

/// One plain-text mail to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Random; the mail's `Message-ID`, so that a mail server knows one it has seen before.
    pub id: String,
    pub to: String,
    pub subject: String,
    pub body: String,
}

/// Why a mail did not go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    #[error("the mail server refuses this mail")]
    Refused,
    #[error("the mail server asks to try again later")]
    Postponed,
    #[error("the mail server does not answer in time")]
    Silent,
    #[error("the mail server cannot be reached, or does not answer as one")]
    Unreachable,
    #[error("the mail server offers no TLS, or a certificate that does not hold")]
    Insecure,
    #[error("the mail server does not accept the user name and password")]
    SignIn,
    /// The server had the whole mail and said neither yes nor no.
    #[error("nobody knows whether the mail server took the mail")]
    Uncertain,
}

/// How a mail leaves this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Encrypted,
    /// In clear to a mail server on this machine.
    OnThisMachine,
    Folder,
    Memory,
}

impl Mailer {
    /// Reads the settings; `None` when they name no way to send.
    pub fn from_settings(settings: &MailSettings) -> Result<Option<Self>> {
        if settings.url.is_empty() {
            return Ok(None);
        }
        let from: Mailbox = settings.from.parse().with_context(|| {
            format!(
                "the setting `mail.from` is \"{}\"; expected an address like Name <name@example.org>",
                settings.from
            )
        })?;
        let route = match settings.url.strip_prefix("file://") {
            Some(folder) => Route::Folder(FileTransport::new(folder), folder.to_owned()),
            None => Route::Smtp(Arc::new(Server::from_settings(settings, from.email.domain())?)),
        };
        Ok(Some(Self { from, route }))
    }

    /// One that only remembers, and what it remembers; for tests.
    pub fn in_memory() -> (Self, Mailbag) {
        let (bag, address) = (Mailbag::default(), Address::new_dangerous("spor-oss", "example.org"));
        (Self { from: Mailbox::new(None, address), route: Route::Memory(bag.clone()) }, bag)
    }

    pub fn way(&self) -> Way {
        match &self.route {
            Route::Smtp(server) if server.is_encrypted() => Way::Encrypted,
            Route::Smtp(_) => Way::OnThisMachine,
            Route::Folder(..) => Way::Folder,
            Route::Memory(_) => Way::Memory,
        }
    }

    /// Greets the server and signs in, without sending anything.
    pub fn test(&self) -> Result<()> {
        match &self.route {
            Route::Smtp(server) => server.greet()?,
            Route::Folder(_, folder) => ensure!(Path::new(folder).is_dir(), "there is no folder {folder} for mail"),
            Route::Memory(_) => {}
        }
        Ok(())
    }

    /// Sends one mail. Only [`Failure::Uncertain`] leaves open whether it went.
    pub fn send(&self, letter: &Letter) -> Result<(), Failure> {
        let mail = self.write(letter).map_err(|_| Failure::Refused)?;
        match &self.route {
            Route::Smtp(server) => server.send(mail.envelope().clone(), mail.formatted()),
            Route::Folder(transport, _) => transport.send(&mail).map(drop).map_err(|_| Failure::Unreachable),
            Route::Memory(bag) => {
                bag.lock().unwrap_or_else(PoisonError::into_inner).push(letter.clone());
                Ok(())
            }
        }
    }

    fn write(&self, letter: &Letter) -> Result<Message> {
        // Holiday replies would otherwise answer every digest (RFC 3834).
        let automatic = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".into());
        Ok(Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, letter.to.parse()?))
            .subject(&letter.subject)
            .message_id(Some(format!("<{}@{}>", letter.id, self.from.email.domain())))
            .raw_header(automatic)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())?)
    }
}

/// Whether mail can be sent to this: one address, as every mail server understands it.
pub fn is_address(text: &str) -> bool {
    text.is_ascii() && text.parse::<Address>().is_ok_and(|address| address.domain().contains('.'))
}

/// A certificate authority's file, as it was read.
fn authority(file: &Path) -> Result<Option<Vec<u8>>> {
    if file.as_os_str().is_empty() {
        return Ok(None);
    }
    match std::fs::read(file) {
        Ok(pem) => Ok(Some(pem)),
        Err(error) => bail!("the setting `mail.authority` names {}: {error}", file.display()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(url: &str, from: &str) -> MailSettings {
        MailSettings { url: url.into(), from: from.into(), authority: "".into(), timeout_seconds: 1 }
    }

    fn letter(to: &str) -> Letter {
        Letter { id: "1".into(), to: to.into(), subject: "Prøve".into(), body: "Hei på deg".into() }
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
            ("smtp://user:hemmelig@mail.example.org?tls=none", "a@b.no", "on this machine"),
            ("smtp://user:hemmelig@mail.example.org?tls=opportunistic", "a@b.no", "mail.url"),
            ("smtps://user:hemmelig@127.0.0.1?tls=none", "a@b.no", "mail.url"),
            ("smtp://user:hemmelig@mail.example.org?tls=required&tls=none", "a@b.no", "mail.url"),
            ("smtp://localhost", "nobody", "mail.from"),
        ] {
            let refusal = format!("{:#}", Mailer::from_settings(&settings(url, from)).err().expect(url));
            assert!(refusal.contains(said) && !refusal.contains("hemmelig"), "{refusal}");
        }
    }

    #[test]
    fn mail_leaves_this_machine_encrypted_or_not_at_all() {
        for (url, way) in [
            ("smtp://mail.example.org", Way::Encrypted),
            ("smtp://mail.example.org:587?tls=required", Way::Encrypted),
            ("smtps://user:p%40ss@mail.example.org", Way::Encrypted),
            ("smtp://127.0.0.1", Way::Encrypted),
            ("smtp://127.0.0.1:25?tls=none", Way::OnThisMachine),
            ("smtp://[::1]:25?tls=none", Way::OnThisMachine),
            ("smtp://localhost?tls=none", Way::OnThisMachine),
            ("file:///tmp", Way::Folder),
        ] {
            let mailer = Mailer::from_settings(&settings(url, "a@b.no")).unwrap().unwrap();
            assert_eq!(mailer.way(), way, "{url}");
        }
    }

    #[test]
    fn a_folder_receives_mail_as_files() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("file://{}", folder.path().display());
        let mailer = Mailer::from_settings(&settings(&url, "Spør oss <a@example.org>")).unwrap().unwrap();
        mailer.test().unwrap();
        mailer.send(&letter("kari@example.org")).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        assert_eq!(mailer.send(&letter("not an address")), Err(Failure::Refused));
        folder.close().unwrap();
        assert!(mailer.test().is_err());
        assert_eq!(mailer.send(&letter("kari@example.org")), Err(Failure::Unreachable));
    }

    #[test]
    fn an_address_is_one_that_every_mail_server_understands() {
        for good in ["kari@example.org", "kari.prove+vakt@helse.kommune.example"] {
            assert!(is_address(good), "{good}");
        }
        for bad in
            ["", "kari", "kari@", "@example.org", "kari@localhost", "Kari <kari@example.org>", "kåre@example.org"]
        {
            assert!(!is_address(bad), "{bad}");
        }
        assert!(!is_address("kari@example.org, ola@example.org") && !is_address("kari@example.org\r\nBcc: x@y.no"));
    }
}
