//! A long Markdown text in its sections: what stands before the first `##`, and each heading with what follows it.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// One section; its body is Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// Plain words.
    pub heading: String,
    /// Where a link in the list of contents leads: no other section has it.
    pub anchor: String,
    pub body: &'a str,
}

/// A heading as it stands in the text.
struct Found {
    words: String,
    place: Range<usize>,
}

/// Parts a text at its headings of the first two levels. What merely looks like one, in a list or in code, is none.
pub fn split(markdown: &str) -> (&str, Vec<Section<'_>>) {
    let found = headings(markdown);
    let part = |from: usize, to: usize| markdown.get(from..to).unwrap_or_default().trim();
    let intro = part(0, found.first().map_or(markdown.len(), |first| first.place.start));
    let mut sections: Vec<Section<'_>> = Vec::new();
    for (number, Found { words, place }) in found.iter().enumerate() {
        let end = found.get(number + 1).map_or(markdown.len(), |next| next.place.start);
        let anchor = free_anchor(&sections, words);
        sections.push(Section { heading: words.clone(), anchor, body: part(place.end, end) });
    }
    (intro, sections)
}

fn headings(markdown: &str) -> Vec<Found> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let (mut found, mut open): (Vec<Found>, Option<Found>) = (Vec::new(), None);
    let mut depth = 0_usize;
    for (event, place) in Parser::new_ext(markdown, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }) if depth == 0 => {
                open = Some(Found { words: String::new(), place });
            }
            Event::End(TagEnd::Heading(_)) => found.extend(open.take()),
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut open {
                    heading.words.push_str(&words);
                }
            }
            Event::Start(Tag::BlockQuote(_) | Tag::List(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_)) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    found
}

/// The page has anchors of its own; ours begin otherwise than any of them.
fn free_anchor(before: &[Section<'_>], words: &str) -> String {
    let base = format!("del-{}", slug::slugify(words));
    let is_taken = |anchor: &String| before.iter().any(|section| section.anchor == *anchor);
    (1..=before.len() + 1)
        .map(|number| if number == 1 { base.clone() } else { format!("{base}-{number}") })
        .find(|anchor| !is_taken(anchor))
        .unwrap_or(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_parted_at_its_headings() {
        let text =
            "Først.\n\n## Én *ting*\n\nA\n\n### Under\n\nB\n\n# To\n\n- ## liste\n\n> ## sitat\n\n```\n## kode\n```\n";
        let (intro, sections) = split(text);
        let all: Vec<(&str, &str)> =
            sections.iter().map(|section| (section.heading.as_str(), section.anchor.as_str())).collect();
        assert_eq!((intro, all), ("Først.", vec![("Én ting", "del-en-ting"), ("To", "del-to")]));
        assert_eq!(sections[0].body, "A\n\n### Under\n\nB");
        assert!(sections[1].body.ends_with("## kode\n```"));
    }

    #[test]
    fn no_two_sections_share_an_anchor() {
        let (_, sections) = split("## A\n\n## A\n\n## A 2\n\n## A");
        let anchors: Vec<&str> = sections.iter().map(|section| section.anchor.as_str()).collect();
        assert_eq!(anchors, ["del-a", "del-a-2", "del-a-2-2", "del-a-3"]);
    }

    #[test]
    fn a_text_without_headings_is_all_intro() {
        for text in ["", "Bare ord.", "#ikke en overskrift"] {
            assert_eq!(split(text), (text, Vec::new()), "{text}");
        }
    }
}
