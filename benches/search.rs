//! How often search finds the right pair, and how fast: the demo's pairs and `benches/search/queries.tsv`, whose queries
//! were judged by hand. A third ("held") was never looked at while search was tuned. Run with `cargo bench --bench
//! search`; `-- misses` lists the queries of the tuning set whose pair is not first.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "a benchmark that cannot go on should stop"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use actix_web::rt::System;
use serde::Deserialize;
use spoross::app::App;
use spoross::app::data_folder::{DataFolder, Kind};
use spoross::app::search::Asked;
use spoross::clock::{Clock, date_in_norway};
use spoross::database::DatabaseError;
use spoross::domain::answer::Wording;
use spoross::domain::audience::{AgeBand, Audience, Gender};
use spoross::domain::publication::{self, New, Signature};
use spoross::settings::{Overrides, Settings};
use spoross::text::language::Language;
use tempfile::TempDir;

const DEEPEST: usize = 20;

#[derive(Deserialize)]
struct PairsFile {
    pair: Vec<Pair>,
}

#[derive(Clone, Deserialize)]
struct Pair {
    topic: String,
    title: String,
    question: String,
    answer: String,
    gender: Gender,
    age_band: AgeBand,
    language: Language,
}

/// What one kind of query reached.
#[derive(Clone, Copy, Default)]
struct Score {
    queries: u32,
    first: u32,
    among_five: u32,
    reciprocal_ranks: f64,
}

impl Score {
    fn add(&mut self, rank: Option<u32>) {
        self.queries += 1;
        self.first += u32::from(rank == Some(1));
        self.among_five += u32::from(rank.is_some_and(|rank| rank <= 5));
        self.reciprocal_ranks += rank.map_or(0.0, |rank| 1.0 / f64::from(rank));
    }

    fn print(&self, set: &str, kind: &str) {
        let share = |count: f64| count / f64::from(self.queries);
        println!(
            "{set:<5} {kind:<12} {:>4} {:>10.3} {:>10.3} {:>8.3}",
            self.queries,
            share(self.first.into()),
            share(self.among_five.into()),
            share(self.reciprocal_ranks)
        );
    }
}

fn pairs() -> Vec<Pair> {
    let files = fs::read_dir("demo/pairs").unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    files.flat_map(|text| toml::from_str::<PairsFile>(&text).unwrap().pair).collect()
}

/// A house with the demo's pairs, `times` over.
fn house(folder: &Path, times: usize) -> App {
    let settings = Settings::load(None, &Overrides::default()).unwrap();
    let data = DataFolder::open_or_create(folder, Kind::House).unwrap();
    let app = App::open(settings, &data, Clock::system()).unwrap();
    let published_on = date_in_norway(app.clock.now());
    let all = pairs();
    app.database
        .write_blocking(|conn| {
            for pair in all.iter().cycle().take(all.len() * times) {
                let wording = Wording {
                    title: pair.title.clone(),
                    question: pair.question.clone(),
                    answer: pair.answer.clone(),
                    ..Wording::default()
                };
                let audience = Audience { gender: pair.gender, age_band: pair.age_band };
                let signature = Signature { name: "Kari".into(), title: "Lege".into(), specialities: String::new() };
                let (topic, language) = (pair.topic.clone(), pair.language);
                publication::add(conn, &New { wording, topic, language, audience, signature, published_on })?;
            }
            Ok::<_, spoross::domain::Error>(())
        })
        .unwrap();
    app
}

async fn titles(app: &App, query: &str) -> Vec<String> {
    let asked = Asked { query: query.to_owned(), count: DEEPEST, ..Asked::default() };
    app.search.find(asked).await.hits.iter().map(spoross::app::search::Hit::plain_title).collect()
}

async fn measure(app: &App, sets: &[String], lists_misses: bool) {
    println!("{:<5} {:<12} {:>4} {:>10} {:>10} {:>8}", "set", "kind", "n", "success@1", "success@5", "MRR");
    let mut scores: BTreeMap<(String, String), Score> = BTreeMap::new();
    let mut durations: Vec<Duration> = Vec::new();
    for line in fs::read_to_string("benches/search/queries.tsv").unwrap().lines().skip(1) {
        let [set, kind, query, wanted] = line.split('\t').collect::<Vec<_>>().try_into().expect("four columns");
        if !sets.iter().any(|known| known == set) {
            continue;
        }
        let started = Instant::now();
        let found = titles(app, query).await;
        durations.push(started.elapsed());
        let place = found.iter().position(|title| wanted.split('|').any(|wanted| wanted == title));
        let rank = place.map(|place| u32::try_from(place).unwrap() + 1);
        for kind in [kind, "all"] {
            scores.entry((set.to_owned(), kind.to_owned())).or_default().add(rank);
        }
        if lists_misses && set == "tune" && rank != Some(1) {
            println!(
                "  {rank:?} {kind}: {query} → {wanted}\n       got {:?}",
                found.iter().take(3).collect::<Vec<_>>()
            );
        }
    }
    for ((set, kind), score) in &scores {
        score.print(set, kind);
    }
    durations.sort();
    println!("a query takes {:?} (median), {:?} (slowest)", durations[durations.len() / 2], durations.last().unwrap());
}

/// What is shown to someone who writes a whole question: how often the right pair is among three, and how often
/// something is shown although nothing answers it.
async fn measure_writings(app: &App, lists_misses: bool) {
    let mut scores: BTreeMap<&str, [u32; 4]> = BTreeMap::new();
    let file = fs::read_to_string("benches/search/writings.tsv").unwrap();
    let started = Instant::now();
    for line in file.lines().skip(1) {
        let [set, text, wanted] = line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
        let hits = app.search.find_alike(text.to_owned(), Language::Nb, 3).await.hits;
        let shown: Vec<String> = hits.iter().map(spoross::app::search::Hit::plain_title).collect();
        let is_right = shown.iter().any(|title| wanted.split('|').any(|wanted| wanted == title));
        let [answered, found, unanswered, disturbed] = scores.entry(set).or_default();
        if wanted.is_empty() {
            *unanswered += 1;
            *disturbed += u32::from(!shown.is_empty());
        } else {
            *answered += 1;
            *found += u32::from(is_right);
        }
        if lists_misses && set == "tune" && is_right == wanted.is_empty() {
            println!("  {text}\n    wanted {wanted}\n    shown {shown:?}");
        }
    }
    for (set, [answered, found, unanswered, disturbed]) in scores {
        println!(
            "writing, {set}: the right pair for {found} of {answered}; something although nothing answers it for \
             {disturbed} of {unanswered}"
        );
    }
    println!("a text takes {:?} on average", started.elapsed() / u32::try_from(file.lines().count() - 1).unwrap());
}

fn size_of(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| if entry.path().is_dir() { size_of(&entry.path()) } else { entry.metadata().unwrap().len() })
        .sum()
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let has = |word: &str| arguments.iter().any(|argument| argument == word);
    let sets: Vec<String> = if has("tune") { vec!["tune".into()] } else { vec!["tune".into(), "held".into()] };
    System::new().block_on(async {
        for times in if has("tune") || has("once") { vec![1] } else { vec![1, 20] } {
            let above = TempDir::new().unwrap();
            let folder = above.path().join("data");
            let app = house(&folder, times);
            let started = Instant::now();
            app.search.poll(&app.database).await.unwrap();
            let made = started.elapsed();
            let total: i64 = app
                .database
                .read("count", |conn| publication::shelf::count_by_topic(conn).map_err(|_| DatabaseError::Busy))
                .await
                .unwrap()
                .iter()
                .map(|(_, count)| count)
                .sum();
            println!("{total} pairs: made in {made:?}, {} KiB on the disk", size_of(&folder.join("search")) / 1024);
            measure(&app, &sets, has("misses")).await;
            measure_writings(&app, has("misses")).await;
        }
    });
}
