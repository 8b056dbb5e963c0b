//! WordPress' export (WXR): its published posts as pairs; pages, pictures and drafts are passed over by name.

use std::io::BufRead;

use anyhow::{Result, anyhow};
use chrono::{DateTime, NaiveDate};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use spoross::clock::date_in_norway;
use spoross::text::html;

use super::source::{Entry, Found};
use crate::commands::pair::Pair;

/// The posts of a file, in its order.
pub struct Posts<R: BufRead> {
    reader: Reader<R>,
    number: u64,
    language: String,
    is_at_end: bool,
}

/// One `<item>` as it stands there.
#[derive(Default)]
struct Item {
    title: String,
    link: String,
    published: String,
    post_date: String,
    content: String,
    excerpt: String,
    kind: String,
    status: String,
    categories: Vec<String>,
}

impl<R: BufRead> Posts<R> {
    pub fn of(reader: R) -> Self {
        Self { reader: Reader::from_reader(reader), number: 0, language: "nb".into(), is_at_end: false }
    }

    /// Reads on to the end of the next item.
    fn next_item(&mut self) -> Result<Option<Item>> {
        let (mut item, mut words, mut buffer) = (None, String::new(), Vec::new());
        loop {
            buffer.clear();
            match self.reader.read_event_into(&mut buffer)? {
                Event::Start(start) => {
                    words.clear();
                    match (start.name().as_ref(), &mut item) {
                        ("item", _) => item = Some(Item::default()),
                        ("category", Some(item)) => item.file_under(&start)?,
                        _ => {}
                    }
                }
                Event::Text(text) => words.push_str(&text.xml10_content()),
                Event::CData(text) => words.push_str(&text.xml10_content()),
                Event::GeneralRef(name) => words.push_str(&resolved(&name)?),
                Event::End(end) => match (end.name().as_ref(), &mut item) {
                    ("item", found) => return Ok(found.take()),
                    ("language", None) => language_of(&words).clone_into(&mut self.language),
                    (name, Some(item)) => item.take(name, std::mem::take(&mut words)),
                    _ => {}
                },
                Event::Eof if item.is_some() => return Err(anyhow!("the file ends in the middle of a post")),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

impl<R: BufRead> Iterator for Posts<R> {
    type Item = Result<Entry>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_at_end {
            return None;
        }
        let item = self.next_item().transpose()?;
        self.number += 1;
        // After broken XML nothing that follows can be believed.
        self.is_at_end = item.is_err();
        let number = self.number;
        Some(item.map(|item| (number, item.into_found(&self.language))).map_err(|error| {
            error.context(format!("post {number} cannot be read: this is no WordPress export from here on"))
        }))
    }
}

impl Item {
    fn take(&mut self, name: &str, words: String) {
        match name {
            "title" => self.title = words,
            "link" => self.link = words,
            "pubDate" => self.published = words,
            "wp:post_date" => self.post_date = words,
            "content:encoded" => self.content = words,
            "excerpt:encoded" => self.excerpt = words,
            "wp:post_type" => self.kind = words,
            "wp:status" => self.status = words,
            "category" => self.categories.push(words),
            _ => {}
        }
    }

    /// A category's own address part, beside its name.
    fn file_under(&mut self, start: &BytesStart<'_>) -> Result<()> {
        if let Some(name) = start.try_get_attribute("nicename")? {
            self.categories.push(name.normalized_value(XmlVersion::Implicit1_0)?.into_owned());
        }
        Ok(())
    }

    fn into_found(self, language: &str) -> Found {
        let title = html::to_markdown(&self.title).replace("\\*", "*");
        if self.kind.trim() != "post" {
            return Found::Skipped(format!("\"{title}\" is no post but \"{}\"", self.kind.trim()));
        }
        if self.status.trim() != "publish" {
            return Found::Skipped(format!("\"{title}\" is not published but \"{}\"", self.status.trim()));
        }
        let question = html::to_markdown(&self.excerpt);
        let link = self.link.trim();
        Found::Pair(Box::new(Pair {
            // WordPress knows no question of its own: the excerpt is the nearest, then the title.
            question: if question.is_empty() { title.clone() } else { question },
            answer: html::to_markdown(&self.content),
            published_on: self.day().map(|day| day.to_string()),
            // `/?p=12` is no path.
            old_path: link
                .splitn(4, '/')
                .nth(3)
                .filter(|path| !path.is_empty() && !path.starts_with('?'))
                .map(|_| link.to_owned()),
            language: Some(language.to_owned()),
            categories: self.categories.into_iter().map(|name| name.trim().to_owned()).collect(),
            title,
            ..Pair::default()
        }))
    }

    fn day(&self) -> Option<NaiveDate> {
        let published = DateTime::parse_from_rfc2822(self.published.trim()).map(|at| date_in_norway(at.naive_utc()));
        let written = || self.post_date.get(..10).and_then(|day| day.parse().ok());
        published.ok().or_else(written)
    }
}

/// `nb-NO` is bokmål; so is what we do not know.
fn language_of(tag: &str) -> &'static str {
    match tag.trim().to_ascii_lowercase().split('-').next() {
        Some("nn") => "nn",
        Some("en") => "en",
        _ => "nb",
    }
}

fn resolved(name: &BytesRef<'_>) -> Result<String> {
    if let Some(letter) = name.resolve_char_ref()? {
        return Ok(letter.to_string());
    }
    let text: &str = name;
    Ok(resolve_predefined_entity(text).map_or_else(|| format!("&{text};"), str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="c" xmlns:excerpt="e" xmlns:wp="w"><channel>
<title>Gammel side</title><language>nn-NO</language>
<item><title>Mat &amp; søvn</title><link>https://gammel.example.org/sp%C3%B8r/mat/</link>
<pubDate>Wed, 01 Jan 2020 23:30:00 +0000</pubDate><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
<category domain="category" nicename="kropp"><![CDATA[Kropp og sånt]]></category>
<content:encoded><![CDATA[<!-- wp:paragraph --><p>Hei &amp; hå!</p>]]></content:encoded>
<excerpt:encoded><![CDATA[Kva skal eg ete?]]></excerpt:encoded></item>
<item><title>Utkast</title><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>
<item><title>Om oss</title><wp:post_type>page</wp:post_type><wp:status>publish</wp:status></item>
<item><title>Utan lenke</title><link>https://gammel.example.org/?p=12</link><wp:post_date>2019-05-04 10:00:00</wp:post_date>
<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[Svar]]></content:encoded></item>
</channel></rss>"#;

    #[test]
    fn posts_become_pairs_and_the_rest_is_named() {
        let found: Vec<Entry> = Posts::of(FILE.as_bytes()).map(Result::unwrap).collect();
        let Found::Pair(pair) = &found[0].1 else { panic!("{:?}", found[0]) };
        assert_eq!((pair.title.as_str(), pair.question.as_str()), ("Mat & søvn", "Kva skal eg ete?"));
        assert_eq!((pair.answer.as_str(), pair.language.as_deref()), ("Hei & hå!", Some("nn")));
        assert_eq!(pair.published_on.as_deref(), Some("2020-01-02"), "the day in Norway");
        assert_eq!(pair.categories, ["kropp", "Kropp og sånt"]);
        assert_eq!(pair.old_path.as_deref(), Some("https://gammel.example.org/sp%C3%B8r/mat/"));
        assert!(matches!(&found[1].1, Found::Skipped(why) if why == "\"Utkast\" is not published but \"draft\""));
        assert!(matches!(&found[2].1, Found::Skipped(why) if why.contains("\"Om oss\" is no post but \"page\"")));
        let Found::Pair(last) = &found[3].1 else { panic!("{:?}", found[3]) };
        assert_eq!((last.question.as_str(), &last.old_path), ("Utan lenke", &None));
        assert_eq!(last.published_on.as_deref(), Some("2019-05-04"));
    }

    #[test]
    fn a_file_that_breaks_off_is_said() {
        let half = FILE.split("</item>").next().unwrap();
        let error = Posts::of(half.as_bytes()).next().unwrap().unwrap_err();
        assert!(format!("{error:#}").contains("post 1 cannot be read"), "{error:#}");
        assert_eq!(Posts::of(half.as_bytes()).count(), 1);
    }
}
