//! `spoross import`: pairs from a file. A line that is wrong is named and passed over; what came before is recognised.

mod source;
mod wordpress;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use diesel::Connection;
use spoross::app::App;
use spoross::clock::date_in_norway;
use spoross::database::AnyConnection;
use spoross::domain::publication::import::{self, Incoming, OldPath, Taken};
use spoross::domain::{self};
use spoross::text::identifying::{Kind, Lexicon};

use self::source::{Entry, Found};
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
    let (mut report, mut pins) = (Report::new(wishes), Pins::default());
    loop {
        let batch: Vec<Entry> = entries.by_ref().take(BATCH).collect::<Result<_>>()?;
        if batch.is_empty() {
            break;
        }
        let outcomes = if wishes.is_rehearsal {
            app.database.connect()?.transaction(|conn| rehearse(conn, &rules, lexicon, batch, &mut report.seen))
        } else {
            app.database.write_blocking(|conn| Ok(take_in(conn, &rules, lexicon, batch, &mut pins)))
        };
        for (number, outcome) in outcomes? {
            report.line(number, &outcome);
        }
    }
    pins.write(&app)?;
    Ok(report.end())
}

/// What became of one place of the file.
enum Outcome {
    /// What in its question may give someone away.
    Ok(Vec<Kind>),
    AlreadyThere(String),
    Skipped(String),
    Wrong(String),
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
        let incoming = match checked(found, rules) {
            Ok(incoming) => incoming,
            Err(outcome) => return (number, outcome),
        };
        let taken = conn.transaction::<_, domain::Error, _>(|conn| import::take_in(conn, &incoming));
        if let Ok(Taken::Added(slug) | Taken::AlreadyThere(slug)) = &taken {
            pins.note(&incoming, slug);
        }
        (
            number,
            match taken {
                Ok(Taken::Added(_)) => Outcome::Ok(marks(lexicon, &incoming)),
                Ok(Taken::AlreadyThere(slug)) => Outcome::AlreadyThere(slug),
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
            match checked(found, rules) {
                Err(outcome) => outcome,
                Ok(incoming) => match import::find_slug(conn, &incoming)? {
                    Some(slug) => Outcome::AlreadyThere(slug),
                    None if seen.again(&incoming) => Outcome::AlreadyThere("further up in this file".into()),
                    None => Outcome::Ok(marks(lexicon, &incoming)),
                },
            },
        ));
    }
    Ok(outcomes)
}

/// The kinds of what may give someone away; the words themselves are said nowhere.
fn marks(lexicon: &Lexicon, incoming: &Incoming) -> Vec<Kind> {
    let wording = &incoming.new.wording;
    let found = [&wording.title, &wording.question].into_iter().flat_map(|text| lexicon.warn(text));
    found.map(|mark| mark.kind).collect::<BTreeSet<_>>().into_iter().collect()
}

fn checked(found: Found, rules: &Rules<'_>) -> Result<Incoming, Outcome> {
    match found {
        Found::Pair(pair) => pair.check(rules).map_err(|wrong| Outcome::Wrong(wrong.join("; "))),
        Found::Skipped(why) => Err(Outcome::Skipped(why)),
        Found::Unreadable(why) => Err(Outcome::Wrong(why)),
    }
}

/// What was pinned to the pairs of a file where they come from.
#[derive(Default)]
struct Pins {
    /// By the slugs they have here.
    wanted: Vec<(String, Vec<String>)>,
    /// From the slugs they had to those they have here, where these differ.
    moved: HashMap<String, String>,
}

impl Pins {
    fn note(&mut self, incoming: &Incoming, slug: &str) {
        if let Some(before) = incoming.slug.as_ref().filter(|before| before.as_str() != slug) {
            self.moved.insert(before.as_str().to_owned(), slug.to_owned());
        }
        if !incoming.pinned.is_empty() {
            self.wanted.push((slug.to_owned(), incoming.pinned.clone()));
        }
    }

    fn write(&self, app: &App) -> Result<()> {
        let here = |slug: &String| self.moved.get(slug).unwrap_or(slug).clone();
        for some in self.wanted.chunks(BATCH) {
            app.database.write_blocking(|conn| {
                let mut each = some.iter();
                each.try_for_each(|(slug, pinned)| {
                    import::pin(conn, slug, &pinned.iter().map(here).collect::<Vec<_>>())
                })
            })?;
        }
        Ok(())
    }
}

/// What a rehearsal read so far.
#[derive(Default)]
struct Seen {
    fingerprints: HashSet<String>,
    paths: HashSet<OldPath>,
}

impl Seen {
    fn again(&mut self, incoming: &Incoming) -> bool {
        // Half of the hash is plenty to tell a million lines apart.
        let fingerprint = incoming.fingerprint().chars().take(32).collect();
        let is_new_path = incoming.old_path.as_ref().is_none_or(|path| self.paths.insert(path.clone()));
        !self.fingerprints.insert(fingerprint) || !is_new_path
    }
}

/// Counts, and says a line each of what someone should know.
struct Report {
    is_rehearsal: bool,
    shows_progress: bool,
    seen: Seen,
    counts: Counts,
    /// Pairs that came in and should be looked at.
    marked: u64,
}

#[derive(Default)]
struct Counts {
    added: u64,
    there: u64,
    skipped: u64,
    wrong: u64,
}

impl Report {
    fn new(wishes: &Wishes) -> Self {
        let shows_progress = !wishes.is_rehearsal && io::stderr().is_terminal();
        Self {
            is_rehearsal: wishes.is_rehearsal,
            shows_progress,
            seen: Seen::default(),
            counts: Counts::default(),
            marked: 0,
        }
    }

    fn line(&mut self, number: u64, outcome: &Outcome) {
        let counts = &mut self.counts;
        let (counted, said, always) = match outcome {
            Outcome::Ok(marks) if marks.is_empty() => (&mut counts.added, "ok".into(), false),
            Outcome::Ok(marks) => {
                self.marked += 1;
                let kinds: Vec<&str> = marks.iter().map(|kind| kind.word()).collect();
                (
                    &mut counts.added,
                    format!("look at it, its question may give someone away: {}", kinds.join(", ")),
                    true,
                )
            }
            Outcome::AlreadyThere(slug) => (&mut counts.there, format!("already there: {slug}"), false),
            Outcome::Skipped(why) => (&mut counts.skipped, format!("skipped: {why}"), true),
            Outcome::Wrong(why) => (&mut counts.wrong, format!("wrong: {why}"), true),
        };
        *counted += 1;
        if always || self.is_rehearsal {
            self.clear_progress();
            println!("line {number}: {said}");
        }
        self.progress();
    }

    fn progress(&self) {
        let read = self.counts.added + self.counts.there + self.counts.skipped + self.counts.wrong;
        if self.shows_progress && read.is_multiple_of(100) {
            eprint!("\r{read} read");
            // A counter that is not shown harms nobody.
            let _shown = io::stderr().flush().is_ok();
        }
    }

    fn clear_progress(&self) {
        if self.shows_progress {
            eprint!("\r{:24}\r", "");
        }
    }

    fn end(self) -> ExitCode {
        self.clear_progress();
        let Counts { added, there, skipped, wrong } = self.counts;
        let would_be = if self.is_rehearsal { "would be added" } else { "added" };
        println!("{added} {would_be}, {there} already there, {skipped} skipped, {wrong} wrong.");
        if self.marked > 0 {
            println!("{} of them may give someone away: look at the lines named above.", self.marked);
        }
        if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
