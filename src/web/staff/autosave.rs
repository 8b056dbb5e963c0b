//! Saving while someone types, and what the page shows beside it at once: the answer as readers will see it, and how
//! heavy it is to read. The form's script asks for it; without script the buttons do the same.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, ResponseError};
use askama::Template;

use super::draft::DraftForm;
use super::question;
use super::readability::Reading;
use crate::app::App;
use crate::clock::wall_time_in_norway;
use crate::domain::answer::marks::Marker;
use crate::domain::answer::{self, Wording};
use crate::domain::audience::AgeBand;
use crate::domain::ids::QuestionId;
use crate::domain::staff::Clinician;
use crate::domain::{self, Refusal, queue};
use crate::text::language::Language;
use crate::text::markdown::HeadingLevel;
use crate::web::error::{Error, Result};
use crate::web::guard::Checked;
use crate::web::page::{Frame, Reply};
use crate::web::public::answers::answer_html;

/// What the script puts into the page.
#[derive(Template)]
#[template(path = "staff/question_live.html")]
struct LivePart {
    frame: Frame,
    /// What the form must name the next time; nothing when it was not saved.
    version: Option<i32>,
    /// The hour and minute it was saved.
    time: String,
    /// The key of the sentence that says why it was not; empty when it was.
    problem: String,
    /// Someone saved another version meanwhile: the two can be seen together.
    is_stale: bool,
    language: Language,
    answer: String,
    reading: Reading,
}

/// What was saved, and for whom it is written.
struct Saved {
    version: i32,
    language: Language,
    age_band: AgeBand,
}

/// `POST /panel/questions/{id}/autosave`
pub async fn create(
    app: Data<App>,
    clinician: Clinician,
    checked: Checked<DraftForm>,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, errors } = checked;
    let (question, wording) = (question::read_id(&id)?, form.wording());
    if let Some((_, key)) = errors.list().first() {
        let part = problem(&request, key.clone(), &wording);
        return Ok(Reply::page(&part)?.with_status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    match save(&app, clinician, question, wording.clone(), form.version()).await {
        Ok(saved) => {
            let frame = Frame::of(&request);
            let part = LivePart {
                version: Some(saved.version),
                time: wall_time_in_norway(app.clock.now()).format("%H.%M").to_string(),
                problem: String::new(),
                is_stale: false,
                language: saved.language,
                answer: answer_html(frame.texts, &wording.answer, HeadingLevel::H4),
                reading: Reading::of(&wording.answer, saved.language, saved.age_band),
                frame,
            };
            Ok(Reply::page(&part)?)
        }
        Err(error) => {
            let is_stale = matches!(error, domain::Error::Refused(Refusal::StaleVersion));
            let error = Error::from(error);
            let part = LivePart { is_stale, ..problem(&request, error.key().to_owned(), &wording) };
            Ok(Reply::page(&part)?.with_status(error.status_code()))
        }
    }
}

async fn save(
    app: &App,
    clinician: Clinician,
    id: QuestionId,
    wording: Wording,
    seen_version: i32,
) -> domain::Result<Saved> {
    let (secret, lexicons, now) = (app.secret.clone(), app.lexicons.clone(), app.clock.now());
    app.database
        .write("answer.autosave", move |conn| {
            queue::lease::go_on(conn, &clinician, &id, now)?;
            let version = answer::autosave(conn, &secret, &clinician, &id, (&wording, seen_version))?;
            let Marker { language, age_band, .. } = Marker::open(conn, &lexicons.identifying, &clinician, &id)?;
            Ok(Saved { version, language, age_band })
        })
        .await
}

/// Nothing was saved: the text stays where it is, and only the sentence changes.
fn problem(request: &HttpRequest, key: String, wording: &Wording) -> LivePart {
    let frame = Frame::of(request);
    let language = frame.language();
    LivePart {
        version: None,
        time: String::new(),
        problem: key,
        is_stale: false,
        language,
        answer: answer_html(frame.texts, &wording.answer, HeadingLevel::H4),
        reading: Reading::default(),
        frame,
    }
}
