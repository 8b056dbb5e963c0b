//! A demo house, started through the command line and ended by its own process.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use diesel::SqliteConnection;
use diesel::connection::{Connection, SimpleConnection};
use serde::Deserialize;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_spoross");

/// What `spoross demo --codes --json` prints for each of its staff.
#[derive(Deserialize)]
pub struct Code {
    pub user: String,
    pub password: String,
    pub totp: String,
}

pub struct Demo {
    pub url: String,
    process: Child,
    folder: TempDir,
}

impl Demo {
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// With these settings.
    pub fn start_with(settings: &[(&str, &str)]) -> Self {
        let (process, folder, url) = start("demo", settings, |line| line.strip_prefix("Spør oss, demo: "));
        Self { url, process, folder }
    }

    /// A real house on its first day, and the way in for its first manager.
    pub fn start_new_house() -> (Self, String) {
        let (process, folder, link) = start("serve", &[], |line| line.trim().starts_with("http").then_some(line));
        let link = link.trim().to_owned();
        let url = link.split("/panel").next().unwrap_or_default().to_owned();
        (Self { url, process, folder }, link)
    }

    /// The link for a new clinician.
    pub fn invites(&self, user: &str) -> String {
        let printed = Command::new(PROGRAM)
            .args(["staff", "add", user, "--name", "Demo Kollega", "--role", "clinician", "--data"])
            .arg(self.folder.path().join("demo"))
            .output()
            .expect("the program invites someone");
        let said = String::from_utf8(printed.stdout).expect("words");
        let path = said.split_whitespace().find_map(|word| Some(word.split_at_checked(word.find("/panel/")?)?.1));
        format!("{}{}", self.url, path.expect("a link"))
    }

    /// Another writes to the database, and does not end, until what this gives is dropped.
    pub fn is_kept_busy(&self) -> SqliteConnection {
        let file = self.folder.path().join("demo").join("spoross.sqlite");
        let mut other = SqliteConnection::establish(&file.display().to_string()).expect("the demo's database");
        other.batch_execute("BEGIN IMMEDIATE").expect("nobody else writes");
        other
    }

    /// User name, password and the code of this half minute.
    pub fn code(&self, user: &str) -> Code {
        let printed = Command::new(PROGRAM)
            .args(["demo", "--codes", "--json", "--data"])
            .arg(self.folder.path().join("demo"))
            .output()
            .expect("the program prints codes");
        let codes: Vec<Code> = serde_json::from_slice(&printed.stdout).expect("codes in JSON");
        codes.into_iter().find(|code| code.user == user).expect("a member of the demo's staff")
    }
}

/// Starts the program and waits until it has said something.
fn start(command: &str, settings: &[(&str, &str)], said: impl Fn(&str) -> Option<&str>) -> (Child, TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut process = Command::new(PROGRAM)
        .args([command, "--listen", "127.0.0.1:0", "--data"])
        .arg(folder.path().join("demo"))
        // The way out of the tests leads nowhere: no test calls on anyone's site.
        .env("SPOROSS__SITE__WAY_OUT_URL", "https://127.0.0.1:1/")
        .envs(settings.iter().copied())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let found = lines.find_map(|line| said(&line.unwrap()).map(str::to_owned)).expect("the program says where it is");
    // Whatever else it prints must be read, or it would wait for us.
    std::thread::spawn(move || lines.for_each(drop));
    (process, folder, found)
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _was_running = self.process.kill().is_ok() && self.process.wait().is_ok();
    }
}
