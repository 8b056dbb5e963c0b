//! What a page weighs on the wire, counted in the browser on a first visit: someone reads on an old phone, with a bad line.

use crate::demo::Demo;
use crate::tab::{Loaded, Tab};

const KILOBYTE: u64 = 1000;
/// HTML, style and icons of a page.
const MOST_BYTES: u64 = 20 * KILOBYTE;
const MOST_REQUESTS: usize = 3;
/// On the ask page, beside the rest.
const MOST_SCRIPT: u64 = 6 * KILOBYTE;
const ANSWER: &str = "/sporsmal/hva-skjer-i-hjernen-nar-man-blir-avhengig";

fn bytes<'a>(loaded: impl IntoIterator<Item = &'a Loaded>) -> u64 {
    loaded.into_iter().map(|one| one.bytes).sum()
}

/// With an empty cache; told in figures, so that a run can be compared with the last.
async fn first_visit(demo: &Demo, path: &str) -> Vec<Loaded> {
    let tab = Tab::open_counted(&demo.url).await;
    tab.goes_to(&tab.at(path)).await;
    let shift = tab.shift().await;
    let loaded: Vec<Loaded> = tab.loaded().await.into_iter().filter(|one| one.address.starts_with(&demo.url)).collect();
    tab.closes().await;
    println!("{path}: {} bytes in {} requests", bytes(&loaded), loaded.len());
    for one in &loaded {
        println!("  {:>6} {} {}", one.bytes, one.kind, one.address);
        assert_ne!(one.kind, "Font", "{path}: no font is loaded");
        assert!(one.bytes > 0, "{path}: {} was counted", one.address);
    }
    assert!(shift.abs() < f64::EPSILON, "{path}: nothing moves while it comes, but {shift} did");
    assert_eq!(loaded.iter().filter(|one| one.kind == "Document").count(), 1, "{path}");
    loaded
}

#[tokio::test]
async fn an_answer_is_light() {
    let demo = Demo::start();
    let loaded = first_visit(&demo, ANSWER).await;
    assert!(bytes(&loaded) <= MOST_BYTES, "{} bytes", bytes(&loaded));
    assert!(loaded.len() <= MOST_REQUESTS, "{loaded:?}");
}

#[tokio::test]
async fn the_form_is_light() {
    let demo = Demo::start();
    let loaded = first_visit(&demo, "/spor").await;
    let (script, rest): (Vec<&Loaded>, Vec<&Loaded>) = loaded.iter().partition(|one| one.kind == "Script");
    assert!(bytes(rest.iter().copied()) <= MOST_BYTES, "{} bytes", bytes(rest));
    assert!(bytes(script.iter().copied()) <= MOST_SCRIPT, "{} bytes of script", bytes(script));
}

#[tokio::test]
async fn no_page_moves_while_it_comes() {
    let demo = Demo::start();
    for path in ["/", "/tema/alkohol", "/sok?q=angst", "/kode", "/hjelp", "/fakta", "/ordbok", "/personvern", "/skole"]
    {
        first_visit(&demo, path).await;
    }
}
