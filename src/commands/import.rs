//! `spoross import`: pairs, articles and words from a file. A line that is wrong is named and passed over; what came before is recognised.

mod item;
mod pins;
mod report;
mod source;
mod wordpress;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use diesel::Connection;
use spoross::app::App;
use spoross::clock::date_in_norway;
use spoross::database::AnyConnection;
use spoross::domain::publication::import::Taken;
use spoross::domain::{self};
use spoross::text::identifying::Lexicon;

use self::item::{Item, Seen};
use self::pins::Pins;
use self::report::{Outcome, Report};
use self::source::Entry;
use super::pair::Rules;
use crate::Place;

/// Lines a transaction: the site's readers and writers get their turn in between.
const BATCH: usize = 300;

/// How to import.
pub struct Wishes {
    pub file: PathBuf,
    pub topic: Option<String>,
    pub topic_map: Option<PathBuf>,
    /// Only say what would happen.
    pub is_rehearsal: bool,
}

/// Reads a file into this house; exit status 1 when a line was wrong.
pub fn run(place: &Place, wishes: &Wishes) -> Result<ExitCode> {
    let app = place.open_house()?;
    let rules = rules(&app, wishes)?;
    let lexicon = &app.lexicons.identifying;
    let mut entries = source::open(&wishes.file)?;
    let (mut report, mut pins, mut seen) = (Report::new(wishes.is_rehearsal), Pins::default(), Seen::default());
    let mut conn = app.database.connect()?;
    conn.expect_many_writes()?;
    loop {
        let batch: Vec<Entry> = entries.by_ref().take(BATCH).collect::<Result<_>>()?;
        if batch.is_empty() {
            break;
        }
        let outcomes = if wishes.is_rehearsal {
            conn.transaction(|conn| rehearse(conn, &rules, lexicon, batch, &mut seen))
        } else {
            conn.write(|conn| Ok(take_in(conn, &rules, lexicon, batch, &mut pins)))
        };
        for (number, outcome) in outcomes? {
            report.line(number, &outcome);
        }
    }
    drop(conn);
    pins.write(&app)?;
    Ok(report.end())
}

fn rules<'a>(app: &'a App, wishes: &Wishes) -> Result<Rules<'a>> {
    let topic_map = wishes.topic_map.as_deref().map(read_topic_map).transpose()?.unwrap_or_default();
    for slug in topic_map.values().chain(&wishes.topic) {
        if app.topics.find(slug).is_none() {
            let known: Vec<&str> = app.topics.all().iter().map(|topic| topic.slug.as_str()).collect();
            bail!("there is no topic \"{slug}\"; there are {}", known.join(", "));
        }
    }
    let today = date_in_norway(app.clock.now());
    Ok(Rules { topics: &app.topics, topic_map, default_topic: wishes.topic.clone(), today })
}

/// Lines of TOML: `"Rus & alkohol" = "alkohol"`.
fn read_topic_map(path: &Path) -> Result<BTreeMap<String, String>> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} has not lines like \"Category\" = \"topic\"", path.display()))
}

/// Each line in a savepoint of its own: a bad one takes nothing with it and leaves nothing of itself.
fn take_in(
    conn: &mut AnyConnection,
    rules: &Rules<'_>,
    lexicon: &Lexicon,
    batch: Vec<Entry>,
    pins: &mut Pins,
) -> Vec<(u64, Outcome)> {
    let one = |(number, found)| {
        let mut item = match Item::check(found, rules) {
            Ok(item) => item,
            Err(outcome) => return (number, outcome),
        };
        if let Item::Article(article) = &mut item {
            pins.follow(article);
        }
        let taken = conn.transaction::<_, domain::Error, _>(|conn| item.take_in(conn));
        if let (Item::Pair(pair), Ok(Taken::Added(slug) | Taken::AlreadyThere(slug))) = (&item, &taken) {
            pins.note(pair, slug);
        }
        if let (Item::Article(article), Ok(Taken::Added(slug) | Taken::AlreadyThere(slug))) = (&item, &taken) {
            pins.note_article(article, slug);
        }
        (
            number,
            match taken {
                Ok(Taken::Added(_)) => Outcome::Ok(item.marks(lexicon)),
                Ok(Taken::AlreadyThere(slug)) => Outcome::AlreadyThere(slug),
                Ok(Taken::Withdrawn(slug)) => Outcome::Skipped(format!("it was taken away here: {slug}")),
                Err(error) => Outcome::Wrong(error.to_string()),
            },
        )
    };
    batch.into_iter().map(one).collect()
}

/// The same without writing; what stands twice in the file is recognised too.
fn rehearse(
    conn: &mut AnyConnection,
    rules: &Rules<'_>,
    lexicon: &Lexicon,
    batch: Vec<Entry>,
    seen: &mut Seen,
) -> domain::Result<Vec<(u64, Outcome)>> {
    let mut outcomes = Vec::new();
    for (number, found) in batch {
        outcomes.push((
            number,
            match Item::check(found, rules) {
                Err(outcome) => outcome,
                Ok(item) => match item.find(conn)? {
                    Some(slug) => Outcome::AlreadyThere(slug),
                    None if seen.again(&item) => Outcome::AlreadyThere("further up in this file".into()),
                    None => Outcome::Ok(item.marks(lexicon)),
                },
            },
        ));
    }
    Ok(outcomes)
}
