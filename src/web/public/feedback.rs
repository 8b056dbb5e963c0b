//! The two small forms under an answer: whether it helped, which is only counted, and what is wrong in it, which is
//! sealed. Both show the pair again; neither needs script, cookie or name.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use validator::Validate;

use super::answers::{Returned, pair_page};
use crate::app::App;
use crate::domain::feedback::{self, Verdict};
use crate::domain::report::{self, Kind};
use crate::domain::{self, publication};
use crate::text::count_characters;
use crate::text::identifying;
use crate::web::error::{Error, Result, kind_of};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::page::{Frame, Reply};
use crate::web::visitor::Visitor;

/// The most a reader may write of what is wrong; in characters.
const LONGEST_REPORT: usize = 500;

#[derive(Validate)]
struct FeedbackForm {
    verdict: String,
}

impl Form for FeedbackForm {
    fn read(fields: &mut Fields) -> Self {
        Self { verdict: fields.line("svar") }
    }
}

#[derive(Validate)]
struct ReportForm {
    #[validate(length(min = 1, code = "error-report-kind"))]
    kind: String,
    text: String,
}

impl Form for ReportForm {
    fn read(fields: &mut Fields) -> Self {
        Self { kind: fields.line("kind"), text: fields.text("text") }
    }
}

/// `GET` of either form's address: someone loaded the page again, or changed its language.
pub async fn show(slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    if !publication::is_slug(&slug) {
        return Err(Error::NotFound);
    }
    Ok(Reply::see_other(&Frame::of(&request).link(format!("/sporsmal/{slug}"))))
}

/// `POST /sporsmal/{slug}/tilbakemelding`: says thank you whether it was counted or not.
pub async fn create(
    app: Data<App>,
    visitor: Visitor,
    slug: Path<String>,
    mut fields: Fields,
    request: HttpRequest,
) -> Result<Reply> {
    let (form, _) = fields.read::<FeedbackForm>();
    let wanted = slug.clone();
    let pair = app.database.read("publication.find", move |conn| publication::find_by_slug(conn, &wanted)).await?;
    let Some(verdict) = Verdict::from_word(&form.verdict) else {
        return pair_page(&app, &request, slug.into_inner(), Returned::default()).await;
    };
    if app.limits.count_feedback(&visitor.0, &pair.slug) {
        app.database.write("feedback.count", move |conn| feedback::count(conn, &pair.id, verdict)).await?;
    }
    let returned = Returned { is_thanked: true, ..Returned::default() };
    Ok(pair_page(&app, &request, slug.into_inner(), returned).await?.not_stored())
}

/// `POST /sporsmal/{slug}/feil`
pub async fn report(
    app: Data<App>,
    visitor: Visitor,
    slug: Path<String>,
    mut fields: Fields,
    request: HttpRequest,
) -> Result<Reply> {
    let (form, mut errors) = fields.read::<ReportForm>();
    let kind = check(&form, fields.is_cut, &mut errors);
    let Some(kind) = kind.filter(|_| errors.is_empty()) else {
        return give_back(&app, &request, slug.into_inner(), form, errors).await;
    };
    if !app.limits.count_report(&visitor.0) {
        errors.add("report-text", "error-report-too-many");
        return give_back(&app, &request, slug.into_inner(), form, errors).await;
    }
    match hand_in(&app, &request, slug.clone(), kind, &form.text).await {
        Ok(()) => {
            let returned = Returned { is_reported: true, ..Returned::default() };
            Ok(pair_page(&app, &request, slug.into_inner(), returned).await?.not_stored())
        }
        Err(domain::Error::NotFound) => Err(Error::NotFound),
        Err(error) => {
            tracing::error!(error = %kind_of(&error), "a report could not be kept");
            errors.add("report-text", "error-report-not-kept");
            give_back(&app, &request, slug.into_inner(), form, errors).await
        }
    }
}

fn check(form: &ReportForm, is_cut: bool, errors: &mut FormErrors) -> Option<Kind> {
    let kind = Kind::from_word(&form.kind);
    if kind.is_none() {
        errors.add("kind", "error-report-kind");
    }
    if is_cut || count_characters(&form.text) > LONGEST_REPORT {
        errors.add("report-text", "error-report-long");
    }
    // The other kinds say what is wrong by themselves.
    if kind == Some(Kind::Other) && form.text.is_empty() {
        errors.add("report-text", "error-report-empty");
    }
    kind
}

/// Takes out the numbers and addresses that nobody should send by mistake, seals the rest and keeps it.
async fn hand_in(app: &App, request: &HttpRequest, slug: String, kind: Kind, text: &str) -> domain::Result<()> {
    let marks = app.lexicons.identifying.warn(text);
    let text = identifying::remove_numbers(text, &marks, &Frame::of(request).t("removed-words").to_string());
    let (secret, now) = (app.secret.clone(), app.clock.now());
    app.database
        .write("report.hand_in", move |conn| {
            let pair = publication::find_by_slug(conn, &slug)?;
            report::hand_in(conn, &secret, &pair.id, (kind, &text), now)
        })
        .await
}

/// The pair with the form open and everything typed still in it.
async fn give_back(
    app: &Data<App>,
    request: &HttpRequest,
    slug: String,
    form: ReportForm,
    errors: FormErrors,
) -> Result<Reply> {
    let status = match errors.of("report-text") {
        "error-report-too-many" => StatusCode::TOO_MANY_REQUESTS,
        "error-report-not-kept" => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let returned = Returned { kind: form.kind, text: form.text, errors, ..Returned::default() };
    Ok(pair_page(app, request, slug, returned).await?.with_status(status).not_stored())
}
