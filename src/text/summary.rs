//! The first words of an answer, as those show them who have room for a line or two.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use unicode_segmentation::UnicodeSegmentation;

/// A paragraph shorter than this is a greeting.
const GREETING: usize = 25;
/// What search engines and messages show of a page.
const LONGEST: usize = 160;

/// What a letter begins with.
const GREETINGS: [&str; 7] = ["hei", "heisann", "hallo", "kjære", "hi", "hello", "dear"];
/// In bytes; a longer one says more than hello.
const LONGEST_GREETING: usize = 25;

/// The first paragraph of a Markdown text that says something, without markup, cut at a word.
pub fn of_markdown(markdown: &str) -> String {
    let mut paragraphs = paragraphs(markdown).filter(|text| !text.is_empty());
    let first = paragraphs.next().unwrap_or_default();
    if first.graphemes(true).count() >= GREETING {
        return cut(&first);
    }
    cut(&paragraphs.find(|text| text.graphemes(true).count() >= GREETING).unwrap_or(first))
}

/// A letter without its «Hei!», which tells nothing of what follows.
pub fn after_greeting(text: &str) -> &str {
    let end = text.find(['!', ',', '.', '\n']).unwrap_or(text.len());
    let (greeting, rest) = (text.get(..end).unwrap_or_default(), text.get(end..).unwrap_or_default());
    let is_greeting = GREETINGS.contains(&greeting.split(' ').next().unwrap_or_default().to_lowercase().as_str());
    let rest = rest.trim_start_matches(['!', ',', '.', '\n', ' ']);
    if is_greeting && greeting.len() < LONGEST_GREETING && !rest.is_empty() { rest } else { text }
}

/// All words of a Markdown text, without markup.
pub fn plain(markdown: &str) -> String {
    paragraphs(markdown).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn paragraphs(markdown: &str) -> impl Iterator<Item = String> {
    let mut text = String::new();
    let events = Parser::new(markdown).map(Some).chain([None]);
    let mut is_heading = false;
    events.filter_map(move |event| match event {
        Some(Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words)) => {
            text.push_str(&words);
            None
        }
        Some(Event::SoftBreak | Event::HardBreak) => {
            text.push(' ');
            None
        }
        Some(Event::Start(Tag::Heading { .. })) => {
            is_heading = true;
            None
        }
        // A heading says what comes, not what is so: it counts only when nothing else is there.
        Some(Event::End(TagEnd::Heading(_))) => {
            is_heading = false;
            text.clear();
            None
        }
        Some(Event::End(TagEnd::Paragraph | TagEnd::Item)) | None if !is_heading => {
            Some(std::mem::take(&mut text).split_whitespace().collect::<Vec<_>>().join(" "))
        }
        _ => None,
    })
}

fn cut(text: &str) -> String {
    if text.graphemes(true).count() <= LONGEST {
        return text.to_owned();
    }
    let short: String = text.graphemes(true).take(LONGEST - 1).collect();
    let at_a_word = short.rsplit_once(' ').map_or(short.as_str(), |(before, _)| before);
    format!("{}…", at_a_word.trim_end_matches([',', ';', ':', '–', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greeting_is_passed_over() {
        for (markdown, said) in [
            (
                "Hei!\n\n**De fleste** bruker én time på [0,15](https://x.no) promille.",
                "De fleste bruker én time på 0,15 promille.",
            ),
            ("## Kort svar\n\nJa, det er helt vanlig å kjenne det slik.", "Ja, det er helt vanlig å kjenne det slik."),
            ("Ja.", "Ja."),
            ("- Drikk vann og hvil deg litt.\n- Sov.", "Drikk vann og hvil deg litt."),
            ("", ""),
        ] {
            assert_eq!(of_markdown(markdown), said, "{markdown}");
        }
    }

    #[test]
    fn a_long_one_is_cut_at_a_word() {
        let said = of_markdown(&"mange ord, ".repeat(40));
        assert!(said.ends_with("ord…") && said.chars().count() <= LONGEST, "{said}");
    }

    #[test]
    fn all_words_stand_without_markup() {
        assert_eq!(plain("Hei!\n\n- **en**\n- to"), "Hei!\n\nen\n\nto");
    }
}
