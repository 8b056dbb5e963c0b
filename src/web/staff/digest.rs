//! Where a member of staff wants their digest and at which hours; and the digest's words.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web::Data};
use askama::Template;
use validator::{Validate, ValidationError};

use crate::app::App;
use crate::domain::digest::{self, Choice, HOURS};
use crate::domain::outbox::Mail;
use crate::mailer::{self, Letter};
use crate::settings::Settings;
use crate::web::error::Result;
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::{Checked, SomeoneIn};
use crate::web::locale::Texts;
use crate::web::page::{Frame, Notice, Reply};
use crate::web::staff::reminder;

#[derive(Validate)]
pub struct MailFields {
    #[validate(length(max = 254, code = "error-mail-address"), custom(function = "address_or_nothing"))]
    pub mail: String,
    hours: BTreeSet<i32>,
}

impl Form for MailFields {
    fn read(fields: &mut Fields) -> Self {
        let hours = fields.all("hour").into_iter().filter_map(|hour| hour.parse().ok());
        Self { hours: hours.filter(|hour| HOURS.contains(hour)).collect(), mail: fields.line("mail") }
    }
}

fn address_or_nothing(address: &str) -> Result<(), ValidationError> {
    let is_fine = address.is_empty() || mailer::is_address(address);
    is_fine.then_some(()).ok_or_else(|| ValidationError::new("error-mail-address"))
}

#[derive(Template)]
#[template(path = "staff/digest.html")]
struct DigestPage {
    frame: Frame,
    /// Whether this service can send mail, and this person would have something to read in it.
    can_be_sent: bool,
    is_for_them: bool,
    choice: Choice,
    errors: FormErrors,
}

impl DigestPage {
    fn new(app: &App, someone: &SomeoneIn, request: &HttpRequest, choice: Choice) -> Self {
        Self {
            frame: Frame::of(request),
            can_be_sent: app.mailer.is_some(),
            is_for_them: digest::is_for(&someone.0.member),
            choice,
            errors: FormErrors::default(),
        }
    }

    /// Every hour to choose from, and whether it is chosen.
    fn hours(&self) -> Vec<(i32, bool)> {
        HOURS.map(|hour| (hour, self.choice.hours.contains(&hour))).collect()
    }
}

/// `GET /panel/profile/mail`
pub async fn show(app: Data<App>, someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let id = someone.0.id().clone();
    let choice = app.database.read("digest.find_choice", move |conn| digest::find_choice(conn, &id)).await?;
    Reply::page(&DigestPage::new(&app, &someone, &request, choice))
}

/// `POST /panel/profile/mail`
pub async fn update(
    app: Data<App>,
    someone: SomeoneIn,
    checked: Checked<MailFields>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form: typed, errors } = checked;
    if !errors.is_empty() {
        let choice = Choice { address: typed.mail, hours: typed.hours, trouble: None };
        let page = DigestPage { errors, ..DigestPage::new(&app, &someone, &request, choice) };
        return Ok(Reply::page(&page)?.with_status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let now = app.clock.now();
    app.database
        .write("digest.choose", move |conn| digest::choose(conn, &someone.0.member, &typed.mail, &typed.hours, now))
        .await?;
    Ok(Reply::see_other_with("/panel/profile/mail", Notice::MailChosen))
}

/// A digest or a reminder in its receiver's language: numbers, and the address of the panel's front page.
pub fn words(settings: &Settings, mail: &Mail) -> Letter {
    if !mail.steps.is_empty() {
        return reminder::words(settings, mail);
    }
    let (texts, numbers) = (Texts(mail.language), mail.numbers);
    let lines = [
        ("digest-waiting", numbers.waiting),
        ("digest-urgent", numbers.urgent),
        ("digest-late", numbers.late),
        ("digest-review", numbers.review),
        ("digest-very-late", numbers.very_late),
    ];
    let said = lines.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> = said.map(|(key, count)| format!("- {}", texts.t(key).with("count", count))).collect();
    let body = [
        texts.t("digest-greeting").to_string(),
        said.join("\n"),
        texts.t("digest-panel").with("address", format!("{}/panel", settings.web.public_url)).to_string(),
        texts.t("digest-why").to_string(),
    ];
    let subject = texts.t("digest-subject").with("site", &settings.site.name).with("hour", mail.hour);
    Letter {
        id: mail.id.to_string(),
        to: mail.address.clone(),
        subject: subject.to_string(),
        body: body.join("\n\n") + "\n",
    }
}
