//! The demo's pairs in other languages and in easy words, each as far on its way as the file says.

use std::sync::Arc;

use diesel::prelude::*;
use serde::Deserialize;
use spoross::app::App;
use spoross::database::AnyConnection;
use spoross::database::schema::publication;
use spoross::domain::answer::Wording;
use spoross::domain::publication::version::work::{self, Key, Seen};
use spoross::domain::publication::version::{State, Variant, original_of};
use spoross::domain::publication::{Publication, find_by_slug};
use spoross::domain::staff::{Reviewer, SignedIn};
use spoross::domain::{self};
use spoross::text::tongue::Tongue;

use super::Access;

const VERSIONS: &str = include_str!("../../../../demo/versions.toml");

#[derive(Deserialize)]
struct VersionsFile {
    version: Vec<DemoVersion>,
}

#[derive(Deserialize)]
struct DemoVersion {
    /// The pair's title.
    pair: String,
    language: String,
    easy: bool,
    state: State,
    /// It was written beside words that the pair no longer has.
    #[serde(default)]
    behind: bool,
    writer: String,
    reviewer: Option<String>,
    title: String,
    question: String,
    answer: String,
}

type Team<'a> = &'a [(Access, Arc<SignedIn>)];

/// Writes every version of the file.
pub(super) fn write_all(conn: &mut AnyConnection, app: &App, team: Team<'_>) -> domain::Result<()> {
    let file: VersionsFile = toml::from_str(VERSIONS).map_err(|_| domain::Error::UnknownContent)?;
    file.version.into_iter().try_for_each(|version| write(conn, app, team, version))
}

fn write(conn: &mut AnyConnection, app: &App, team: Team<'_>, version: DemoVersion) -> domain::Result<()> {
    let slug: String =
        publication::table.filter(publication::title.eq(&version.pair)).select(publication::slug).first(conn)?;
    let pair = find_by_slug(conn, &slug)?;
    let tongue = Tongue::from_tag(&version.language).ok_or(domain::Error::UnknownContent)?;
    let key = Key { pair: &pair, variant: Variant { tongue, is_easy: version.easy } };
    let (writer, now) = (find(team, Some(&version.writer))?, app.clock.now());
    let seen = Seen { number: 0, original: beside(&pair, version.behind) };
    let wording = Wording {
        title: version.title,
        question: version.question.trim().to_owned(),
        answer: version.answer.trim().to_owned(),
        ..Wording::default()
    };
    work::save(conn, &writer, key, (&wording, &seen), now)?;
    if version.state == State::Draft {
        return Ok(());
    }
    work::send_to_review(conn, &writer, key, now)?;
    if version.state == State::InReview {
        return Ok(());
    }
    let reviewer = Reviewer::try_from(find(team, version.reviewer.as_ref())?)?;
    work::approve(conn, &app.secret, &reviewer, (key, 1), now)?;
    if version.state == State::Public { work::publish(conn, &app.secret, &writer, key, now) } else { Ok(()) }
}

fn beside(pair: &Publication, is_behind: bool) -> String {
    let older = Publication { question: String::new(), ..pair.clone() };
    original_of(if is_behind { &older } else { pair })
}

fn find(team: Team<'_>, user: Option<&String>) -> domain::Result<Arc<SignedIn>> {
    let found = team.iter().find(|(access, _)| Some(&access.user) == user);
    found.map(|(_, someone)| someone.clone()).ok_or(domain::Error::NotFound)
}
