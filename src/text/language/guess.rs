//! Which of our languages a text is in, by its commonest small words. For a form's proposal, which someone confirms.

use super::Language;

/// Words that only one of the three has, or has far oftener than the others.
const TELLING: [(Language, &[&str]); 3] = [
    (
        Language::Nb,
        &[
            "ikke", "jeg", "hva", "hvordan", "hvorfor", "hvis", "fra", "mer", "bare", "noe", "noen", "være", "selv",
            "alene", "mye", "en", "også", "kommer", "uke", "hun", "deg", "dem",
        ],
    ),
    (
        Language::Nn,
        &[
            "ikkje", "eg", "kva", "korleis", "kvifor", "dersom", "frå", "meir", "berre", "noko", "nokon", "vere",
            "sjølv", "åleine", "mykje", "ein", "eit", "òg", "kjem", "veke", "ho", "dei", "nokre",
        ],
    ),
    (
        Language::En,
        &[
            "the", "and", "is", "you", "to", "of", "what", "how", "not", "with", "it", "that", "are", "your", "be",
            "this", "have", "can",
        ],
    ),
];
/// With fewer telling words than this, nothing is said.
const LEAST: usize = 4;

impl Language {
    /// The language of a text; nothing when its words leave it open.
    pub fn guess(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        let words: Vec<&str> = text.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        let count = |telling: &[&str]| words.iter().filter(|word| telling.contains(word)).count();
        let mut counts = TELLING.map(|(language, telling)| (count(telling), language));
        counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let [(most, language), (next, _), _] = counts;
        (most >= LEAST && most >= next * 2).then_some(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_small_words() {
        for (text, language) in [
            ("Jeg vet ikke hva jeg skal gjøre. Hvordan kan jeg få noe hjelp?", Some(Language::Nb)),
            ("Eg veit ikkje kva eg skal gjere. Korleis kan eg få noko hjelp?", Some(Language::Nn)),
            ("What can I do? It is not the end, and you are not alone.", Some(Language::En)),
            ("Sov godt!", None),
            ("Eg veit ikke hva eg skal, kva er mer?", None),
            ("", None),
        ] {
            assert_eq!(Language::guess(text), language, "{text}");
        }
    }
}
