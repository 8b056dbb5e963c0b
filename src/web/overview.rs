//! A year in numbers, for everyone and for staff. Only weeks and months that are over: a number that goes up while one
//! looks would say when somebody asked.

mod chart;
mod sheet;
mod wait;

use actix_web::HttpRequest;
use chrono::{Datelike, NaiveDate};

pub use self::chart::Chart;
pub use self::sheet::sheet;
pub use self::wait::WaitChart;
use super::error::{Error, Result};
use super::page::Frame;
use crate::app::App;
use crate::clock::{date_in_norway, first_of_month};
use crate::domain;
use crate::domain::audience::{AgeBand, Gender};
use crate::domain::statistics::week::{self, Week};
use crate::domain::statistics::{self, Dimension, Month, Tally};
use crate::domain::wait::month;

/// One year.
pub struct Overview {
    pub year: i32,
    /// The years there is something of, the newest first.
    pub years: Vec<i32>,
    pub weeks: Vec<Week>,
    /// How long answers took in the months that are over.
    pub waits: Vec<month::Month>,
    pub tables: Vec<Shares>,
}

/// How a year's questions fall on the values of one dimension.
pub struct Shares {
    pub dimension: Dimension,
    pub lines: Vec<Share>,
}

pub struct Share {
    /// As it is stored.
    pub value: String,
    /// As its reader calls it.
    pub name: String,
    pub tally: Tally,
    /// Of the longest in its table, in per cent. A number that is not told has no bar: any length would be a false one.
    pub length: Option<i64>,
}

impl Overview {
    /// Reads one year; without one, the year of the last month that is over.
    pub async fn load(
        app: &App,
        request: &HttpRequest,
        year: Option<&str>,
        dimensions: &'static [Dimension],
    ) -> Result<Self> {
        let today = date_in_norway(app.clock.now());
        let newest = newest_year(today);
        let year = year.map_or(Ok(newest), |year| year.parse().map_err(|_| Error::NotFound))?;
        let (Some(from), true) = (NaiveDate::from_ymd_opt(year, 1, 1), year <= newest) else {
            return Err(Error::NotFound);
        };
        let until = NaiveDate::from_ymd_opt(year + 1, 1, 1).map_or(today, |end| end.min(first_of_month(today)));
        let (first, (weeks, waits), sums) = app
            .database
            .read("statistics.list_year", move |conn| {
                let sum =
                    |dimension: &Dimension| Ok((*dimension, statistics::sum_months(conn, *dimension, (from, until))?));
                let sums = dimensions.iter().map(sum).collect::<domain::Result<Vec<_>>>()?;
                let told = (week::list(conn, year, today)?, month::list(conn, year, today)?);
                Ok::<_, domain::Error>((statistics::first_month(conn)?, told, sums))
            })
            .await?;
        let oldest = first.map_or(newest, |month| month.year());
        if year < oldest {
            return Err(Error::NotFound);
        }
        let frame = Frame::of(request);
        let tables = sums.into_iter().map(|(dimension, sums)| Shares::of(app, &frame, dimension, sums)).collect();
        Ok(Self { year, years: (oldest..=newest).rev().collect(), weeks, waits, tables })
    }

    pub fn chart(&self) -> Chart {
        Chart::of(&self.weeks)
    }

    pub fn wait_chart(&self) -> WaitChart {
        WaitChart::of(&self.waits)
    }

    /// Whether the wait of any month can be told.
    pub fn has_waits(&self) -> bool {
        self.waits.iter().any(|(_, days)| days.is_some())
    }

    pub fn is_empty(&self) -> bool {
        !self.has_weeks() && !self.has_waits() && self.tables.iter().all(|table| table.lines.is_empty())
    }

    /// Whether there is a column to draw.
    pub fn has_weeks(&self) -> bool {
        self.weeks.iter().any(|week| (week.asked, week.answered) != (Tally::None, Tally::None))
    }
}

impl Shares {
    fn of(app: &App, frame: &Frame, dimension: Dimension, sums: Month) -> Self {
        let longest = sums.values().copied().map(Tally::at_least).max().unwrap_or_default().max(1);
        let line = |(value, tally): (String, Tally)| Share {
            name: name_of(app, frame, dimension, &value),
            length: tally.is_exact().then(|| tally.at_least() * 100 / longest),
            value,
            tally,
        };
        let mut lines: Vec<Share> = sums.into_iter().map(line).collect();
        match dimension {
            Dimension::AgeBand => lines.sort_by_key(|line| AgeBand::from_word(&line.value)),
            Dimension::Gender => lines.sort_by_key(|line| Gender::from_word(&line.value)),
            _ => lines.sort_by_key(|line| std::cmp::Reverse(line.tally)),
        }
        Self { dimension, lines }
    }
}

/// The year of the last month that is over.
pub fn newest_year(today: NaiveDate) -> i32 {
    first_of_month(today).pred_opt().map_or(today.year(), |day| day.year())
}

/// A value in the reader's language; one that the content files no longer have is shown as it is.
pub fn name_of(app: &App, frame: &Frame, dimension: Dimension, value: &str) -> String {
    let language = frame.language();
    match dimension {
        Dimension::Topic => frame.topic_name(value).to_owned(),
        Dimension::Region => match app.regions.find(value) {
            Some(region) => region.name.to(language).to_owned(),
            None => frame.t("unsaid").to_string(),
        },
        Dimension::Gender => frame.t(format!("gender-{value}")).to_string(),
        Dimension::AgeBand => frame.t(format!("age-{value}")).to_string(),
        Dimension::Urgency => frame.t(format!("urgency-{value}")).to_string(),
        Dimension::Outcome => frame.t(format!("outcome-{value}")).to_string(),
    }
}
