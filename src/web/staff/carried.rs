//! What someone was writing when the session ended: the sign-in page carries it in hidden fields, and after a right
//! sign-in the page it was written on stands there again with the text in it. Nothing of it is stored, and nothing is
//! sent by itself.

mod desk;

use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, ResponseError, web::Data};
use subtle::ConstantTimeEq;

use self::desk::Desk;
use super::draft::{Kept, kept_pieces};
use super::sign_in;
use crate::app::App;
use crate::domain::staff::{AccountState, SignedIn, session};
use crate::vault::session::SessionToken;
use crate::vault::to_hex;
use crate::web::error::{Error, Result};
use crate::web::form::{FORM_LIMIT, Fields};
use crate::web::guard::session_token;
use crate::web::page::{Notice, Reply};

/// What a carried field's name begins with, on the sign-in page.
const PREFIX: &str = "kept.";
/// Room for the rest of the sign-in form.
const ROOM: usize = 4 * 1024;

/// A form that came without its session, on its way through the sign-in.
pub struct Carried {
    desk: Desk,
    path: String,
    fields: Vec<(String, String)>,
}

impl Carried {
    /// Takes what was written out of a form; none when nothing was written, or more than fits beside a sign-in.
    fn read(path: &str, fields: &Fields) -> Option<Self> {
        let desk = Desk::of(path)?;
        let names: Vec<&str> = desk.texts().iter().map(|(name, _)| *name).chain(desk.rest().iter().copied()).collect();
        let carried = Self { path: path.to_owned(), fields: fields.only(&names), desk };
        (!fields.is_cut && carried.has_text()).then_some(carried)
    }

    /// Reads it from the sign-in form, if it went out from here.
    pub fn of_sign_in(app: &App, fields: &mut Fields) -> Option<Self> {
        let path = fields.raw("kept-path");
        let carried = Self { desk: Desk::of(&path)?, fields: fields.below(PREFIX), path };
        let code = fields.raw("kept-code");
        bool::from(carried.code(app).as_bytes().ct_eq(code.as_bytes())).then_some(carried)
    }

    fn has_text(&self) -> bool {
        self.pieces().iter().any(|piece| !piece.text.trim().is_empty())
    }

    /// Whether it fits into one form together with the sign-in, percent-encoded at its longest.
    fn fits(&self) -> bool {
        let longest = |text: &str| text.len() * 3;
        let sizes = self.fields.iter().map(|(name, text)| PREFIX.len() + name.len() + 2 + longest(text));
        sizes.sum::<usize>() + ROOM <= FORM_LIMIT
    }

    /// What only this service can write beside it, so that no other site can put words into anyone's form.
    pub fn code(&self, app: &App) -> String {
        let mut parts = vec![self.path.as_bytes()];
        parts.extend(self.fields.iter().flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]));
        to_hex(&app.secret.authenticate("carried", &parts))
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    /// The hidden fields: name and text.
    pub fn hidden(&self) -> Vec<(String, &str)> {
        self.fields.iter().map(|(name, text)| (format!("{PREFIX}{name}"), text.as_str())).collect()
    }

    /// The texts by name, to be read and copied.
    pub(super) fn pieces(&self) -> Vec<Kept<'_>> {
        let text = |name: &str| self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text);
        self.desk.texts().iter().map(|(id, key)| Kept { id, key, text: text(id) }).collect()
    }

    /// Shows the page it was written on, with the text in it, to someone whose session has just begun.
    pub async fn go_on(self, app: &Data<App>, token: &SessionToken, request: &HttpRequest) -> Result<Reply> {
        let (token, limits, now) = (token.clone(), app.session_limits(), app.clock.now());
        let found = app.database.read("session.find", move |conn| session::find(conn, &token, limits, now)).await?;
        let Some(someone) = found else { return kept_pieces(request, self.pieces(), &Error::SignedOut) };
        request.extensions_mut().insert(Arc::new(someone));
        self.show(app, request).await
    }

    /// The same for someone who is signed in. What no page can take any more is given back to copy.
    async fn show(self, app: &Data<App>, request: &HttpRequest) -> Result<Reply> {
        request.extensions_mut().insert(Notice::TextKept);
        let someone = request.extensions().get::<Arc<SignedIn>>().cloned();
        let Some(someone) = someone.filter(|someone| someone.member.state == AccountState::Active) else {
            return kept_pieces(request, self.pieces(), &Error::SignedOut);
        };
        let mut fields = Fields::of_pairs(self.fields.clone());
        match self.desk.reopen(app, someone, &mut fields, request).await {
            Ok(page) if page.is_page() => Ok(page),
            Ok(_) => kept_pieces(request, self.pieces(), &crate::domain::Refusal::WrongState.into()),
            Err(error) => kept_pieces(request, self.pieces(), &error),
        }
    }
}

/// Middleware: what was written without a session, or with an older one, is not lost.
pub async fn keep(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> actix_web::Result<ServiceResponse<BoxBody>> {
    let is_writing = request.method() == Method::POST && Desk::of(request.path()).is_some();
    let is_signed_in = request.extensions().contains::<Arc<SignedIn>>();
    if is_writing && !is_signed_in {
        let mut fields = request.extract::<Fields>().await.unwrap_or_default();
        return Ok(match ask_to_sign_in(request.request(), &mut fields) {
            Ok(reply) => request.into_response(reply.into_response()),
            Err(error) => request.error_response(error),
        });
    }
    let response = next.call(request).await?.map_into_boxed_body();
    if !is_writing {
        return Ok(response);
    }
    let (request, status) = (response.request().clone(), response.status());
    let foreign = request.extensions_mut().remove::<Fields>();
    // Larger than any form of ours: what came of it is given back, and why.
    if let Some(cut) = foreign.as_ref().filter(|fields| fields.is_cut) {
        return Ok(match all_of(&request, cut, &Error::TooLarge) {
            Ok(reply) => response.into_response(reply.not_stored().into_response()),
            Err(_) => response,
        });
    }
    let carried = foreign.filter(|_| is_from_here(&request)).and_then(|fields| Carried::read(request.path(), &fields));
    let (Some(carried), Some(app)) = (carried, request.app_data::<Data<App>>()) else { return Ok(response) };
    Ok(match carried.show(app, &request).await {
        Ok(reply) => response.into_response(reply.with_status(status).not_stored().into_response()),
        Err(_) => response,
    })
}

/// The sign-in page with the text in it, for whoever can only have written it on a page of ours.
fn ask_to_sign_in(request: &HttpRequest, fields: &mut Fields) -> Result<Reply> {
    let app = request.app_data::<Data<App>>().ok_or(Error::SignedOut)?;
    let is_ours = has_token_of_cookie(app, request, fields) || is_from_here(request);
    let Some(carried) = Carried::read(request.path(), fields) else {
        return if fields.is_cut { all_of(request, fields, &Error::SignedOut) } else { Err(Error::SignedOut) };
    };
    if is_ours && carried.fits() {
        let page = sign_in::page_with(app, request, Some(carried))?;
        return Ok(page.with_status(Error::SignedOut.status_code()));
    }
    kept_pieces(request, carried.pieces(), &Error::SignedOut)
}

/// What came of a form that is larger than any of ours, to copy.
fn all_of(request: &HttpRequest, fields: &Fields, error: &Error) -> Result<Reply> {
    let desk = Desk::of(request.path()).ok_or(Error::SignedOut)?;
    let names: Vec<&str> = desk.texts().iter().map(|(name, _)| *name).collect();
    let cut = Carried { path: String::new(), fields: fields.only(&names), desk };
    kept_pieces(request, cut.pieces(), error)
}

/// Whether the form carries the token of the session that its cookie was for, though the session is over: only our own
/// page knew it.
fn has_token_of_cookie(app: &App, request: &HttpRequest, fields: &mut Fields) -> bool {
    session_token(app, request)
        .is_some_and(|token| token.form_token().as_bytes().ct_eq(fields.raw("token").as_bytes()).into())
}

/// Whether the browser says that the form stood on a page of ours.
fn is_from_here(request: &HttpRequest) -> bool {
    request.headers().get("sec-fetch-site").is_some_and(|site| site == "same-origin")
}
