//! What a member of staff says of themselves under an answer, and the language of their panel.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web::Data};
use askama::Template;
use validator::Validate;

use crate::app::App;
use crate::domain::staff::{self, Member, Profile};
use crate::text::language::Language;
use crate::web::error::Result;
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::{Checked, SomeoneIn};
use crate::web::page::{Frame, Notice, Reply};

#[derive(Clone, Validate)]
pub struct ProfileFields {
    #[validate(length(min = 1, max = 100, code = "error-name-missing"))]
    pub name: String,
    #[validate(length(min = 1, max = 100, code = "error-title-missing"))]
    pub title: String,
    #[validate(length(max = 200, code = "error-specialities-long"))]
    pub specialities: String,
    pub language: String,
}

impl Form for ProfileFields {
    fn read(fields: &mut Fields) -> Self {
        Self {
            name: fields.line("name"),
            title: fields.line("title"),
            specialities: fields.line("specialities"),
            language: fields.line("language"),
        }
    }
}

impl ProfileFields {
    pub fn of(member: &Member) -> Self {
        Self {
            name: member.name.clone(),
            title: member.title.clone(),
            specialities: member.specialities.clone(),
            language: member.language.tag().to_owned(),
        }
    }

    pub fn to_profile(&self) -> Profile {
        Profile {
            name: self.name.clone(),
            title: self.title.clone(),
            specialities: self.specialities.clone(),
            language: Language::from_tag(&self.language).unwrap_or_default(),
        }
    }

    /// The languages to choose from: tag, own name, whether it is the chosen one.
    pub fn languages(&self) -> Vec<(&'static str, &'static str, bool)> {
        Language::ALL.iter().map(|known| (known.tag(), known.own_name(), known.tag() == self.language)).collect()
    }
}

/// Whether single keys are wanted.
#[derive(Validate)]
pub struct KeysForm {
    are_on: bool,
}

impl Form for KeysForm {
    fn read(fields: &mut Fields) -> Self {
        Self { are_on: fields.line("keys") == "on" }
    }
}

#[derive(Template)]
#[template(path = "staff/profile.html")]
struct ProfilePage {
    frame: Frame,
    typed: ProfileFields,
    errors: FormErrors,
}

/// `GET /panel/profile`
pub async fn show(someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let typed = ProfileFields::of(&someone.0.member);
    Reply::page(&ProfilePage { frame: Frame::of(&request), typed, errors: FormErrors::default() })
}

/// `POST /panel/profile`
pub async fn update(
    app: Data<App>,
    someone: SomeoneIn,
    checked: Checked<ProfileFields>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form: typed, errors } = checked;
    if !errors.is_empty() {
        let page = ProfilePage { frame: Frame::of(&request), typed, errors };
        return Ok(Reply::page(&page)?.with_status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let (profile, now) = (typed.to_profile(), app.clock.now());
    app.database
        .write("staff.update_profile", move |conn| staff::update_profile(conn, someone.0.id(), &profile, now))
        .await?;
    Ok(Reply::see_other_with("/panel/profile", Notice::ProfileSaved))
}

/// `POST /panel/profile/keys`
pub async fn choose_keys(app: Data<App>, someone: SomeoneIn, checked: Checked<KeysForm>) -> Result<Reply> {
    let (are_on, now) = (checked.form.are_on, app.clock.now());
    app.database
        .write("staff.choose_shortcuts", move |conn| staff::choose_shortcuts(conn, someone.0.id(), are_on, now))
        .await?;
    Ok(Reply::see_other_with("/panel/profile", Notice::ProfileSaved))
}
