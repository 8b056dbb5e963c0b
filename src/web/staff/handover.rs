//! Handing a question on: the form beside the question, and what the receiver sees of it.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use validator::Validate;

use super::draft::{Kept, kept_pieces};
use super::question::{self, Returned};
use crate::app::App;
use crate::domain::escalation::{self, Escalation};
use crate::domain::ids::StaffId;
use crate::domain::question::State;
use crate::domain::queue::handover::{self, Handover, Receiver};
use crate::domain::staff::{Clinician, Member};
use crate::domain::{self, question as questions};
use crate::web::error::{Error, Result};
use crate::web::form::{Fields, Form};
use crate::web::guard::Checked;
use crate::web::page::{Notice, Reply};

/// What the question's page needs to hand it on.
pub struct Hands {
    pub handed: Option<Handover>,
    pub colleagues: Vec<Member>,
    pub groups: Vec<String>,
    /// What was asked about it under the duty to warn, and whom one may ask.
    pub escalations: Vec<Escalation>,
    pub receivers: Vec<Member>,
    own_id: StaffId,
}

impl Hands {
    pub async fn of(app: &App, clinician: &Clinician, opened: &questions::Opened) -> Result<Self> {
        let (someone, envelope) = (clinician.clone(), opened.envelope.clone());
        let (handed, mut colleagues, escalations, receivers) = app
            .database
            .read("handover.find", move |conn| {
                let handed = handover::find(conn, &someone, &envelope)?;
                let colleagues = handover::list_able(conn, &envelope.epoch_id)?;
                let escalations = escalation::list_about(conn, &envelope.id)?;
                let receivers = escalation::list_receivers(conn, someone.id())?;
                Ok::<_, domain::Error>((handed, colleagues, escalations, receivers))
            })
            .await?;
        colleagues.retain(|member| member.id != *clinician.id());
        let groups = app.topics.groups().into_iter().map(str::to_owned).collect();
        let own_id = clinician.id().clone();
        Ok(Self { handed, colleagues, groups, escalations, receivers, own_id })
    }

    /// Who may get it back: whoever handed it to the reader.
    pub fn giver(&self) -> Option<&Member> {
        let from = self.handed.as_ref().map(|handed| &handed.from)?;
        self.colleagues.iter().find(|colleague| colleague.id == from.id)
    }

    pub fn is_to_reader(&self, handed: &Handover) -> bool {
        handed.to == Receiver::Colleague(self.own_id.clone())
    }

    /// Whether the reader asked, or was asked.
    pub fn is_part_of(&self, escalation: &Escalation) -> bool {
        escalation.from.id == self.own_id || escalation.to.id == self.own_id
    }

    /// The name of whom it was handed to.
    pub fn receiver<'a>(&'a self, handed: &'a Handover) -> &'a str {
        match &handed.to {
            Receiver::Group(group) => group,
            Receiver::Colleague(id) => {
                self.colleagues.iter().find(|colleague| colleague.id == *id).map_or("", |colleague| &colleague.name)
            }
        }
    }
}

#[derive(Validate)]
pub struct HandoverForm {
    to: String,
    #[validate(length(max = 2000, code = "error-handover-note-long"))]
    note: String,
}

impl Form for HandoverForm {
    fn read(fields: &mut Fields) -> Self {
        Self { to: fields.line("to"), note: fields.text("note") }
    }
}

impl HandoverForm {
    fn receiver(&self, app: &App) -> Option<Receiver> {
        match self.to.split_once(':')? {
            ("staff", id) => StaffId::parse(id).map(Receiver::Colleague),
            ("group", group) => app.topics.groups().contains(&group).then(|| Receiver::Group(group.to_owned())),
            _ => None,
        }
    }
}

/// `POST /panel/questions/{id}/handover`. Whatever goes wrong, the note comes back.
pub async fn create(
    app: Data<App>,
    clinician: Clinician,
    checked: Checked<HandoverForm>,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, errors } = checked;
    let note = form.note.clone();
    let kept =
        |error: &Error| kept_pieces(&request, vec![Kept { id: "note", key: "handover-note", text: &note }], error);
    if !errors.is_empty() {
        return kept(&Error::TooLarge);
    }
    let Some(receiver) = form.receiver(&app) else { return kept(&domain::Refusal::NoSuchMember.into()) };
    let question = question::read_id(&id)?;
    let (secret, now) = (app.secret.clone(), app.clock.now());
    let handed = app
        .database
        .write("handover.hand_over", move |conn| {
            handover::hand_over(conn, &secret, &clinician, (&question, &receiver), &form.note, now)
        })
        .await;
    match handed {
        Ok(()) => Ok(Reply::see_other_with("/panel", Notice::HandedOver)),
        Err(error) => kept(&error.into()),
    }
}

/// What stood in one of the forms that hand something on, and stands there again.
#[derive(Default)]
pub struct Typed {
    pub to: String,
    pub note: String,
}

/// The question's page with a note that was typed before the session ended. Whoever may not hand it on any more gets it to
/// copy.
pub async fn go_on(
    app: &Data<App>,
    clinician: &Clinician,
    id: &str,
    fields: &mut Fields,
    request: &HttpRequest,
) -> Result<Reply> {
    let HandoverForm { to, note } = HandoverForm::read(fields);
    let question = question::read_id(id)?;
    let envelope = app.database.read("question.find", move |conn| questions::find(conn, &question)).await?;
    if envelope.state != State::Waiting && !envelope.is_held_by(clinician.id()) {
        return Err(domain::Refusal::NotHolder.into());
    }
    let returned = Returned { handed_on: Typed { to, note }, ..Returned::default() };
    question::page(app, clinician, id, request, &returned).await
}
