//! A line for each thing that was looked at: it holds, it could be better, or it fails. For `check` and `privacy`.

use std::process::ExitCode;

use anyhow::Result;

/// Prints each check as it is made and remembers whether one failed.
#[derive(Default)]
pub struct Report {
    failed: bool,
}

/// What a check found that did not fail.
#[derive(Debug)]
pub enum Verdict {
    Holds(String),
    /// It stands, and could stand better.
    Doubt(String),
}

impl Report {
    /// A check that gives something the next ones need.
    pub fn line<T>(&mut self, name: &str, outcome: Result<(T, String)>) -> Option<T> {
        let (value, verdict) = match outcome {
            Ok((value, said)) => (Some(value), Ok(Verdict::Holds(said))),
            Err(error) => (None, Err(error)),
        };
        self.verdict(name, verdict);
        value
    }

    pub fn verdict(&mut self, name: &str, verdict: Result<Verdict>) {
        match verdict {
            Ok(Verdict::Holds(said)) => println!("ok    {name:<10} {said}"),
            Ok(Verdict::Doubt(said)) => println!("warn  {name:<10} {said}"),
            Err(error) => {
                println!("FAIL  {name:<10} {error:#}");
                self.failed = true;
            }
        }
    }

    pub fn exit_code(&self) -> ExitCode {
        if self.failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}
