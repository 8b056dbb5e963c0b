//! A whole site that moves: pairs with their versions, articles and the dictionary's words.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use diesel::prelude::*;
use spoross::database::schema::publication_version_writer;
use spoross::domain::answer::Wording;
use tempfile::TempDir;

use super::{Desk, line};
use crate::public::read::publishes;
use crate::staff::article::{begins, published};
use crate::staff::dictionary::says_of;
use crate::staff::version::{self, brings_out, in_english};
use crate::support::database::TestDatabase;
use crate::support::house::SECRET;
use crate::support::person::Person;
use crate::support::program::{demo, run, said};
use crate::support::{House, Page};

impl Desk {
    /// A house where people work.
    pub async fn staffed() -> Self {
        let desk = Self { house: House::open().await, folder: TempDir::new().unwrap() };
        assert!(desk.types(&["migrate"]).status.success());
        let path = desk.folder.path().join("data/secret.key");
        fs::write(&path, SECRET).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        desk
    }

    /// Takes in what another house has.
    async fn moved(lines: &[u8], to: TestDatabase) -> Self {
        let desk = Self::on(to).await;
        let output = desk.imports("all.jsonl", std::str::from_utf8(lines).unwrap(), &[]);
        assert!(output.status.success(), "{}", said(&output));
        desk
    }
}

/// A house with all there is, and two who work in it.
pub async fn furnished() -> (Desk, Person, Person) {
    let desk = Desk::staffed().await;
    let house = &desk.house;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(house, "Søvn", "Hei!");
    publishes(house, "Snus", "Hei igjen!");
    let versions = [("en", "Sleep"), ("nb-klarsprak", "Å sove godt"), ("uk", "Сон"), ("ar", "النوم")];
    for (variant, title) in versions {
        brings_out((&kari, &ola), &pair, variant, &Wording { title: title.into(), ..in_english() }).await;
    }
    version::writes(&kari, &pair, "nn", &in_english(), "save").await.succeeds();
    let related = "/sporsmal/sovn\nhttps://spor.example.org/en/sporsmal/snus/";
    published((&kari, &ola), &[("related", related)]).await;
    published((&kari, &ola), &[("title", "Sleep and dreams"), ("language", "en")]).await;
    begins(&kari, &[("title", "Halvferdig")]).await;
    says_of(&kari, "heroin", &["horse", "hest"], "passed").await;
    says_of(&ola, "heroin", &["hest"], "taken_back").await;
    (desk, kari, ola)
}

const PAGES: [&str; 13] = [
    "/",
    "/sporsmal/sovn",
    "/sporsmal/snus",
    "/sporsmal/sovn/klarsprak",
    "/sporsmal/sovn/uk",
    "/sporsmal/sovn/ar",
    "/tema/rus-og-avhengighet",
    "/skole",
    "/fakta",
    "/fakta/sovn-og-hjernen",
    "/fakta/sleep-and-dreams",
    "/ordbok",
    "/ordbok/heroin",
];

/// What a page says but for who here approved it.
fn words_alone(page: &Page) -> String {
    let mut words = page.words();
    for who in [".checked", "#made-by", ".imported"].into_iter().filter(|who| page.count(who) > 0) {
        words = words.replace(&page.text_of(who), "");
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[actix_web::test]
async fn readers_get_the_same_site_where_it_moved_to() {
    let (here, ..) = furnished().await;
    let lines = here.exports("jsonl");
    let mut there = Desk::moved(&lines, TestDatabase::other()).await;
    let text = String::from_utf8(lines.clone()).unwrap();
    assert_eq!(String::from_utf8(there.exports("jsonl")).unwrap(), text);
    assert_eq!(there.exports("csv"), here.exports("csv"));
    let mut onwards = Desk::moved(&there.exports("jsonl"), TestDatabase::new()).await;
    // A house where nobody answers yet asks nobody to write.
    for desk in [&mut there, &mut onwards] {
        desk.house.gets_a_manager().await;
    }
    for (prefix, path) in ["", "/nn", "/en"].into_iter().flat_map(|prefix| PAGES.map(|path| (prefix, path))) {
        let page = here.house.visitor_in(prefix).reads(path).await.succeeds();
        let moved = there.house.visitor_in(prefix).reads(path).await.succeeds();
        assert_eq!(words_alone(&moved), words_alone(&page), "{prefix}{path}");
        assert_eq!(moved.links_below("/"), page.links_below("/"), "{prefix}{path}");
        assert_eq!(onwards.house.visitor_in(prefix).reads(path).await.body, moved.body, "{prefix}{path}");
    }
    // What was not for readers there is not here either.
    assert!(!text.contains("Halvferdig") && text.matches("\"language\":\"nn\"").count() == 0);
}

#[actix_web::test]
async fn nobody_here_has_approved_what_moved_in() {
    let (here, ..) = furnished().await;
    let there = Desk::moved(&here.exports("jsonl"), TestDatabase::new()).await;
    for (path, claim, instead) in [
        ("/sporsmal/sovn/klarsprak", "En kollega har lest", "hentet hit utenfra. Denne er fra 10. mars 2026"),
        ("/sporsmal/sovn/uk", "En kollega har lest", "hentet hit utenfra. Oversettelsen er fra 10. mars 2026"),
        ("/fakta/sovn-og-hjernen", "", "Teksten er hentet hit utenfra. Den ble skrevet og kontrollert før det."),
    ] {
        let page = here.house.visitor().reads(path).await.succeeds();
        assert!(page.says(claim) && !page.says(instead), "{path}: {}", page.words());
        let moved = there.house.visitor().reads(path).await.succeeds();
        assert!(moved.says(instead) && (claim.is_empty() || !moved.says(claim)), "{path}: {}", moved.words());
    }
    let byline = there.house.visitor().reads("/fakta/sovn-og-hjernen").await.text_of(".byline");
    assert!(byline.contains("Skrevet av Kari Prøvesen, lege. Faglig kontrollert av Ola Prøvesen, lege."), "{byline}");
    there.house.with(|conn| {
        let staff = spoross::database::schema::staff::table.count().get_result::<i64>(conn)?;
        let writers = publication_version_writer::table.count().get_result::<i64>(conn)?;
        assert_eq!((staff, writers), (0, 0));
        Ok(())
    });
}

#[actix_web::test]
async fn a_site_that_comes_twice_comes_once() {
    let (here, ..) = furnished().await;
    let lines = here.exports("jsonl");
    let text = std::str::from_utf8(&lines).unwrap();
    let there = Desk::on(TestDatabase::new()).await;
    let words = said(&there.imports("all.jsonl", text, &["--dry-run"]));
    assert!(words.contains("6 would be added, 0 already there") && words.contains("line 6: ok"), "{words}");
    assert_eq!(there.exports("jsonl"), b"");
    // It broke off between the pairs and the rest.
    let half: String = text.split_inclusive('\n').take(3).collect();
    assert!(said(&there.imports("half.jsonl", &half, &[])).contains("3 added"));
    assert!(said(&there.imports("all.jsonl", text, &["--dry-run"])).contains("3 would be added, 3 already there"));
    assert!(said(&there.imports("all.jsonl", text, &[])).contains("3 added, 3 already there"));
    assert!(said(&there.imports("all.jsonl", text, &[])).contains("0 added, 6 already there"));
    assert_eq!(there.exports("jsonl"), lines);
    // In its own house everything is recognised, though no import brought it.
    assert!(said(&here.imports("own.jsonl", text, &[])).contains("0 added, 6 already there"));
    let twice = [text, text].concat();
    let empty = Desk::on(TestDatabase::new()).await;
    let words = said(&empty.imports("twice.jsonl", &twice, &["--dry-run"]));
    assert!(words.contains("6 would be added, 6 already there"), "{words}");
}

#[actix_web::test]
async fn what_is_wrong_is_named_and_nothing_of_it_comes_in() {
    let (here, ..) = furnished().await;
    let text = String::from_utf8(here.exports("jsonl")).unwrap();
    let there = Desk::on(TestDatabase::new()).await;
    let version = |more: &str| {
        let version = format!("{{\"title\":\"t\",\"question\":\"q\",\"answer\":\"a\"{more}}}");
        line("En", &format!(",\"versions\":[{version},{version}]"))
    };
    let article = text.lines().find(|line| line.starts_with("{\"article\"")).unwrap();
    let word = text.lines().find(|line| line.starts_with("{\"word\"")).unwrap();
    for (line, why) in [
        (version(",\"language\":\"uk\""), "version \"uk\": it stands twice"),
        (version(",\"language\":\"xx\""), "version \"xx\": its language is unknown"),
        (version(",\"language\":\"nb\""), "version \"nb\": the pair itself is in that language"),
        (version(",\"language\":\"nb\",\"easy\":true,\"public_on\":\"2999-01-01\""), "in easy words: public_on"),
        (article.replace("https://www.who.int/", "javascript:alert(1)"), "wrong: the source \"Håndbok"),
        (article.replace("\"author\":\"Kari", "\"signed\":\"Kari"), "no article in JSON: unknown field `signed`"),
        (article.replace("kropp-og-helse", "romfart"), "the topic \"romfart\" is unknown"),
        (article.replace("\"checker\":\"Ola Prøvesen\\nLege\"", "\"checker\":\"\""), "checker is empty"),
        (word.replace("\"fingerprint\":\"", "\"fingerprint\":\"x"), "fingerprint is not 64 of"),
        (word.replace("\"verdict\":\"", "\"verdict\":\"not_"), "is unknown; it is passed or taken_back"),
        ("{\"romfart\":{}}".into(), "this is no pair in JSON: unknown field `romfart`"),
    ] {
        let output = there.imports("wrong.jsonl", &(line.trim_end().to_owned() + "\n"), &[]);
        assert!(output.status.code() == Some(1) && said(&output).contains(why), "{why}: {}", said(&output));
    }
    assert_eq!(there.exports("jsonl"), b"");
}

#[actix_web::test]
async fn a_sheet_says_what_it_has_no_room_for() {
    let (here, ..) = furnished().await;
    let output = here.types(&["export", "--format", "csv"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("2 pairs exported."), "{told}");
    assert!(told.contains("4 versions, 2 articles and 2 words were left out"), "{told}");
    assert!(!String::from_utf8(output.stdout).unwrap().contains("Сон"));
}

#[actix_web::test]
async fn an_article_leads_to_the_pair_wherever_that_stands_now() {
    let (here, ..) = furnished().await;
    let there = Desk::on(TestDatabase::new()).await;
    there.imports("first.jsonl", &line("Søvn", ""), &[]);
    let text = String::from_utf8(here.exports("jsonl")).unwrap();
    assert!(there.imports("all.jsonl", &text, &[]).status.success());
    let page = there.house.visitor().reads("/fakta/sovn-og-hjernen").await.succeeds();
    assert!(page.has_link_to("/sporsmal/sovn-2") && page.has_link_to("/sporsmal/snus"), "{:?}", page.links_below("/"));
    assert!(!page.has_link_to("/sporsmal/sovn"));
}

#[actix_web::test]
async fn a_whole_demo_moves_as_it_is() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("demo");
    drop(demo(&data));
    let exported = run(&["export"], &data);
    let text = String::from_utf8(exported.stdout).unwrap();
    let desk = Desk::on(TestDatabase::other()).await;
    let output = desk.imports("demo.jsonl", &text, &[]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(String::from_utf8(desk.exports("jsonl")).unwrap(), text);
    // In its own house every pair is recognised, though no import brought it.
    let file = desk.file("own.jsonl", &text);
    assert!(said(&run(&["import", file.to_str().unwrap()], &data)).contains("0 added"));
}
