//! The same pairs and queries in the full-text search of two databases: every word of a query, any of them, the best
//! twenty by the database's own rank. No synonyms, no slang, no compounds, no misspellings.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use serde_json::Value;

use super::{PAGE, mebibytes, print_times, seconds, size_of};

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

const PARTS: [&str; 3] = ["title", "question", "answer"];

pub fn fts5(pairs: &Path, database: &Path, queries: &[String]) {
    let started = Instant::now();
    let mut conn = SqliteConnection::establish(&database.to_string_lossy()).unwrap();
    conn.batch_execute("CREATE VIRTUAL TABLE pair USING fts5(title, question, answer); BEGIN").unwrap();
    for line in BufReader::new(File::open(pairs).unwrap()).lines() {
        let pair: Value = serde_json::from_str(&line.unwrap()).unwrap();
        let [title, question, answer] = PARTS.map(|part| pair[part].as_str().unwrap().to_owned());
        let insert = diesel::sql_query("INSERT INTO pair (title, question, answer) VALUES (?, ?, ?)");
        insert.bind::<Text, _>(title).bind::<Text, _>(question).bind::<Text, _>(answer).execute(&mut conn).unwrap();
    }
    conn.batch_execute("COMMIT").unwrap();
    println!(
        "FTS5 made   {:>9.1} s  {:>10} on the disk, with the text",
        seconds(started),
        mebibytes(size_of(database))
    );
    let mut times = Vec::new();
    for query in queries {
        let any: Vec<String> = words(query).iter().map(|word| format!("\"{word}\"")).collect();
        let select = "SELECT rowid AS number FROM pair WHERE pair MATCH ? ORDER BY bm25(pair, 3.0, 1.5, 1.0) LIMIT ?";
        let limit = i64::try_from(PAGE).unwrap();
        let select = diesel::sql_query(select).bind::<Text, _>(any.join(" OR ")).bind::<BigInt, _>(limit);
        let started = Instant::now();
        let found: Vec<Number> = select.load(&mut conn).unwrap();
        assert!(found.iter().all(|row| row.number > 0));
        times.push(started.elapsed());
    }
    print_times("FTS5", times);
}

pub fn postgres(pairs: &Path, queries: &[String]) {
    #[expect(clippy::disallowed_methods, reason = "the server is the one tests/run names for the tests")]
    let Some(url) = std::env::var_os("SPOROSS_TEST_POSTGRES") else {
        println!("PostgreSQL  left out: SPOROSS_TEST_POSTGRES is not set");
        return;
    };
    let mut conn = PgConnection::establish(&url.to_string_lossy()).unwrap();
    let copied = as_copied(pairs);
    let started = Instant::now();
    conn.batch_execute(&format!(
        "DROP TABLE IF EXISTS scale_pair; CREATE TABLE scale_pair (number BIGSERIAL PRIMARY KEY, title TEXT, question TEXT, \
         answer TEXT, words TSVECTOR GENERATED ALWAYS AS (setweight(to_tsvector('norwegian', title), 'A') || \
         setweight(to_tsvector('norwegian', question), 'B') || setweight(to_tsvector('norwegian', answer), 'C')) STORED); \
         COPY scale_pair (title, question, answer) FROM '{}'; CREATE INDEX ON scale_pair USING gin (words)",
        copied.display()
    ))
    .unwrap();
    conn.batch_execute("VACUUM ANALYZE scale_pair").unwrap();
    fs::remove_file(&copied).unwrap();
    let size = "SELECT pg_total_relation_size('scale_pair') AS number";
    let size = diesel::sql_query(size).get_result::<Number>(&mut conn).unwrap().number;
    let size = mebibytes(u64::try_from(size).unwrap());
    println!("PostgreSQL  {:>9.1} s  {size:>10} on the disk, with the text", seconds(started));
    let mut times = Vec::new();
    for query in queries {
        let any: Vec<String> = words(query).iter().map(|word| format!("'{word}'")).collect();
        let select = "SELECT number FROM scale_pair, to_tsquery('norwegian', $1) wanted WHERE words @@ wanted \
                      ORDER BY ts_rank(words, wanted) DESC LIMIT $2";
        let limit = i64::try_from(PAGE).unwrap();
        let select = diesel::sql_query(select).bind::<Text, _>(any.join(" | ")).bind::<BigInt, _>(limit);
        let started = Instant::now();
        let found: Vec<Number> = select.load(&mut conn).unwrap();
        assert!(found.iter().all(|row| row.number > 0));
        times.push(started.elapsed());
    }
    print_times("PostgreSQL", times);
    conn.batch_execute("DROP TABLE scale_pair").unwrap();
}

fn words(query: &str) -> Vec<String> {
    let words = query.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The pairs as PostgreSQL's COPY reads them, where its server can.
fn as_copied(pairs: &Path) -> std::path::PathBuf {
    let path = std::env::temp_dir().join(format!("spoross-scale-{}.tsv", std::process::id()));
    let mut file = BufWriter::new(File::create(&path).unwrap());
    for line in BufReader::new(File::open(pairs).unwrap()).lines() {
        let pair: Value = serde_json::from_str(&line.unwrap()).unwrap();
        let escape = |text: &str| text.replace('\\', "\\\\").replace('\t', " ").replace('\n', "\\n");
        let [title, question, answer] = PARTS.map(|part| escape(pair[part].as_str().unwrap()));
        writeln!(file, "{title}\t{question}\t{answer}").unwrap();
    }
    file.flush().unwrap();
    path
}
