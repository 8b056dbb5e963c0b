//! Who may pass: the panel's session and roles, and the tokens that every form carries.

mod ticket;

use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::header::{CACHE_CONTROL, HOST, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web::Data};
use futures_util::future::LocalBoxFuture;
use subtle::ConstantTimeEq;
pub use ticket::{Ticket, TicketProblem};

use super::error::{Error, Result};
use super::form::{Fields, Form, FormErrors};
use crate::app::App;
use crate::domain::Refusal;
use crate::domain::staff::{
    AccountState, Clinician, Editor, Keeper, Manager, Reviewer, SignedIn, Steward, Writer, epoch, session,
};
use crate::vault::session::SessionToken;

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

/// The session that a request's cookie is for, living or over.
pub fn session_token(app: &App, request: &HttpRequest) -> Option<SessionToken> {
    request.cookie(cookie_name(app)).and_then(|cookie| SessionToken::parse(cookie.value()))
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
extract!(Editor, |someone| Ok(Editor::try_from(someone)?));
extract!(Keeper, |someone| Ok(Keeper::try_from(someone)?));
extract!(Writer, |someone| Ok(Writer::try_from(someone)?));
extract!(Steward, |someone| Ok(Steward::try_from(someone)?));
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
            request.extensions_mut().insert(fields.clone());
            return Err(Error::TooLarge);
        }
        if !bool::from(fields.raw("token").as_bytes().ct_eq(someone.form_token.as_bytes())) {
            // Kept for the middleware that gives it back: see `staff::carried`.
            request.extensions_mut().insert(fields.clone());
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
