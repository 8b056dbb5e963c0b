//! Search among very many pairs: how long they take to import and to index, how much room and memory that needs, and
//! how fast queries are answered, beside SQLite's FTS5 and PostgreSQL's full-text search on the same pairs and queries
//! in one run. The pairs are put together from the demo's sentences, with rare words that become more with their number.
//!
//! `cargo bench --bench scale -- 10000 100000`; PostgreSQL only with `SPOROSS_TEST_POSTGRES`, a server on this
//! machine whose user may read files. It compares speed alone: the pairs repeat each other, so no hit is the right one.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark that cannot go on should stop")]

#[path = "scale/pairs.rs"]
mod pairs;
#[path = "scale/rivals.rs"]
mod rivals;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use actix_web::rt::System;
use pairs::Pairs;
use spoross::app::App;
use spoross::app::data_folder::{DataFolder, Kind};
use spoross::app::search::Asked;
use spoross::clock::Clock;
use spoross::settings::{Overrides, Settings};
use tempfile::TempDir;

/// Hits of a page.
pub const PAGE: usize = 20;

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000] } else { sizes };
    let queries = queries();
    println!("{} queries; {} cores", queries.len(), std::thread::available_parallelism().unwrap());
    for size in sizes {
        measure(size, &queries);
    }
}

/// The queries that search is judged by.
fn queries() -> Vec<String> {
    let file = fs::read_to_string("benches/search/queries.tsv").unwrap();
    file.lines().skip(1).map(|line| line.split('\t').nth(2).unwrap().to_owned()).collect()
}

fn measure(size: usize, queries: &[String]) {
    let above = TempDir::new().unwrap();
    let file = above.path().join("pairs.jsonl");
    let bytes = Pairs::new().write(&file, size);
    println!("\n{size} pairs, {} of JSON lines", mebibytes(bytes));
    let folder = above.path().join("data");
    drop(open(&folder));
    import(&file, &folder);
    ours(&folder, queries);
    rivals::fts5(&file, &above.path().join("fts5.sqlite"), queries);
    rivals::postgres(&file, queries);
}

/// As an owner does it, by the program itself.
fn import(file: &Path, folder: &Path) {
    let started = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_spoross"))
        .args(["import", "--data"])
        .arg(folder)
        .arg(file)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut most = 0;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        most = most.max(memory(&child.id().to_string(), "VmHWM"));
        std::thread::sleep(Duration::from_millis(100));
    };
    assert!(status.success(), "the import failed");
    let size = size_of(folder);
    println!(
        "import      {:>9.1} s  {:>10} on the disk  {:>9} memory",
        seconds(started),
        mebibytes(size),
        mebibytes(most)
    );
}

fn open(folder: &Path) -> App {
    let settings = Settings::load(None, &Overrides::default()).unwrap();
    let data = DataFolder::open_or_create(folder, Kind::House).unwrap();
    App::open(settings, &data, Clock::system()).unwrap()
}

fn ours(folder: &Path, queries: &[String]) {
    let app = open(folder);
    System::new().block_on(async {
        forget_most_memory();
        let started = Instant::now();
        app.search.poll(&app.database).await.unwrap();
        let (made, most) = (seconds(started), memory("self", "VmHWM"));
        let size = size_of(&folder.join("search"));
        println!("index       {made:>9.1} s  {:>10} on the disk  {:>9} memory", mebibytes(size), mebibytes(most));
        let started = Instant::now();
        app.search.poll(&app.database).await.unwrap();
        println!("nothing new {:>9.4} s", seconds(started));
        let mut times = Vec::new();
        for round in 0..2 {
            for query in queries {
                let asked = Asked { query: query.clone(), count: PAGE, ..Asked::default() };
                let started = Instant::now();
                let answer = app.search.find(asked).await;
                assert!(!answer.is_preparing);
                if round > 0 {
                    times.push(started.elapsed());
                }
            }
        }
        print_times("spoross", times);
        println!("answering: {} memory", mebibytes(memory("self", "VmRSS")));
    });
}

/// Prints the median and the slowest hundredth.
pub fn print_times(who: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!("{who:<11} p50 {:>9.2?}  p99 {:>9.2?}  of {} queries", at(50), at(99), times.len());
}

pub fn seconds(started: Instant) -> f64 {
    started.elapsed().as_secs_f64()
}

pub fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes / 1024 / 1024)
}

/// What the system says of a process' memory, in bytes.
fn memory(process: &str, line: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let found = status.lines().find_map(|text| text.strip_prefix(line)?.strip_prefix(':'));
    found.and_then(|text| text.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() * 1024
}

/// Counts the greatest use of memory anew from here.
fn forget_most_memory() {
    fs::write("/proc/self/clear_refs", "5").unwrap();
}

pub fn size_of(path: &Path) -> u64 {
    if path.is_file() {
        return path.metadata().unwrap().len();
    }
    fs::read_dir(path).unwrap().map(|entry| size_of(&entry.unwrap().path())).sum()
}
