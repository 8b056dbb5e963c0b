//! How well identifying data is found, on our own labelled texts: `data/identifying.jsonl`. Every third line is held
//! back: the rules were not tuned on it. All people and numbers are invented or from ranges kept for tests.

use serde_json::Value;
use spoross::text::identifying::{Kind, Lexicon, Mark};

type Label = (String, String);

struct Example {
    text: String,
    warn: Vec<Label>,
    mark: Vec<Label>,
}

fn examples() -> Vec<Example> {
    include_str!("data/identifying.jsonl").lines().map(|line| read(&serde_json::from_str(line).unwrap())).collect()
}

fn read(line: &Value) -> Example {
    let labels = |key: &str| line[key].as_array().unwrap().iter().map(label).collect();
    Example { text: line["text"].as_str().unwrap().to_owned(), warn: labels("warn"), mark: labels("mark") }
}

fn label(pair: &Value) -> Label {
    let part = |place: usize| pair[place].as_str().unwrap().to_owned();
    (part(0), part(1))
}

/// Hits, findings and labels of one way of looking, over many texts.
#[derive(Default)]
struct Score {
    right: usize,
    right_by_overlap: usize,
    found: usize,
    found_by_overlap: usize,
    expected: usize,
    clean: usize,
    clean_but_warned: usize,
    misses: Vec<String>,
}

impl Score {
    fn add(&mut self, text: &str, marks: &[Mark], expected: &[Label]) {
        let spans: Vec<(usize, usize, &str)> = expected.iter().map(|label| span(text, label)).collect();
        let is_same = |mark: &Mark, label: &(usize, usize, &str)| *label == (mark.start, mark.end, mark.kind.word());
        let overlaps = |mark: &Mark, label: &(usize, usize, &str)| mark.start < label.1 && label.0 < mark.end;
        self.found += marks.len();
        self.expected += spans.len();
        self.right += spans.iter().filter(|label| marks.iter().any(|mark| is_same(mark, label))).count();
        self.right_by_overlap += spans.iter().filter(|label| marks.iter().any(|mark| overlaps(mark, label))).count();
        self.found_by_overlap += marks.iter().filter(|mark| spans.iter().any(|label| overlaps(mark, label))).count();
        self.clean += usize::from(expected.is_empty());
        self.clean_but_warned += usize::from(expected.is_empty() && !marks.is_empty());
        for label in spans.iter().filter(|label| !marks.iter().any(|mark| is_same(mark, label))) {
            self.misses.push(format!("missed {:?} {} in {text:?}", &text[label.0..label.1], label.2));
        }
        for mark in marks.iter().filter(|mark| !spans.iter().any(|label| is_same(mark, label))) {
            self.misses.push(format!("too much {:?} {} in {text:?}", mark.of(text), mark.kind.word()));
        }
    }

    fn said(&self) -> String {
        format!(
            "precision {} recall {} (overlap: {} {}), {} labels, {} of {} clean texts stopped",
            permille(self.right, self.found),
            permille(self.right, self.expected),
            permille(self.found_by_overlap, self.found),
            permille(self.right_by_overlap, self.expected),
            self.expected,
            self.clean_but_warned,
            self.clean,
        )
    }

    fn reaches(&self, precision: usize, recall: usize) -> bool {
        permille(self.right, self.found) >= precision && permille(self.right, self.expected) >= recall
    }
}

fn permille(part: usize, whole: usize) -> usize {
    (part * 1000).checked_div(whole).unwrap_or(1000)
}

fn span<'a>(text: &str, (part, kind): &'a Label) -> (usize, usize, &'a str) {
    assert!(Kind::from_word(kind).is_some(), "{kind}");
    assert_eq!(text.matches(part.as_str()).count(), 1, "{part:?} must stand once in {text:?}");
    let start = text.find(part.as_str()).unwrap();
    (start, start + part.len(), kind)
}

/// Warnings and marks over the texts that were tuned on, or those held back.
fn scores(is_held_back: bool) -> (Score, Score) {
    let (mut warn, mut mark) = (Score::default(), Score::default());
    for (place, example) in examples().into_iter().enumerate() {
        if (place % 3 == 2) == is_held_back {
            warn.add(&example.text, &Lexicon::built_in().warn(&example.text), &example.warn);
            mark.add(&example.text, &Lexicon::built_in().mark(&example.text), &example.mark);
        }
    }
    (warn, mark)
}

#[test]
fn the_texts_are_many_and_half_are_clean() {
    let examples = examples();
    let clean = examples.iter().filter(|example| example.mark.is_empty()).count();
    assert!(examples.len() >= 240 && clean * 5 >= examples.len() * 2, "{} texts, {clean} clean", examples.len());
}

#[test]
fn the_rules_find_what_they_were_made_to_find() {
    let (warn, mark) = scores(false);
    let said = format!("WARN {}\nMARK {}", warn.said(), mark.said());
    println!("{said}\nWARN:\n{}\nMARK:\n{}", warn.misses.join("\n"), mark.misses.join("\n"));
    assert!(warn.reaches(950, 900) && mark.reaches(900, 900), "{said}");
    assert!(permille(warn.clean_but_warned, warn.clean) < 30, "{said}");
}

#[test]
fn they_find_nearly_as_much_in_texts_they_never_met() {
    let (warn, mark) = scores(true);
    let said = format!("WARN {}\nMARK {}", warn.said(), mark.said());
    println!("{said}");
    assert!(warn.reaches(900, 800) && mark.reaches(800, 800), "{said}");
    assert!(permille(warn.clean_but_warned, warn.clean) < 30, "{said}");
}
