//! A pair in the reader's own language, or in easy words; and the page in it, read aloud, printed and shared.

use actix_web::http::StatusCode;
use spoross::domain::answer::Wording;
use spoross::domain::publication::Publication;

use super::read::publishes;
use crate::staff::version::{brings_out, in_english};
use crate::support::{House, Page};

fn titled(title: &str) -> Wording {
    Wording { title: title.into(), ..in_english() }
}

/// A pair in bokmål with an English, an easy, a Ukrainian and an Arabic version.
pub async fn house_with_versions() -> (House, Publication) {
    let house = House::open_with(|settings| settings.web.public_url = "http://127.0.0.1:8080".into()).await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(&house, "Søvn", "Hei!");
    let versions = [
        ("en", "Sleep before exams"),
        ("nb-klarsprak", "Å sove godt"),
        ("uk", "Сон перед іспитом"),
        ("ar", "النوم قبل الامتحان"),
    ];
    for (version, title) in versions {
        brings_out((&kari, &ola), &pair, version, &titled(title)).await;
    }
    (house, pair)
}

fn alternates(page: &Page) -> Vec<(String, String)> {
    let html = page.html();
    let links = scraper::Selector::parse("link[rel=alternate][hreflang]").unwrap();
    let link = |link: scraper::ElementRef<'_>| {
        let of = |name| link.value().attr(name).unwrap().replace("http://127.0.0.1:8080", "");
        (of("hreflang"), of("href"))
    };
    let mut all: Vec<_> = html.select(&links).map(link).collect();
    all.sort();
    all
}

fn canonical(page: &Page) -> String {
    page.attribute("link[rel=canonical]", "href").unwrap().replace("http://127.0.0.1:8080", "")
}

#[actix_web::test]
async fn readers_get_the_pair_in_the_pages_language_where_there_is_one() {
    let (house, _) = house_with_versions().await;
    for (prefix, title, tag) in [("/en", "Sleep before exams", "en"), ("/nn", "Søvn", "nb"), ("", "Søvn", "nb")] {
        let page = house.visitor_in(prefix).reads("/sporsmal/sovn").await.succeeds();
        assert_eq!((page.heading(), page.attribute("div:has(> h1)", "lang").unwrap()), (title.into(), tag.into()));
        assert_eq!(canonical(&page), format!("{prefix}/sporsmal/sovn"));
    }
    let page = house.visitor_in("/en").reads("/sporsmal/sovn").await;
    assert_eq!(page.text_of("title"), "Sleep before exams – Spør oss");
    assert_eq!(
        page.text_of("#made-by"),
        "Translated from Norwegian (Bokmål) by us. A colleague read and approved the translation on 10 March 2026."
    );
    assert!(page.text_of(".editions").contains("Bokmål (the original)"), "{}", page.text_of(".editions"));
    let links = page.links_below("/").into_iter().filter(|path| path.contains("/sporsmal/sovn"));
    assert_eq!(
        links.filter(|path| !path.starts_with("/nn")).collect::<Vec<_>>(),
        [
            "/sporsmal/sovn",
            "/en/sporsmal/sovn/ar",
            "/sporsmal/sovn/klarsprak",
            "/en/sporsmal/sovn/uk",
            "/sporsmal/sovn"
        ]
    );
}

#[actix_web::test]
async fn lists_have_the_title_that_stands_on_the_page() {
    let (house, _) = house_with_versions().await;
    publishes(&house, "Snus", "Hei!");
    for path in ["", "/tema/rus-og-avhengighet", "/skole", "/sporsmal/snus"] {
        let page = house.visitor_in("/en").reads(path).await.succeeds();
        let line = "main a[href='/en/sporsmal/sovn']";
        assert_eq!((page.text_of(line).as_str(), page.attribute(line, "lang")), ("Sleep before exams", None), "{path}");
        let page = house.visitor_in("/nn").reads(path).await.succeeds();
        assert_eq!(page.text_of("main a[href='/nn/sporsmal/sovn']"), "Søvn", "{path}");
    }
}

#[actix_web::test]
async fn each_version_has_one_address_and_search_engines_are_told_which() {
    let (house, _) = house_with_versions().await;
    let pairs = |more: &[(&str, &str)]| {
        let mut all: Vec<(String, String)> =
            more.iter().map(|(tag, path)| ((*tag).to_owned(), (*path).to_owned())).collect();
        all.sort();
        all
    };
    let everywhere = pairs(&[
        ("nb", "/sporsmal/sovn"),
        ("nn", "/nn/sporsmal/sovn"),
        ("en", "/en/sporsmal/sovn"),
        ("ar", "/sporsmal/sovn/ar"),
        ("uk", "/sporsmal/sovn/uk"),
    ]);
    for path in
        ["/sporsmal/sovn", "/nn/sporsmal/sovn", "/en/sporsmal/sovn", "/sporsmal/sovn/uk", "/en/sporsmal/sovn/uk"]
    {
        let page = house.visitor().reads(path).await.succeeds();
        assert_eq!(alternates(&page), everywhere, "{path}");
    }
    assert_eq!(canonical(&house.visitor_in("/en").reads("/sporsmal/sovn/uk").await), "/sporsmal/sovn/uk");
    let easy = house.visitor_in("/nn").reads("/sporsmal/sovn/klarsprak").await.succeeds();
    assert_eq!((canonical(&easy), alternates(&easy)), ("/sporsmal/sovn/klarsprak".into(), Vec::new()));
    assert!(easy.text_of("#made-by").starts_with("Dette er svaret med enklare ord"), "{}", easy.text_of("#made-by"));
    let other = house.visitor().reads("/sporsmal/sovn/en").await;
    assert_eq!((other.status, other.leads_to()), (StatusCode::SEE_OTHER, "/en/sporsmal/sovn"));
    for ending in ["nn", "nb", "pl", "nb-klarsprak", "en-klarsprak", "xx", "%00", "Klarsprak"] {
        let page = house.visitor().reads(&format!("/sporsmal/sovn/{ending}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{ending}");
    }
}

#[actix_web::test]
async fn what_is_written_from_the_right_is_set_from_the_right() {
    let (house, _) = house_with_versions().await;
    let page = house.visitor().reads("/sporsmal/sovn/ar").await.succeeds();
    assert_eq!(page.attribute("div:has(> h1)", "lang").as_deref(), Some("ar"));
    for part in ["h1", ".note [data-aloud]", ".letter .prose"] {
        assert_eq!(page.attribute(part, "dir").as_deref(), Some("rtl"), "{part}");
    }
    assert_eq!(house.visitor().reads("/sporsmal/sovn/uk").await.count("[dir]"), 0);
}

#[actix_web::test]
async fn a_pair_that_stands_alone_says_nothing_of_versions() {
    let house = House::open().await;
    publishes(&house, "Søvn", "Hei!");
    assert_eq!(house.visitor().reads("/sporsmal/sovn").await.succeeds().count(".editions"), 0);
}

#[actix_web::test]
async fn programs_are_told_of_every_version() {
    let (house, _) = house_with_versions().await;
    let map = house.visitor().reads("/sitemap.xml").await.succeeds().body;
    for path in ["/en/sporsmal/sovn<", "/sporsmal/sovn/klarsprak<", "/sporsmal/sovn/uk<", "/sporsmal/sovn/ar<"] {
        assert!(map.contains(&format!("http://127.0.0.1:8080{path}")), "{path} in {map}");
    }
    let facts = house.visitor().reads("/sporsmal/sovn.jsonld").await.succeeds().body;
    let facts: serde_json::Value = serde_json::from_str(&facts).unwrap();
    let told: Vec<(&str, &str)> = facts["workTranslation"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| (version["inLanguage"].as_str().unwrap(), version["url"].as_str().unwrap()))
        .collect();
    assert_eq!(told[1], ("en", "http://127.0.0.1:8080/en/sporsmal/sovn"));
    assert_eq!(told.iter().map(|(tag, _)| *tag).collect::<Vec<_>>(), ["ar", "en", "uk"]);
    assert_eq!(facts["workExample"][0]["url"], "http://127.0.0.1:8080/sporsmal/sovn/klarsprak");
}

#[actix_web::test]
async fn search_finds_a_pair_by_the_words_of_its_versions() {
    let (house, pair) = house_with_versions().await;
    let looks = async |prefix: &'static str, query: &str| {
        house.app.search.poll(&house.app.database).await.unwrap();
        let page = house.visitor_in(prefix).reads(&format!("/sok?q={query}")).await.succeeds();
        let link = page.attribute(".found a", "href").unwrap_or_default();
        (link, page.text_of(".found a"), page.attribute(".found li", "lang").unwrap_or_default())
    };
    let found = |link: &str, title: &str, lang: &str| (link.to_owned(), title.to_owned(), lang.to_owned());
    assert_eq!(looks("/en", "exams").await, found("/en/sporsmal/sovn", "Sleep before exams", ""));
    assert_eq!(looks("/en", "s%C3%B8vn").await, found("/en/sporsmal/sovn", "Sleep before exams", ""));
    assert_eq!(looks("", "s%C3%B8vn").await, found("/sporsmal/sovn", "Søvn", ""));
    let ukrainian = "%D1%96%D1%81%D0%BF%D0%B8%D1%82%D0%BE%D0%BC";
    assert_eq!(looks("", ukrainian).await, found("/sporsmal/sovn/uk", "Сон перед іспитом", "uk"));
    let (siri, per) = (house.clinician("Siri").await, house.clinician("Per").await);
    brings_out((&siri, &per), &pair, "nn", &titled("Kviledagar")).await;
    assert_eq!(
        looks("", "kviledagar").await,
        found("/sporsmal/sovn", "Søvn", ""),
        "its nynorsk page has no other address"
    );
    assert_eq!(looks("/nn", "kviledagar").await, found("/nn/sporsmal/sovn", "Kviledagar", ""));
    siri.presses(&format!("/panel/publications/{}/versions/uk/withdrawal", pair.slug), &[]).await.succeeds();
    assert_eq!(looks("", ukrainian).await, found("", "", ""));
}

#[actix_web::test]
async fn an_answer_reads_well_from_top_to_bottom_and_can_be_read_aloud() {
    let (house, _) = house_with_versions().await;
    let page = house.visitor_in("/en").reads("/sporsmal/sovn").await;
    let words = page.words();
    let places = [
        "Sleep before exams Translated from",
        "Why is it hard",
        "Answer from Spør oss",
        "quite common",
        "Kind regards",
    ]
    .map(|part| words.find(part));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{words}");
    // What is read aloud is the pair's own words, and nothing of the frame.
    let html = page.html();
    let aloud = scraper::Selector::parse("[data-aloud]").unwrap();
    let aloud: Vec<String> =
        html.select(&aloud).map(|part| part.text().collect::<String>().trim().to_owned()).collect();
    assert_eq!(aloud.len(), 3);
    assert_eq!((aloud[0].as_str(), aloud[1].as_str()), ("Sleep before exams", "Why is it hard to sleep?"));
    assert!(aloud[2].starts_with("Hi!"), "{aloud:?}");
    assert_eq!(page.attribute("[data-read-aloud]", "data-read-aloud").as_deref(), Some("en"));
    assert_eq!(page.count("[data-read-aloud][hidden]"), 1, "without script there is no button");
}

#[test]
fn only_voices_of_the_device_itself_read_aloud() {
    let script = std::fs::read_to_string("templates/assets/read-aloud.js").unwrap();
    assert!(script.len() <= 2048, "{} bytes", script.len());
    assert!(script.contains("other.localService === true"));
    assert_eq!(script.matches("getVoices").count(), 1);
}

#[actix_web::test]
async fn what_is_shared_and_printed_names_the_one_address() {
    let (house, _) = house_with_versions().await;
    let page = house.visitor_in("/en").reads("/sporsmal/sovn").await;
    assert_eq!(page.text_of("#share-text"), "Sleep before exams http://127.0.0.1:8080/en/sporsmal/sovn");
    let paper = page.text_of(".only-paper");
    for part in ["From Spør oss: http://127.0.0.1:8080/en/sporsmal/sovn", "at http://127.0.0.1:8080/en/spor"] {
        assert!(paper.contains(part), "{paper}");
    }
    assert_eq!(page.count("[data-needs-script][hidden] [data-copy=share-text]"), 1);
}
