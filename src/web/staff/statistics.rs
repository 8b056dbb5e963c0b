//! The counters of the last twelve months. One dimension at a time, and no number under five.

pub mod year;

use std::collections::BTreeMap;

use actix_web::{HttpRequest, web::Data};
use askama::Template;
use chrono::{Datelike, Months, NaiveDate};

use crate::app::App;
use crate::clock::{date_in_norway, first_of_month};
use crate::domain;
use crate::domain::statistics::{self, Dimension, Month, Tally};
use crate::web::error::Result;
use crate::web::guard::SomeoneIn;
use crate::web::overview::{name_of, newest_year};
use crate::web::page::{Frame, Reply};

const MONTHS: Months = Months::new(11);

#[derive(Template)]
#[template(path = "staff/statistics.html")]
struct StatisticsPage {
    frame: Frame,
    tables: Vec<Table>,
    /// The years of which something was counted in a whole month.
    years: Vec<i32>,
}

/// One dimension: its months, newest first, and a line for each value.
struct Table {
    dimension: Dimension,
    months: Vec<NaiveDate>,
    lines: Vec<(String, Vec<Tally>)>,
}

/// `GET /panel/statistics`
pub async fn show(app: Data<App>, _someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let today = date_in_norway(app.clock.now());
    let since = today.checked_sub_months(MONTHS).map_or(today, first_of_month);
    let (first, counted) = app
        .database
        .read("statistics.list_months", move |conn| {
            let first = statistics::first_month(conn)?;
            let list = |dimension: &Dimension| Ok((*dimension, statistics::list_months(conn, *dimension, since)?));
            Ok::<_, domain::Error>((first, Dimension::ALL.iter().map(list).collect::<domain::Result<Vec<_>>>()?))
        })
        .await?;
    let frame = Frame::of(&request);
    let tables = counted.into_iter().map(|(dimension, months)| Table::of(&app, &frame, dimension, &months)).collect();
    let years = first.map_or_else(Vec::new, |month| (month.year()..=newest_year(today)).rev().collect());
    Reply::page(&StatisticsPage { frame, tables, years })
}

impl Table {
    fn of(app: &App, frame: &Frame, dimension: Dimension, counted: &BTreeMap<NaiveDate, Month>) -> Self {
        let mut values: Vec<&String> = counted.values().flat_map(BTreeMap::keys).collect();
        values.sort();
        values.dedup();
        let line = |value: &String| {
            let tally = |month: &Month| month.get(value).copied().unwrap_or(Tally::None);
            (name_of(app, frame, dimension, value), counted.values().rev().map(tally).collect())
        };
        Self {
            dimension,
            months: counted.keys().rev().copied().collect(),
            lines: values.into_iter().map(line).collect(),
        }
    }
}
