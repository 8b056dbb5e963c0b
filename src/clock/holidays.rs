//! Norway's public holidays: the fixed ones, and those that follow Easter (lov om helligdager og helligdagsfred § 2,
//! lov om 1. og 17. mai).

use chrono::{Datelike, Days, NaiveDate};

/// First of January, the first and the seventeenth of May, the two days of Christmas, as month and day.
const FIXED: [(u32, u32); 5] = [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)];
/// Days before Easter Sunday: Maundy Thursday and Good Friday.
const BEFORE_EASTER: [u64; 2] = [3, 2];
/// Days from Easter Sunday: itself, Easter Monday, Ascension Day, Whit Sunday and Whit Monday.
const FROM_EASTER: [u64; 5] = [0, 1, 39, 49, 50];
/// Not holidays, but many close early or stay closed: the days before Christmas and New Year.
const EVES: [(u32, u32); 2] = [(12, 24), (12, 31)];

/// Whether this is a public holiday in Norway. Ordinary Sundays are not.
pub fn is_public_holiday(day: NaiveDate) -> bool {
    FIXED.contains(&(day.month(), day.day())) || follows_easter(day)
}

/// Whether this is Christmas Eve or New Year's Eve.
pub fn is_eve(day: NaiveDate) -> bool {
    EVES.contains(&(day.month(), day.day()))
}

/// Whether offices work: Monday to Friday, but for public holidays. The eves are working days: whoever waits, waits then too.
pub fn is_working_day(day: NaiveDate) -> bool {
    day.weekday().num_days_from_monday() < 5 && !is_public_holiday(day)
}

/// The first working day after a day.
pub fn next_working_day(day: NaiveDate) -> NaiveDate {
    day.iter_days().skip(1).find(|day| is_working_day(*day)).unwrap_or(day)
}

fn follows_easter(day: NaiveDate) -> bool {
    let Some(easter) = easter_sunday(day.year()) else { return false };
    BEFORE_EASTER.iter().any(|days| easter.checked_sub_days(Days::new(*days)) == Some(day))
        || FROM_EASTER.iter().any(|days| easter.checked_add_days(Days::new(*days)) == Some(day))
}

/// Easter Sunday by the Gregorian computus: the anonymous algorithm (Nature, 20 April 1876; Meeus, Astronomical
/// Algorithms, ch. 8).
#[expect(clippy::many_single_char_names, reason = "they are called so where the algorithm is printed")]
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let of_month = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(of_month / 31).ok()?, u32::try_from(of_month % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_is_when_the_almanac_says() {
        for easter in [
            "1818-03-22", // the earliest there is
            "1943-04-25", // the latest
            "2000-04-23",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2038-04-25",
            "2285-03-22",
        ] {
            assert_eq!(easter_sunday(day(easter).year()), Some(day(easter)));
        }
    }

    /// The red days that move, from the almanac: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension
    /// Day, Whit Sunday and Monday.
    const MOVING: [(i32, [&str; 7]); 5] = [
        (2026, ["04-02", "04-03", "04-05", "04-06", "05-14", "05-24", "05-25"]),
        (2027, ["03-25", "03-26", "03-28", "03-29", "05-06", "05-16", "05-17"]),
        (2028, ["04-13", "04-14", "04-16", "04-17", "05-25", "06-04", "06-05"]),
        (2029, ["03-29", "03-30", "04-01", "04-02", "05-10", "05-20", "05-21"]),
        (2030, ["04-18", "04-19", "04-21", "04-22", "05-30", "06-09", "06-10"]),
    ];

    #[test]
    fn the_red_days_of_five_years_and_no_other_day() {
        for (year, moving) in MOVING {
            let fixed = ["01-01", "05-01", "05-17", "12-25", "12-26"];
            let mut red: Vec<String> = moving.iter().chain(&fixed).map(|end| format!("{year}-{end}")).collect();
            red.sort();
            // In 2027 Whit Monday is the seventeenth of May.
            red.dedup();
            let days = day(&format!("{year}-01-01")).iter_days().take_while(|day| day.year() == year);
            let found: Vec<String> = days.filter(|day| is_public_holiday(*day)).map(|day| day.to_string()).collect();
            assert_eq!(found, red);
        }
    }

    #[test]
    fn the_next_working_day_passes_over_weekends_and_holidays() {
        for (from, next) in [
            ("2026-03-10", "2026-03-11"),
            ("2026-03-13", "2026-03-16"),
            // From the Wednesday before Easter to the Tuesday after it.
            ("2026-04-01", "2026-04-07"),
            ("2026-12-23", "2026-12-24"),
            ("2026-12-24", "2026-12-28"),
        ] {
            assert_eq!(next_working_day(day(from)), day(next), "{from}");
        }
    }

    #[test]
    fn the_days_before_are_no_holidays() {
        for eve in ["2026-12-24", "2026-12-31"] {
            assert!(is_eve(day(eve)) && !is_public_holiday(day(eve)), "{eve}");
        }
        // Wednesday before, Saturday between, an ordinary Sunday, the day after.
        for usual in ["2026-04-01", "2026-04-04", "2026-04-12", "2026-12-27"] {
            assert!(!is_eve(day(usual)) && !is_public_holiday(day(usual)), "{usual}");
        }
    }
}
