//! The list of what is kept, held against both databases; and `spoross privacy`, which must see each rule broken.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use spoross::database::inventory;
use tempfile::TempDir;

use crate::support::House;
use crate::support::program::{Running, said, spoross};

#[actix_web::test]
async fn every_column_of_the_database_is_in_the_inventory_and_the_other_way_round() {
    let house = House::open().await;
    let live = house.with(|conn| Ok(inventory::live_columns(conn)?));
    assert_eq!(inventory::unnamed(&live).collect::<Vec<_>>(), Vec::<String>::new(), "name them in inventory.rs");
    assert_eq!(inventory::missing(&live), Vec::<String>::new(), "they are gone: take them out of inventory.rs");
    assert_eq!(inventory::telling_time(&live).collect::<Vec<_>>(), Vec::<String>::new(), "days only");
}

#[actix_web::test]
async fn a_column_that_nobody_named_is_seen_on_either_database() {
    let house = House::open().await;
    let mut conn = house.app.database.connect().unwrap();
    conn.batch_execute("ALTER TABLE question ADD COLUMN seen_at TIMESTAMP; CREATE TABLE visit (at TIMESTAMP);")
        .unwrap();
    let live = inventory::live_columns(&mut conn).unwrap();
    let mut found: Vec<String> = inventory::unnamed(&live).collect();
    found.sort();
    assert_eq!(found, ["question.seen_at", "visit.at"]);
    assert_eq!(inventory::telling_time(&live).count(), 2);
}

/// A fresh house on SQLite, whose secret lies beside it.
struct Fresh {
    above: TempDir,
    address: String,
}

impl Fresh {
    fn new() -> Self {
        // A port that was free a moment ago: nothing of anyone else's answers there.
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let fresh = Self { above: TempDir::new().unwrap(), address };
        drop(fresh.serving());
        fresh
    }

    fn serving(&self) -> Running {
        Running::start(self.command(&["serve"]), "/panel/set-up/")
    }

    fn data(&self) -> std::path::PathBuf {
        self.above.path().join("data")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = spoross(arguments, &self.data());
        command.env("SPOROSS__WEB__LISTEN", &self.address);
        command.env("SPOROSS__SECRET__FILE", self.above.path().join("secret.key"));
        command
    }

    fn looks(&self) -> Output {
        self.looks_with(&[])
    }

    fn looks_with(&self, settings: &[(&str, &str)]) -> Output {
        self.command(&["privacy"]).envs(settings.iter().copied()).output().unwrap()
    }

    fn execute(&self, sql: &str) {
        let file = self.data().join("spoross.sqlite");
        let mut conn = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
        conn.batch_execute("PRAGMA foreign_keys = OFF; PRAGMA busy_timeout = 5000;").unwrap();
        conn.batch_execute(sql).unwrap();
    }
}

/// One line of the report, by how it begins.
#[track_caller]
fn has_line(output: &Output, verdict: &str, name: &str, part: &str) {
    let text = said(output);
    let found = text.lines().any(|line| line.starts_with(&format!("{verdict:<5} {name}")) && line.contains(part));
    assert!(found, "{verdict} {name} «{part}» in:\n{text}");
    assert_eq!(output.status.success(), !text.contains("FAIL"), "{text}");
}

#[test]
fn a_fresh_house_keeps_what_its_page_says() {
    let fresh = Fresh::new();
    let output = fresh.looks();
    assert!(output.status.success(), "{}", said(&output));
    for name in ["folder", "files", "secret", "database", "tables", "times", "deleting", "retention", "sessions", "log"]
    {
        has_line(&output, "ok", name, "");
    }
    has_line(&output, "ok", "pages", "no service runs at `web.listen`");
    has_line(&output, "ok", "mail", "none is sent");
    has_line(&output, "warn", "backup", "nobody said");
    has_line(&output, "warn", "contact", "site.contact");
    let secret = fs::read(fresh.above.path().join("secret.key")).unwrap();
    assert!(!said(&output).contains(&hex::encode(secret)));
}

#[test]
fn a_running_service_is_asked_itself() {
    let fresh = Fresh::new();
    let running = fresh.serving();
    has_line(&fresh.looks(), "ok", "pages", "the service that runs at");
    let url = format!("http://{}", fresh.address);
    has_line(&fresh.command(&["privacy", "--url", &url]).output().unwrap(), "ok", "pages", &url);
    drop(running);
    let gone = fresh.command(&["privacy", "--url", &url]).output().unwrap();
    has_line(&gone, "FAIL", "pages", "nobody answers");
}

#[test]
fn a_service_that_is_not_ours_fails() {
    let fresh = Fresh::new();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            use std::io::{Read, Write};
            let mut stream = stream.unwrap();
            let _asked = stream.read(&mut [0; 1024]).unwrap();
            let reply = "HTTP/1.0 200 OK\r\nSet-Cookie: visitor=1\r\n\r\n<script src=https://count.example.com/a.js>";
            let _sent = stream.write_all(reply.as_bytes()).is_ok();
        }
    });
    let output = fresh.command(&["privacy", "--url", &url]).output().unwrap();
    for part in ["sets a cookie", "loads https://count.example.com", "content-security-policy", "/en/kode may be kept"]
    {
        has_line(&output, "FAIL", "pages", part);
    }
}

#[test]
fn a_column_or_table_that_was_added_fails() {
    let fresh = Fresh::new();
    fresh.execute("ALTER TABLE question ADD COLUMN seen_at TIMESTAMP; CREATE TABLE visit (address TEXT NOT NULL);");
    let output = fresh.looks();
    has_line(&output, "FAIL", "tables", "question.seen_at");
    has_line(&output, "FAIL", "tables", "visit.address");
    has_line(&output, "FAIL", "times", "question.seen_at");
}

#[test]
fn a_file_that_others_can_read_or_that_is_not_ours_fails() {
    let fresh = Fresh::new();
    let file = fresh.data().join("spoross.sqlite");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    has_line(&fresh.looks(), "FAIL", "files", "can be read by others (mode 644)");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    fs::write(fresh.data().join("visitors.csv"), "").unwrap();
    has_line(&fresh.looks(), "FAIL", "files", "visitors.csv");
    fs::remove_file(fresh.data().join("visitors.csv")).unwrap();
    fs::set_permissions(fresh.data(), fs::Permissions::from_mode(0o755)).unwrap();
    has_line(&fresh.looks(), "FAIL", "folder", "chmod 700");
}

#[test]
fn a_secret_beside_the_data_is_a_warning_at_home_and_a_failure_on_the_web() {
    let fresh = Fresh::new();
    fs::copy(fresh.above.path().join("secret.key"), fresh.data().join("secret.key")).unwrap();
    let beside = ("SPOROSS__SECRET__FILE", "");
    has_line(&fresh.looks_with(&[beside]), "warn", "secret", "lies in the data folder");
    let https = ("SPOROSS__WEB__PUBLIC_URL", "https://spor.example.org");
    has_line(&fresh.looks_with(&[beside, https]), "FAIL", "secret", "lies in the data folder");
    assert!(fresh.looks_with(&[https]).status.success());
    fs::set_permissions(fresh.above.path().join("secret.key"), fs::Permissions::from_mode(0o640)).unwrap();
    has_line(&fresh.looks(), "FAIL", "secret", "chmod 600");
}

#[test]
fn what_is_still_there_after_its_day_fails() {
    let fresh = Fresh::new();
    fresh.execute(
        "INSERT INTO question (id, topic, urgency, state, arrived_on, due_on, closed_on, epoch_id, sealed)
         VALUES ('q', 'alkohol', 'normal', 'answered', '2026-01-01', '2026-01-08', '2026-01-08', 'e', x'00');",
    );
    has_line(&fresh.looks(), "FAIL", "retention", "1 questions and 0 receipts");
    fresh.execute("DELETE FROM question; INSERT INTO receipt VALUES ('t', NULL, x'00', x'00', '2020-01-01');");
    has_line(&fresh.looks(), "FAIL", "retention", "0 questions and 1 receipts");
    fresh.execute("DELETE FROM receipt; INSERT INTO session VALUES ('s', 'x', x'00', '2020-01-01 10:00:00', '2020-01-01 10:00:00');");
    has_line(&fresh.looks(), "FAIL", "sessions", "1 sessions");
}

#[test]
fn a_log_that_says_more_is_a_warning() {
    let fresh = Fresh::new();
    has_line(&fresh.looks_with(&[("SPOROSS__LOG__LEVEL", "debug")]), "warn", "log", "at level debug");
    has_line(&fresh.looks_with(&[("SPOROSS__LOG__LEVEL", "warn")]), "ok", "log", "only what goes wrong");
}

fn written(file: &Path, days_ago: u64) {
    fs::write(file, "").unwrap();
    #[expect(clippy::disallowed_methods, reason = "the program asks the real clock how old a file is")]
    let then = SystemTime::now() - Duration::from_secs(days_ago * 24 * 60 * 60 + 60);
    fs::File::options().write(true).open(file).unwrap().set_modified(then).unwrap();
}

#[test]
fn a_backup_must_be_fresh_short_lived_and_elsewhere() {
    let fresh = Fresh::new();
    let folder = fresh.above.path().join("backup");
    let inside = fresh.data().join("backup");
    let at = |folder: &Path| fresh.looks_with(&[("SPOROSS__BACKUP__FOLDER", folder.to_str().unwrap())]);
    has_line(&at(&folder), "FAIL", "backup", "reading the backup folder");
    fs::create_dir(&folder).unwrap();
    has_line(&at(&folder), "FAIL", "backup", "there is no backup");
    written(&folder.join("old.sqlite"), 5);
    has_line(&at(&folder), "FAIL", "backup", "the newest backup is 5 days old");
    written(&folder.join("new.sqlite"), 1);
    has_line(&at(&folder), "ok", "backup", "2 files, from 1 to 5 days old");
    written(&folder.join("old.sqlite"), 15);
    has_line(&at(&folder), "FAIL", "backup", "remembers what was deleted");
    fs::create_dir(&inside).unwrap();
    has_line(&at(&inside), "FAIL", "backup", "lies in the data folder");
}

#[test]
fn mail_that_lies_about_or_becomes_files_is_seen() {
    let fresh = Fresh::new();
    let near = [("SPOROSS__MAIL__URL", "smtp://127.0.0.1:1?tls=none")];
    has_line(&fresh.looks_with(&near), "ok", "mail", "on this machine");
    has_line(&fresh.looks_with(&[("SPOROSS__MAIL__URL", "smtps://mail.example.org")]), "ok", "mail", "over TLS");
    has_line(&fresh.looks_with(&[("SPOROSS__MAIL__URL", "file:///tmp")]), "warn", "mail", "files");
    fresh.execute(
        "INSERT INTO outbox VALUES ('1', 'x', 8, 1, 0, 0, 0, 'ready', 1, '2026-01-01 00:00:00', '2026-01-01 00:00:00', 0, 'digest')",
    );
    has_line(&fresh.looks(), "FAIL", "mail", "1 mails to staff");
}
