//! The demo's articles and dictionary, through the same verbs as people's clicks: one writes, another reads over.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use serde::Deserialize;
use spoross::app::App;
use spoross::clock::Moment;
use spoross::database::AnyConnection;
use spoross::domain::article::writing::{self, New};
use spoross::domain::article::{Wording, review};
use spoross::domain::dictionary::{self, Verdict};
use spoross::domain::publication::slug::Slug;
use spoross::domain::staff::{Clinician, Reviewer, SignedIn, Writer};
use spoross::domain::{self};
use spoross::text::language::Language;
use spoross::text::synonyms::rows::Row;

use super::Access;

const ARTICLES: &str = include_str!("../../../demo/articles.toml");
const DICTIONARY: &str = include_str!("../../../demo/dictionary.toml");

/// The demo's staff with their keys in hand.
pub(super) type Team = [(Access, Arc<SignedIn>)];

#[derive(Deserialize)]
struct ArticlesFile {
    article: Vec<DemoArticle>,
}

#[derive(Deserialize)]
struct DemoArticle {
    slug: String,
    topic: String,
    language: Language,
    title: String,
    lead: String,
    key_points: Vec<String>,
    author: String,
    reviewer: String,
    days_ago_published: i64,
    days_ago_checked: i64,
    section: Vec<DemoSection>,
    source: Vec<DemoSource>,
    #[serde(default)]
    related: Vec<String>,
}

#[derive(Deserialize)]
struct DemoSection {
    heading: String,
    body: String,
}

#[derive(Deserialize)]
struct DemoSource {
    title: String,
    publisher: String,
    year: u16,
    url: String,
}

#[derive(Deserialize)]
struct DictionaryFile {
    passed_by: String,
    days_ago: i64,
    passed: Vec<DemoWords>,
}

#[derive(Deserialize)]
struct DemoWords {
    entry: String,
    words: Vec<String>,
}

impl DemoArticle {
    fn wording(&self) -> Wording {
        let sections: Vec<String> =
            self.section.iter().map(|section| format!("## {}\n\n{}", section.heading, section.body.trim())).collect();
        let sources: Vec<String> = self.source.iter().map(DemoSource::line).collect();
        Wording {
            topic: self.topic.clone(),
            title: self.title.clone(),
            lead: self.lead.clone(),
            key_points: self.key_points.join("\n"),
            body: sections.join("\n\n"),
            sources: sources.join("\n"),
            related: self.related.join("\n"),
        }
    }
}

impl DemoSource {
    fn line(&self) -> String {
        let told = format!("{}. {}, {}", self.title, self.publisher, self.year);
        if self.url.is_empty() { told } else { format!("{told} | {}", self.url) }
    }
}

/// Writes, reads over and publishes the articles, and passes some words of the dictionary.
pub(super) fn furnish(app: &App, team: &Team, now: Moment) -> Result<()> {
    let articles: ArticlesFile = toml::from_str(ARTICLES)?;
    for article in articles.article {
        app.database
            .write_blocking(|conn| bring_out(conn, app, team, &article, now))
            .with_context(|| format!("the demo's article {}", article.slug))?;
    }
    pass_words(app, team, now)
}

fn bring_out(
    conn: &mut AnyConnection,
    app: &App,
    team: &Team,
    article: &DemoArticle,
    now: Moment,
) -> domain::Result<()> {
    let (writer, reviewer) = (Writer::try_from(one(team, &article.author)?)?, one(team, &article.reviewer)?);
    let reviewer = Reviewer::try_from(reviewer)?;
    let (published, checked) =
        (now - TimeDelta::days(article.days_ago_published), now - TimeDelta::days(article.days_ago_checked));
    let new = New { language: article.language, wording: article.wording(), slug: Slug::parse(&article.slug) };
    let created = writing::create(conn, &writer, &new, published)?;
    let seen = (&created.id, created.newest_version);
    writing::send_to_review(conn, &writer, &created.id, created.newest_version, published)?;
    review::approve(conn, &app.secret, &reviewer, seen, published)?;
    review::publish(conn, &app.secret, &writer, &created.id, published)?;
    review::renew_check(conn, &app.secret, &reviewer, seen, checked)
}

fn pass_words(app: &App, team: &Team, now: Moment) -> Result<()> {
    let file: DictionaryFile = toml::from_str(DICTIONARY)?;
    let clinician = Clinician::try_from(one(team, &file.passed_by)?).ok().context("a clinician of the demo's")?;
    let (lists, then) = (app.search.lists(), now - TimeDelta::days(file.days_ago));
    for DemoWords { entry, words } in &file.passed {
        let found = app.dictionary.find(entry).with_context(|| format!("the dictionary has no {entry}"))?;
        let rows: Vec<&Row> = found.rows(&lists.rows).into_iter().filter(|row| words.contains(&row.term)).collect();
        let missing = words.iter().find(|word| rows.iter().all(|row| row.term != **word));
        ensure!(missing.is_none(), "{entry}: the synonyms have no {missing:?}");
        app.database
            .write_blocking(|conn| dictionary::decide(conn, &clinician, found, (&rows, Verdict::Passed), then))?;
    }
    Ok(())
}

fn one(team: &Team, user_name: &str) -> domain::Result<Arc<SignedIn>> {
    let found = team.iter().find(|(access, _)| access.user == user_name);
    found.map(|(_, someone)| someone.clone()).ok_or(domain::Error::NotFound)
}
