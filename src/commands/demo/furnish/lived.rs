//! What happened to some of the demo's pairs after they came out: one was corrected, one was withdrawn, and one should be
//! read again.

use std::sync::Arc;

use anyhow::Result;
use chrono::TimeDelta;
use serde::Deserialize;
use spoross::clock::Moment;
use spoross::database::AnyConnection;
use spoross::domain::answer::Wording;
use spoross::domain::publication::correction::{self, Typed};
use spoross::domain::publication::version::original_of;
use spoross::domain::publication::version::work::Seen;
use spoross::domain::publication::withdrawal::{self, Reason, Told};
use spoross::domain::publication::{self, Publication};
use spoross::domain::staff::{Keeper, Reviewer, SignedIn, Writer};
use spoross::domain::{self};

use super::arrange::{self, DemoPair};
use super::{Access, DemoStaff};

const LIVED: &str = include_str!("../../../../demo/lived.toml");
/// So long ago it happened.
const SINCE: TimeDelta = TimeDelta::days(9);

#[derive(Deserialize)]
pub(super) struct LivedFile {
    pair: Vec<Lived>,
}

#[derive(Deserialize)]
struct Lived {
    #[serde(flatten)]
    pair: DemoPair,
    correction: Option<Corrected>,
    withdrawal: Option<Away>,
}

#[derive(Deserialize)]
struct Corrected {
    /// The answer as it came out.
    before: String,
    note: String,
}

#[derive(Deserialize)]
struct Away {
    words: String,
}

pub(super) fn read() -> Result<LivedFile> {
    Ok(toml::from_str(LIVED)?)
}

/// Publishes them, and lets happen what happened.
pub(super) fn write_all(
    conn: &mut AnyConnection,
    staff: &[DemoStaff],
    team: &[(Access, Arc<SignedIn>)],
    file: LivedFile,
    now: Moment,
) -> domain::Result<()> {
    for Lived { mut pair, correction, withdrawal } in file.pair {
        let answer = pair.answer.clone();
        if let Some(corrected) = &correction {
            pair.answer.clone_from(&corrected.before);
        }
        let slug = arrange::publish(conn, staff, &pair, now)?;
        let published = publication::find_by_slug(conn, &slug)?;
        if let Some(corrected) = correction {
            correct(conn, team, (&published, &answer, corrected.note), now - SINCE)?;
        }
        if let Some(away) = withdrawal {
            let keeper = team.iter().find_map(|(_, someone)| Keeper::try_from(someone.clone()).ok());
            let told = Told { reason: Reason::Outdated, words: away.words, instead: None };
            withdrawal::withdraw(conn, &keeper.ok_or(domain::Error::NotFound)?, &slug, &told, now - SINCE)?;
        }
    }
    Ok(())
}

/// One writes other words, another passes them.
fn correct(
    conn: &mut AnyConnection,
    team: &[(Access, Arc<SignedIn>)],
    (pair, answer, public_note): (&Publication, &str, String),
    now: Moment,
) -> domain::Result<()> {
    let reviewer = team.iter().find_map(|(_, someone)| Reviewer::try_from(someone.clone()).ok());
    let reviewer = reviewer.ok_or(domain::Error::NotFound)?;
    let mut writers = team.iter().filter_map(|(_, someone)| Writer::try_from(someone.clone()).ok());
    let writer = writers.find(|writer| writer.id() != reviewer.id()).ok_or(domain::Error::NotFound)?;
    let (title, question) = (pair.title.clone(), pair.question.clone());
    let wording = Wording { title, question, answer: answer.trim().to_owned(), ..Wording::default() };
    let typed = Typed { wording, public_note, placing: None };
    let seen = Seen { number: 0, original: original_of(pair) };
    let number = correction::save(conn, &writer, pair, (&typed, &seen), now)?;
    correction::send_to_review(conn, &writer, pair, now)?;
    correction::approve(conn, &reviewer, (pair, number), now)
}
