//! One question to another house: is this page there? First without asking for its text, then with.

use std::time::Duration;

use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
use ureq::{Agent, Error};

const NAME: &str = concat!("spoross/", env!("CARGO_PKG_VERSION"), " (looks whether links still lead somewhere)");
const MOST_REDIRECTS: u32 = 5;
/// What houses say who let no machine in, or ask it to come later: a person may well see the page.
const GUARDED: [u16; 5] = [401, 403, 407, 429, 451];

/// How a page answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Well,
    /// It lets no machine in.
    Guarded,
    /// A status, or a word for what went wrong.
    Trouble(String),
}

/// Asks without cookies, and without a word of where it comes from.
pub struct Asker(Agent);

impl Asker {
    pub fn new(patience: Duration) -> Self {
        let tls = TlsConfig::builder().provider(TlsProvider::NativeTls).root_certs(RootCerts::PlatformVerifier);
        let config = Agent::config_builder()
            .timeout_global(Some(patience))
            .max_redirects(MOST_REDIRECTS)
            .http_status_as_error(false)
            .user_agent(NAME)
            .proxy(None)
            .tls_config(tls.build());
        Self(config.build().new_agent())
    }

    pub fn ask(&self, address: &str) -> Answer {
        let answer = said(self.0.head(address).call().map(|reply| reply.status().as_u16()));
        match answer {
            // Many houses answer the short question wrongly.
            Answer::Guarded => self.ask_for_all(address),
            Answer::Trouble(trouble) if trouble.parse::<u16>().is_ok() => self.ask_for_all(address),
            other => other,
        }
    }

    /// The text itself is not read.
    fn ask_for_all(&self, address: &str) -> Answer {
        said(self.0.get(address).call().map(|reply| reply.status().as_u16()))
    }
}

fn said(reply: Result<u16, Error>) -> Answer {
    let word = match reply {
        Ok(200..=299) => return Answer::Well,
        Ok(status) if GUARDED.contains(&status) => return Answer::Guarded,
        Ok(status) => return Answer::Trouble(status.to_string()),
        Err(Error::Timeout(_)) => "slow",
        Err(Error::NativeTls(_) | Error::Tls(_)) => "certificate",
        Err(Error::TooManyRedirects | Error::RedirectFailed) => "circle",
        Err(Error::HostNotFound | Error::ConnectionFailed | Error::Io(_)) => "closed",
        Err(_) => "other",
    };
    Answer::Trouble(word.to_owned())
}
