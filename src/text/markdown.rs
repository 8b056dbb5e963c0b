//! Markdown as clinicians write it, to HTML that is safe to publish: no raw HTML, no pictures, only
//! web, phone and mail links. The parser drops what is not allowed; ammonia checks the result again.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Headings begin at level 2 of the page: the title is its only H1.
const TAGS: [&str; 20] = [
    "p",
    "br",
    "hr",
    "h2",
    "h3",
    "h4",
    "strong",
    "em",
    "del",
    "blockquote",
    "ul",
    "ol",
    "li",
    "a",
    "code",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.into_iter().chain(["td"]).collect::<HashSet<_>>())
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(Some("noopener noreferrer"));
    builder
});

/// Renders an answer.
pub fn to_html(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(markdown, options).filter_map(allowed);
    let mut rendered = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut rendered, events);
    CLEANER.clean(&rendered).to_string()
}

/// Raw HTML is shown as the text it is; a picture leaves only its description.
fn allowed(event: Event<'_>) -> Option<Event<'_>> {
    match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Some(Event::Start(Tag::Heading { level: lowered(level), id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lowered(level)))),
        other => Some(other),
    }
}

fn lowered(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        HeadingLevel::H3 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_clinicians_write_is_rendered() {
        for (markdown, html) in [
            ("Hei!\n\nTo avsnitt.", "<p>Hei!</p>\n<p>To avsnitt.</p>\n"),
            ("# Kort svar", "<h2>Kort svar</h2>\n"),
            ("- en\n- to", "<ul>\n<li>en</li>\n<li>to</li>\n</ul>\n"),
            ("**viktig**", "<p><strong>viktig</strong></p>\n"),
        ] {
            assert_eq!(to_html(markdown), html, "{markdown}");
        }
    }

    #[test]
    fn links_are_kept_and_say_nothing_to_the_site_they_lead_to() {
        let html = to_html("[116 111](tel:116111) og [ung.no](https://www.ung.no/)");
        assert!(html.contains("href=\"tel:116111\""), "{html}");
        assert!(html.contains("rel=\"noopener noreferrer\""), "{html}");
    }

    #[test]
    fn nothing_that_runs_or_loads_gets_through() {
        for attack in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt&#58;alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "![picture](https://tracker.example/p.gif)",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<style>body{display:none}</style>",
            "<iframe src=https://x.example></iframe>",
            "[x]: javascript:alert(1)\n[x]",
        ] {
            let html = to_html(attack);
            for banned in
                ["<script", "<img", "<style", "<iframe", "<a href=\"javascript", "<a href=\"JaVa", "<a href=\"data"]
            {
                assert!(!html.contains(banned), "{attack} → {html}");
            }
        }
    }

    #[test]
    fn typed_tags_are_shown_as_text() {
        assert!(to_html("jeg er <b>sliten</b>").contains("&lt;b&gt;sliten&lt;/b&gt;"));
    }
}
