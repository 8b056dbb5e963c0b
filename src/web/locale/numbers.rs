//! Numbers as a language writes them: «12 000», "12,000".

use fluent_bundle::FluentValue;

/// Shorter numbers are easy to read as they are, and four digits may be a year or a question's short name.
const LONG: usize = 5;

/// A long whole number in groups of three; `None` for whatever is none.
pub(super) fn grouped(value: &FluentValue<'_>, between: &str) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let text = number.as_string();
    let digits = text.trim_start_matches('-');
    if digits.len() < LONG || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut grouped = text.get(..text.len() - digits.len())?.to_owned();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push_str(between);
        }
        grouped.push(digit);
    }
    Some(grouped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_number_is_easy_to_read() {
        for (number, norwegian, english) in [
            (7, None, None),
            (4_000, None, None),
            (12_000, Some("12 000"), Some("12,000")),
            (1_000_000, Some("1 000 000"), Some("1,000,000")),
            (-12_345, Some("-12 345"), Some("-12,345")),
        ] {
            let value = FluentValue::from(number);
            assert_eq!(grouped(&value, " ").as_deref(), norwegian, "{number}");
            assert_eq!(grouped(&value, ",").as_deref(), english, "{number}");
        }
        assert_eq!(grouped(&FluentValue::from("12000"), ","), None);
    }
}
