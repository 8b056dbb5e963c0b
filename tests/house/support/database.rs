//! A database for one test: a file in a folder, or a new database on the PostgreSQL that `tests/run` started.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use tempfile::TempDir;

pub struct TestDatabase {
    pub url: String,
    /// The folder of the SQLite file; for PostgreSQL it stays empty.
    pub folder: TempDir,
    postgres: Option<(String, String)>,
}

impl TestDatabase {
    pub fn new() -> Self {
        if is_postgres() { Self::on_postgres() } else { Self::on_sqlite() }
    }

    /// One of the other kind; of the same where no PostgreSQL was started.
    pub fn other() -> Self {
        let has_postgres = variable("SPOROSS_TEST_POSTGRES").is_some();
        if has_postgres && !is_postgres() { Self::on_postgres() } else { Self::on_sqlite() }
    }

    /// The address that the program's settings take.
    pub fn address(&self) -> String {
        match self.url.as_str() {
            "" => format!("sqlite://{}", self.folder.path().join("spoross.sqlite").display()),
            url => url.to_owned(),
        }
    }

    fn on_sqlite() -> Self {
        Self { url: String::new(), folder: tempfile::tempdir().unwrap(), postgres: None }
    }

    fn on_postgres() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let server =
            variable("SPOROSS_TEST_POSTGRES").expect("SPOROSS_TEST_POSTGRES names the server; tests/run sets it");
        let name = format!("house_{}", uuid::Uuid::new_v4().simple());
        PgConnection::establish(&server).unwrap().batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        let (base, _) = server.rsplit_once('/').unwrap();
        Self { url: format!("{base}/{name}"), folder, postgres: Some((server, name)) }
    }

    pub fn is_postgres(&self) -> bool {
        self.postgres.is_some()
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.postgres
            && let Ok(mut conn) = PgConnection::establish(server)
        {
            let dropped = conn.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
            assert!(dropped.is_ok() || std::thread::panicking(), "the test's database could not be dropped");
        }
    }
}

fn is_postgres() -> bool {
    variable("SPOROSS_TEST_DATABASE").is_some_and(|kind| kind == "postgres")
}

#[expect(clippy::disallowed_methods, reason = "tests are told by their environment which server to use")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
