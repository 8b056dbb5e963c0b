//! What is done with a version: saved, sent to a colleague, decided on, made public, taken back.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use validator::Validate;

use super::desk::{self, Returned};
use super::path;
use crate::app::App;
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::domain::answer::Wording;
use crate::domain::ids::words;
use crate::domain::publication::version::work::{self, Key, Seen};
use crate::domain::publication::version::{self, Variant};
use crate::domain::publication::{self, Publication};
use crate::domain::staff::{Reviewer, SignedIn};
use crate::domain::{self, Refusal};
use crate::web::error::{Error, Result, refusal_key};
use crate::web::form::{Fields, Form};
use crate::web::guard::{Button, Checked, SomeoneIn};
use crate::web::page::{Notice, Reply};
use crate::web::staff::draft::kept_text;
use crate::web::staff::insertion;
use crate::web::staff::review::Verdict;

words!(
    /// What the writer wants done; every one of them saves first.
    Step, "step" {
        Save = "save",
        Preview = "preview",
        SendToReview = "review",
    }
);

/// The words as typed, and what they were written beside.
#[derive(Validate)]
pub struct VersionForm {
    #[validate(length(max = 120, code = "error-title-long"))]
    title: String,
    #[validate(length(max = 6000, code = "error-edited-long"))]
    question: String,
    #[validate(length(max = 20000, code = "error-answer-long"))]
    answer: String,
    number: i32,
    original: String,
    step: String,
}

impl Form for VersionForm {
    fn read(fields: &mut Fields) -> Self {
        Self {
            title: fields.line("title"),
            question: fields.text("question"),
            answer: fields.text("answer"),
            number: fields.number("number"),
            original: fields.line("original").chars().take(64).collect(),
            step: fields.line("do"),
        }
    }
}

impl VersionForm {
    fn wording(&self) -> Wording {
        let (title, question, answer) = (self.title.clone(), self.question.clone(), self.answer.clone());
        Wording { title, question, answer, ..Wording::default() }
    }
}

#[derive(Validate)]
pub struct VerdictForm {
    #[validate(length(max = 4000, code = "error-note-long"))]
    note: String,
    number: i32,
    verdict: String,
}

impl Form for VerdictForm {
    fn read(fields: &mut Fields) -> Self {
        Self { note: fields.text("note"), number: fields.number("number"), verdict: fields.line("do") }
    }
}

type Place = Path<(String, String)>;

/// `POST /panel/publications/{slug}/versions/{version}`
///
/// A version is the work of an hour: whatever goes wrong, its text comes back.
pub async fn update(
    app: Data<App>,
    someone: Result<SomeoneIn>,
    mut fields: Fields,
    place: Place,
    request: HttpRequest,
) -> Result<Reply> {
    let allowed = someone
        .and_then(|someone| Checked::<VersionForm>::verify(&request, &mut fields).map(|checked| (someone, checked)));
    let (someone, Checked { form, mut errors }) = match allowed {
        Ok(allowed) => allowed,
        Err(error) => return kept_text(&request, fields.read::<VersionForm>().0.wording(), &error),
    };
    let step = Step::from_word(&form.step).unwrap_or(Step::Save);
    let wording = form.wording();
    let mut returned = Returned { typed: Some(wording.clone()), ..Returned::default() };
    if step == Step::SendToReview {
        for (field, typed) in [("title", &form.title), ("question", &form.question), ("answer", &form.answer)] {
            if typed.is_empty() {
                errors.add(field, "error-needed-for-review");
            }
        }
        if insertion::has_gap(&form.answer) {
            errors.add("answer", "error-answer-gap");
        }
    }
    if errors.is_empty() {
        match take_step(&app, &someone, &place, form, step).await {
            Ok(()) if step == Step::Preview => returned = Returned { with_preview: true, ..Returned::default() },
            Ok(()) => return saved(&place, step),
            Err(domain::Error::Refused(refusal)) => returned.refusal = refusal_key(&refusal),
            Err(error) => return kept_text(&request, wording, &error.into()),
        }
    }
    desk::page(&app, &someone.0, &place, &request, &Returned { errors, ..returned }).await
}

/// The version's page with words that were typed before the session ended; they are not saved yet.
pub async fn go_on(
    app: &Data<App>,
    someone: &SignedIn,
    place: &(String, String),
    fields: &mut Fields,
    request: &HttpRequest,
) -> Result<Reply> {
    let (form, errors) = fields.read::<VersionForm>();
    let (variant, slug) = (read(&place.1)?, place.0.clone());
    let (number, original) = app
        .database
        .read("version.find", move |conn| {
            let pair = publication::find_by_slug(conn, &slug)?;
            let version = version::find(conn, &pair.id, variant)?;
            Ok::<_, domain::Error>((version.map_or(0, |version| version.number), version::original_of(&pair)))
        })
        .await?;
    let refusal = match () {
        () if number != form.number => refusal_key(&Refusal::StaleVersion),
        () if original != form.original => refusal_key(&Refusal::OriginalChanged),
        () => "",
    };
    let returned = Returned { typed: Some(form.wording()), errors, refusal, ..Returned::default() };
    desk::page(app, someone, place, request, &returned).await
}

/// The version's page with a note that was typed before the session ended.
pub async fn go_on_reviewing(
    app: &Data<App>,
    someone: &SignedIn,
    place: &(String, String),
    fields: &mut Fields,
    request: &HttpRequest,
) -> Result<Reply> {
    let (form, errors) = fields.read::<VerdictForm>();
    desk::page(app, someone, place, request, &Returned { note: form.note, errors, ..Returned::default() }).await
}

fn saved(place: &Place, step: Step) -> Result<Reply> {
    let notice = if step == Step::SendToReview { Notice::SentToReview } else { Notice::Saved };
    Ok(Reply::see_other_with(&path(&place.0, read(&place.1)?), notice))
}

async fn take_step(app: &App, someone: &SomeoneIn, place: &Place, form: VersionForm, step: Step) -> domain::Result<()> {
    let (someone, now) = (someone.0.clone(), app.clock.now());
    let wording = form.wording();
    let seen = Seen { number: form.number, original: form.original };
    on_version(app, "version.save", place, move |conn, key| {
        work::save(conn, &someone, key, (&wording, &seen), now)?;
        if step == Step::SendToReview { work::send_to_review(conn, &someone, key, now) } else { Ok(()) }
    })
    .await
}

/// `POST /panel/publications/{slug}/versions/{version}/review`
pub async fn review(
    app: Data<App>,
    reviewer: Reviewer,
    checked: Checked<VerdictForm>,
    place: Place,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, mut errors } = checked;
    let verdict = Verdict::from_word(&form.verdict);
    if verdict == Some(Verdict::SendBack) && form.note.is_empty() {
        errors.add("note", "error-note-missing");
    }
    let mut returned = Returned { note: form.note.clone(), errors, ..Returned::default() };
    if let (Some(verdict), true) = (verdict, returned.errors.is_empty()) {
        match decide(&app, &reviewer, &place, form, verdict).await {
            Ok(()) => return decided(&place, verdict),
            Err(domain::Error::Refused(refusal)) => returned.refusal = refusal_key(&refusal),
            Err(error) => return Err(error.into()),
        }
    }
    desk::page(&app, &reviewer, &place, &request, &returned).await
}

async fn decide(
    app: &App,
    reviewer: &Reviewer,
    place: &Place,
    form: VerdictForm,
    verdict: Verdict,
) -> domain::Result<()> {
    let (secret, reviewer, now) = (app.secret.clone(), reviewer.clone(), app.clock.now());
    on_version(app, "version.review", place, move |conn, key| {
        let seen = (key, form.number);
        match verdict {
            Verdict::SendBack => work::send_back(conn, &reviewer, seen, &form.note, now),
            Verdict::Approve => work::approve(conn, &secret, &reviewer, seen, now),
            Verdict::Publish => {
                work::approve(conn, &secret, &reviewer, seen, now)?;
                work::publish(conn, &secret, &reviewer, key, now)
            }
        }
    })
    .await
}

fn decided(place: &Place, verdict: Verdict) -> Result<Reply> {
    let notice = match verdict {
        Verdict::SendBack => Notice::SentBack,
        Verdict::Approve => Notice::Approved,
        Verdict::Publish => Notice::VersionPublic,
    };
    Ok(Reply::see_other_with(&path(&place.0, read(&place.1)?), notice))
}

/// `POST /panel/publications/{slug}/versions/{version}/publication`
pub async fn publish(app: Data<App>, someone: SomeoneIn, _button: Checked<Button>, place: Place) -> Result<Reply> {
    let (secret, now) = (app.secret.clone(), app.clock.now());
    on_version(&app, "version.publish", &place, move |conn, key| work::publish(conn, &secret, &someone.0, key, now))
        .await?;
    decided(&place, Verdict::Publish)
}

/// `POST /panel/publications/{slug}/versions/{version}/withdrawal`
pub async fn take_back(app: Data<App>, someone: SomeoneIn, _button: Checked<Button>, place: Place) -> Result<Reply> {
    let now: Moment = app.clock.now();
    on_version(&app, "version.take_back", &place, move |conn, key| work::take_back(conn, &someone.0, key, now)).await?;
    Ok(Reply::see_other_with(&path(&place.0, read(&place.1)?), Notice::VersionTakenBack))
}

/// One act on the version that an address names, in one transaction.
async fn on_version(
    app: &App,
    act: &'static str,
    (slug, word): &(String, String),
    act_on: impl FnOnce(&mut AnyConnection, Key<'_>) -> domain::Result<()> + Send + 'static,
) -> domain::Result<()> {
    let variant = Variant::from_word(word).ok_or(domain::Error::NotFound)?;
    let slug = slug.clone();
    app.database
        .write(act, move |conn| {
            let pair: Publication = publication::find_by_slug(conn, &slug)?;
            act_on(conn, Key { pair: &pair, variant })
        })
        .await
}

fn read(word: &str) -> Result<Variant> {
    Variant::from_word(word).ok_or(Error::NotFound)
}
