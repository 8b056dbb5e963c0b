//! Which of our languages a browser asks for. The header is looked at and forgotten; of what it says, only one of three
//! words is ever told on.

use crate::text::language::Language;

/// What is read of a header: people have a few languages, not hundreds.
const LONGEST: usize = 300;

/// The language that a browser would rather have than the page's; none when the page's will do.
pub fn rather_than(page: Language, header: &str) -> Option<Language> {
    let header = header.get(..LONGEST).unwrap_or(header);
    let weight = |language| header.split(',').filter_map(|range| weight_for(range, language)).max().unwrap_or(0);
    let (best, most) = Language::ALL
        .into_iter()
        .map(|language| (language, weight(language)))
        .fold((page, weight(page)), |best, other| if other.1 > best.1 { other } else { best });
    match most {
        0 if page != Language::En && wants_none_of_the_north(header) => Some(Language::En),
        0 => None,
        _ => (best != page).then_some(best),
    }
}

/// Whether a browser asks for languages, and none that is ours or near to Norwegian: then English is the nearest.
fn wants_none_of_the_north(header: &str) -> bool {
    const KNOWN: [&str; 10] = ["en", "nb", "nn", "no", "da", "sv", "fo", "se", "sma", "smj"];
    let mut asked = header.split(',').map(|range| range.split([';', '-']).next().unwrap_or_default().trim());
    let mut named = asked.by_ref().filter(|tag| tag.len() >= 2 && tag.bytes().all(|byte| byte.is_ascii_alphabetic()));
    named.next().is_some_and(|first| !KNOWN.contains(&first) && named.all(|tag| !KNOWN.contains(&tag)))
}

/// How much one range asks for a language, in thousandths (RFC 9110, section 12.5.4); none when it is another's.
fn weight_for(range: &str, language: Language) -> Option<u16> {
    let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
    let primary = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
    // `no` is Norwegian of either kind.
    let fits = primary == language.tag() || (primary == "no" && language != Language::En);
    let value = parameters.trim().strip_prefix("q=");
    fits.then(|| value.map_or(Some(1000), thousandths).unwrap_or(0))
}

/// `0.8` is 800.
fn thousandths(value: &str) -> Option<u16> {
    let (whole, part) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    let part: u16 = if part.is_empty() { 0 } else { format!("{part:0<3}").get(..3)?.parse().ok()? };
    Some((whole.parse::<u16>().ok()?.min(1) * 1000 + part).min(1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_language_that_is_wanted_more_is_told_of() {
        use Language::{En, Nb, Nn};
        for (header, page, rather) in [
            ("en-GB,en;q=0.9", Nb, Some(En)),
            ("en-GB,en;q=0.9", En, None),
            ("nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.7,en-US;q=0.6,en;q=0.5", Nb, None),
            ("nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.7,en-US;q=0.6,en;q=0.5", Nn, Some(Nb)),
            ("nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.7,en-US;q=0.6,en;q=0.5", En, Some(Nb)),
            ("nn", Nb, Some(Nn)),
            ("no, en;q=0.5", Nn, None),
            ("nb, nn", Nn, None),
            ("uk, en;q=0.8, nb;q=0.3", Nb, Some(En)),
            ("de-DE", Nb, Some(En)),
            ("ar,fa;q=0.8", Nn, Some(En)),
            ("uk", En, None),
            ("sv-SE,sv;q=0.9", Nb, None),
            ("pl, da;q=0.5", Nb, None),
            ("*", Nb, None),
            ("en;q=0", Nb, None),
            ("", En, None),
            ("en;q=x, nb;q=0.1", Nb, None),
            (";;;,,q=1,en-", Nb, Some(En)),
        ] {
            assert_eq!(rather_than(page, header), rather, "{header} on {page:?}");
        }
        let long = "sv,".repeat(10_000) + "en";
        assert_eq!(rather_than(Nb, &long), None);
    }
}
