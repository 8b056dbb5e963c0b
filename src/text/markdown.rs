//! Markdown as clinicians write it, to HTML that is safe to publish: no raw HTML, no pictures, only
//! web, phone and mail links. The parser drops what is not allowed; ammonia checks the result again.
//! Headings start below those of the page, and a table scrolls in a box of its own.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
pub use pulldown_cmark::HeadingLevel;
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, html};

use super::phone;

const TAGS: [&str; 23] = [
    "p",
    "br",
    "hr",
    "h2",
    "h3",
    "h4",
    "h5",
    "strong",
    "em",
    "del",
    "blockquote",
    "ul",
    "ol",
    "li",
    "a",
    "code",
    "pre",
    "div",
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
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
            // A box that scrolls must be reachable by keyboard and have a name (WCAG 2.1.1, 4.1.2).
            ("div", HashSet::from(["class", "tabindex", "role", "aria-label"])),
            ("pre", HashSet::from(["tabindex"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(Some("noopener noreferrer"));
    builder
});

/// Quotes and lists inside each other.
const DEEPEST: usize = 12;

/// Where on a page the text will stand.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The level of the text's own first heading: one below the heading it stands under.
    pub first_heading: HeadingLevel,
    /// What a screen reader calls a table's scrolling box.
    pub table_name: &'a str,
}

/// Renders an answer.
pub fn to_html(markdown: &str, setting: Setting<'_>) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = shallow(Parser::new_ext(markdown, options)).flat_map(|event| allowed(event, setting));
    let mut rendered = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut rendered, callable(events));
    CLEANER.clean(&rendered).to_string()
}

/// The words of an answer without its marks, a line for every paragraph, heading and item.
pub fn to_plain(markdown: &str) -> String {
    let mut plain = String::with_capacity(markdown.len());
    for event in shallow(Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                plain.push_str(&text);
            }
            Event::SoftBreak => plain.push(' '),
            Event::HardBreak
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell) => {
                plain.push('\n');
            }
            _ => {}
        }
    }
    plain.trim_end().to_owned()
}

/// Leaves out what is nested deeper than anyone writes or reads, but keeps its words: the cleaner's time grows with
/// the square of the depth.
fn shallow<'a>(events: impl Iterator<Item = Event<'a>>) -> impl Iterator<Item = Event<'a>> {
    let mut depth = 0_usize;
    events.filter(move |event| match event {
        Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item) => {
            depth += 1;
            depth <= DEEPEST
        }
        Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item) => {
            let is_kept = depth <= DEEPEST;
            depth = depth.saturating_sub(1);
            is_kept
        }
        _ => true,
    })
}

/// Raw HTML is shown as the text it is; a picture leaves only its description.
fn allowed<'a>(event: Event<'a>, setting: Setting<'_>) -> Vec<Event<'a>> {
    match event {
        Event::Html(raw) | Event::InlineHtml(raw) => vec![Event::Text(raw)],
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => Vec::new(),
        Event::Start(Tag::Heading { level, .. }) => {
            vec![Event::Start(Tag::Heading {
                level: lowered(level, setting),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            })]
        }
        Event::End(TagEnd::Heading(level)) => vec![Event::End(TagEnd::Heading(lowered(level, setting)))],
        start @ Event::Start(Tag::Table(_)) => vec![Event::Html(scroll_box(setting.table_name).into()), start],
        end @ Event::End(TagEnd::Table) => vec![end, Event::Html("</div>\n".into())],
        other => vec![other],
    }
}

/// A number to call is a link that calls, and stays on one line; not inside a link, where its writer has decided.
fn callable<'a>(events: impl Iterator<Item = Event<'a>>) -> impl Iterator<Item = Event<'a>> {
    let mut is_linked = false;
    events.flat_map(move |event| {
        match event {
            Event::Start(Tag::Link { .. }) => is_linked = true,
            Event::End(TagEnd::Link) => is_linked = false,
            Event::Text(text) if !is_linked => return with_calls(text),
            _ => {}
        }
        vec![event]
    })
}

fn with_calls(text: CowStr<'_>) -> Vec<Event<'_>> {
    let mut parts = Vec::new();
    let mut end = 0;
    for place in phone::numbers(&text) {
        let (Some(before), Some(number)) = (text.get(end..place.start), text.get(place.clone())) else { continue };
        let link = Tag::Link {
            link_type: LinkType::Inline,
            dest_url: format!("tel:{}", number.replace(' ', "")).into(),
            title: "".into(),
            id: "".into(),
        };
        let shown = number.replace(' ', "\u{a0}");
        parts.push(Event::Text(before.to_owned().into()));
        parts.extend([Event::Start(link), Event::Text(shown.into()), Event::End(TagEnd::Link)]);
        end = place.end;
    }
    if parts.is_empty() {
        return vec![Event::Text(text)];
    }
    parts.extend(text.get(end..).map(|rest| Event::Text(rest.to_owned().into())));
    parts
}

/// The name is one of our own texts; the cleaner escapes it again all the same.
fn scroll_box(name: &str) -> String {
    format!("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">", name.replace('"', ""))
}

/// `#`, `##` and `###` become the first level, deeper ones the next: writers use them as they please.
fn lowered(level: HeadingLevel, setting: Setting<'_>) -> HeadingLevel {
    match (level, setting.first_heading) {
        (HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3, first) => first,
        (_, HeadingLevel::H2) => HeadingLevel::H3,
        (_, HeadingLevel::H3) => HeadingLevel::H4,
        _ => HeadingLevel::H5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to_html(markdown: &str) -> String {
        super::to_html(markdown, Setting { first_heading: HeadingLevel::H3, table_name: "Tabell" })
    }

    #[test]
    fn what_clinicians_write_is_rendered() {
        for (markdown, html) in [
            ("Hei!\n\nTo avsnitt.", "<p>Hei!</p>\n<p>To avsnitt.</p>\n"),
            ("# Kort svar", "<h3>Kort svar</h3>\n"),
            ("#### Mer", "<h4>Mer</h4>\n"),
            ("- en\n- to", "<ul>\n<li>en</li>\n<li>to</li>\n</ul>\n"),
            ("**viktig**", "<p><strong>viktig</strong></p>\n"),
        ] {
            assert_eq!(to_html(markdown), html, "{markdown}");
        }
    }

    #[test]
    fn the_words_alone_can_be_read() {
        for (markdown, plain) in [
            ("**Hei** du.\nJa.\n\n## Kort\n\n- en\n- to [ung](https://ung.no)", "Hei du. Ja.\nKort\nen\nto ung"),
            ("a <b>c</b> `d`", "a <b>c</b> d"),
        ] {
            assert_eq!(to_plain(markdown), plain, "{markdown}");
        }
    }

    #[test]
    fn links_are_kept_and_say_nothing_to_the_site_they_lead_to() {
        let html = to_html("[116 111](tel:116111) og [ung.no](https://www.ung.no/)");
        assert!(html.contains("href=\"tel:116111\""), "{html}");
        assert!(html.contains("rel=\"noopener noreferrer\""), "{html}");
    }

    #[test]
    fn a_number_to_call_is_a_link_that_calls_and_stays_on_one_line() {
        let html = to_html("Ring **116 117**, eller 113. `113` [Ring 112](tel:112)");
        assert!(html.contains("<strong><a href=\"tel:116117\" rel=\"noopener noreferrer\">116&nbsp;117</a></strong>, eller <a href=\"tel:113\""), "{html}");
        assert_eq!(html.matches("<a ").count(), 3, "code and links are left as they are: {html}");
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
    fn a_table_scrolls_in_a_named_box_that_the_keyboard_reaches() {
        let html = to_html("| a | b |\n|---|---|\n| 1 | 2 |\n");
        assert!(
            html.starts_with("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Tabell\"><table>"),
            "{html}"
        );
        assert!(html.trim_end().ends_with("</table>\n</div>"), "{html}");
    }

    #[test]
    fn nesting_beyond_reason_is_flattened_and_keeps_its_words() {
        for marker in [">", "- ", "1) "] {
            let html = to_html(&format!("{}ordet", marker.repeat(3000)));
            assert!(html.contains("ordet") && html.len() < 2000, "{marker}: {} bytes", html.len());
        }
    }

    #[test]
    fn typed_tags_are_shown_as_text() {
        assert!(to_html("jeg er <b>sliten</b>").contains("&lt;b&gt;sliten&lt;/b&gt;"));
    }
}
