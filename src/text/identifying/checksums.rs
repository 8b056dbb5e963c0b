//! The arithmetic of Norwegian numbers and of cards. Never derives sex or age from a number.

/// A digit string as numbers; empty if anything else is in it.
fn digits(text: &str) -> Vec<u32> {
    text.chars().map(|digit| digit.to_digit(10)).collect::<Option<Vec<_>>>().unwrap_or_default()
}

fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11
}

fn pair(digits: &[u32], first: usize) -> u32 {
    digits.get(first).zip(digits.get(first + 1)).map_or(0, |(tens, ones)| tens * 10 + ones)
}

/// Both check digits of a national number, by today's rule or the one for numbers issued from 2032 on, when the
/// first may leave a remainder of 0 to 3 (Skatteetaten's announced change; sums checked on the numbers in the tests).
fn has_check_digits(digits: &[u32]) -> bool {
    digits.len() == 11
        && weighted(digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) <= 3
        && weighted(digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) == 0
}

/// A birth number, D-number, H-number or synthetic number: a day and month (with what those add) and check digits.
pub(super) fn is_national_id(number: &str) -> bool {
    let digits = digits(number);
    let (day, month, year) = (pair(&digits, 0), pair(&digits, 2), pair(&digits, 4));
    let day = if day > 40 { day - 40 } else { day };
    let month = match month {
        81.. => month - 80,
        66..=77 => month - 65,
        41.. => month - 40,
        _ => month,
    };
    // The century is not asked for: 29 February needs a year that can be divided by four, 1900 aside.
    has_check_digits(&digits) && is_date(day, month, 2000 + year)
}

/// The older help number of hospitals: begins with 8 or 9, has no date in it, and both check digits.
pub(super) fn is_hospital_number(number: &str) -> bool {
    number.starts_with(['8', '9']) && has_check_digits(&digits(number))
}

pub(super) fn is_bank_account(number: &str) -> bool {
    let digits = digits(number);
    digits.len() == 11 && weighted(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) == 0
}

/// The Luhn sum (ISO/IEC 7812-1) of a card of 15 or 16 digits from the ranges that are in use.
pub(super) fn is_payment_card(number: &str) -> bool {
    let digits = digits(number);
    let sum: u32 = digits
        .iter()
        .rev()
        .zip([false, true].into_iter().cycle())
        .map(|(digit, is_doubled)| if is_doubled { digit * 2 / 10 + digit * 2 % 10 } else { *digit })
        .sum();
    matches!(digits.len(), 15 | 16) && number.starts_with(['2', '3', '4', '5', '6']) && sum.is_multiple_of(10)
}

/// A day that exists in the calendar.
pub(super) fn is_date(day: u32, month: u32, year: u32) -> bool {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn national_numbers_of_every_series_and_both_rules_are_known() {
        for number in [
            "15821050054",
            "01810950087",
            "29840850070",
            "55821050048", // today, with month + 80
            "15821050062",
            "15821050070",
            "15821050089",
            "29840850089",
            "29840850097", // from 2032
            "13097248022",
            "29020075838",
            "53097248016",
            "13527248013",
            "10915596784",
            "68467038838",
        ] {
            assert!(is_national_id(number), "{number}");
        }
    }

    #[test]
    fn a_wrong_digit_or_a_day_that_is_not_is_no_national_number() {
        for number in ["13097248032", "29020112345", "00000000000", "1309724802", "130972480222", "1309724802x", ""] {
            assert!(!is_national_id(number), "{number}");
        }
    }

    #[test]
    fn accounts_and_cards_have_their_sums() {
        assert!(is_bank_account("76940512057"));
        assert!(!is_bank_account("76940512058"));
        assert!(is_payment_card("4242424242424242") && is_payment_card("378282246310005"));
        assert!(!is_payment_card("4242424242424241") && !is_payment_card("0000000000000000"));
    }

    #[test]
    fn dates_follow_the_calendar() {
        for (day, month, year, exists) in
            [(29, 2, 2008, true), (29, 2, 2009, false), (31, 4, 2010, false), (0, 1, 2010, false), (1, 13, 2010, false)]
        {
            assert_eq!(is_date(day, month, year), exists, "{day}.{month}.{year}");
        }
    }
}
