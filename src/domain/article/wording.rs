//! The words of an article, as they are typed and as they are read: lists are lines, and a line may have an address.

use diesel::prelude::*;

use crate::database::schema::article_version;
use crate::domain::publication;

/// Everything a reader gets, but for who signed it and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = article_version)]
pub struct Wording {
    pub topic: String,
    pub title: String,
    pub lead: String,
    /// One a line.
    pub key_points: String,
    /// Markdown; its `##` headings begin the sections.
    pub body: String,
    /// One a line: `title | address`; the address may be left out.
    pub sources: String,
    /// One a line: the address of a pair or an article of ours.
    pub related: String,
}

/// Where something in an article comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source<'a> {
    pub title: &'a str,
    /// Empty when there is none.
    pub url: &'a str,
}

/// What the author wants read next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Related<'a> {
    Pair(&'a str),
    Article(&'a str),
}

impl Wording {
    /// Whether a reader would miss nothing.
    pub fn is_complete(&self) -> bool {
        let needed = [&self.topic, &self.title, &self.lead, &self.key_points, &self.body, &self.sources];
        needed.iter().all(|part| !part.is_empty())
    }

    /// Every part with its name, in the order they are read.
    pub fn parts(&self) -> [(&'static str, &str); 7] {
        [
            ("title", &self.title),
            ("topic", &self.topic),
            ("lead", &self.lead),
            ("key_points", &self.key_points),
            ("body", &self.body),
            ("sources", &self.sources),
            ("related", &self.related),
        ]
    }

    pub fn key_points(&self) -> impl Iterator<Item = &str> {
        lines(&self.key_points).map(|line| line.strip_prefix("- ").unwrap_or(line))
    }

    pub fn sources(&self) -> impl Iterator<Item = Source<'_>> {
        lines(&self.sources).map(Source::of)
    }

    /// The first line that leads nowhere a browser should go.
    pub fn wrong_source(&self) -> Option<&str> {
        lines(&self.sources).find(|line| !Source::of(line).is_sound())
    }

    pub fn related(&self) -> impl Iterator<Item = Related<'_>> {
        lines(&self.related).filter_map(Related::of)
    }

    /// The first line that is no address of ours.
    pub fn wrong_related(&self) -> Option<&str> {
        lines(&self.related).find(|line| Related::of(line).is_none())
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

impl<'a> Source<'a> {
    fn of(line: &'a str) -> Self {
        let (title, url) = line.rsplit_once('|').unwrap_or((line, ""));
        Self { title: title.trim(), url: url.trim() }
    }

    fn is_sound(&self) -> bool {
        let rest = self.url.strip_prefix("https://").or_else(|| self.url.strip_prefix("http://"));
        let is_address = rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace));
        !self.title.is_empty() && (self.url.is_empty() || is_address)
    }
}

impl<'a> Related<'a> {
    /// Reads what a browser's address line has, in any language's frame, with or without the host.
    fn of(line: &'a str) -> Option<Self> {
        let path = line.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        let after = |part: &str| path.split_once(part).map(|(_, slug)| slug).filter(|slug| is_slug(slug));
        after("/sporsmal/").map(Self::Pair).or_else(|| after("/fakta/").map(Self::Article))
    }
}

fn is_slug(text: &str) -> bool {
    !text.is_empty() && publication::is_slug(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_has_a_name_and_an_address_a_browser_may_follow() {
        for (line, title, url, is_sound) in [
            ("WHO, 2014 | https://www.who.int/", "WHO, 2014", "https://www.who.int/", true),
            ("A | B | https://a.no", "A | B", "https://a.no", true),
            ("Bare et navn", "Bare et navn", "", true),
            ("Navn |", "Navn", "", true),
            ("Navn | javascript:alert(1)", "Navn", "javascript:alert(1)", false),
            ("Navn | https://", "Navn", "https://", false),
            ("| https://a.no", "", "https://a.no", false),
        ] {
            let source = Source::of(line);
            assert_eq!((source.title, source.url, source.is_sound()), (title, url, is_sound), "{line}");
        }
    }

    #[test]
    fn what_is_read_next_is_one_of_our_own_pages() {
        for (line, related) in [
            ("/sporsmal/sovn", Some(Related::Pair("sovn"))),
            ("https://spor.example.org/nn/fakta/sovn/?a=1#b", Some(Related::Article("sovn"))),
            ("sovn", None),
            ("/tema/sovn", None),
            ("/fakta/Søvn", None),
            ("/fakta/", None),
        ] {
            assert_eq!(Related::of(line), related, "{line}");
        }
    }

    #[test]
    fn an_article_without_sources_lacks_something() {
        let mut wording = Wording {
            topic: "alkohol".into(),
            title: "t".into(),
            lead: "l".into(),
            key_points: "- k\n\nm".into(),
            body: "b".into(),
            ..Wording::default()
        };
        assert!(!wording.is_complete());
        wording.sources = "s".into();
        assert!(wording.is_complete());
        assert_eq!(wording.key_points().collect::<Vec<_>>(), ["k", "m"]);
    }
}
