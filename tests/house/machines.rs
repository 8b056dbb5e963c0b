//! What programs read: feeds, the map of the site, and what a link to us shows elsewhere.

use actix_web::http::StatusCode;
use chrono::NaiveDate;
use diesel::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use spoross::domain::answer::Wording;
use spoross::domain::audience::{AgeBand, Audience, Gender};
use spoross::domain::publication::{self, New, Publication, Signature};
use spoross::text::language::Language;
use spoross::web::machines::ROUTES;

use crate::support::House;

const ANSWER: &str = "Hei!\n\nDet er **helt vanlig** å kjenne det slik, og det går over.";

pub fn publishes(house: &House, title: &str, topic: &str, day: &str) -> Publication {
    let new = New {
        wording: Wording {
            title: title.into(),
            question: "Er jeg normal?".into(),
            answer: ANSWER.into(),
            ..Wording::default()
        },
        topic: topic.into(),
        language: Language::Nb,
        audience: Audience { gender: Gender::Female, age_band: AgeBand::From16To17 },
        signature: Signature { name: "Kari Prøvesen".into(), title: "Lege".into(), specialities: String::new() },
        published_on: day.parse::<NaiveDate>().unwrap(),
    };
    house.with(|conn| publication::add(conn, &new))
}

async fn house() -> House {
    House::open_with(|settings| settings.web.public_url = "https://spor.example.org".into()).await
}

/// The words of every element with this name, in well-formed XML.
fn all(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut words) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(_) => words.clear(),
            Event::Text(text) => words.push_str(&text),
            Event::GeneralRef(name) => words.extend(["&", &*name, ";"]),
            Event::End(end) if end.name().as_ref() == name => found.push(words.clone()),
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[actix_web::test]
async fn whoever_follows_a_feed_gets_the_newest_fifty() {
    let house = house().await;
    for day in 1..=28 {
        publishes(&house, &format!("Alkohol {day}"), "alkohol", &format!("2026-02-{day:02}"));
        publishes(&house, &format!("Hasj & <{day}>"), "cannabis", &format!("2026-01-{day:02}"));
    }
    let feed = house.visitor().reads("/atom.xml").await.succeeds();
    assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
    assert_eq!(feed.header("cache-control"), "public, max-age=60");
    let titles = all(&feed.body, "title");
    assert_eq!((titles.len(), titles[1].as_str()), (51, "Alkohol 28"));
    assert_eq!(all(&feed.body, "updated")[0], "2026-02-28T00:00:00Z");
    assert_eq!(
        all(&feed.body, "id")[..2],
        ["https://spor.example.org/atom.xml", "https://spor.example.org/sporsmal/alkohol-28"]
    );
    assert_eq!(all(&feed.body, "summary")[0], "Det er helt vanlig å kjenne det slik, og det går over.");

    let topic = house.visitor_in("/en").reads("/tema/cannabis/atom.xml").await.succeeds();
    assert_eq!(all(&topic.body, "entry").len(), 28);
    assert_eq!(all(&topic.body, "title")[0], "Cannabis – Spør oss");
    assert!(topic.body.contains("https://spor.example.org/en/sporsmal/hasj-28"), "{}", topic.body);
    assert_eq!(house.visitor().reads("/tema/romfart/atom.xml").await.status, StatusCode::NOT_FOUND);
    assert!(all(&House::open().await.visitor().reads("/atom.xml").await.succeeds().body, "entry").is_empty());
}

#[actix_web::test]
async fn machines_are_told_what_they_may_read() {
    let house = house().await;
    let robots = house.visitor().reads("/robots.txt").await.succeeds().body;
    for line in [
        "Disallow: /spor?",
        "Disallow: /kode$",
        "Disallow: /nn/kode/",
        "Disallow: /ut?",
        "Disallow: /panel/",
        "Allow: /",
        "Sitemap: https://spor.example.org/sitemap.xml",
    ] {
        assert!(robots.lines().any(|found| found == line), "{line}");
    }
    // `/spor` alone would close every answer.
    assert!(robots.lines().all(|line| !line.ends_with("/spor")));
    assert!(!robots.contains("/spor$"), "whoever searches for somewhere to ask finds the form");
}

#[actix_web::test]
async fn the_map_has_every_page_worth_finding() {
    let house = house().await;
    publishes(&house, "Søvn", "alkohol", "2026-02-03");
    let map = house.visitor().reads("/sitemap.xml").await.succeeds().body;
    let places = all(&map, "loc");
    for path in ["/", "/personvern", "/fakta", "/ordbok", "/tema/alkohol", "/sporsmal/sovn"] {
        assert!(places.contains(&format!("https://spor.example.org{path}")), "{path}: {places:?}");
    }
    assert_eq!((places.len(), all(&map, "lastmod")), (15, vec!["2026-02-03".to_owned()]));
    // A subtopic is worth finding when it has an answer.
    assert!(!places.contains(&"https://spor.example.org/tema/alkohol/fest".into()));
    crate::public::topics::publishes(&house, "Må jeg drikke?", ("alkohol", "fest"), "2026-02-04");
    let places = all(&house.visitor().reads("/sitemap.xml").await.succeeds().body, "loc");
    assert!(places.contains(&"https://spor.example.org/tema/alkohol/fest".into()), "{places:?}");
    assert_eq!(places.len(), 17);
    for path in ["/sitemap-2.xml", "/sitemap-0.xml", "/sitemap-x.xml"] {
        assert_eq!(house.visitor().reads(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// More pairs than one file of a map may hold.
fn a_great_many_pairs(house: &House, count: u32) {
    let fill = format!(
        "INSERT INTO publication (id, slug, topic, language, title, question, answer, gender, age_band, signature_name, \
         signature_title, signature_specialities, published_on) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 \
         FROM n WHERE i < {count}) SELECT 'id-' || i, 'slug-' || i, 'alkohol', 'nb', 't', 'q', 'a', 'unsaid', 'unsaid', '', \
         '', '', DATE('2026-01-01') FROM n"
    );
    house.with(|conn| Ok(diesel::sql_query(fill).execute(conn)?));
}

#[actix_web::test]
async fn a_great_map_comes_in_parts() {
    let house = house().await;
    a_great_many_pairs(&house, 50_001);
    let index = house.visitor().reads("/sitemap.xml").await.succeeds().body;
    assert_eq!(
        all(&index, "loc"),
        ["https://spor.example.org/sitemap-1.xml", "https://spor.example.org/sitemap-2.xml"]
    );
    let mut total = 0;
    for part in ["/sitemap-1.xml", "/sitemap-2.xml"] {
        let places = all(&house.visitor().reads(part).await.succeeds().body, "loc").len();
        assert!(places <= 50_000, "{part}: {places}");
        total += places;
    }
    assert_eq!(total, 50_001 + 14);
}

#[actix_web::test]
async fn the_facts_of_a_pair_say_nothing_of_who_asked() {
    let house = house().await;
    publishes(&house, "Søvn", "alkohol", "2026-02-03");
    let page = house.visitor().reads("/en/sporsmal/sovn").await.succeeds();
    let path = page.attribute("link[type='application/ld+json']", "href").unwrap();
    let reply = house.visitor().reads(&path).await.succeeds();
    assert_eq!(reply.header("content-type"), "application/ld+json; charset=utf-8");
    let facts: serde_json::Value = serde_json::from_str(&reply.body).unwrap();
    assert_eq!(facts["@type"], serde_json::json!(["QAPage", "MedicalWebPage"]));
    assert_eq!(facts["url"], "https://spor.example.org/sporsmal/sovn");
    assert_eq!(facts["reviewedBy"]["name"], "Kari Prøvesen");
    assert_eq!(facts["mainEntity"]["acceptedAnswer"]["author"]["jobTitle"], "Lege");
    assert_eq!(
        facts["mainEntity"]["acceptedAnswer"]["text"],
        "Hei!\n\nDet er helt vanlig å kjenne det slik, og det går over."
    );
    for word in ["female", "16_17", "Jente", "16–17"] {
        assert!(!reply.body.contains(word), "{word}");
    }
    assert_eq!(house.visitor().reads("/sporsmal/ingen.jsonld").await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn the_facts_of_an_article_say_who_wrote_and_who_checked_it() {
    let house = house().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    crate::staff::article::published((&kari, &ola), &[]).await;
    let page = house.visitor().reads("/nn/fakta/sovn-og-hjernen").await.succeeds();
    let path = page.attribute("link[type='application/ld+json']", "href").unwrap();
    let facts: serde_json::Value = serde_json::from_str(&house.visitor().reads(&path).await.succeeds().body).unwrap();
    for (place, value) in [
        ("/@type", "MedicalWebPage"),
        ("/url", "https://spor.example.org/fakta/sovn-og-hjernen"),
        ("/author/name", "Kari Prøvesen"),
        ("/reviewedBy/name", "Ola Prøvesen"),
        ("/lastReviewed", "2026-03-10"),
        ("/citation/0/url", "https://www.who.int/"),
    ] {
        assert_eq!(facts.pointer(place).unwrap(), value, "{place}");
    }
    let canonical = "https://spor.example.org/nn/fakta/sovn-og-hjernen";
    assert_eq!(page.attribute("link[rel=canonical]", "href").unwrap(), canonical);
    assert_eq!(page.attribute("meta[property='og:title']", "content").unwrap(), "Søvn og hjernen");
    let map = house.visitor().reads("/sitemap.xml").await.body;
    assert!(all(&map, "loc").contains(&"https://spor.example.org/fakta/sovn-og-hjernen".to_owned()));
    assert_eq!(all(&map, "lastmod"), ["2026-03-10"]);
}

#[actix_web::test]
async fn a_link_to_an_answer_shows_its_first_words_and_our_picture() {
    let house = house().await;
    publishes(&house, "Søvn \"nå\"", "alkohol", "2026-02-03");
    let page = house.visitor().reads("/en/sporsmal/sovn-na?utm_source=x").await.succeeds();
    let meta =
        |name: &str| page.attribute(&format!("meta[property='{name}'], meta[name='{name}']"), "content").unwrap();
    assert_eq!(meta("description"), "Det er helt vanlig å kjenne det slik, og det går over.");
    assert_eq!((meta("og:title"), meta("og:type")), ("Søvn \"nå\"".into(), "article".into()));
    assert_eq!(meta("og:url"), "https://spor.example.org/en/sporsmal/sovn-na");
    let picture = meta("og:image");
    let picture = house.app.settings.web.public_url.len()..picture.len();
    assert!(meta("og:image")[picture].starts_with("/assets/"));
    assert_eq!(page.attribute("link[rel=canonical]", "href").unwrap(), meta("og:url"));
    for (language, prefix) in [("nb", ""), ("nn", "/nn"), ("en", "/en")] {
        let href = page.attribute(&format!("head link[hreflang={language}]"), "href").unwrap();
        assert_eq!(href, format!("https://spor.example.org{prefix}/sporsmal/sovn-na"));
    }
    assert!(house.visitor().reads("/").await.attribute("link[type='application/atom+xml']", "href").is_some());
}

#[actix_web::test]
async fn a_licence_stands_under_answers_when_the_owner_gives_one() {
    let house = house().await;
    publishes(&house, "Søvn", "alkohol", "2026-02-03");
    assert_eq!(house.visitor().reads("/sporsmal/sovn").await.count("a[rel~=license]"), 0);
    let house = House::open_with(|settings| {
        settings.site.licence_name = "CC BY 4.0".into();
        settings.site.licence_url = "https://creativecommons.org/licenses/by/4.0/".into();
    })
    .await;
    publishes(&house, "Søvn", "alkohol", "2026-02-03");
    let page = house.visitor().reads("/sporsmal/sovn").await.succeeds();
    assert_eq!(page.text_of("a[rel~=license]"), "CC BY 4.0");
    let facts = house.visitor().reads("/sporsmal/sovn.jsonld").await.body;
    assert!(facts.contains("\"license\":\"https://creativecommons.org/licenses/by/4.0/\""), "{facts}");
}

#[actix_web::test]
async fn no_document_for_machines_is_open_to_other_sites_or_remembers_who_came() {
    let house = house().await;
    publishes(&house, "Søvn", "alkohol", "2026-02-03");
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    crate::staff::article::published((&kari, &ola), &[("title", "Søvn")]).await;
    for route in ROUTES {
        let path = route.path.replace("{slug}", "sovn").replace("{number}", "1");
        let asks =
            actix_web::test::TestRequest::get().uri(&path).insert_header(("origin", "https://other.example.org"));
        let reply = house.answers(asks).await.succeeds();
        // What somebody looks for is theirs.
        let kept = if path == "/api/v1/search" { "no-store" } else { "public, max-age=60" };
        assert_eq!(reply.header("cache-control"), kept, "{path}");
        let open = reply.headers.keys().any(|name| name.as_str().starts_with("access-control-"));
        assert!(!open && reply.header("set-cookie").is_empty(), "{path}");
    }
}
