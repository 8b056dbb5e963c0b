//! The demo's pairs: published, placed, and arranged by its editor.

use std::sync::Arc;

use chrono::{Days, TimeDelta};
use serde::Deserialize;
use spoross::clock::{Moment, date_in_norway};
use spoross::database::AnyConnection;
use spoross::domain::answer::Wording;
use spoross::domain::audience::{AgeBand, Audience, Gender};
use spoross::domain::publication::related::{self, Pinned};
use spoross::domain::publication::{self, Signature, choice};
use spoross::domain::staff::{Editor, SignedIn};
use spoross::domain::{self};
use spoross::text::language::Language;

use super::{Access, DemoStaff, numbers};

#[derive(Deserialize)]
pub(super) struct PairsFile {
    pub pair: Vec<DemoPair>,
}

#[derive(Deserialize)]
pub(super) struct DemoPair {
    topic: String,
    subtopic: String,
    /// Its place among what its topic puts first.
    choice: Option<usize>,
    /// What an editor pinned to it, by slug.
    #[serde(default)]
    related: Vec<String>,
    title: String,
    question: String,
    pub answer: String,
    gender: Gender,
    age_band: AgeBand,
    language: Language,
    signed_by: String,
    days_ago: u64,
}

/// Publishes the pairs; then its editor says what each topic begins with, and what belongs together.
pub(super) fn publish_all(
    conn: &mut AnyConnection,
    staff: &[DemoStaff],
    team: &[(Access, Arc<SignedIn>)],
    pairs: Vec<DemoPair>,
    now: Moment,
) -> domain::Result<()> {
    let mut editors = team.iter().filter_map(|(_, someone)| Editor::try_from(someone.clone()).ok());
    let editor = editors.next().ok_or(domain::Error::NotFound)?;
    let ages = pairs.iter().map(|pair| i64::try_from(pair.days_ago).unwrap_or_default()).collect();
    numbers::count_waits(conn, ages, now)?;
    let mut published = Vec::new();
    for pair in pairs {
        published.push((publish(conn, staff, &pair, now)?, pair));
    }
    let mut first: Vec<_> = published.iter().filter_map(|(slug, pair)| Some((pair.choice?, slug))).collect();
    first.sort_unstable();
    for (place, slug) in first {
        choice::set_place(conn, &editor, slug, Some(place.saturating_sub(1)), now)?;
    }
    for (slug, pair) in published.iter().filter(|(_, pair)| !pair.related.is_empty()) {
        if related::pin(conn, &editor, slug, &pair.related, now)? != Pinned::Done {
            return Err(domain::Error::NotFound);
        }
    }
    Ok(())
}

pub(super) fn publish(
    conn: &mut AnyConnection,
    staff: &[DemoStaff],
    pair: &DemoPair,
    now: Moment,
) -> domain::Result<String> {
    let author = staff.iter().find(|author| author.user_name == pair.signed_by).ok_or(domain::Error::NotFound)?;
    let today = date_in_norway(now);
    let new = publication::New {
        wording: Wording {
            title: pair.title.clone(),
            question: pair.question.trim().to_owned(),
            answer: pair.answer.trim().to_owned(),
            subtopic: Some(pair.subtopic.clone()),
            ..Wording::default()
        },
        topic: pair.topic.clone(),
        language: pair.language,
        audience: Audience { gender: pair.gender, age_band: pair.age_band }.for_publication(),
        signature: Signature {
            name: author.name.clone(),
            title: author.title.clone(),
            specialities: author.specialities.clone(),
        },
        published_on: today.checked_sub_days(Days::new(pair.days_ago)).unwrap_or(today),
    };
    let age = TimeDelta::days(i64::try_from(pair.days_ago).unwrap_or_default());
    numbers::count(conn, &new.topic, new.audience, now - age)?;
    publication::add(conn, &new).map(|added| added.slug)
}
