//! The page in the reader's language: told of in one line, kept when one looks for something, and its days and numbers.

use actix_web::http::StatusCode;

use super::read::publishes;
use super::version::house_with_versions;
use crate::support::{House, Page};

#[actix_web::test]
async fn a_browser_that_asks_for_another_language_is_told_in_one_line() {
    let (house, _) = house_with_versions().await;
    publishes(&house, "Snus", "Hei!");
    let english = house.visitor().with_header("accept-language", "en-GB,en;q=0.9,nb;q=0.2");
    for path in ["/", "/spor", "/sporsmal/sovn", "/tema/alkohol", "/hjelp"] {
        let page = english.reads(path).await.succeeds();
        assert_eq!(page.text_of(".suggestion"), "This page is also in English", "{path}");
        let link = if path == "/" { "/en".to_owned() } else { format!("/en{path}") };
        assert_eq!(page.attribute(".suggestion a", "href"), Some(link), "{path}");
        assert_eq!(page.attribute(".suggestion", "lang").as_deref(), Some("en"), "{path}");
        assert_eq!(page.count(".suggestion"), 1);
    }
    // A frame in English around Norwegian words is no page in English.
    assert_eq!(english.reads("/sporsmal/snus").await.succeeds().count(".suggestion"), 0);
    for version in ["klarsprak", "uk"] {
        let page = english.reads(&format!("/sporsmal/sovn/{version}")).await;
        assert_eq!(page.attribute(".suggestion a", "href").as_deref(), Some("/en/sporsmal/sovn"), "{version}");
    }
    let at_home = house.visitor_in("/en").with_header("accept-language", "nb");
    let page = at_home.reads("/sporsmal/snus").await;
    assert_eq!(page.text_of(".suggestion"), "Denne siden finnes også på bokmål");
    let found = english.reads("/sok?q=emma+%26+hasj&topic=alkohol&side=2").await;
    assert_eq!(
        found.attribute(".suggestion a", "href").as_deref(),
        Some("/en/sok?q=emma%20%26%20hasj&topic=alkohol&side=2")
    );
    let missing = english.reads("/finnes-ikke").await;
    assert_eq!((missing.status, missing.count(".suggestion")), (StatusCode::NOT_FOUND, 0));
    assert_eq!(english.asks("Hvorfor får jeg ikke sove?").await.count(".suggestion"), 0);
    let at_home = house.visitor().with_header("accept-language", "nb-NO,nn;q=0.8");
    assert_eq!(at_home.reads("/").await.count(".suggestion"), 0);
    assert_eq!(house.visitor().reads("/").await.count(".suggestion"), 0);
}

#[actix_web::test]
async fn caches_are_told_that_the_line_follows_the_browser() {
    let house = House::open().await;
    let varies = |page: &Page| {
        let all: Vec<_> = page.headers.get_all("vary").filter_map(|value| value.to_str().ok()).collect();
        all.join(",").to_ascii_lowercase().contains("accept-language")
    };
    for path in ["/", "/tema/alkohol", "/finnes-ikke", "/sok?q=x"] {
        assert!(varies(&house.visitor().reads(path).await), "{path}");
    }
    for path in ["/atom.xml", "/sitemap.xml", "/panel/sign-in", "/api/v1/topics"] {
        assert!(!varies(&house.visitor().reads(path).await), "{path}");
    }
    let odd = house.visitor().with_header("accept-language", "kanari-språk, en");
    assert!(!odd.reads("/").await.body.contains("kanari"));
}

#[actix_web::test]
async fn whoever_changes_language_on_a_search_keeps_what_they_looked_for() {
    let house = House::open().await;
    let page = house.visitor().reads("/sok?q=emma%20%3Cb%3E&gender=male").await.succeeds();
    assert!(page.has_link_to("/en/sok?q=emma%20%3Cb%3E&gender=male"), "{:?}", page.links_below("/en"));
    let links = page.html();
    let alternates = scraper::Selector::parse("link[hreflang]").unwrap();
    assert!(links.select(&alternates).all(|link| !link.value().attr("href").unwrap().contains("emma")));
    assert!(house.visitor().reads("/sok").await.has_link_to("/nn/sok"));
}

#[actix_web::test]
async fn every_day_is_written_as_the_pages_language_writes_it() {
    let (house, _) = house_with_versions().await;
    let lists = ["", "/sporsmal/sovn", "/sporsmal/sovn/uk", "/tema/rus-og-avhengighet", "/sok?q=s%C3%B8vn"];
    house.app.search.poll(&house.app.database).await.unwrap();
    for path in lists {
        for (prefix, day) in [("", "1. mars"), ("/nn", "1. mars"), ("/en", "1 March")] {
            let path = if path.is_empty() && prefix.is_empty() { "/" } else { path };
            let words = house.visitor_in(prefix).reads(path).await.succeeds().words();
            assert!(words.contains(day), "{prefix}{path}: {words}");
            // The day as programs write it is for attributes only.
            assert!(!words.contains("2026-0"), "{prefix}{path}: {words}");
        }
    }
}
