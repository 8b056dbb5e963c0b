//! What in an answer goes out of date before the rest: laws and doses. Rough on purpose: it only says what to read again.

use std::sync::LazyLock;

use regex::Regex;

/// «§ 12», «straffeloven», «legemiddelforskriften», «helselova», "the Penal Code", "act of 2018".
static LAW: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)§|\b(lov(en|er|ene|a)?|[\p{L}]{3,}(lov|loven|lova|lovene|forskrift|forskriften|forskrifta))\b|\b(the law|[a-z]+ act|penal code)\b").ok()
});

/// A number with a unit that medicines and substances are counted in.
static DOSE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\d\s*(mg|milligram|mcg|µg|mikrogram|ug|g|gram|ml|milliliter|cl|dl|enheter|einingar|promille|‰|tablett(er|ar)?|pille(r|ne)?|tablets?|pills?|units)(\b|\s|$|[.,;:/)])").ok()
});

/// Words that end like a law and are none.
const NO_LAWS: [&str; 6] = ["tillov", "forlov", "forloven", "trolov", "overlov", "lover"];

/// Whether a text names a law or a paragraph of one.
pub fn names_law(text: &str) -> bool {
    let Some(law) = LAW.as_ref() else { return false };
    law.find_iter(text).any(|found| !NO_LAWS.contains(&found.as_str().to_lowercase().as_str()))
}

/// Whether a text names an amount of something one takes.
pub fn names_dose(text: &str) -> bool {
    DOSE.as_ref().is_some_and(|dose| dose.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_law_is_seen() {
        for (text, is_law) in [
            ("Se § 12.", true),
            ("Det står i straffeloven.", true),
            ("Legemiddelforskriften sier det.", true),
            ("Helsepersonellova gjeld.", true),
            ("Det er ikke lov.", true),
            ("The Penal Code says so.", true),
            ("Jeg lover at det går bra.", false),
            ("De er forlovet og elsker hverandre.", false),
            ("Sov godt.", false),
        ] {
            assert_eq!(names_law(text), is_law, "{text}");
        }
    }

    #[test]
    fn a_dose_is_seen() {
        for (text, is_dose) in [
            ("Ta 500 mg.", true),
            ("0,5 liter øl", false),
            ("Over 1,2 promille er farlig", true),
            ("2 tabletter til natta", true),
            ("5 g er mye", true),
            ("Jeg er 15 år", false),
            ("3 ganger", false),
            ("mg", false),
        ] {
            assert_eq!(names_dose(text), is_dose, "{text}");
        }
    }
}
