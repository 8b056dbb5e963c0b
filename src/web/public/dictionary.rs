//! `/ordbok`: substances and what people call them, as far as a clinician has passed the words.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::App;
use crate::clock::wall_time_in_norway;
use crate::domain;
use crate::domain::article::reading::{self, Heading};
use crate::domain::dictionary::{self, Decisions, Entry};
use crate::domain::help_service::Offered;
use crate::text::language::Language;
use crate::text::synonyms::rows::{Kind, Row};
use crate::web::error::{Error, Result};
use crate::web::page::{Frame, Reply};

/// A substance and its words of one kind after the other.
struct Words<'a> {
    entry: &'a Entry,
    names: Vec<&'a str>,
    street: Vec<&'a str>,
    brands: Vec<&'a str>,
    english: Vec<&'a str>,
}

#[derive(Template)]
#[template(path = "public/dictionary.html")]
struct DictionaryPage<'a> {
    frame: Frame,
    entries: Vec<Words<'a>>,
}

#[derive(Template)]
#[template(path = "public/dictionary_entry.html")]
struct EntryPage<'a> {
    frame: Frame,
    words: Words<'a>,
    articles: Vec<Heading>,
    has_topic: bool,
    help: Vec<Offered<'a>>,
}

impl<'a> Words<'a> {
    /// None when no word of it was passed.
    fn of(entry: &'a Entry, rows: &'a [Row], decisions: &Decisions) -> Option<Self> {
        let passed = entry.passed(rows, decisions);
        // What the heading says already is not told again.
        let headings = [&entry.name.nb, &entry.name.nn, &entry.name.en];
        let parts = headings.into_iter().flat_map(|name| name.split(['(', ')'])).flat_map(|part| part.split(" og "));
        let mut told: Vec<String> = parts.map(|part| part.trim().to_lowercase()).collect();
        let mut of_kind = |kind: Kind| {
            let mut list = Vec::new();
            for row in passed.iter().filter(|row| row.kind == kind) {
                let lowered = row.term.to_lowercase();
                if !told.contains(&lowered) {
                    told.push(lowered);
                    list.push(row.term.as_str());
                }
            }
            list
        };
        let (names, street) = (of_kind(Kind::Name), of_kind(Kind::Street));
        let (brands, english) = (of_kind(Kind::Brand), of_kind(Kind::English));
        (!passed.is_empty()).then_some(Self { entry, names, street, brands, english })
    }

    /// The key of each kind's heading, its words, and their language.
    fn kinds(&self) -> [(&'static str, &[&'a str], &'static str); 4] {
        [
            ("dictionary-names", &self.names, "nb"),
            ("dictionary-street", &self.street, "nb"),
            ("dictionary-brands", &self.brands, "nb"),
            ("dictionary-english", &self.english, "en"),
        ]
    }

    /// Its name where a sentence goes on: «alkohol», but «LSD».
    fn name_in_a_line(&self, language: Language) -> String {
        let name = self.entry.name.to(language);
        let mut letters = name.chars();
        match (letters.next(), letters.next()) {
            (Some(first), Some(second)) if second.is_lowercase() => {
                first.to_lowercase().chain(name.chars().skip(1)).collect()
            }
            _ => name.to_owned(),
        }
    }

    /// The address where pairs about it are found, in bokmål's frame.
    fn search_path(&self) -> String {
        let word = self.entry.name.nb.split(" (").next().unwrap_or_default();
        let word = percent_encoding::utf8_percent_encode(word, percent_encoding::NON_ALPHANUMERIC);
        format!("/sok?q={word}")
    }
}

/// `GET /ordbok`
pub async fn index(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    let decisions = app.database.read("dictionary.decisions", dictionary::decisions).await?;
    let lists = app.search.lists();
    let entries = app.dictionary.all().iter().filter_map(|entry| Words::of(entry, &lists.rows, &decisions)).collect();
    Ok(Reply::page(&DictionaryPage { frame: Frame::of(&request), entries })?.briefly_cached())
}

/// `GET /ordbok/{slug}`
pub async fn show(app: Data<App>, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    let entry = app.dictionary.find(&slug).ok_or(Error::NotFound)?;
    let topic = entry.topic.clone();
    let (decisions, articles) = app
        .database
        .read("dictionary.find", move |conn| {
            Ok::<_, domain::Error>((dictionary::decisions(conn)?, reading::list(conn, Some(&topic))?))
        })
        .await?;
    let lists = app.search.lists();
    let words = Words::of(entry, &lists.rows, &decisions).ok_or(Error::NotFound)?;
    let now = wall_time_in_norway(app.clock.now());
    let fitting = app.help_services.for_topic(&entry.topic);
    let help = fitting.into_iter().map(|service| Offered::at(service, now)).collect();
    // A topic of the same name has the pairs that the search finds.
    let has_topic = app.topics.find(&entry.topic).is_some_and(|topic| topic.name.nb != entry.name.nb);
    Ok(Reply::page(&EntryPage { frame: Frame::of(&request), words, articles, has_topic, help })?.briefly_cached())
}

/// The slugs of every entry that can be read.
pub fn readable<'a>(app: &'a App, decisions: &Decisions) -> Vec<&'a str> {
    let lists = app.search.lists();
    let is_there = |entry: &&Entry| !entry.passed(&lists.rows, decisions).is_empty();
    app.dictionary.all().iter().filter(is_there).map(|entry| entry.slug.as_str()).collect()
}
