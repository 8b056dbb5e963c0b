//! HTML from elsewhere, as the Markdown that clinicians write: headings, lists, links and stress stay, the rest goes.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use regex::Regex;

/// What says something about the words inside; every other tag is dropped and its words are kept.
const TAGS: [&str; 24] = [
    "p",
    "br",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
    "b",
    "em",
    "i",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "table",
    "tr",
    "td",
    "th",
    "hr",
    "pre",
];

/// The cleaner closes what is open and writes every tag in small letters, so that reading on is simple.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(TAGS))
        .clean_content_tags(HashSet::from(["script", "style", "iframe", "noscript"]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None);
    builder
});
/// WordPress' own marks inside a text.
static SHORT_CODES: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\[/?(?:caption|gallery|embed|audio|video|playlist)\b[^\]]*\]").ok());

/// The Markdown of a piece of HTML.
pub fn to_markdown(html: &str) -> String {
    let html = match SHORT_CODES.as_ref() {
        Some(codes) => codes.replace_all(html, ""),
        None => html.into(),
    };
    let clean = CLEANER.clean(&html).to_string();
    let mut writing = Writing::default();
    let mut rest = clean.as_str();
    while let Some((words, after)) = rest.split_once('<') {
        writing.words(words);
        let Some((tag, after)) = after.split_once('>') else { break };
        writing.tag(tag);
        rest = after;
    }
    writing.words(rest);
    tidy(&writing.text)
}

/// What is written so far, and what is open.
#[derive(Default)]
struct Writing {
    text: String,
    /// One a list: the number of its next item, or none for bullets.
    lists: Vec<Option<usize>>,
    /// Where the open link leads.
    link: String,
}

impl Writing {
    fn words(&mut self, words: &str) {
        let plain = words.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        // What is a star here would be stress there.
        self.text.push_str(&plain.replace('*', "\\*"));
    }

    fn tag(&mut self, tag: &str) {
        match tag.split(' ').next().unwrap_or_default() {
            "br" | "/tr" => self.text.push('\n'),
            "p" | "/p" | "div" | "/div" | "/h1" | "/h2" | "/h3" | "/h4" | "/h5" | "/h6" | "blockquote"
            | "/blockquote" | "table" | "/table" | "pre" | "/pre" => self.text.push_str("\n\n"),
            "h1" | "h2" | "h3" | "h4" => self.text.push_str("\n\n## "),
            "h5" | "h6" => self.text.push_str("\n\n#### "),
            "strong" | "b" | "/strong" | "/b" => self.stress("**", tag),
            "em" | "i" | "/em" | "/i" => self.stress("*", tag),
            "hr" => self.text.push_str("\n\n---\n\n"),
            "/td" | "/th" => self.text.push(' '),
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(Some(1)),
            "/ul" | "/ol" => {
                self.lists.pop();
                self.text.push_str("\n\n");
            }
            "li" => self.item(),
            "a" => {
                let leads_to = tag.split_once("href=\"").map_or("", |(_, end)| end.trim_end_matches('"'));
                leads_to.clone_into(&mut self.link);
                self.text.push_str(if self.link.is_empty() { "" } else { "[" });
            }
            "/a" if !self.link.is_empty() => {
                let leads_to = std::mem::take(&mut self.link).replace("&amp;", "&").replace(' ', "%20");
                self.text.extend(["](", &leads_to, ")"]);
            }
            _ => {}
        }
    }

    /// Markdown's stars must stand next to the words: a space inside goes outside.
    fn stress(&mut self, stars: &str, tag: &str) {
        let ends = tag.starts_with('/');
        let had_space = ends && self.text.ends_with(' ');
        if ends {
            self.text.truncate(self.text.trim_end_matches(' ').len());
        }
        match self.text.strip_suffix(stars).map(str::len) {
            Some(nothing_between) if ends => self.text.truncate(nothing_between),
            _ => self.text.push_str(stars),
        }
        self.text.push_str(if had_space { " " } else { "" });
    }

    fn item(&mut self) {
        let indent = "   ".repeat(self.lists.len().saturating_sub(1));
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".into(),
        };
        self.text.extend(["\n", &indent, &mark]);
    }
}

/// No line ends in space, never more than one is empty, and none between the items of a list.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        let line = if is_item(line) { line.trim_end() } else { line.trim() };
        let follows_gap = lines.last().is_none_or(|before| before.is_empty());
        if line.is_empty() && follows_gap {
            continue;
        }
        let item_before = lines.iter().rev().nth(1).is_some_and(|before| is_item(before));
        if follows_gap && item_before && is_item(line) {
            lines.pop();
        }
        lines.push(line);
    }
    lines.join("\n").trim().to_owned()
}

fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let after_number = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    line.starts_with("- ") || (after_number.len() < line.len() && after_number.starts_with(". "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_kept_and_what_runs_is_not() {
        for (html, markdown) in [
            ("<p>Hei!</p><p>To &amp; tre.</p>", "Hei!\n\nTo & tre."),
            ("<!-- wp:paragraph -->\n<p class=\"x\">Hei</p>\n<!-- /wp:paragraph -->\n\n<p>du</p>", "Hei\n\ndu"),
            ("Uten avsnitt\n\nmed linjer", "Uten avsnitt\n\nmed linjer"),
            ("<h2>Kort svar</h2><p>Ja.</p>", "## Kort svar\n\nJa."),
            ("<H5>Mer</H5>x", "#### Mer\n\nx"),
            ("en <strong>viktig </strong>ting", "en **viktig** ting"),
            ("<b></b>tomt", "tomt"),
            ("<em>kanskje</em>", "*kanskje*"),
            ("<ul><li>en</li><li>to</li></ul><p>etter</p>", "- en\n- to\n\netter"),
            ("<ol>\n<li>en</li>\n<li>to</li>\n</ol>", "1. en\n2. to"),
            (
                "<a href=\"https://www.ung.no/?a=1&amp;b=2\" onclick=\"x()\">ung</a>",
                "[ung](https://www.ung.no/?a=1&b=2)",
            ),
            ("<a href=\"javascript:alert(1)\">x</a>", "x"),
            ("a<br>b", "a\nb"),
            ("før<script>alert(1)</script><style>p{}</style>etter", "føretter"),
            ("[caption id=\"1\"]<img src=x> Bilde[/caption] tekst", "Bilde tekst"),
            ("2 * 3 &lt; 7", "2 \\* 3 < 7"),
            ("<p>åpent <b>og ferdig", "åpent **og ferdig**"),
        ] {
            assert_eq!(to_markdown(html), markdown, "{html}");
        }
    }
}
