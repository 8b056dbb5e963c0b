//! What should be read again, and why; and a clinician's word that it still holds.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::NaiveDate;
use validator::Validate;

use crate::app::App;
use crate::clock::date_in_norway;
use crate::domain;
use crate::domain::article;
use crate::domain::publication::check::due::{self, Due, Terms, Why};
use crate::domain::publication::check::outside::{self, Dead};
use crate::domain::publication::check::{self, links};
use crate::domain::publication::{self, Publication};
use crate::domain::staff::{Clinician, Writer};
use crate::text::identifying::{Kind, Lexicon};
use crate::text::perishable::{names_dose, names_law};
use crate::web::error::Result;
use crate::web::form::{Fields, Form};
use crate::web::guard::{Checked, SomeoneIn};
use crate::web::page::{Frame, Notice, Reply};

/// A pair on the list.
struct Line {
    due: Due,
    /// Its links that lead nowhere.
    broken: Vec<String>,
    outside: Vec<Dead>,
}

/// An article on the list.
struct ArticleLine {
    due: article::due::Due,
    outside: Vec<Dead>,
}

/// A help service whose site did not answer well.
struct ServiceLine {
    name: String,
    outside: Vec<Dead>,
}

#[derive(Template)]
#[template(path = "staff/rechecks.html")]
struct RechecksPage {
    frame: Frame,
    lines: Vec<Line>,
    articles: Vec<ArticleLine>,
    services: Vec<ServiceLine>,
    /// When someone asked other houses last and found something.
    asked_on: Option<NaiveDate>,
    months: u32,
    sensitive_months: u32,
}

/// The words someone read.
#[derive(Validate)]
pub struct SeenForm {
    original: String,
}

impl Form for SeenForm {
    fn read(fields: &mut Fields) -> Self {
        Self { original: fields.line("original").chars().take(64).collect() }
    }
}

/// A day, as a date field sends it; nothing for none.
#[derive(Validate)]
pub struct DayForm {
    recheck_on: String,
}

impl Form for DayForm {
    fn read(fields: &mut Fields) -> Self {
        Self { recheck_on: fields.line("recheck_on") }
    }
}

/// `GET /panel/rechecks`
pub async fn index(app: Data<App>, _someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let today = date_in_norway(app.clock.now());
    let (months, sensitive_months) = (app.settings.review.recheck_months, app.settings.review.recheck_sensitive_months);
    let lexicons = app.lexicons.clone();
    let (lines, articles, mut of_services, asked_on) = app
        .database
        .read("publication.list_due", move |conn| {
            let names = |text: &str| named(&lexicons.identifying, text);
            let terms = Terms { today, months, sensitive_months, names: &names };
            let (mut lines, mut outside) = (Vec::new(), outside::list(conn, outside::Kind::Pair)?);
            for due in due::list(conn, &terms)? {
                let broken = links::list(conn, &due.pair.id)?;
                let outside = outside.remove(due.pair.id.as_str()).unwrap_or_default();
                lines.push(Line { due, broken, outside });
            }
            let mut outside_articles = outside::list(conn, outside::Kind::Article)?;
            let line = |due: article::due::Due| ArticleLine {
                outside: outside_articles.remove(due.article.id.as_str()).unwrap_or_default(),
                due,
            };
            let articles: Vec<ArticleLine> = article::due::list(conn, &terms)?.into_iter().map(line).collect();
            let services = outside::list(conn, outside::Kind::Service)?;
            Ok::<_, domain::Error>((lines, articles, services, outside::find_day(conn)?))
        })
        .await?;
    let frame = Frame::of(&request);
    let services = app.help_services.all().iter().filter_map(|service| {
        let name = service.name.to(frame.language()).to_owned();
        of_services.remove(&service.id).map(|outside| ServiceLine { name, outside })
    });
    let services = services.collect();
    Reply::page(&RechecksPage { frame, lines, articles, services, asked_on, months, sensitive_months })
}

/// What in a text goes out of date sooner. The numbers of help services are kept right elsewhere.
fn named(lexicon: &Lexicon, text: &str) -> Vec<Why> {
    let has_phone = lexicon.mark(text).iter().any(|mark| mark.kind == Kind::Phone);
    [(Why::Law, names_law(text)), (Why::Dose, names_dose(text)), (Why::Phone, has_phone)]
        .into_iter()
        .filter_map(|(why, is_named)| is_named.then_some(why))
        .collect()
}

/// `POST /panel/publications/{slug}/check`
pub async fn create(
    app: Data<App>,
    clinician: Clinician,
    checked: Checked<SeenForm>,
    slug: Path<String>,
) -> Result<Reply> {
    let (seen, now, here) = (checked.form.original, app.clock.now(), slug.clone());
    app.database
        .write("publication.check", move |conn| {
            let pair: Publication = publication::find_by_slug(conn, &slug)?;
            check::renew(conn, &clinician, (&pair, &seen), now)
        })
        .await?;
    Ok(Reply::see_other_with(&format!("/panel/publications/{here}"), Notice::PairChecked))
}

/// `POST /panel/publications/{slug}/recheck`: what is no date is none.
pub async fn update(app: Data<App>, writer: Writer, checked: Checked<DayForm>, slug: Path<String>) -> Result<Reply> {
    let (now, here) = (app.clock.now(), slug.clone());
    let day = checked.form.recheck_on.parse().ok();
    app.database
        .write("publication.plan_check", move |conn| {
            let pair: Publication = publication::find_by_slug(conn, &slug)?;
            check::plan(conn, &writer, (&pair, day), now)
        })
        .await?;
    Ok(Reply::see_other_with(&format!("/panel/publications/{here}"), Notice::Arranged))
}

impl RechecksPage {
    /// Why a link to another house did not answer well.
    fn trouble(&self, dead: &Dead) -> String {
        match dead.trouble.parse::<u16>() {
            Ok(status) => self.frame.t("trouble-status").with("status", i64::from(status)).to_string(),
            Err(_) => self.frame.t(format!("trouble-{}", dead.trouble)).to_string(),
        }
    }
}
