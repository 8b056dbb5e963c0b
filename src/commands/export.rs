//! `spoross export`: what readers see, in the form an import reads. The same site gives the same bytes, from either
//! database.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::ValueEnum;
use serde::Serialize;
use spoross::domain::publication::walk;
use spoross::domain::{article, dictionary};

use super::article::ArticleLine;
use super::dictionary::WordLine;
use super::pair::{COLUMNS, Pair};
use crate::Place;

/// Pairs read at a time.
const STRETCH: i64 = 300;

/// A form of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Jsonl,
    Csv,
}

/// Writes everything readers see to a file, or to the standard output.
pub fn run(place: &Place, format: Option<Format>, file: Option<&Path>) -> Result<ExitCode> {
    let named = file.and_then(|file| file.extension()).and_then(|ending| ending.to_str());
    let format = format.unwrap_or(if named == Some("csv") { Format::Csv } else { Format::Jsonl });
    let counts = match file {
        Some(path) => {
            let file = File::create(path).with_context(|| format!("writing {}", path.display()))?;
            write_all(place, format, BufWriter::new(file))
        }
        None => write_all(place, format, BufWriter::new(io::stdout().lock())),
    }?;
    let Counts { pairs, versions, articles, words } = counts;
    if format == Format::Jsonl {
        eprintln!("{pairs} pairs with {versions} versions, {articles} articles and {words} words exported.");
    } else {
        eprintln!("{pairs} pairs exported.");
        eprintln!("A sheet has pairs only: {versions} versions, {articles} articles and {words} words were left out.");
    }
    Ok(ExitCode::SUCCESS)
}

#[derive(Default)]
struct Counts {
    pairs: usize,
    versions: usize,
    articles: usize,
    words: usize,
}

/// Pairs first: what an article leads to is there when it comes.
fn write_all(place: &Place, format: Format, output: impl Write) -> Result<Counts> {
    let app = place.open_house()?;
    let mut conn = app.database.connect()?;
    let mut sheet = Sheet::new(format, output)?;
    let (mut counts, mut last) = (Counts::default(), String::new());
    loop {
        let stretch = walk::list_after(&mut conn, &last, STRETCH)?;
        let Some(end) = stretch.last() else { break };
        last.clone_from(&end.publication.slug);
        for pair in stretch.into_iter().map(Pair::from) {
            counts.pairs += 1;
            counts.versions += pair.versions.len();
            sheet.write_pair(pair)?;
        }
    }
    for article in article::import::list_public(&mut conn)? {
        counts.articles += 1;
        sheet.write_other(&Other::Article(Box::new(article.into())))?;
    }
    for told in dictionary::import::list_all(&mut conn)? {
        counts.words += 1;
        sheet.write_other(&Other::Word(told.into()))?;
    }
    sheet.end()?;
    Ok(counts)
}

/// A line that is no pair says so before anything else.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Other {
    Article(Box<ArticleLine>),
    Word(WordLine),
}

enum Sheet<W: Write> {
    Jsonl(W),
    Csv(Box<csv::Writer<W>>),
}

impl<W: Write> Sheet<W> {
    fn new(format: Format, output: W) -> Result<Self> {
        Ok(match format {
            Format::Jsonl => Self::Jsonl(output),
            Format::Csv => {
                // The columns stand there even when no pair follows.
                let mut rows = csv::WriterBuilder::new().has_headers(false).from_writer(output);
                rows.write_record(COLUMNS)?;
                Self::Csv(Box::new(rows))
            }
        })
    }

    fn write_pair(&mut self, mut pair: Pair) -> Result<()> {
        match self {
            Self::Jsonl(output) => writeln!(output, "{}", serde_json::to_string(&pair)?)?,
            Self::Csv(rows) => {
                pair.versions.clear();
                pair.former.clear();
                rows.serialize(pair)?;
            }
        }
        Ok(())
    }

    /// A sheet has no room for it.
    fn write_other(&mut self, other: &Other) -> Result<()> {
        if let Self::Jsonl(output) = self {
            writeln!(output, "{}", serde_json::to_string(other)?)?;
        }
        Ok(())
    }

    fn end(&mut self) -> Result<()> {
        match self {
            Self::Jsonl(output) => output.flush()?,
            Self::Csv(rows) => rows.flush()?,
        }
        Ok(())
    }
}
