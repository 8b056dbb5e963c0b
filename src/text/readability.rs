//! How heavy a text is to read: LIX, long sentences, long words and officialese. It measures the letters, not the sense:
//! a help for the writer's eye, never a verdict on an answer.
//!
//! LIX is C.-H. Björnsson's «läsbarhetsindex» (Läsbarhet, Stockholm 1968): words for each sentence, and long words (more
//! than six letters) in every hundred words, added together.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::language::Language;

/// Words of officialese and of medicine, each with a plainer one.
const HARD_WORDS: &str = include_str!("../../config/hard_words.tsv");
/// A word is long from seven letters on.
const LONG_WORD: usize = 7;
/// Compounds of so many letters are hard to take in at a glance; our own rule of thumb.
const VERY_LONG_WORD: usize = 16;
/// So many of each are shown.
const SHOWN: usize = 5;
/// A full stop after one of these ends nothing.
const ABBREVIATIONS: [&str; 22] = [
    "f.eks", "bl.a", "dvs", "ca", "kl", "nr", "evt", "jf", "pga", "mm", "dr", "tlf", "o.l", "m.m", "e.g", "i.e", "eks",
    "inkl", "osv", "pkt", "vs", "ev",
];

/// A word that has a plainer one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hard {
    /// As it stands in the text.
    pub word: String,
    /// What to say instead; empty for a word that is only long.
    pub instead: &'static str,
}

/// What was measured in one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readability {
    pub words: usize,
    pub sentences: usize,
    pub long_words: usize,
    /// The longest sentences with their number of words, the longest first.
    pub longest: Vec<(usize, String)>,
    pub hard: Vec<Hard>,
}

struct Row {
    languages: &'static str,
    word: &'static str,
    is_beginning: bool,
    instead: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let lines = HARD_WORDS.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines
        .filter_map(|line| {
            let mut fields = line.split('\t');
            let (languages, word, instead) = (fields.next()?, fields.next()?, fields.next()?);
            let is_beginning = word.ends_with('*');
            Some(Row { languages, word: word.trim_end_matches('*'), is_beginning, instead })
        })
        .collect()
});

impl Readability {
    /// Measures a text without markup, a line for every paragraph, heading and item.
    pub fn of(plain: &str, language: Language) -> Self {
        let sentences: Vec<&str> = plain.lines().flat_map(sentences_of).collect();
        let all: Vec<&str> = sentences.iter().flat_map(|sentence| words_of(sentence)).collect();
        let mut longest: Vec<(usize, String)> =
            sentences.iter().map(|sentence| (words_of(sentence).count(), (*sentence).to_owned())).collect();
        longest.sort_by_key(|(words, _)| std::cmp::Reverse(*words));
        longest.truncate(SHOWN);
        Self {
            words: all.len(),
            sentences: sentences.len(),
            long_words: all.iter().filter(|word| letters_in(word) >= LONG_WORD).count(),
            longest,
            hard: hard_words(plain, &all, language),
        }
    }

    /// Björnsson's number, rounded; 0 for a text without words.
    pub fn lix(&self) -> usize {
        let (words, sentences) = (self.words, self.sentences);
        if words == 0 || sentences == 0 {
            return 0;
        }
        // Both parts over one denominator, so that only the sum is rounded.
        let above = words * words + self.long_words * 100 * sentences;
        let below = sentences * words;
        (above + below / 2) / below
    }

    /// Words in a sentence on the average, rounded.
    pub fn sentence_length(&self) -> usize {
        (self.words + self.sentences / 2).checked_div(self.sentences).unwrap_or(0)
    }

    /// The longest sentences that have more words than that.
    pub fn longer_than(&self, words: usize) -> Vec<&(usize, String)> {
        self.longest.iter().filter(|(length, _)| *length > words).collect()
    }
}

/// The sentences of one paragraph: they end with a full stop, an exclamation or question mark, or a colon, when a space
/// comes after it.
fn sentences_of(paragraph: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (place, sign) in paragraph.char_indices() {
        let after = place + sign.len_utf8();
        let next = paragraph.get(after..).unwrap_or_default();
        if !matches!(sign, '.' | '!' | '?' | ':') || !next.starts_with(|next: char| next.is_whitespace()) {
            continue;
        }
        let sentence = paragraph.get(start..after).unwrap_or_default();
        if sign == '.' && ends_in_abbreviation(sentence, next) {
            continue;
        }
        sentences.push(sentence.trim());
        start = after;
    }
    sentences.push(paragraph.get(start..).unwrap_or_default().trim());
    sentences.retain(|sentence| words_of(sentence).next().is_some());
    sentences
}

/// «18. mars» and «f.eks. snus» go on.
fn ends_in_abbreviation(sentence: &str, next: &str) -> bool {
    let last = sentence.trim_end_matches('.').rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let is_number = !last.is_empty() && last.chars().all(|letter| letter.is_ascii_digit());
    let goes_on = next.trim_start().starts_with(char::is_lowercase);
    ABBREVIATIONS.contains(&last.trim_start_matches(['(', '«', '"'])) || (is_number && goes_on)
}

fn words_of(sentence: &str) -> impl Iterator<Item = &str> {
    let is_inside = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '\'' | '’');
    sentence.split(move |sign| !is_inside(sign)).filter(|word| word.contains(char::is_alphanumeric))
}

fn letters_in(word: &str) -> usize {
    word.chars().filter(|letter| letter.is_alphanumeric()).count()
}

/// Words of the list as they stand in the text, then the longest compounds; each once.
fn hard_words(plain: &str, words: &[&str], language: Language) -> Vec<Hard> {
    let lowered = plain.to_lowercase();
    let rows = ROWS.iter().filter(|row| row.languages.split(',').any(|tag| tag == language.tag()));
    let mut hard: Vec<Hard> =
        rows.filter_map(|row| Some(Hard { word: find_row(row, &lowered, words)?, instead: row.instead })).collect();
    let mut long: BTreeSet<String> = BTreeSet::new();
    for word in words.iter().filter(|word| letters_in(word) >= VERY_LONG_WORD) {
        let lowered = word.to_lowercase();
        if !hard.iter().any(|known| known.word == lowered) {
            long.insert(lowered);
        }
    }
    hard.truncate(SHOWN * 2);
    hard.extend(long.into_iter().take(SHOWN).map(|word| Hard { word, instead: "" }));
    hard
}

fn find_row(row: &Row, lowered: &str, words: &[&str]) -> Option<String> {
    if row.word.contains(' ') {
        let stands = |place: usize| {
            let before = lowered.get(..place).and_then(|before| before.chars().next_back());
            let after = lowered.get(place + row.word.len()..).and_then(|after| after.chars().next());
            !before.is_some_and(char::is_alphanumeric)
                && (row.is_beginning || !after.is_some_and(char::is_alphanumeric))
        };
        return lowered.match_indices(row.word).any(|(place, _)| stands(place)).then(|| row.word.to_owned());
    }
    let fits = |word: &String| if row.is_beginning { word.starts_with(row.word) } else { word == row.word };
    words.iter().map(|word| word.to_lowercase()).find(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Readability {
        Readability::of(text, Language::Nb)
    }

    /// Counted by hand, word for word.
    #[test]
    fn lix_is_what_a_hand_counts() {
        for (text, words, sentences, long, lix) in [
            ("", 0, 0, 0, 0),
            // 5 words in 1 sentence, none long: 5 + 0.
            ("Jeg har en rød bil.", 5, 1, 0, 5),
            // 10 words in 2 sentences, 2 long (vanskelig, eksamen): 10/2 + 200/10.
            ("Det er vanskelig å sove før en eksamen. Pust rolig.", 10, 2, 2, 25),
            // 7 words, 1 sentence, 3 long (kommunen, vedrørende, ungdommer): 7 + 300/7 = 49.86.
            ("Vi spør kommunen om noe vedrørende ungdommer", 7, 1, 3, 50),
            // A heading is a sentence of its own: 2 + 4 words, 1 long (sentence 3.0 + 16.67).
            ("Kort svar\nDet er helt ufarlig", 6, 2, 1, 20),
        ] {
            let found = of(text);
            assert_eq!(
                (found.words, found.sentences, found.long_words, found.lix()),
                (words, sentences, long, lix),
                "{text}"
            );
        }
    }

    #[test]
    fn a_sentence_ends_where_a_reader_stops() {
        for (text, sentences) in [
            ("Kom 18. mars kl. 12.30 til oss. Det koster 1.5 kr.", 2),
            ("Du kan f.eks. ringe oss! Eller bl.a. skrive? Ja", 3),
            ("Se www.ung.no for mer", 1),
            ("Slik gjør du: pust ut", 2),
            ("... !!! ???", 0),
            ("Jeg er 18. Du er yngre.", 2),
        ] {
            assert_eq!(of(text).sentences, sentences, "{text}");
        }
    }

    #[test]
    fn the_longest_sentences_come_first() {
        let found = of("To ord. Denne setningen har flere ord enn noen av de andre. Litt til her.");
        assert_eq!(found.longest.iter().map(|(words, _)| *words).collect::<Vec<_>>(), [10, 3, 2]);
        assert_eq!(found.longer_than(3).len(), 1);
    }

    #[test]
    fn hard_words_come_with_plainer_ones_and_long_compounds_without() {
        let found = of("Vedrørende abstinenser i henhold til sentralnervesystemet og hus.");
        let found: Vec<(&str, &str)> = found.hard.iter().map(|hard| (hard.word.as_str(), hard.instead)).collect();
        assert_eq!(
            found,
            [
                ("vedrørende", "om"),
                ("i henhold til", "etter"),
                ("abstinenser", "plagene når du slutter"),
                ("sentralnervesystemet", "")
            ]
        );
        assert_eq!(Readability::of("vedrørende", Language::En).hard, []);
        assert_eq!(of("herunderlig").hard, []);
    }

    #[test]
    fn every_row_of_the_list_is_whole() {
        let lines = HARD_WORDS.lines().filter(|line| !line.starts_with('#')).skip(1).count();
        assert_eq!(ROWS.len(), lines);
        for row in ROWS.iter() {
            let tags: Vec<&str> = row.languages.split(',').collect();
            assert!(tags.iter().all(|tag| Language::ALL.iter().any(|known| known.tag() == *tag)), "{}", row.word);
            assert!(
                !row.word.is_empty() && row.word == row.word.to_lowercase() && !row.instead.is_empty(),
                "{}",
                row.word
            );
        }
    }
}
