//! Whether a pair answered what its readers wondered about: two counters a pair. Nothing is known of who pressed.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::errors::Result;
use super::ids::{PublicationId, words};
use super::statistics::Tally;
use crate::database::schema::{feedback, publication};
use crate::database::{AnyConnection, is_duplicate};
use crate::text::language::Language;

words!(
    /// What a reader pressed.
    Verdict, "verdict" {
        Yes = "yes",
        No = "no",
    }
);

/// What readers said of one pair, as far as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub slug: String,
    pub title: String,
    pub language: Language,
    pub yes: Tally,
    pub no: Tally,
}

/// Counts one more.
pub fn count(conn: &mut AnyConnection, id: &PublicationId, verdict: Verdict) -> Result<()> {
    if raise(conn, id, verdict)? == 1 {
        return Ok(());
    }
    // The pair's first. In a savepoint: of two at once one inserts, and the other raises what that one made.
    let inserted = conn.transaction(|conn| {
        diesel::insert_into(feedback::table)
            .values((
                feedback::publication_id.eq(id.as_str()),
                feedback::answer.eq(verdict.word()),
                feedback::count.eq(1_i64),
            ))
            .execute(conn)
    });
    match inserted {
        Err(error) if is_duplicate(&error) => raise(conn, id, verdict).map(drop),
        other => other.map(drop).map_err(Into::into),
    }
}

fn raise(conn: &mut AnyConnection, id: &PublicationId, verdict: Verdict) -> Result<usize> {
    Ok(diesel::update(feedback::table.find((id.as_str(), verdict.word())))
        .set(feedback::count.eq(feedback::count + 1))
        .execute(conn)?)
}

/// At most `limit` pairs that someone said something of, most "no" first. Numbers that may not be shown do not show in
/// the order either: those pairs stand by their slug.
pub fn list_most_no(conn: &mut AnyConnection, limit: usize) -> Result<Vec<Line>> {
    let rows: Vec<(String, String, String, String, i64)> = feedback::table
        .inner_join(publication::table)
        .select((publication::slug, publication::title, publication::language, feedback::answer, feedback::count))
        .load(conn)?;
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    for (slug, title, language, answer, count) in rows {
        let language = Language::from_tag(&language).unwrap_or_default();
        let empty = Line { slug: slug.clone(), title, language, yes: Tally::None, no: Tally::None };
        let line = lines.entry(slug).or_insert(empty);
        match Verdict::from_word(&answer) {
            Some(Verdict::Yes) => line.yes = Tally::of(count),
            Some(Verdict::No) => line.no = Tally::of(count),
            None => {}
        }
    }
    let mut lines: Vec<Line> = lines.into_values().collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.no));
    lines.truncate(limit);
    Ok(lines)
}
