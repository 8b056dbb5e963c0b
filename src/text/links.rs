//! Where a Markdown text leads.

use pulldown_cmark::{Event, Options, Parser, Tag};

/// The addresses of its links, as they are written.
pub fn links(markdown: &str) -> Vec<String> {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    events
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_is_found_and_nothing_else() {
        let text = "Se [her](/sporsmal/sovn), <https://a.example.org/x> og ikke /fakta/y.\n\n`[kode](/z)` ![b](/bilde)";
        assert_eq!(links(text), ["/sporsmal/sovn", "https://a.example.org/x"]);
    }
}
