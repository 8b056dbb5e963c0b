//! Two databases, one set of queries: PostgreSQL by URL, SQLite otherwise. Work runs on blocking threads,
//! in one named transaction; SQLite's writers take the lock at `BEGIN`.

pub mod inventory;
pub mod schema;
pub mod standing;

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use anyhow::Context;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::migration::MigrationVersion;
use diesel::prelude::*;
use diesel::r2d2::{self, ManageConnection, Pool, R2D2Connection};
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const POSTGRES_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");
const SQLITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

/// These are per connection, not per file. `busy_timeout` comes first: the ones after it may have to wait.
const SQLITE_PRAGMAS: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
";
const POSTGRES_PRELUDE: &str = "SET TIME ZONE 'UTC'; SET statement_timeout = '30s'; SET lock_timeout = '10s';";
const POOL_WAIT: Duration = Duration::from_secs(5);

/// A connection to either database. SQLite is last: diesel's own `establish` would otherwise open a file
/// called `postgres://…`.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// Why the database did not do what was asked; [`DatabaseError::Busy`] may be tried again.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    #[error("no connection to the database became free in time")]
    Busy,
    #[error("the database work did not run to its end")]
    Interrupted,
    #[error(transparent)]
    Diesel(#[from] DieselError),
}

/// A handle that may be cloned; all clones share one pool.
#[derive(Clone)]
pub struct Database {
    pool: Pool<Connector>,
}

/// Opens connections of the kind the URL's scheme names.
#[derive(Clone, Debug)]
pub struct Connector {
    url: Url,
}

#[derive(Clone, Debug)]
enum Url {
    Postgres(String),
    Sqlite(String),
}

impl Database {
    /// Opens a pool. `url` is `postgres://…`, `postgresql://…`, `sqlite://FILE` or empty for `default_file`.
    pub fn open(url: &str, default_file: &Path, pool_size: u32) -> anyhow::Result<Self> {
        let pool = Pool::builder()
            .max_size(pool_size)
            // None in stock: they are made on other threads, and a command that ends while libpq is at it ends in
            // OpenSSL's own clearing up, with a crash.
            .min_idle(Some(0))
            .connection_timeout(POOL_WAIT)
            // The library's own error handler prints the error, which may hold the address of the server only.
            .test_on_check_out(true)
            .build_unchecked(Connector::new(url, default_file)?);
        drop(pool.get().map_err(|error| anyhow::anyhow!("the database cannot be opened: {error}"))?);
        Ok(Self { pool })
    }

    /// Reads, in one transaction, so that all that is read belongs together.
    pub async fn read<T, E, F>(&self, name: &'static str, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut AnyConnection) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + From<DieselError> + Send + 'static,
    {
        self.run(name, move |conn| conn.transaction(work)).await
    }

    /// Writes: all of it happens or none of it.
    pub async fn write<T, E, F>(&self, name: &'static str, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut AnyConnection) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + From<DieselError> + Send + 'static,
    {
        self.run(name, move |conn| conn.write(work)).await
    }

    /// The same as [`Self::write`] for callers outside the web: it blocks.
    pub fn write_blocking<T, E>(&self, work: impl FnOnce(&mut AnyConnection) -> Result<T, E>) -> Result<T, E>
    where
        E: From<DatabaseError> + From<DieselError>,
    {
        self.connect()?.write(work)
    }

    /// Makes deleted rows leave the files: SQLite's log is emptied into the database, whose freed pages are
    /// overwritten (`secure_delete`); PostgreSQL's dead rows are vacuumed.
    pub async fn purge(&self) -> Result<(), DatabaseError> {
        let purge = |conn: &mut AnyConnection| match conn {
            // One by one: several statements at once are a transaction, and there no vacuum runs.
            AnyConnection::Postgres(conn) => ["question", "answer", "letter", "receipt", "report", "audit"]
                .map(|table| format!("VACUUM {table}"))
                .into_iter()
                .try_for_each(|statement| conn.batch_execute(&statement)),
            AnyConnection::Sqlite(conn) => empty_log(conn),
        };
        self.run("database.purge", move |conn| purge(conn).map_err(DatabaseError::from)).await
    }

    /// Brings the tables up to date; says which migrations ran.
    pub fn migrate(&self) -> anyhow::Result<Vec<String>> {
        let mut conn = self.connect()?;
        conn.migrate()
    }

    /// Migrations that have not run yet.
    pub fn has_pending_migrations(&self) -> anyhow::Result<bool> {
        let mut conn = self.connect()?;
        conn.has_pending_migrations()
    }

    async fn run<T, E, F>(&self, name: &'static str, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut AnyConnection) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        let database = self.clone();
        // Waiting for a connection blocks too, so it happens on the same thread as the work.
        actix_web::rt::task::spawn_blocking(move || work(&mut *database.connect()?)).await.unwrap_or_else(|_| {
            tracing::error!(transaction = name, "database work did not run to its end");
            Err(DatabaseError::Interrupted.into())
        })
    }

    /// A connection of one's own, for commands and tests; it blocks.
    pub fn connect(&self) -> Result<r2d2::PooledConnection<Connector>, DatabaseError> {
        self.pool.get().map_err(|_| DatabaseError::Busy)
    }
}

impl AnyConnection {
    /// One transaction that means to write. On SQLite it takes the writer's lock at once: a read that turns
    /// into a write half-way would be refused when another writer came between.
    pub fn write<T, E>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E>
    where
        E: From<DieselError>,
    {
        match self {
            Self::Postgres(conn) => AnsiTransactionManager::begin_transaction(conn)?,
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE")?,
        }
        let outcome = work(self);
        match (&outcome, self) {
            (Ok(_), Self::Postgres(conn)) => AnsiTransactionManager::commit_transaction(conn)?,
            (Ok(_), Self::Sqlite(conn)) => AnsiTransactionManager::commit_transaction(conn)?,
            (Err(_), Self::Postgres(conn)) => AnsiTransactionManager::rollback_transaction(conn)?,
            (Err(_), Self::Sqlite(conn)) => AnsiTransactionManager::rollback_transaction(conn)?,
        }
        outcome
    }

    /// For a connection that will write very much: SQLite keeps more pages in memory (128 MiB) and carries its log
    /// into the file more seldom (at 256 MiB), so that a page which many rows touch is written once, not each time.
    pub fn expect_many_writes(&mut self) -> QueryResult<()> {
        match self {
            Self::Postgres(_) => Ok(()),
            Self::Sqlite(conn) => conn.batch_execute("PRAGMA cache_size = -131072; PRAGMA wal_autocheckpoint = 65536;"),
        }
    }

    /// Brings the tables up to date; gives the migrations that ran.
    pub fn migrate(&mut self) -> anyhow::Result<Vec<String>> {
        let ran = match self {
            Self::Postgres(conn) => names(conn.run_pending_migrations(POSTGRES_MIGRATIONS)),
            Self::Sqlite(conn) => names(conn.run_pending_migrations(SQLITE_MIGRATIONS)),
        };
        ran.map_err(|error| anyhow::anyhow!("a migration failed: {error}"))
    }

    /// Takes all migrations back, newest first.
    pub fn migrate_down(&mut self) -> anyhow::Result<()> {
        let reverted = match self {
            Self::Postgres(conn) => conn.revert_all_migrations(POSTGRES_MIGRATIONS).map(drop),
            Self::Sqlite(conn) => conn.revert_all_migrations(SQLITE_MIGRATIONS).map(drop),
        };
        reverted.map_err(|error| anyhow::anyhow!("a migration could not be taken back: {error}"))
    }

    /// Takes the newest migration back; says which.
    pub fn migrate_one_down(&mut self) -> anyhow::Result<String> {
        let reverted = match self {
            Self::Postgres(conn) => conn.revert_last_migration(POSTGRES_MIGRATIONS).map(|version| version.to_string()),
            Self::Sqlite(conn) => conn.revert_last_migration(SQLITE_MIGRATIONS).map(|version| version.to_string()),
        };
        reverted.map_err(|error| anyhow::anyhow!("a migration could not be taken back: {error}"))
    }

    pub fn has_pending_migrations(&mut self) -> anyhow::Result<bool> {
        let pending = match self {
            Self::Postgres(conn) => conn.has_pending_migration(POSTGRES_MIGRATIONS),
            Self::Sqlite(conn) => conn.has_pending_migration(SQLITE_MIGRATIONS),
        };
        pending.map_err(|error| anyhow::anyhow!("the migrations cannot be read: {error}"))
    }
}

impl Connector {
    /// Reads the scheme; anything but PostgreSQL's and SQLite's is refused.
    pub fn new(url: &str, default_file: &Path) -> anyhow::Result<Self> {
        let url = if url.is_empty() {
            Url::Sqlite(own_file(default_file)?)
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Url::Postgres(url.to_owned())
        } else if let Some(file) = url.strip_prefix("sqlite://") {
            Url::Sqlite(own_file(Path::new(file))?)
        } else {
            anyhow::bail!("the setting `database.url` begins with neither postgres:// nor sqlite://");
        };
        Ok(Self { url })
    }
}

/// Makes a missing database file readable by its owner only; SQLite gives its other files the same mode.
fn own_file(path: &Path) -> anyhow::Result<String> {
    let made = OpenOptions::new().append(true).create(true).mode(0o600).open(path);
    made.with_context(|| format!("opening the database file {}", path.display()))?;
    Ok(path.to_string_lossy().into_owned())
}

impl ManageConnection for Connector {
    type Connection = AnyConnection;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<AnyConnection, r2d2::Error> {
        let (opened, prelude) = match &self.url {
            Url::Postgres(url) => (PgConnection::establish(url).map(AnyConnection::Postgres), POSTGRES_PRELUDE),
            Url::Sqlite(file) => (SqliteConnection::establish(file).map(AnyConnection::Sqlite), SQLITE_PRAGMAS),
        };
        let mut conn = opened.map_err(r2d2::Error::ConnectionError)?;
        conn.batch_execute(prelude).map_err(r2d2::Error::QueryError)?;
        Ok(conn)
    }

    fn is_valid(&self, conn: &mut AnyConnection) -> Result<(), r2d2::Error> {
        conn.ping().map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut AnyConnection) -> bool {
        R2D2Connection::is_broken(conn)
    }
}

fn names(ran: diesel::migration::Result<Vec<MigrationVersion<'_>>>) -> diesel::migration::Result<Vec<String>> {
    ran.map(|versions| versions.iter().map(ToString::to_string).collect())
}

/// Empties SQLite's log into the database. A reader in the way leaves it as it is, and that is told.
fn empty_log(conn: &mut SqliteConnection) -> diesel::QueryResult<()> {
    #[derive(QueryableByName)]
    struct Outcome {
        #[diesel(sql_type = diesel::sql_types::Integer)]
        busy: i32,
    }
    let outcome: Outcome = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(conn)?;
    if outcome.busy == 0 { Ok(()) } else { Err(DieselError::RollbackTransaction) }
}

/// Whether a write was refused because the same key is there already.
pub fn is_duplicate(error: &DieselError) -> bool {
    matches!(error, DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_are_made_only_when_they_are_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open("", &folder.path().join("one.sqlite"), 4).unwrap();
        let held = database.connect().unwrap();
        // Time for what the pool might do by itself.
        std::thread::sleep(Duration::from_millis(300));
        assert_eq!(database.pool.state().connections, 1);
        let second = database.connect().unwrap();
        assert_eq!(database.pool.state().connections, 2);
        drop((held, second));
    }
}
