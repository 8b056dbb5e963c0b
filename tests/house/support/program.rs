//! The real program, as someone at a terminal starts it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_spoross");

pub fn spoross(arguments: &[&str], data: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).arg("--data").arg(data);
    command
}

pub fn run(arguments: &[&str], data: &Path) -> Output {
    spoross(arguments, data).output().unwrap()
}

pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A serving process that is ended with the test.
pub struct Running {
    process: Child,
    pub lines: Vec<String>,
}

impl Running {
    /// Starts and reads what is printed up to a line with these words.
    pub fn start(mut command: Command, until: &str) -> Self {
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = Vec::new();
        let mut printed = BufReader::new(process.stdout.take().unwrap()).lines();
        for line in printed.by_ref() {
            lines.push(line.unwrap());
            if lines.last().is_some_and(|line| line.contains(until)) {
                break;
            }
        }
        assert!(lines.last().is_some_and(|line| line.contains(until)), "{lines:?}");
        std::thread::spawn(move || printed.for_each(drop));
        Self { process, lines }
    }

    pub fn all(&self) -> String {
        self.lines.join("\n")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _was_running = self.process.kill().is_ok() && self.process.wait().is_ok();
    }
}

pub fn demo(data: &Path) -> Running {
    Running::start(spoross(&["demo", "--listen", "127.0.0.1:0"], data), "A code works once")
}
