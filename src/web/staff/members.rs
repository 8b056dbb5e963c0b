//! The staff list: where each account stands, and letting a colleague in.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::App;
use crate::domain;
use crate::domain::ids::StaffId;
use crate::domain::staff::{self, AccountState, Manager, Member, epoch};
use crate::web::error::Result;
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
    Reply::page(&MembersPage { frame: Frame::of(&request), lines })
}

/// `POST /panel/staff/{id}/grant`
pub async fn let_in(app: Data<App>, manager: Manager, _form: Checked<Button>, id: Path<String>) -> Result<Reply> {
    let id = StaffId::parse(&id).ok_or(domain::Error::NotFound)?;
    let (secret, now) = (app.secret.clone(), app.clock.now());
    app.database.write("epoch.let_in", move |conn| epoch::let_in(conn, &secret, &manager, &id, now)).await?;
    Ok(Reply::see_other_with("/panel/staff", Notice::LetIn))
}
