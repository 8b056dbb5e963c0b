//! How long answers took, month by month: columns as high as the median's days, and the same in words beside them.

use std::fmt::Write as _;

use super::chart::{HEIGHT, STEP, round_top};
use crate::domain::wait::month::Month;

/// Columns from the lower edge, one for each month there is something to tell of.
pub struct WaitChart {
    pub width: usize,
    /// The days at the upper edge.
    pub top: i64,
    pub columns: String,
}

impl WaitChart {
    pub fn of(months: &[Month]) -> Self {
        let longest = months.iter().filter_map(|(_, days)| *days).max().unwrap_or_default();
        let top = round_top(longest.into());
        let mut columns = String::new();
        for (number, (_, days)) in months.iter().enumerate() {
            let Some(days) = days else { continue };
            let height = i64::from(*days) * HEIGHT / top;
            // Writing to a string cannot fail.
            let _written = write!(columns, "M{} {HEIGHT}v-{height}h6v{height}z", number * STEP + 2);
        }
        Self { width: months.len() * STEP, top, columns }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_of_which_nothing_can_be_told_has_no_column() {
        let month = |text: &str, days| (text.parse().unwrap(), days);
        let chart =
            WaitChart::of(&[month("2026-01-01", Some(3)), month("2026-02-01", None), month("2026-03-01", Some(6))]);
        assert_eq!((chart.width, chart.top), (30, 10));
        assert_eq!(chart.columns, "M2 100v-30h6v30zM22 100v-60h6v60z");
    }
}
