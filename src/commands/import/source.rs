//! Where pairs, articles and words are read from, one after the other; a file is never held whole.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::wordpress::Posts;
use crate::commands::article::ArticleLine;
use crate::commands::dictionary::WordLine;
use crate::commands::pair::{COLUMNS, Pair};

/// The longest line of a file, in bytes: the longest pair there can be with its versions, and room to spare.
const LONGEST_LINE: u64 = 1 << 23;

/// What stands in one place of a file.
#[derive(Debug)]
pub enum Found {
    Pair(Box<Pair>),
    Article(Box<ArticleLine>),
    Word(WordLine),
    /// It is not meant to be a pair, and why.
    Skipped(String),
    /// It cannot be read, and why.
    Unreadable(String),
}

/// A place in a file, counted from 1, and what stands there.
pub type Entry = (u64, Found);
pub type Source = Box<dyn Iterator<Item = Result<Entry>>>;

/// Opens a file by its ending: `.jsonl`, `.csv` or WordPress' `.xml`.
pub fn open(path: &Path) -> Result<Source> {
    let file = || File::open(path).with_context(|| format!("opening {}", path.display()));
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    match ending.as_deref() {
        Some("jsonl" | "ndjson") => Ok(Box::new(JsonLines { reader: BufReader::new(file()?), number: 0 })),
        Some("csv") => Ok(Box::new(csv_rows(file()?, delimiter(file()?)?)?)),
        Some("xml") => Ok(Box::new(Posts::of(BufReader::new(file()?)))),
        _ => bail!("{} ends in none of .jsonl, .csv and .xml (WordPress)", path.display()),
    }
}

struct JsonLines<R> {
    reader: R,
    number: u64,
}

impl<R: BufRead> JsonLines<R> {
    /// The next line; too long ones are passed over, not kept.
    fn next_line(&mut self) -> Result<Option<Result<Vec<u8>, String>>> {
        let mut line = Vec::new();
        if self.reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        if u64::try_from(line.len())? == LONGEST_LINE && !line.ends_with(b"\n") {
            self.reader.skip_until(b'\n')?;
            return Ok(Some(Err("the line is longer than a pair can be".into())));
        }
        Ok(Some(Ok(line)))
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Result<Entry>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = match self.next_line().transpose()? {
                Ok(Ok(line)) => line,
                Ok(Err(why)) => return Some(Ok((self.number, Found::Unreadable(why)))),
                Err(error) => return Some(Err(error)),
            };
            let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line).trim_ascii();
            if line.is_empty() {
                continue;
            }
            return Some(Ok((self.number, found_in(line))));
        }
    }
}

/// A pair stands bare; what is not a pair says its name: `{"article": {…}}`, `{"word": {…}}`.
fn found_in(line: &[u8]) -> Found {
    let error = match serde_json::from_slice(line) {
        Ok(pair) => return Found::Pair(Box::new(pair)),
        Err(error) => error,
    };
    let mut fields = match serde_json::from_slice(line) {
        Ok(Value::Object(fields)) if fields.len() == 1 => fields,
        _ => return unreadable("pair", &error),
    };
    if let Some(article) = fields.remove("article") {
        return named("article", article, |article| Found::Article(Box::new(article)));
    }
    if let Some(word) = fields.remove("word") {
        return named("word", word, Found::Word);
    }
    unreadable("pair", &error)
}

fn named<T: DeserializeOwned>(name: &str, value: Value, found: impl Fn(T) -> Found) -> Found {
    serde_json::from_value(value).map_or_else(|error| unreadable(name, &error), found)
}

fn unreadable(name: &str, error: &serde_json::Error) -> Found {
    let said = error.to_string();
    // Its own count of lines begins anew with each of ours.
    let said = said.split(" at line ").next().unwrap_or_default();
    Found::Unreadable(format!("this is no {name} in JSON: {said}"))
}

/// What Excel writes here has semicolons, what others write has commas: the first line tells.
fn delimiter(file: File) -> Result<u8> {
    let mut first = Vec::new();
    BufReader::new(file).take(LONGEST_LINE).read_until(b'\n', &mut first)?;
    Ok(if first.contains(&b';') && !first.contains(&b',') { b';' } else { b',' })
}

fn csv_rows(reader: impl Read, delimiter: u8) -> Result<impl Iterator<Item = Result<Entry>>> {
    let mut rows = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(reader);
    let columns = rows.headers().context("reading the columns")?.clone();
    if let Some(unknown) = columns.iter().find(|column| !COLUMNS.contains(column)) {
        bail!("the column \"{unknown}\" is unknown; there are {}", COLUMNS.join(", "));
    }
    for needed in ["title", "question", "answer"] {
        ensure!(columns.iter().any(|column| column == needed), "there is no column \"{needed}\"");
    }
    let mut line = 1;
    Ok(rows.into_records().map(move |row| match row {
        Ok(row) => {
            line = row.position().map_or(line, csv::Position::line);
            let found = match row.deserialize(Some(&columns)) {
                Ok(pair) => Found::Pair(Box::new(pair)),
                Err(error) => Found::Unreadable(error.to_string()),
            };
            Ok((line, found))
        }
        Err(error) if error.is_io_error() => Err(error.into()),
        Err(error) => {
            line = error.position().map_or(line + 1, csv::Position::line);
            Ok((line, Found::Unreadable("this row has not one field for each column, or is not UTF-8".into())))
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json_lines(text: &str) -> Vec<String> {
        JsonLines { reader: text.as_bytes(), number: 0 }.map(|entry| format!("{:?}", entry.unwrap())).collect()
    }

    #[test]
    fn a_line_that_is_no_pair_is_named_and_the_next_is_read() {
        let long = format!("{{\"title\":\"{}\"}}", "a".repeat(1 << 23));
        let text =
            format!("\u{feff}{{\"title\":\"en\"}}\n\n{{broken\n{{\"tittel\":\"to\"}}\n{long}\n{{\"title\":\"sist\"}}");
        let found = json_lines(&text);
        assert_eq!(found.len(), 5);
        for (entry, parts) in found.iter().zip([
            ["(1, Pair", "\"en\""],
            ["(3, Unreadable", "no pair in JSON"],
            ["(4, Unreadable", "tittel"],
            ["(5, Unreadable", "longer"],
            ["(6, Pair", "\"sist\""],
        ]) {
            assert!(parts.iter().all(|part| entry.contains(part)), "{entry}");
        }
    }

    #[test]
    fn a_row_that_does_not_fit_breaks_only_itself() {
        let text = "title;question;answer\n\"to\nlinjer\";b;c\nfor;lite\nd;e;f\n";
        let rows: Vec<Entry> = csv_rows(text.as_bytes(), b';').unwrap().map(Result::unwrap).collect();
        assert!(matches!(&rows[0], (2, Found::Pair(pair)) if pair.title == "to\nlinjer" && pair.slug.is_none()));
        assert!(matches!(rows[1], (4, Found::Unreadable(_))), "{:?}", rows[1]);
        assert!(matches!(&rows[2], (5, Found::Pair(pair)) if pair.answer == "f"));
        assert!(csv_rows("title,svar\n".as_bytes(), b',').err().unwrap().to_string().contains("\"svar\""));
        assert!(csv_rows("title,answer\n".as_bytes(), b',').err().unwrap().to_string().contains("\"question\""));
    }
}
