//! Pairs in any number: sentences of the demo's pairs in a new order, with rare words in between.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use serde::Deserialize;

#[derive(Deserialize)]
struct PairsFile {
    pair: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    topic: String,
    title: String,
    question: String,
    answer: String,
    language: String,
}

/// The sentences, and the words rare ones are made of.
pub struct Pairs {
    models: Vec<Pair>,
    words: Vec<String>,
    random: Random,
}

impl Pairs {
    pub fn new() -> Self {
        let files = fs::read_dir("demo/pairs").unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
        let pairs: Vec<Pair> = files.flat_map(|text| toml::from_str::<PairsFile>(&text).unwrap().pair).collect();
        let all = pairs.iter().flat_map(|pair| pair.answer.split(|letter: char| !letter.is_alphabetic()));
        let mut words: Vec<String> = all.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect();
        words.sort();
        words.dedup();
        Self { models: pairs, words, random: Random(0x005E_ED00_5EED) }
    }

    /// Writes so many as JSON lines, the first with the demo's own words; gives the file's size in bytes.
    pub fn write(mut self, path: &Path, count: usize) -> u64 {
        let mut file = BufWriter::new(File::create(path).unwrap());
        for number in 0..count {
            let line = self.pair(number);
            writeln!(file, "{line}").unwrap();
        }
        file.flush().unwrap();
        path.metadata().unwrap().len()
    }

    fn pair(&mut self, number: usize) -> serde_json::Value {
        let whole = number < self.models.len();
        let at = if whole { number } else { self.random.below(self.models.len()) };
        let (title, question, answer) = if whole {
            let pair = &self.models[at];
            (pair.title.clone(), pair.question.clone(), pair.answer.clone())
        } else {
            let rare = [self.rare_word(), self.rare_word()].join(" ");
            // As long as a title may be.
            let title: String = format!("{} {rare}", self.models[at].title).chars().take(120).collect();
            (title, self.sentences(at, 4, |pair| &pair.question), self.sentences(at, 12, |pair| &pair.answer))
        };
        let Pair { topic, language, .. } = &self.models[at];
        serde_json::json!({ "title": title, "question": question, "answer": answer, "topic": topic, "language": language,
            "published_on": "2026-01-01" })
    }

    fn sentences(&mut self, at: usize, count: usize, part: fn(&Pair) -> &String) -> String {
        let mut text = String::new();
        for _ in 0..count {
            // Most come from a few pairs, as most questions are about the same.
            let near = self.random.below(3);
            let from = (at + near) % self.models.len();
            let sentences: Vec<&str> = part(&self.models[from]).split_inclusive(['.', '?', '!']).collect();
            text.push_str(sentences[self.random.below(sentences.len())].trim_start());
            text.push(' ');
        }
        text.push_str(&self.rare_word());
        text.push('.');
        text
    }

    /// A compound nobody has seen before, most likely.
    fn rare_word(&mut self) -> String {
        let (one, other) = (self.random.below(self.words.len()), self.random.below(self.words.len()));
        format!("{}{}", self.words[one], self.words[other])
    }
}

/// The same numbers in every run (xorshift64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }
}
