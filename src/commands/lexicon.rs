//! `spoross lexicon try`: what the lexicons find in texts, for whoever tends them. Nothing is kept.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use spoross::app::App;
use spoross::domain::help_service;
use spoross::domain::question::Urgency;
use spoross::settings::Overrides;
use spoross::text::identifying::Mark;

use crate::Place;

/// One line of the input.
#[derive(Deserialize)]
struct Sample {
    id: serde_json::Value,
    text: String,
}

/// One line of the output.
#[derive(Serialize)]
struct Found {
    id: serde_json::Value,
    warn: Vec<Span>,
    mark: Vec<Span>,
    urgency: Urgency,
    rules: Vec<String>,
}

/// A stretch of the text, counted in Unicode scalar values.
#[derive(Serialize)]
struct Span {
    start: usize,
    end: usize,
    kind: &'static str,
}

/// Reads `{"id","text"}` a line, prints `{"id","warn","mark","urgency","rules"}` a line.
pub fn try_texts(place: &Place) -> Result<ExitCode> {
    let settings = place.settings(&Overrides::default())?;
    let lexicons = App::lexicons(&settings, &help_service::load(&settings.content.help_services)?)?;
    let (names, signs) = (&lexicons.identifying, lexicons.acute());
    let mut output = io::stdout().lock();
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        // The line itself is not repeated in the error: it may be someone's text.
        let sample: Sample = serde_json::from_str(&line)
            .ok()
            .with_context(|| format!("line {} is not {{\"id\", \"text\"}} in JSON", number + 1))?;
        let found = signs.find(&sample.text);
        let found = Found {
            warn: spans(&sample.text, &names.warn(&sample.text)),
            mark: spans(&sample.text, &names.mark(&sample.text)),
            urgency: Urgency::of_level(found.level),
            rules: found.rules,
            id: sample.id,
        };
        writeln!(output, "{}", serde_json::to_string(&found)?)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn spans(text: &str, marks: &[Mark]) -> Vec<Span> {
    marks
        .iter()
        .map(|mark| {
            let (start, end) = mark.scalar_offsets(text);
            Span { start, end, kind: mark.kind.word() }
        })
        .collect()
}
