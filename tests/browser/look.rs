//! Looks at a page in every condition that people meet it in: with axe-core, and with what axe does not see.
//! One browser goes from page to page; a condition is put on without loading the page again.

mod conditions;
pub mod routes;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use self::conditions::{Axe, Condition};
use self::routes::{is_page, route_of};
use crate::album::Album;
use crate::tab::Tab;

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/browser-node/node_modules/axe-core/axe.min.js");
const RUN_AXE: &str = include_str!("look/axe.js");
const OWN: &str = include_str!("look/own.js");
const UNFOLD: &str = "for (const part of document.querySelectorAll('details:not(.more-menu)')) part.open = true";
/// Parts of the accessibility tree that people do something with, or are led by: each must say what it is.
const NAMED_ROLES: [&str; 17] = [
    "button",
    "checkbox",
    "combobox",
    "dialog",
    "DisclosureTriangle",
    "heading",
    "image",
    "link",
    "listbox",
    "navigation",
    "radio",
    "radiogroup",
    "region",
    "searchbox",
    "spinbutton",
    "table",
    "textbox",
];

pub struct Look<'a> {
    tab: &'a Tab,
    visited: BTreeSet<String>,
    titles: BTreeMap<String, String>,
    faults: Vec<String>,
    pages: usize,
    album: Option<Album>,
}

impl<'a> Look<'a> {
    /// `walk` names the folder of the pictures, where somebody wants them.
    pub async fn through(tab: &'a Tab, walk: &str) -> Self {
        let axe = std::fs::read_to_string(AXE).expect("axe-core lies in target/browser-node; tests/run fetches it");
        tab.asks_chrome("Page.addScriptToEvaluateOnNewDocument", json!({ "source": axe })).await;
        let album = Album::of(walk);
        Self { tab, visited: BTreeSet::new(), titles: BTreeMap::new(), faults: Vec::new(), pages: 0, album }
    }

    /// Looks at the page with this path.
    pub async fn visits(&mut self, path: &str) {
        self.tab.goes_to(&self.tab.at(path)).await;
        self.note(path);
        self.sees(path).await;
    }

    /// Looks at the page that stands in the tab.
    pub async fn sees(&mut self, name: &str) {
        let path = self.tab.path().await;
        self.note(&path);
        self.pages += 1;
        let title = self.tab.value("document.title").await;
        self.has_a_title_of_its_own(title.as_str().unwrap_or_default(), &path);
        self.all_is_named(name).await;
        self.keep_in_the_album(name, &path).await;
        let language = json!(conditions::languages_at(&path));
        for (number, condition) in conditions::for_page(&path).enumerate() {
            if number == 1 {
                // What folds is looked at folded once, then open.
                self.tab.runs(UNFOLD, Vec::new()).await;
            }
            self.put_on(condition).await;
            let wanted = json!({ "lang": language, "looks": condition.looks });
            let mut found = self.tab.runs(OWN, vec![wanted]).await;
            self.keep(&found, name, condition);
            if condition.axe != Axe::Nothing {
                found = self.tab.runs_at_length(RUN_AXE, json!(condition.axe == Axe::Colours)).await;
                self.keep(&found, name, condition);
            }
        }
        self.put_on(&conditions::USUAL).await;
    }

    fn keep(&mut self, found: &Value, name: &str, condition: &Condition) {
        let found: Vec<String> = serde_json::from_value(found.clone()).expect("a list of faults");
        self.faults.extend(found.into_iter().map(|fault| format!("{name}, {}: {fault}", condition.name)));
    }

    /// Looks at the page, then goes along its links until a page of every route they lead to was seen once.
    pub async fn follows_links(&mut self, from: &str) {
        self.visits(from).await;
        self.follows_links_here().await;
    }

    /// The same from the page in the tab, which comes back afterwards. Panel, site and languages are kept apart.
    pub async fn follows_links_here(&mut self) {
        let here = self.tab.path().await;
        let mut known = self.links().await;
        while let Some(path) = known.pop_first() {
            let Some(route) = route_of(&path) else { continue };
            let is_near = routes::prefix_of(&path) == routes::prefix_of(&here);
            if is_near && is_page(route) && !self.visited.contains(&key(&path)) {
                self.visits(&path).await;
                known.extend(self.links().await);
            }
        }
        self.tab.goes_to(&self.tab.at(&here)).await;
    }

    async fn links(&self) -> BTreeSet<String> {
        let all = self.tab.value("[...document.querySelectorAll('a[href^=\"/\"]')].map((link) => link.pathname)").await;
        serde_json::from_value(all).expect("a list of paths")
    }

    fn note(&mut self, path: &str) {
        self.visited.insert(key(path));
    }

    /// The other languages look the same.
    async fn keep_in_the_album(&mut self, name: &str, path: &str) {
        let Some(album) = self.album.as_mut().filter(|_| !routes::is_translated(path)) else { return };
        album.takes(self.tab, name).await;
        self.put_on(&conditions::USUAL).await;
    }

    /// Two routes must not share a title; but who looks over the asker's shoulder learns nothing from theirs.
    fn has_a_title_of_its_own(&mut self, title: &str, path: &str) {
        const NEUTRAL: [&str; 2] = ["Skjema", "Form"];
        let bare = title.rsplit_once(": ").map_or(title, |(_, bare)| bare);
        let Some(route) = route_of(path) else { return };
        if NEUTRAL.contains(&bare) || route.method != "get" {
            return;
        }
        // What is said of an answer stands on the answer's own page.
        let page = route.path.trim_end_matches("/tilbakemelding").trim_end_matches("/feil");
        let other = self.titles.entry(title.to_owned()).or_insert_with(|| page.to_owned());
        if *other != page {
            self.faults.push(format!("{path} has the title of {other}: {title}"));
        }
    }

    /// Every control, part, picture and heading has a name for whoever hears the page.
    async fn all_is_named(&mut self, name: &str) {
        let tree = self.tab.asks_chrome("Accessibility.getFullAXTree", json!({})).await;
        let nodes = tree.get("nodes").and_then(Value::as_array).cloned().unwrap_or_default();
        let word = |node: &Value, key: &str| node.pointer(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let heard = nodes.iter().filter(|node| node.get("ignored") == Some(&json!(false)));
        let roles: Vec<(String, String)> =
            heard.map(|node| (word(node, "/role/value"), word(node, "/name/value"))).collect();
        assert!(roles.iter().any(|(role, _)| role == "link"), "{name}: the accessibility tree was read");
        for (role, said) in roles {
            if NAMED_ROLES.contains(&role.as_str()) && said.trim().is_empty() {
                self.faults.push(format!("{name}: a {role} without a name"));
            }
        }
    }

    async fn put_on(&self, condition: &Condition) {
        let (width, height, scale) = condition.screen;
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        self.tab.asks_chrome("Emulation.setDeviceMetricsOverride", screen).await;
        let features: Vec<Value> =
            condition.media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.tab.asks_chrome("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        let sizes =
            json!({ "standard": 16 * condition.text_percent / 100, "fixed": 13 * condition.text_percent / 100 });
        self.tab.asks_chrome("Page.setFontSizes", json!({ "fontSizes": sizes })).await;
    }

    /// Nothing is wrong, and no page of these routes was forgotten.
    pub async fn found_nothing(self, every: &[String]) {
        let forgotten: Vec<&String> = every.iter().filter(|route| !self.visited.contains(*route)).collect();
        println!("{} pages and states looked at", self.pages);
        if let Some(album) = self.album {
            album.closes(self.tab).await;
        }
        assert!(self.faults.is_empty(), "{} faults:\n{}", self.faults.len(), self.faults.join("\n"));
        assert!(forgotten.is_empty(), "nobody looked at {forgotten:?}");
    }
}

/// The route of a path with the language before it: one page of each in each language is enough.
fn key(path: &str) -> String {
    let language = routes::prefix_of(path);
    route_of(path).map_or_else(|| path.to_owned(), |route| format!("{language}{}", route.path))
}
