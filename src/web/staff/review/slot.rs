//! Publishing at the next fixed hour, and the list of what waits for one.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use super::count_outcome;
use crate::app::App;
use crate::domain::answer::companion;
use crate::domain::ids::PublicationId;
use crate::domain::publication::slot::{self, Slot, Times, Waiting};
use crate::domain::publication::{BroughtOut, Terms};
use crate::domain::staff::Clinician;
use crate::domain::{self, Refusal};
use crate::web::error::{Error, Result};
use crate::web::guard::{Button, Checked, SomeoneIn};
use crate::web::locale::Texts;
use crate::web::page::{Frame, Notice, Reply};
use crate::web::staff::question;

#[derive(Template)]
#[template(path = "staff/slots.html")]
struct SlotsPage {
    frame: Frame,
    waiting: Vec<Waiting>,
    /// The hour an answer that is approved now comes out; empty when there are no fixed hours.
    next: String,
}

/// The next fixed hour, if the settings have any.
pub fn next(app: &App) -> Option<Slot> {
    let settings = &app.settings.publishing;
    Times { weekdays: &settings.weekdays, hours: &settings.hours }.next(app.clock.now())
}

/// «torsdag 12. mars klokka 16»
pub fn words(texts: Texts, slot: Slot) -> String {
    let day = texts.weekday_and_date(&slot.on);
    texts.t("slot-when").with("day", day).with("hour", slot.hour.to_string()).to_string()
}

/// `GET /panel/slots`
pub async fn index(app: Data<App>, _someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let waiting = app.database.read("slot.list", slot::list).await?;
    let frame = Frame::of(&request);
    let next = next(&app).map_or_else(String::new, |slot| words(frame.texts, slot));
    Reply::page(&SlotsPage { frame, waiting, next })
}

/// `POST /panel/questions/{id}/slot`
pub async fn create(app: Data<App>, clinician: Clinician, _form: Checked<Button>, id: Path<String>) -> Result<Reply> {
    let question = question::read_id(&id)?;
    let slot = next(&app).ok_or(Refusal::WrongState)?;
    let (secret, lexicons, now) = (app.secret.clone(), app.lexicons.clone(), app.clock.now());
    let topics = app.topics.clone();
    app.database
        .write("slot.hold", move |conn| {
            let askers = companion::count_askers(conn, &question)?;
            let terms = Terms { secret: &secret, lexicon: &lexicons.identifying, topics: &topics, now };
            slot::hold(conn, &clinician, (&question, slot), terms)?;
            count_outcome(conn, &BroughtOut::Published { slug: String::new() }, askers, now)?;
            Ok::<_, domain::Error>(())
        })
        .await?;
    Ok(Reply::see_other_with("/panel/slots", Notice::Held))
}

/// `POST /panel/slots/{id}/now`
pub async fn bring_out(
    app: Data<App>,
    clinician: Clinician,
    _form: Checked<Button>,
    id: Path<String>,
) -> Result<Reply> {
    let id = PublicationId::parse(&id).ok_or(Error::NotFound)?;
    let now = app.clock.now();
    app.database.write("slot.bring_out_now", move |conn| slot::bring_out_now(conn, &clinician, &id, now)).await?;
    Ok(Reply::see_other_with("/panel/slots", Notice::BroughtOut))
}

impl SlotsPage {
    fn when(&self, waiting: &Waiting) -> String {
        words(self.frame.texts, waiting.slot)
    }
}
