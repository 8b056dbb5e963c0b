//! The last part of a pair's address: read aloud and printed, so it is short and has plain letters only.

use diesel::prelude::*;

use super::{Heading, slot, withdrawal};
use crate::database::AnyConnection;
use crate::database::schema::publication;
use crate::domain::answer::Wording;
use crate::domain::errors::Result;

/// The longest slug before a number is added.
const SLUG_LENGTH: usize = 70;
/// The longest slug that is kept as it came.
const LONGEST_SLUG: usize = 90;

/// A slug as we write them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(String);

impl Slug {
    /// `None` unless it has only a–z, 0–9 and hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        ((1..=LONGEST_SLUG).contains(&text.len()) && text.bytes().all(is_plain)).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether an address of a pair may end like this.
pub fn is_slug(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The slug of a pair that comes out: as it was chosen, or as its title gives it; with a number when another was first.
pub(super) fn of_wording(conn: &mut AnyConnection, wording: &Wording) -> Result<String> {
    match Slug::parse(&wording.placing.slug) {
        Some(chosen) => free(conn, chosen.as_str()),
        None => free(conn, &of_title(&wording.title)),
    }
}

/// What is wrong with an address that someone typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Letters,
    Long,
    /// Another pair has it, or had it.
    Taken,
}

/// What is wrong with the end of an address as it was typed, and one like it that is free.
pub fn find_fault(conn: &mut AnyConnection, typed: &str) -> Result<Option<(Fault, String)>> {
    let fault = match Slug::parse(typed) {
        None if is_slug(typed) => Some(Fault::Long),
        None => Some(Fault::Letters),
        Some(_) if typed.len() > SLUG_LENGTH => Some(Fault::Long),
        Some(_) if !typed.bytes().any(|byte| byte != b'-') => Some(Fault::Letters),
        Some(_) => (free(conn, typed)? != typed).then_some(Fault::Taken),
    };
    fault.map(|fault| Ok((fault, free(conn, &of_title(typed))?))).transpose()
}

/// A slug that no other pair has: `sovn-for-eksamen`, `sovn-for-eksamen-2`, …
pub(super) fn free(conn: &mut AnyConnection, base: &str) -> Result<String> {
    let mut number: u64 = 1;
    loop {
        let slug = if number == 1 { base.to_owned() } else { format!("{base}-{number}") };
        let taken = publication::table.filter(publication::slug.eq(&slug)).count().get_result::<i64>(conn)? > 0;
        // What was taken away keeps its address: nobody who looks for it must meet something else.
        if !taken && !withdrawal::is_withdrawn(conn, &slug)? && !slot::is_waiting(conn, &slug)? {
            return Ok(slug);
        }
        number += 1;
    }
}

/// The address that a wording gives now, and a pair that has the very same title.
pub fn propose(conn: &mut AnyConnection, wording: &Wording) -> Result<(String, Option<Heading>)> {
    let (title, slug) = (&wording.title, of_wording(conn, wording)?);
    let same = publication::table.filter(publication::title.eq(title)).order(publication::slug);
    Ok((format!("/sporsmal/{slug}"), same.select(Heading::as_select()).first(conn).optional()?))
}

/// A slug's words come from a title.
pub fn of_title(title: &str) -> String {
    let whole = ::slug::slugify(title);
    let cut: String = whole.chars().take(SLUG_LENGTH).collect();
    let at_a_word = match cut.rfind('-') {
        Some(place) if whole.len() > cut.len() => cut.get(..place).unwrap_or(&cut).to_owned(),
        _ => cut,
    };
    if at_a_word.is_empty() { "sporsmal".into() } else { at_a_word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_come_from_titles() {
        for (title, slug) in [
            ("Søvn før eksamen", "sovn-for-eksamen"),
            ("Kan man dø av å røyke?", "kan-man-do-av-a-royke"),
            ("!!!", "sporsmal"),
            ("日本", "ri-ben"),
        ] {
            assert_eq!(of_title(title), slug, "{title}");
        }
    }

    #[test]
    fn a_long_title_is_cut_at_a_word() {
        let slug = of_title(&"lang tittel ".repeat(20));
        assert!(slug.len() <= SLUG_LENGTH && slug.ends_with("-lang"), "{slug}");
    }

    #[test]
    fn a_slug_is_one_of_ours() {
        for (text, is_kept) in [("sovn-for-eksamen-2", true), ("Søvn", false), ("a/b", false), ("", false)] {
            assert_eq!(Slug::parse(text).is_some(), is_kept, "{text}");
        }
    }
}
