//! Who may pass: the panel's session and roles, and the tokens that every form carries.

use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::header::{CACHE_CONTROL, HOST, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web::Data};
use chrono::TimeDelta;
use futures_util::future::LocalBoxFuture;
use subtle::ConstantTimeEq;

use super::error::{Error, Result};
use super::form::{Fields, Form, FormErrors};
use crate::app::App;
use crate::clock::{Moment, unix_seconds};
use crate::domain::staff::{AccountState, Clinician, Manager, Reviewer, SignedIn, epoch, session};
use crate::domain::{self, Refusal};
use crate::vault::code::Code;
use crate::vault::session::SessionToken;
use crate::vault::{fill_random, from_hex, to_hex};

/// A public form may lie open this long before it must be sent again.
const TICKET_LIFETIME: TimeDelta = TimeDelta::hours(4);
const NONCE_BYTES: usize = 16;
const MINUTE_BYTES: usize = 4;

/// Middleware around the panel: no plain http from elsewhere, no cache, and the session, if there is one.
///
/// It lets everyone pass; the proofs that handlers ask for ([`Clinician`], [`Reviewer`], [`Manager`], [`SomeoneIn`])
/// are what keeps a page closed.
pub async fn open_panel(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> actix_web::Result<ServiceResponse<impl MessageBody>> {
    match find_someone(&request).await {
        // Given back as a reply, so that it gets its page like every other.
        Err(error) => return Ok(request.error_response(error).map_into_boxed_body()),
        Ok(Some(someone)) => drop(request.extensions_mut().insert(Arc::new(someone))),
        Ok(None) => {}
    }
    let mut response = next.call(request).await?;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response.map_into_boxed_body())
}

async fn find_someone(request: &ServiceRequest) -> Result<Option<SignedIn>> {
    let app = request.app_data::<Data<App>>().ok_or(Error::SignedOut)?;
    if !app.settings.web.is_https() && !is_on_this_machine(request) {
        return Err(Error::PlainHttp);
    }
    let cookie = request.cookie(cookie_name(app));
    match cookie.and_then(|cookie| SessionToken::parse(cookie.value())) {
        Some(token) => find_session(app, token).await,
        None => Ok(None),
    }
}

async fn find_session(app: &App, token: SessionToken) -> Result<Option<SignedIn>> {
    let (limits, now) = (app.session_limits(), app.clock.now());
    let found = app.database.read("session.find", move |conn| session::find(conn, &token, limits, now)).await?;
    if let Some(someone) = &found
        && someone.is_due_to_be_seen
    {
        let id = someone.session.clone();
        app.database.write("session.mark_seen", move |conn| session::mark_seen(conn, &id, now)).await?;
    }
    Ok(found)
}

/// On plain http the address and the name asked for must both be this machine's: a proxy that forwards plain
/// http from elsewhere, or a foreign name that points here, is refused.
fn is_on_this_machine(request: &ServiceRequest) -> bool {
    let is_local_peer = request.peer_addr().is_some_and(|peer| peer.ip().is_loopback());
    is_local_peer && matches!(host_asked_for(request), "localhost" | "127.0.0.1" | "[::1]")
}

/// The host a visitor asked for, without its port. No forwarded header is believed.
pub fn host_asked_for(request: &ServiceRequest) -> &str {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    }
}

fn cookie_name(app: &App) -> &'static str {
    if app.settings.web.is_https() { "__Host-panel" } else { "panel" }
}

/// The cookie of a session that was just started: it lives as long as the browser, and the server ends it earlier.
pub fn session_cookie(app: &App, token: &SessionToken) -> Cookie<'static> {
    build_cookie(app, token.to_cookie())
}

/// A cookie that makes the browser forget the session.
pub fn no_session_cookie(app: &App) -> Cookie<'static> {
    let mut cookie = build_cookie(app, String::new());
    cookie.make_removal();
    cookie
}

fn build_cookie(app: &App, value: String) -> Cookie<'static> {
    Cookie::build(cookie_name(app), value)
        .path("/")
        .secure(app.settings.web.is_https())
        .http_only(true)
        .same_site(SameSite::Strict)
        .finish()
}

/// Someone whose account is open, whatever their roles.
#[derive(Clone)]
pub struct SomeoneIn(pub Arc<SignedIn>);

/// Someone who signed in, even if they still wait to be let in; for signing out.
pub struct AnyoneSignedIn(pub Arc<SignedIn>);

fn signed_in(request: &HttpRequest) -> Result<Arc<SignedIn>> {
    request.extensions().get::<Arc<SignedIn>>().cloned().ok_or(Error::SignedOut)
}

/// Whoever waits to be let in is shown the digits a colleague will ask for.
async fn require_active(request: HttpRequest) -> Result<Arc<SignedIn>> {
    let someone = signed_in(&request)?;
    if someone.member.state == AccountState::Active {
        return Ok(someone);
    }
    let app = request.app_data::<Data<App>>().ok_or(Error::SignedOut)?;
    let (secret, id) = (app.secret.clone(), someone.id().clone());
    let key = app.database.read("staff.public_key", move |conn| epoch::staff_public_key(conn, &secret, &id)).await?;
    Err(Refusal::AwaitingGrant { fingerprint: epoch::fingerprint(&key) }.into())
}

macro_rules! extract {
    ($proof:ty, $from:expr) => {
        impl FromRequest for $proof {
            type Error = Error;
            type Future = LocalBoxFuture<'static, Result<Self>>;

            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                let request = request.clone();
                Box::pin(async move { $from(require_active(request).await?) })
            }
        }
    };
}

extract!(SomeoneIn, |someone| Ok(SomeoneIn(someone)));
extract!(Clinician, |someone| Ok(Clinician::try_from(someone)?));
extract!(Reviewer, |someone| Ok(Reviewer::try_from(someone)?));
extract!(Manager, |someone| Ok(Manager::try_from(someone)?));

impl FromRequest for AnyoneSignedIn {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(signed_in(request).map(Self))
    }
}

/// A form of the panel whose token is this session's. What is wrong with its fields is for the handler to show.
pub struct Checked<F> {
    pub form: F,
    pub errors: FormErrors,
}

impl<F: Form + 'static> FromRequest for Checked<F> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, fields) = (request.clone(), Fields::from_request(request, payload));
        Box::pin(async move {
            signed_in(&request)?;
            let mut fields = fields.await.map_err(|_| Error::ForeignForm)?;
            Self::verify(&request, &mut fields)
        })
    }
}

impl<F: Form> Checked<F> {
    /// Checks the token and reads the form; the fields stay with the caller, for a handler that must not lose them.
    pub fn verify(request: &HttpRequest, fields: &mut Fields) -> Result<Self> {
        let someone = signed_in(request)?;
        if fields.is_cut {
            return Err(Error::TooLarge);
        }
        if !bool::from(fields.raw("token").as_bytes().ct_eq(someone.form_token.as_bytes())) {
            return Err(Error::ForeignForm);
        }
        let (form, errors) = fields.read();
        Ok(Self { form, errors })
    }
}

/// A form with nothing in it but its token: a button.
#[derive(validator::Validate)]
pub struct Button {}

impl Form for Button {
    fn read(_: &mut Fields) -> Self {
        Self {}
    }
}

/// What a public form carries instead of a session: a number used once and the minute it was made, under a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    nonce: [u8; NONCE_BYTES],
}

/// Why a public form must be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketProblem {
    /// Not made here, or changed on the way.
    Forged,
    /// It lay open for more than four hours.
    Expired,
}

impl Ticket {
    /// A new token for a form.
    pub fn issue(app: &App) -> domain::Result<String> {
        let mut nonce = [0; NONCE_BYTES];
        fill_random(&mut nonce)?;
        let minute = minute_of(app.clock.now()).to_be_bytes();
        let code = app.secret.authenticate("form-ticket", &[&nonce, &minute]);
        Ok(to_hex(&[nonce.as_slice(), &minute, &code].concat()))
    }

    /// Reads a form's token.
    pub fn read(app: &App, token: &str) -> Result<Self, TicketProblem> {
        let bytes = from_hex(token).ok_or(TicketProblem::Forged)?;
        let (nonce, rest) = bytes.split_first_chunk::<NONCE_BYTES>().ok_or(TicketProblem::Forged)?;
        let (minute, code) = rest.split_first_chunk::<MINUTE_BYTES>().ok_or(TicketProblem::Forged)?;
        if !app.secret.is_authentic("form-ticket", &[nonce, minute], code) {
            return Err(TicketProblem::Forged);
        }
        // A clock that was set back makes a ticket from the future: as good as a new one.
        let age = minute_of(app.clock.now()).saturating_sub(u32::from_be_bytes(*minute));
        if TimeDelta::minutes(age.into()) > TICKET_LIFETIME {
            return Err(TicketProblem::Expired);
        }
        Ok(Self { nonce: *nonce })
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

impl TicketProblem {
    /// The key of its text.
    pub fn key(self) -> &'static str {
        match self {
            Self::Forged => "error-ticket-forged",
            Self::Expired => "error-ticket-expired",
        }
    }
}

fn minute_of(now: Moment) -> u32 {
    u32::try_from(unix_seconds(now) / 60).unwrap_or(u32::MAX)
}
