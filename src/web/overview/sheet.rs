//! A year as a sheet that a Norwegian spreadsheet program opens as it is: semicolons, and a mark of UTF-8 before the first.

use chrono::Datelike;

use super::Overview;
use crate::web::error::Result;
use crate::web::page::Reply;

const KIND: &str = "text/csv; charset=utf-8";
const MARK: &str = "\u{feff}";

/// `year;what;value;name;count`. Numbers under five are written `<5`, hidden ones `:`; a month's wait of which too little is
/// known has no line.
pub fn sheet(overview: &Overview) -> Result<Reply> {
    let mut rows = csv::WriterBuilder::new().delimiter(b';').from_writer(MARK.as_bytes().to_vec());
    let year = overview.year.to_string();
    let mut write = |fields: [&str; 5]| rows.write_record(fields).map_err(askama::Error::custom);
    write(["year", "what", "value", "name", "count"])?;
    for week in &overview.weeks {
        let number = week.monday.iso_week();
        let value = format!("{}-W{:02}", number.year(), number.week());
        for (what, tally) in [("week_asked", week.asked), ("week_answered", week.answered)] {
            write([&year, what, &value, &week.monday.to_string(), &tally.to_string()])?;
        }
    }
    for (month, days) in overview.waits.iter().filter_map(|(month, days)| Some((month, (*days)?))) {
        let value = month.format("%Y-%m").to_string();
        write([&year, "wait_median_days", &value, &month.to_string(), &days.to_string()])?;
    }
    for table in &overview.tables {
        for line in &table.lines {
            write([&year, table.dimension.word(), &line.value, &line.name, &line.tally.to_string()])?;
        }
    }
    let bytes = rows.into_inner().map_err(|error| askama::Error::custom(error.into_error()))?;
    Ok(Reply::document(KIND, String::from_utf8(bytes).map_err(askama::Error::custom)?))
}
