//! Signing in and out: user name, password and code on one form.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpMessage, HttpRequest, web::Data};
use askama::Template;
use validator::Validate;

use super::carried::Carried;
use super::draft::kept_pieces;
use crate::app::App;
use crate::domain;
use crate::domain::staff::{SignedIn, session};
use crate::web::error::{Error, Result, refusal_key};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::{self, AnyoneSignedIn, Button, Checked, Ticket};
use crate::web::page::{Frame, Reply};

#[derive(Validate)]
pub struct SignInForm {
    #[validate(length(min = 1, code = "error-user-name-missing"))]
    user_name: String,
    #[validate(length(min = 1, max = 1000, code = "error-password-missing"))]
    password: String,
    #[validate(length(min = 1, max = 20, code = "error-code-missing"))]
    code: String,
    ticket: String,
}

impl Form for SignInForm {
    fn read(fields: &mut Fields) -> Self {
        Self {
            user_name: fields.line("user_name").to_lowercase(),
            password: fields.raw("password"),
            code: fields.line("code"),
            ticket: fields.raw("ticket"),
        }
    }
}

#[derive(Template)]
#[template(path = "staff/sign_in.html")]
struct SignInPage {
    frame: Frame,
    user_name: String,
    errors: FormErrors,
    ticket: String,
    /// What was being written when the session ended.
    carried: Option<Carried>,
    /// What shows that it went out from here.
    carried_code: String,
}

/// `GET /panel/sign-in`
pub async fn show(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    page(&app, &request, None, (String::new(), FormErrors::default()))
}

/// The same page for someone whose session ended while they wrote.
pub fn page_with(app: &App, request: &HttpRequest, carried: Option<Carried>) -> Result<Reply> {
    page(app, request, carried, (String::new(), FormErrors::default()))
}

/// `POST /panel/sign-in`
pub async fn create(app: Data<App>, mut fields: Fields, request: HttpRequest) -> Result<Reply> {
    let (form, mut errors) = fields.read::<SignInForm>();
    let carried = Carried::of_sign_in(&app, &mut fields);
    if Ticket::read(&app, &form.ticket).is_err() {
        errors.add("password", "error-door-stale");
    }
    if !errors.is_empty() {
        let page = page(&app, &request, carried, (form.user_name, errors))?;
        return Ok(page.with_status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    match app.sign_in(form.user_name.clone(), form.password, form.code).await {
        Ok(started) => {
            end_older_session(&app, &request).await?;
            let reply = match carried {
                Some(carried) => carried.go_on(&app, &started.token, &request).await?,
                None => Reply::see_other("/panel"),
            };
            Ok(reply.with_cookie(&guard::session_cookie(&app, &started.token)))
        }
        Err(domain::Error::Refused(refusal)) => {
            errors.add("sign-in", refusal_key(&refusal));
            let status = actix_web::ResponseError::status_code(&Error::from(refusal));
            Ok(page(&app, &request, carried, (form.user_name, errors))?.with_status(status))
        }
        Err(error) => match carried {
            Some(carried) => kept_pieces(&request, carried.pieces(), &error.into()),
            None => Err(error.into()),
        },
    }
}

/// Whoever signs in anew leaves no older session of this browser behind.
async fn end_older_session(app: &App, request: &HttpRequest) -> Result<()> {
    let older = request.extensions().get::<Arc<SignedIn>>().cloned();
    if let Some(older) = older {
        let now = app.clock.now();
        app.database.write("session.end", move |conn| session::end(conn, &older, now)).await?;
    }
    Ok(())
}

/// `POST /panel/sign-out`
pub async fn delete(app: Data<App>, someone: AnyoneSignedIn, _form: Checked<Button>) -> Result<Reply> {
    let now = app.clock.now();
    app.database.write("session.end", move |conn| session::end(conn, &someone.0, now)).await?;
    Ok(Reply::see_other("/panel/sign-in").with_cookie(&guard::no_session_cookie(&app)))
}

fn page(
    app: &App,
    request: &HttpRequest,
    carried: Option<Carried>,
    (user_name, errors): (String, FormErrors),
) -> Result<Reply> {
    let ticket = Ticket::issue(app).map_err(Error::from)?;
    let carried_code = carried.as_ref().map(|carried| carried.code(app)).unwrap_or_default();
    Reply::page(&SignInPage { frame: Frame::of(request), user_name, errors, ticket, carried, carried_code })
}
