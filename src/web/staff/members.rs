//! The staff list: where each account stands, and letting a colleague in.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use validator::Validate;

use crate::app::App;
use crate::domain;
use crate::domain::ids::StaffId;
use crate::domain::staff::{self, AccountState, Manager, Member, epoch};
use crate::web::error::Result;
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::{Button, Checked};
use crate::web::page::{Frame, Notice, Reply};

struct Line {
    member: Member,
    /// Empty for someone who has no keys yet.
    fingerprint: String,
}

#[derive(Template)]
#[template(path = "staff/members.html")]
struct MembersPage {
    frame: Frame,
    lines: Vec<Line>,
    returned: Returned,
}

impl MembersPage {
    /// What stands in a member's field.
    fn profession<'a>(&'a self, member: &'a Member) -> &'a str {
        if self.is_returned(member) { &self.returned.profession } else { &member.profession }
    }

    fn is_returned(&self, member: &Member) -> bool {
        self.returned.whose.as_ref() == Some(&member.id)
    }
}

impl Line {
    fn awaits_grant(&self) -> bool {
        self.member.state == AccountState::AwaitingGrant
    }

    /// How the state is coloured beside its words.
    fn colour(&self) -> &'static str {
        match self.member.state {
            AccountState::Active => "success",
            AccountState::AwaitingGrant => "warning",
            AccountState::Disabled => "danger",
            AccountState::Invited => "neutral",
        }
    }
}

/// `GET /panel/staff`
pub async fn show(app: Data<App>, _manager: Manager, request: HttpRequest) -> Result<Reply> {
    page(&app, &request, Returned::default()).await
}

/// What a form sent that could not be done.
#[derive(Default)]
struct Returned {
    whose: Option<StaffId>,
    profession: String,
    errors: FormErrors,
}

async fn page(app: &App, request: &HttpRequest, returned: Returned) -> Result<Reply> {
    let secret = app.secret.clone();
    let lines = app
        .database
        .read("staff.list_all", move |conn| {
            let mut lines = Vec::new();
            for member in staff::list_all(conn)? {
                let fingerprint = match epoch::staff_public_key(conn, &secret, &member.id) {
                    Ok(key) => epoch::fingerprint(&key),
                    Err(domain::Error::NotFound) => String::new(),
                    Err(error) => return Err(error),
                };
                lines.push(Line { member, fingerprint });
            }
            Ok(lines)
        })
        .await?;
    Reply::page(&MembersPage { frame: Frame::of(request), lines, returned })
}

/// `POST /panel/staff/{id}/grant`
pub async fn let_in(app: Data<App>, manager: Manager, _form: Checked<Button>, id: Path<String>) -> Result<Reply> {
    let id = StaffId::parse(&id).ok_or(domain::Error::NotFound)?;
    let (secret, now) = (app.secret.clone(), app.clock.now());
    app.database.write("epoch.let_in", move |conn| epoch::let_in(conn, &secret, &manager, &id, now)).await?;
    Ok(Reply::see_other_with("/panel/staff", Notice::LetIn))
}

/// What someone is by training.
#[derive(Validate)]
pub struct ProfessionForm {
    #[validate(length(max = 60, code = "error-profession-long"))]
    profession: String,
}

impl Form for ProfessionForm {
    fn read(fields: &mut Fields) -> Self {
        Self { profession: fields.line("profession") }
    }
}

/// `POST /panel/staff/{id}/profession`
pub async fn update_profession(
    app: Data<App>,
    manager: Manager,
    Checked { form, errors }: Checked<ProfessionForm>,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let id = StaffId::parse(&id).ok_or(domain::Error::NotFound)?;
    if !errors.is_empty() {
        let returned = Returned { whose: Some(id), profession: form.profession, errors };
        return Ok(page(&app, &request, returned).await?.with_status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let now = app.clock.now();
    app.database
        .write("staff.set_profession", move |conn| staff::set_profession(conn, &manager, (&id, &form.profession), now))
        .await?;
    Ok(Reply::see_other_with("/panel/staff", Notice::ProfessionSaved))
}
