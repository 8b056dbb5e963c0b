//! One conversation with a mail server, step by step: so that a failure before the mail was handed over, which may be tried
//! again, is never taken for one after it, which may not.

use std::error::Error as _;
use std::io::ErrorKind;
use std::net::{IpAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use native_tls::HandshakeError;
use percent_encoding::percent_decode_str;
use url::{Host, Url};

use super::Failure;
use crate::settings::MailSettings;

const PORT_IN_CLEAR: u16 = 25;
const PORT_STARTTLS: u16 = 587;
const PORT_TLS: u16 = 465;
const STEPS: u32 = 3;
/// Conversations at once with a server that lets them hang.
const MOST_AT_ONCE: usize = 4;

/// A mail server as the settings name it.
pub(super) struct Server {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
    hello: ClientId,
    /// For one step; all of a conversation may take [`STEPS`] of them.
    patience: Duration,
    talking: AtomicUsize,
}

enum Security {
    /// TLS before the first word.
    FromTheStart(TlsParameters),
    /// STARTTLS; without it nothing is said.
    Demanded(TlsParameters),
    OnThisMachine,
}

impl Server {
    /// Reads `mail.url`. It may hold a password, so no error repeats it.
    pub fn from_settings(settings: &MailSettings, own_domain: &str) -> Result<Self> {
        let url = Url::parse(&settings.url).context("the setting `mail.url` cannot be read")?;
        let host = url.host().context("the setting `mail.url` names no mail server")?;
        let is_near = is_this_machine(&host);
        let host = match host {
            Host::Domain(name) => name.to_owned(),
            Host::Ipv4(address) => address.to_string(),
            Host::Ipv6(address) => address.to_string(),
        };
        let wanted: Vec<_> = url.query_pairs().collect();
        let wanted: Vec<(&str, &str)> = wanted.iter().map(|(key, value)| (key.as_ref(), value.as_ref())).collect();
        let (security, port) = match (url.scheme(), wanted.as_slice()) {
            ("smtps", []) => (Security::FromTheStart(tls(&host, settings)?), PORT_TLS),
            ("smtp", [] | [("tls", "required")]) => (Security::Demanded(tls(&host, settings)?), PORT_STARTTLS),
            ("smtp", [("tls", "none")]) => {
                ensure!(is_near, "the setting `mail.url`: mail goes in clear only to a mail server on this machine");
                (Security::OnThisMachine, PORT_IN_CLEAR)
            }
            ("smtp" | "smtps", _) => bail!("the setting `mail.url` ends with something else than ?tls=required"),
            _ => bail!("the setting `mail.url` begins with none of smtp://, smtps:// and file://"),
        };
        let hello = ClientId::Domain(own_domain.to_owned());
        let patience = Duration::from_secs(settings.timeout_seconds.into());
        let port = url.port().unwrap_or(port);
        Ok(Self {
            host,
            port,
            security,
            credentials: credentials(&url)?,
            hello,
            patience,
            talking: AtomicUsize::new(0),
        })
    }

    pub fn is_encrypted(&self) -> bool {
        !matches!(self.security, Security::OnThisMachine)
    }

    /// Opens a conversation and ends it.
    pub fn greet(self: &Arc<Self>) -> Result<(), Failure> {
        self.talk(|server, _| {
            // The server has shown what it can; how it says goodbye changes nothing.
            let _goodbye = server.open()?.quit();
            Ok(())
        })
    }

    /// Hands one mail over.
    pub fn send(self: &Arc<Self>, envelope: Envelope, mail: Vec<u8>) -> Result<(), Failure> {
        self.talk(move |server, is_settled| server.hand_over(&envelope, &mail, is_settled))
    }

    /// On a thread of its own: a server that says a letter a minute, or nothing while TLS is agreed on, holds up that thread
    /// and not its caller. Who settles first decides: a mail reported as not sent is not sent later.
    fn talk<F>(self: &Arc<Self>, words: F) -> Result<(), Failure>
    where
        F: FnOnce(&Self, &AtomicBool) -> Result<(), Failure> + Send + 'static,
    {
        if self.talking.fetch_add(1, Ordering::SeqCst) >= MOST_AT_ONCE {
            self.talking.fetch_sub(1, Ordering::SeqCst);
            return Err(Failure::Silent);
        }
        let (say, heard) = mpsc::channel();
        let is_settled = Arc::new(AtomicBool::new(false));
        let (server, settled_there) = (self.clone(), is_settled.clone());
        thread::spawn(move || {
            let outcome = words(&server, &settled_there);
            server.talking.fetch_sub(1, Ordering::SeqCst);
            // Nobody listens any more when it took too long.
            say.send(outcome).ok();
        });
        heard.recv_timeout(self.patience * STEPS).unwrap_or_else(|_| {
            let was_handed_over = is_settled.swap(true, Ordering::SeqCst);
            Err(if was_handed_over { Failure::Uncertain } else { Failure::Silent })
        })
    }

    fn hand_over(&self, envelope: &Envelope, mail: &[u8], is_settled: &AtomicBool) -> Result<(), Failure> {
        let mut conversation = self.open()?;
        conversation.command(Mail::new(envelope.from().cloned(), Vec::new())).map_err(|error| kind_of(&error))?;
        for to in envelope.to() {
            conversation.command(Rcpt::new(to.clone(), Vec::new())).map_err(|error| kind_of(&error))?;
        }
        conversation.command(Data).map_err(|error| kind_of(&error))?;
        if is_settled.swap(true, Ordering::SeqCst) {
            return Err(Failure::Silent);
        }
        // From here on only the server's own no is a no: it may have taken the mail and lost its tongue.
        conversation.message(mail).map_err(|error| match kind_of(&error) {
            said @ (Failure::Refused | Failure::Postponed) => said,
            _ => Failure::Uncertain,
        })?;
        let _goodbye = conversation.quit();
        Ok(())
    }

    /// Up to where mail may be handed over. A no here is not about one mail, so it is never [`Failure::Refused`].
    fn open(&self) -> Result<SmtpConnection, Failure> {
        let not_refused = |error: Error| match kind_of(&error) {
            Failure::Refused => Failure::Unreachable,
            other => other,
        };
        let wrapped = if let Security::FromTheStart(tls) = &self.security { Some(tls) } else { None };
        let server = (self.host.as_str(), self.port);
        let mut conversation =
            SmtpConnection::connect(server, Some(self.patience), &self.hello, wrapped, None).map_err(not_refused)?;
        if let Security::Demanded(tls) = &self.security {
            if !conversation.can_starttls() {
                return Err(Failure::Insecure);
            }
            conversation.starttls(tls, &self.hello).map_err(|error| match kind_of(&error) {
                Failure::Silent => Failure::Silent,
                _ => Failure::Insecure,
            })?;
        }
        if let Some(credentials) = &self.credentials {
            let signed_in = conversation.auth(&[Mechanism::Plain, Mechanism::Login], credentials);
            signed_in.map_err(|error| match kind_of(&error) {
                Failure::Silent => Failure::Silent,
                Failure::Postponed => Failure::Postponed,
                _ => Failure::SignIn,
            })?;
        }
        Ok(conversation)
    }
}

fn kind_of(error: &Error) -> Failure {
    if error.is_permanent() {
        Failure::Refused
    } else if error.is_transient() {
        Failure::Postponed
    } else if error.is_tls() || error.source().is_some_and(<dyn std::error::Error>::is::<HandshakeError<TcpStream>>) {
        Failure::Insecure
    } else if ran_out_of_time(error) {
        Failure::Silent
    } else {
        Failure::Unreachable
    }
}

/// Linux calls a read that took too long `WouldBlock`, which lettre's own question does not know.
fn ran_out_of_time(error: &Error) -> bool {
    let kind =
        |cause: &(dyn std::error::Error + 'static)| cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    matches!(error.source().and_then(kind), Some(ErrorKind::TimedOut | ErrorKind::WouldBlock))
}

fn is_this_machine(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

fn tls(host: &str, settings: &MailSettings) -> Result<TlsParameters> {
    let mut parameters = TlsParameters::builder(host.to_owned());
    if let Some(pem) = super::authority(&settings.authority)? {
        let certificate = Certificate::from_pem(&pem).context("the setting `mail.authority` names no certificate")?;
        parameters = parameters.add_root_certificate(certificate);
    }
    parameters.build().context("TLS for mail cannot be set up")
}

fn credentials(url: &Url) -> Result<Option<Credentials>> {
    let decoded = |text| percent_decode_str(text).decode_utf8().context("the setting `mail.url` cannot be read");
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) => {
            Ok(Some(Credentials::new(decoded(user)?.into_owned(), decoded(password)?.into_owned())))
        }
        (_, None) => bail!("the setting `mail.url` names a user and no password"),
    }
}
