//! What will be forgotten when, and on what ground.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, web::Data};
use askama::Template;
use chrono::NaiveDate;

use crate::app::App;
use crate::domain::{self, question, receipt};
use crate::web::error::Result;
use crate::web::guard::SomeoneIn;
use crate::web::page::{Frame, Reply};

#[derive(Template)]
#[template(path = "staff/retention.html")]
struct RetentionPage<'a> {
    frame: Frame,
    rules: Vec<Rule<'a>>,
    /// Originals are archived, sealed, before they are deleted.
    has_archive: bool,
    /// Day, originals and receipts that go on it.
    coming: BTreeMap<NaiveDate, (i64, i64)>,
}

/// How long one kind of thing is kept, and why.
struct Rule<'a> {
    /// What the keys of its texts end in.
    word: &'static str,
    days: u32,
    ground: &'a str,
}

/// `GET /panel/retention`
pub async fn show(app: Data<App>, _someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let (originals, receipts) = (app.keep_originals(), app.keep_receipts());
    let coming = app
        .database
        .read("retention.count", move |conn| {
            let mut days: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
            for (day, count) in question::retention::count_to_forget(conn, originals)? {
                days.entry(day).or_default().0 += count;
            }
            for (day, count) in receipt::count_to_forget(conn, receipts)? {
                days.entry(day).or_default().1 += count;
            }
            Ok::<_, domain::Error>(days)
        })
        .await?;
    let retention = &app.settings.retention;
    let frame = Frame::of(&request);
    let language = frame.language();
    let rules = [
        ("answered", retention.answered_days, &retention.answered_ground),
        ("declined", retention.declined_days, &retention.declined_ground),
        ("receipt", retention.receipt_days, &retention.receipt_ground),
    ]
    .into_iter()
    .map(|(word, days, ground)| Rule { word, days, ground: ground.to(language) })
    .collect();
    let has_archive = app.archive().is_some();
    Reply::page(&RetentionPage { frame, rules, has_archive, coming })
}
