//! Columns, drawn here as the outlines of an SVG picture: no script, and a table beside it says the same in words.

use std::fmt::Write as _;

use crate::domain::statistics::Tally;
use crate::domain::statistics::week::Week;

/// What a week takes of the width, two columns and the space after them.
pub(super) const STEP: usize = 10;
/// The drawing's height. The page stretches it, so these are no pixels.
pub(super) const HEIGHT: i64 = 100;

/// Paths of columns from the lower edge; what was asked, what was answered, and those of either that are not told.
pub struct Chart {
    pub width: usize,
    /// The number at the upper edge.
    pub top: i64,
    pub asked: String,
    pub answered: String,
    pub few: String,
}

impl Chart {
    pub fn of(weeks: &[Week]) -> Self {
        let highest = weeks.iter().flat_map(|week| [week.asked, week.answered]).map(Tally::at_least).max();
        let mut chart = Self {
            width: weeks.len() * STEP,
            top: round_top(highest.unwrap_or_default()),
            asked: String::new(),
            answered: String::new(),
            few: String::new(),
        };
        for (number, week) in weeks.iter().enumerate() {
            let left = number * STEP + 1;
            chart.draw(left, week.asked, |chart| &mut chart.asked);
            chart.draw(left + 4, week.answered, |chart| &mut chart.answered);
        }
        chart
    }

    fn draw(&mut self, left: usize, tally: Tally, whose: fn(&mut Self) -> &mut String) {
        let height = tally.at_least() * HEIGHT / self.top;
        let path = match tally {
            Tally::None => return,
            Tally::Few | Tally::Hidden => &mut self.few,
            Tally::Exactly(_) => whose(self),
        };
        // Writing to a string cannot fail.
        let _written = write!(path, "M{left} {HEIGHT}v-{height}h4v{height}z");
    }
}

/// The lowest of 5, 10, 20, 50, 100 … that is not below the highest column.
pub(super) fn round_top(highest: i64) -> i64 {
    let mut tops = [5, 10, 20].into_iter();
    let mut scale = 1;
    loop {
        match tops.next() {
            Some(top) if top * scale >= highest => return top * scale,
            Some(_) => {}
            None => {
                scale *= 10;
                tops = [5, 10, 20].into_iter();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_on_the_lower_edge_and_are_as_high_as_their_number() {
        let monday = "2026-03-09".parse().unwrap();
        let week = |asked, answered| Week { monday, asked: Tally::of(asked), answered: Tally::of(answered) };
        let chart = Chart::of(&[week(10, 5), week(3, 0)]);
        assert_eq!((chart.width, chart.top), (20, 10));
        assert_eq!(chart.asked, "M1 100v-100h4v100z");
        assert_eq!(chart.answered, "M5 100v-50h4v50z");
        assert_eq!(chart.few, "M11 100v-20h4v20z");
    }

    #[test]
    fn the_upper_edge_is_a_round_number() {
        assert_eq!([0, 5, 6, 11, 21, 51, 101, 1999].map(round_top), [5, 5, 10, 20, 50, 100, 200, 2000]);
    }
}
