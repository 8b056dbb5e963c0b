//! What should be read again, and why; and a clinician's word that it still holds.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{Months, NaiveDate};
use validator::Validate;

use crate::app::App;
use crate::clock::date_in_norway;
use crate::domain;
use crate::domain::article::{self, Article};
use crate::domain::publication::check::due::{self, Due, Terms, Why};
use crate::domain::publication::check::{self, links};
use crate::domain::publication::version::original_of;
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
    /// Which words it has now.
    seen: String,
    /// Its links that lead nowhere.
    broken: Vec<String>,
}

/// An article on the list: its id, its title and when it was read.
struct ArticleLine {
    article: Article,
    title: String,
    read_on: NaiveDate,
}

#[derive(Template)]
#[template(path = "staff/rechecks.html")]
struct RechecksPage {
    frame: Frame,
    lines: Vec<Line>,
    articles: Vec<ArticleLine>,
    months: u32,
    sensitive_months: u32,
}

/// The words someone read, and whether they came from the list.
#[derive(Validate)]
pub struct SeenForm {
    original: String,
    is_from_list: bool,
}

impl Form for SeenForm {
    fn read(fields: &mut Fields) -> Self {
        Self {
            original: fields.line("original").chars().take(64).collect(),
            is_from_list: fields.line("from") == "list",
        }
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
    let (lines, articles) = app
        .database
        .read("publication.list_due", move |conn| {
            let names = |text: &str| named(&lexicons.identifying, text);
            let terms = Terms { today, months, sensitive_months, names: &names };
            let mut lines = Vec::new();
            for due in due::list(conn, &terms)? {
                let broken = links::list(conn, &due.pair.id)?;
                lines.push(Line { seen: original_of(&due.pair), due, broken });
            }
            Ok::<_, domain::Error>((lines, article::list_all(conn)?))
        })
        .await?;
    let oldest = today.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
    let articles = articles.into_iter().filter_map(|line| {
        let read_on = line.article.public_version.and(line.article.checked_on)?;
        (read_on <= oldest).then_some(ArticleLine { article: line.article, title: line.title, read_on })
    });
    let mut articles: Vec<ArticleLine> = articles.collect();
    articles.sort_by_key(|line| line.read_on);
    Reply::page(&RechecksPage { frame: Frame::of(&request), lines, articles, months, sensitive_months })
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
    let (form, now, here) = (checked.form, app.clock.now(), slug.clone());
    let seen = form.original;
    app.database
        .write("publication.check", move |conn| {
            let pair: Publication = publication::find_by_slug(conn, &slug)?;
            check::renew(conn, &clinician, (&pair, &seen), now)
        })
        .await?;
    let back = if form.is_from_list { "/panel/rechecks".to_owned() } else { format!("/panel/publications/{here}") };
    Ok(Reply::see_other_with(&back, Notice::PairChecked))
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
