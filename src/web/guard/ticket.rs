//! What a public form carries instead of a session: it shows that the form is ours, when it was made, and whether
//! it was given back before.

use crate::app::App;
use crate::clock::unix_seconds;
use crate::domain;
use crate::vault::code::Code;
use crate::vault::{fill_random, from_hex, to_hex};

/// A public form may lie open this long before it must be sent again.
const LIFETIME_SECONDS: u64 = 4 * 60 * 60;
/// A person needs at least this long to read and fill in a form.
const FASTEST_SECONDS: u64 = 3;
const NONCE_BYTES: usize = 16;
const SECONDS_BYTES: usize = 8;

/// A number used once, the second it was made and what the form went through, all under a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    nonce: [u8; NONCE_BYTES],
    /// Seconds since 1970 UTC.
    issued_at: u64,
    stage: Stage,
}

/// What the form went through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Just opened.
    New,
    /// Sent before, and given back with what was typed: its age says nothing any more.
    GivenBack,
    /// Given back with a challenge that must be answered.
    Challenged,
}

/// Why a public form must be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketProblem {
    /// Not made here, or changed on the way.
    Forged,
    /// It lay open for more than four hours.
    Expired,
    /// Something else was sent with it already.
    Used,
}

impl Ticket {
    /// A new token for a form.
    pub fn issue(app: &App) -> domain::Result<String> {
        Ok(Self::make(app, Stage::New)?.to_token(app))
    }

    /// For a form that is given back because its own ticket cannot be used. In place of a used one it is as if the form
    /// had just been opened: otherwise one form would do for a flood.
    pub fn in_place_of(app: &App, problem: TicketProblem) -> domain::Result<Self> {
        Self::make(app, if problem == TicketProblem::Used { Stage::New } else { Stage::GivenBack })
    }

    /// What a ticket is remembered by once something was sent with it.
    pub fn mark(&self, app: &App) -> [u8; 16] {
        self.seed(app, &["sent"])
    }

    fn make(app: &App, stage: Stage) -> domain::Result<Self> {
        let mut nonce = [0; NONCE_BYTES];
        fill_random(&mut nonce)?;
        Ok(Self { nonce, issued_at: unix_seconds(app.clock.now()), stage })
    }

    /// The same form, given back: whoever sends it again has not opened it just now.
    #[must_use]
    pub fn given_back(self) -> Self {
        let stage = if self.stage == Stage::New { Stage::GivenBack } else { self.stage };
        Self { stage, ..self }
    }

    /// The same form with a challenge, or with another one when it has one already: a challenge hangs on the nonce.
    pub fn challenged(self, app: &App) -> domain::Result<Self> {
        let nonce = if self.is_challenged() { Self::make(app, Stage::Challenged)?.nonce } else { self.nonce };
        Ok(Self { nonce, stage: Stage::Challenged, ..self })
    }

    /// Whether the form went out with a challenge.
    pub fn is_challenged(&self) -> bool {
        self.stage == Stage::Challenged
    }

    /// Whether the form came back faster than a person fills one in. A ticket from the future, when the clock was set
    /// back, and a form that was given back, are not suspected.
    pub fn is_too_fast(&self, app: &App) -> bool {
        let age = unix_seconds(app.clock.now()).checked_sub(self.issued_at);
        self.stage == Stage::New && age.is_some_and(|seconds| seconds < FASTEST_SECONDS)
    }

    /// The hidden field.
    pub fn to_token(&self, app: &App) -> String {
        let (seconds, stage) = (self.issued_at.to_be_bytes(), [self.stage.byte()]);
        let code = app.secret.authenticate("form-ticket", &[&self.nonce, &seconds, &stage]);
        to_hex(&[self.nonce.as_slice(), &seconds, &stage, &code].concat())
    }

    /// Reads a form's token.
    pub fn read(app: &App, token: &str) -> Result<Self, TicketProblem> {
        let ticket = Self::parse(app, token).ok_or(TicketProblem::Forged)?;
        // A clock that was set back makes a ticket from the future: as good as a new one.
        let age = unix_seconds(app.clock.now()).saturating_sub(ticket.issued_at);
        if age > LIFETIME_SECONDS { Err(TicketProblem::Expired) } else { Ok(ticket) }
    }

    fn parse(app: &App, token: &str) -> Option<Self> {
        let bytes = from_hex(token)?;
        let (nonce, rest) = bytes.split_first_chunk::<NONCE_BYTES>()?;
        let (seconds, rest) = rest.split_first_chunk::<SECONDS_BYTES>()?;
        let (stage, code) = rest.split_first_chunk::<1>()?;
        if !app.secret.is_authentic("form-ticket", &[nonce, seconds, stage], code) {
            return None;
        }
        let [stage] = *stage;
        Some(Self { nonce: *nonce, issued_at: u64::from_be_bytes(*seconds), stage: Stage::of_byte(stage)? })
    }

    /// 16 bytes that follow from this ticket and what was sent with it, and that only the server can compute: the
    /// same form sent again gives the same, an edited one something else.
    pub fn seed(&self, app: &App, sent: &[&str]) -> [u8; 16] {
        self.bytes_for(app, "form-ticket/seed", sent)
    }

    /// The receipt code of what was sent: as unguessable as the ticket's nonce and the app secret together, and the
    /// same when the same form is sent again.
    pub fn receipt_code(&self, app: &App, sent: &[&str]) -> Code {
        Code::from_seed(self.bytes_for(app, "form-ticket/receipt", sent))
    }

    fn bytes_for<const N: usize>(&self, app: &App, label: &str, sent: &[&str]) -> [u8; N] {
        let mut parts: Vec<&[u8]> = vec![&self.nonce];
        parts.extend(sent.iter().map(|field| field.as_bytes()));
        let code = app.secret.authenticate(label, &parts);
        let mut bytes = [0; N];
        bytes.iter_mut().zip(code).for_each(|(byte, from)| *byte = from);
        bytes
    }
}

impl Stage {
    fn byte(self) -> u8 {
        match self {
            Self::New => 0,
            Self::GivenBack => 1,
            Self::Challenged => 2,
        }
    }

    fn of_byte(byte: u8) -> Option<Self> {
        [Self::New, Self::GivenBack, Self::Challenged].into_iter().find(|stage| stage.byte() == byte)
    }
}

impl TicketProblem {
    /// The key of its text.
    pub fn key(self) -> &'static str {
        match self {
            Self::Forged => "error-ticket-forged",
            Self::Expired => "error-ticket-expired",
            Self::Used => "error-ticket-used",
        }
    }
}
