//! Following a set-up link: profile, password, authenticator. The link works once.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, ResponseError};
use askama::Template;
use qrcode::QrCode;
use qrcode::render::svg;
use validator::Validate;

use super::profile::ProfileFields;
use crate::app::App;
use crate::domain;
use crate::domain::staff::invitation::{self, InvitationToken};
use crate::domain::staff::{AccountState, Member, epoch};
use crate::web::error::{Error, Result};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::Ticket;
use crate::web::page::{Frame, Reply};

/// NIST SP 800-63B: length and known-bad lists count, rules of composition do not.
const SHORTEST_PASSWORD: usize = 15;
/// zxcvbn's scale is 0 to 4; 3 withstands an offline attack on a slow hash.
const WEAKEST_SCORE: u8 = 3;

#[derive(Validate)]
pub struct SetUpForm {
    #[validate(length(min = 1, max = 1000, code = "error-password-missing"))]
    password: String,
    #[validate(length(min = 1, max = 20, code = "error-code-missing"))]
    code: String,
    ticket: String,
}

impl Form for SetUpForm {
    fn read(fields: &mut Fields) -> Self {
        Self { password: fields.raw("password"), code: fields.line("code"), ticket: fields.raw("ticket") }
    }
}

#[derive(Template)]
#[template(path = "staff/set_up.html")]
struct SetUpPage {
    frame: Frame,
    token: String,
    user_name: String,
    typed: ProfileFields,
    errors: FormErrors,
    ticket: String,
    /// The authenticator's seed in groups of four, and as a link for an app on the same device.
    seed: String,
    seed_link: String,
    /// The same link as a picture, for an app on another device: SVG of our own making.
    seed_picture: String,
}

#[derive(Template)]
#[template(path = "staff/set_up_done.html")]
struct DonePage {
    frame: Frame,
    /// What a colleague will ask for; empty when the account is open already.
    fingerprint: String,
}

/// `GET /panel/set-up/{token}`
pub async fn show(app: Data<App>, token: Path<String>, request: HttpRequest) -> Result<Reply> {
    let token = InvitationToken::from_link(&token);
    let member = find_invited(&app, &token).await?;
    let typed = ProfileFields::of(&member);
    page(&app, &request, &token, &member, typed, FormErrors::default())
}

/// `POST /panel/set-up/{token}`
pub async fn create(app: Data<App>, token: Path<String>, mut fields: Fields, request: HttpRequest) -> Result<Reply> {
    let token = InvitationToken::from_link(&token);
    let member = find_invited(&app, &token).await?;
    let (profile, mut errors) = fields.read::<ProfileFields>();
    let (form, more) = fields.read::<SetUpForm>();
    errors.append(more);
    if Ticket::read(&app, &form.ticket).is_err() {
        errors.add("password", "error-door-stale");
    }
    check_password(&form.password, &[&member.user_name, &member.name], &mut errors);
    if !errors.is_empty() {
        let reply = page(&app, &request, &token, &member, profile, errors)?;
        return Ok(reply.with_status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    match app.set_up(token.clone(), form.password, form.code, profile.to_profile()).await {
        Ok(member) => done(&app, &request, &member).await,
        Err(domain::Error::Refused(refusal @ domain::Refusal::WrongSignIn)) => {
            errors.add("code", "error-code-wrong");
            let status = Error::from(refusal).status_code();
            Ok(page(&app, &request, &token, &member, profile, errors)?.with_status(status))
        }
        Err(error) => Err(error.into()),
    }
}

async fn find_invited(app: &App, token: &InvitationToken) -> Result<Member> {
    let (secret, token, now) = (app.secret.clone(), token.clone(), app.clock.now());
    Ok(app.database.read("staff.find_invitation", move |conn| invitation::find(conn, &secret, &token, now)).await?)
}

async fn done(app: &App, request: &HttpRequest, member: &Member) -> Result<Reply> {
    let (secret, id) = (app.secret.clone(), member.id.clone());
    let key = app.database.read("staff.public_key", move |conn| epoch::staff_public_key(conn, &secret, &id)).await?;
    let fingerprint = match member.state {
        AccountState::AwaitingGrant => epoch::fingerprint(&key),
        _ => String::new(),
    };
    Reply::page(&DonePage { frame: Frame::of(request), fingerprint })
}

fn page(
    app: &App,
    request: &HttpRequest,
    token: &InvitationToken,
    member: &Member,
    typed: ProfileFields,
    errors: FormErrors,
) -> Result<Reply> {
    let seed = totp_rs::Secret::from(token.totp_seed(&app.secret)).to_base32();
    let issuer = percent_encoding::utf8_percent_encode(&app.settings.site.name, percent_encoding::NON_ALPHANUMERIC);
    let seed_link = format!("otpauth://totp/{issuer}:{}?secret={seed}&issuer={issuer}", member.user_name);
    Reply::page(&SetUpPage {
        frame: Frame::of(request),
        token: token.as_str().to_owned(),
        user_name: member.user_name.clone(),
        typed,
        errors,
        ticket: Ticket::issue(app).map_err(Error::from)?,
        seed_picture: picture_of(&seed_link),
        seed_link,
        seed: in_groups(&seed),
    })
}

fn check_password(password: &str, known: &[&str], errors: &mut FormErrors) {
    let is_long = password.chars().count() >= SHORTEST_PASSWORD;
    if !password.is_empty() && !is_long {
        errors.add("password", "error-password-short");
    } else if is_long && u8::from(zxcvbn::zxcvbn(password, known).score()) < WEAKEST_SCORE {
        errors.add("password", "error-password-weak");
    }
}

/// A QR code as SVG; empty when the link is too long for one, which then can still be typed.
fn picture_of(link: &str) -> String {
    let svg = |code: QrCode| code.render::<svg::Color<'_>>().min_dimensions(200, 200).build();
    let picture = QrCode::new(link).map(svg).unwrap_or_default();
    // An SVG inside a page begins at its own tag.
    picture.split_once("?>").map(|(_, svg)| svg.to_owned()).unwrap_or(picture)
}

fn in_groups(seed: &str) -> String {
    let letters: Vec<char> = seed.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
