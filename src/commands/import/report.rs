//! What an import says: a line each of what someone should know, and the sums.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use spoross::text::identifying::Kind;

/// What became of one place of the file.
pub enum Outcome {
    /// What in its question may give someone away.
    Ok(Vec<Kind>),
    AlreadyThere(String),
    Skipped(String),
    Wrong(String),
}

/// Counts, and says a line each of what someone should know.
pub struct Report {
    is_rehearsal: bool,
    shows_progress: bool,
    counts: Counts,
    /// Pairs that came in and should be looked at.
    marked: u64,
}

#[derive(Default)]
struct Counts {
    added: u64,
    there: u64,
    skipped: u64,
    wrong: u64,
}

impl Report {
    pub fn new(is_rehearsal: bool) -> Self {
        let shows_progress = !is_rehearsal && io::stderr().is_terminal();
        Self { is_rehearsal, shows_progress, counts: Counts::default(), marked: 0 }
    }

    pub fn line(&mut self, number: u64, outcome: &Outcome) {
        let counts = &mut self.counts;
        let (counted, said, always) = match outcome {
            Outcome::Ok(marks) if marks.is_empty() => (&mut counts.added, "ok".into(), false),
            Outcome::Ok(marks) => {
                self.marked += 1;
                let kinds: Vec<&str> = marks.iter().map(|kind| kind.word()).collect();
                (
                    &mut counts.added,
                    format!("look at it, its question may give someone away: {}", kinds.join(", ")),
                    true,
                )
            }
            Outcome::AlreadyThere(slug) => (&mut counts.there, format!("already there: {slug}"), false),
            Outcome::Skipped(why) => (&mut counts.skipped, format!("skipped: {why}"), true),
            Outcome::Wrong(why) => (&mut counts.wrong, format!("wrong: {why}"), true),
        };
        *counted += 1;
        if always || self.is_rehearsal {
            self.clear_progress();
            println!("line {number}: {said}");
        }
        self.progress();
    }

    fn progress(&self) {
        let read = self.counts.added + self.counts.there + self.counts.skipped + self.counts.wrong;
        if self.shows_progress && read.is_multiple_of(100) {
            eprint!("\r{read} read");
            // A counter that is not shown harms nobody.
            let _shown = io::stderr().flush().is_ok();
        }
    }

    fn clear_progress(&self) {
        if self.shows_progress {
            eprint!("\r{:24}\r", "");
        }
    }

    pub fn end(self) -> ExitCode {
        self.clear_progress();
        let Counts { added, there, skipped, wrong } = self.counts;
        let would_be = if self.is_rehearsal { "would be added" } else { "added" };
        println!("{added} {would_be}, {there} already there, {skipped} skipped, {wrong} wrong.");
        if self.marked > 0 {
            println!("{} of them may give someone away: look at the lines named above.", self.marked);
        }
        if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
