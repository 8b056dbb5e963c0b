//! What is wrong with one page, as a stranger's browser sees it.

use std::sync::LazyLock;

use regex::Regex;
use spoross::settings::Web;
use spoross::web::headers;

use super::super::visit::Reply;

/// What a page must be.
pub struct Expected<'a> {
    pub web: &'a Web,
    pub must_not_be_stored: bool,
}

/// Elements that a browser fetches something for by itself.
static FETCHING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?is)<(?:link|script|img|source|iframe|frame|video|audio|track|embed|object|image|use|input)\b[^>]*>")
        .ok()
});
/// Links that only name an address; nothing is fetched for them.
static NAMING: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?is)\brel\s*=\s*["']?(?:canonical|alternate)\b"#).ok());
static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?is)\s(?:src|href|srcset|data|poster|xlink:href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))"#).ok()
});

/// Every fault of a reply, as the end of a sentence about its page.
pub fn faults(reply: &Reply, expected: &Expected<'_>) -> Vec<String> {
    let mut found = Vec::new();
    if reply.status >= 500 {
        found.push(format!("fails with {}", reply.status));
    }
    if reply.all("set-cookie").next().is_some() {
        found.push("sets a cookie".into());
    }
    for (name, value) in headers::of_every_reply(expected.web) {
        let mut values = reply.all(name).peekable();
        if values.peek().is_none() || values.any(|found| found != value) {
            found.push(format!("has another {name} than this program sends"));
        }
    }
    let is_redirect = (300..400).contains(&reply.status);
    if (expected.must_not_be_stored || is_redirect)
        && !reply.all("cache-control").any(|value| value.contains("no-store"))
    {
        found.push("may be kept by a cache (no `no-store`)".into());
    }
    // A feed names its pairs; only a page makes a browser fetch something.
    if reply.all("content-type").any(|kind| !kind.contains("html")) {
        return found;
    }
    found
        .extend(loaded_from_elsewhere(&reply.body, &expected.web.public_url).map(|address| format!("loads {address}")));
    found
}

/// The addresses that a browser would fetch from another place than this site.
fn loaded_from_elsewhere<'a>(html: &'a str, own: &'a str) -> impl Iterator<Item = &'a str> {
    let elements = FETCHING.iter().flat_map(move |pattern| pattern.find_iter(html));
    let only_names = |element: &str| NAMING.as_ref().is_some_and(|pattern| pattern.is_match(element));
    elements
        .filter(move |element| !only_names(element.as_str()))
        .flat_map(|element| ADDRESS.iter().flat_map(move |pattern| pattern.captures_iter(element.as_str())))
        .filter_map(|found| found.iter().skip(1).flatten().next().map(|value| value.as_str()))
        .flat_map(|value| value.split([',', ' ', '\n']))
        .filter(move |address| is_elsewhere(address, own))
}

fn is_elsewhere(address: &str, own: &str) -> bool {
    let small = address.to_lowercase();
    let leads_away = ["http:", "https:", "ws:", "wss:", "//"].iter().any(|start| small.starts_with(start));
    let is_own = address.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    leads_away && !is_own
}

#[cfg(test)]
mod tests {
    use spoross::settings::{Overrides, Settings};

    use super::*;

    fn web() -> Web {
        let mut web = Settings::load(None, &Overrides::default()).unwrap().web;
        web.public_url = "https://spor.example.org".into();
        web
    }

    fn good(web: &Web) -> Reply {
        let mut headers: Vec<(String, String)> =
            headers::of_every_reply(web).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        headers.push(("cache-control".into(), "no-store".into()));
        let body = "<link rel=stylesheet href=/a.css><img src=\"/b.svg\"><a href=\"https://www.113.no\">x</a>";
        Reply { status: 200, headers, body: body.into() }
    }

    fn said(reply: &Reply) -> String {
        let web = web();
        faults(reply, &Expected { web: &web, must_not_be_stored: true }).join("; ")
    }

    #[test]
    fn a_page_as_it_should_be_has_no_fault() {
        assert_eq!(said(&good(&web())), "");
    }

    #[test]
    fn every_header_is_missed_and_every_change_is_seen() {
        for (name, _) in headers::of_every_reply(&web()) {
            let mut without = good(&web());
            without.headers.retain(|(found, _)| found != name);
            assert!(said(&without).contains(name), "{name}");
            let mut twice = good(&web());
            twice.headers.push((name.into(), "*".into()));
            assert!(said(&twice).contains(name), "{name}");
        }
        assert!(headers::of_every_reply(&web()).any(|(name, _)| name == "strict-transport-security"));
    }

    #[test]
    fn a_cookie_a_failure_and_a_page_that_is_kept_are_faults() {
        let mut reply = good(&web());
        reply.headers.push(("set-cookie".into(), "visitor=1".into()));
        reply.status = 502;
        reply.headers.retain(|(name, _)| name != "cache-control");
        for fault in ["sets a cookie", "fails with 502", "no-store"] {
            assert!(said(&reply).contains(fault), "{fault}");
        }
    }

    #[test]
    fn what_a_browser_would_fetch_from_elsewhere_is_a_fault() {
        for html in [
            "<script src=\"https://count.example.com/a.js\"></script>",
            "<img alt='' src='//count.example.com/a.gif'>",
            "<LINK rel=preconnect HREF=https://fonts.example.com>",
            "<source srcset=\"/a.svg, https://x.example.com/b.svg 2x\">",
            "<img src=https://spor.example.org.example.com/a.gif>",
        ] {
            let reply = Reply { body: html.into(), ..good(&web()) };
            assert!(said(&reply).contains("loads"), "{html}");
        }
        let own = Reply { body: "<link rel=canonical href=https://spor.example.org/spor>".into(), ..good(&web()) };
        assert_eq!(said(&own), "");
        // Started on another port than the settings name, or read over another name of the same house.
        let named = Reply {
            body: "<link rel=\"alternate\" hreflang=\"nn\" href=\"http://127.0.0.1:8124/nn\">".into(),
            ..good(&web())
        };
        assert_eq!(said(&named), "");
    }
}
