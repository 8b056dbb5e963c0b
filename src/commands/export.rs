//! `spoross export`: every pair, in the form an import reads. The same pairs give the same bytes, from either database.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::ValueEnum;
use spoross::domain::publication::walk;

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

/// Writes every pair to a file, or to the standard output.
pub fn run(place: &Place, format: Option<Format>, file: Option<&Path>) -> Result<ExitCode> {
    let named = file.and_then(|file| file.extension()).and_then(|ending| ending.to_str());
    let format = format.unwrap_or(if named == Some("csv") { Format::Csv } else { Format::Jsonl });
    let written = match file {
        Some(path) => {
            let file = File::create(path).with_context(|| format!("writing {}", path.display()))?;
            write_all(place, format, BufWriter::new(file))
        }
        None => write_all(place, format, BufWriter::new(io::stdout().lock())),
    }?;
    eprintln!("{written} exported.");
    Ok(ExitCode::SUCCESS)
}

fn write_all(place: &Place, format: Format, output: impl Write) -> Result<u64> {
    let app = place.open_house()?;
    let mut conn = app.database.connect()?;
    let mut sheet = Sheet::new(format, output)?;
    let (mut written, mut last) = (0, String::new());
    loop {
        let stretch = walk::list_after(&mut conn, &last, STRETCH)?;
        let Some(end) = stretch.last() else { break };
        last.clone_from(&end.publication.slug);
        for pair in stretch.into_iter().map(Pair::from) {
            sheet.write(&pair)?;
            written += 1;
        }
    }
    sheet.end()?;
    Ok(written)
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

    fn write(&mut self, pair: &Pair) -> Result<()> {
        match self {
            Self::Jsonl(output) => writeln!(output, "{}", serde_json::to_string(pair)?)?,
            Self::Csv(rows) => rows.serialize(pair)?,
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
