//! Articles: one writes, another reads over, and nothing is lost or public before its time.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::article_version;
use spoross::domain::staff::Role;

use crate::support::House;
use crate::support::page::Page;
use crate::support::person::Person;

/// A whole article, but for the changes.
fn filled_in<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("title", "Søvn og hjernen"),
        ("topic", "kropp-og-helse"),
        ("language", "nb"),
        ("lead", "Her får du vite hvorfor du sover."),
        ("key_points", "Søvn er bra.\nMye lys er dumt."),
        ("body", "Først.\n\n## Hva skjer?\n\nDu **sover**.\n\n## Og så?\n\nDu våkner."),
        ("sources", "Håndbok. WHO, 2014 | https://www.who.int/\nEn bok"),
        ("related", ""),
        ("version", "1"),
        ("do", "save"),
    ];
    let typed = |name: &str, value| changes.iter().find(|(field, _)| *field == name).map_or(value, |(_, other)| *other);
    usual.into_iter().map(|(name, value)| (name, typed(name, value))).collect()
}

/// Begins an article and gives its address in the panel.
pub async fn begins(person: &Person, changes: &[(&str, &str)]) -> String {
    let page = person.presses("/panel/articles", &filled_in(changes)).await.succeeds();
    page.leads_to().split('?').next().unwrap().to_owned()
}

pub async fn saves(person: &Person, path: &str, changes: &[(&str, &str)]) -> Page {
    let version = person.reads(path).await.value_of("version");
    let mut all = changes.to_vec();
    if changes.iter().all(|(name, _)| *name != "version") {
        all.push(("version", &version));
    }
    person.presses(path, &filled_in(&all)).await
}

pub async fn decides(person: &Person, path: &str, verdict: &str, note: &str) -> Page {
    let version = person.reads(path).await.value_of("version");
    let fields = [("do", verdict), ("note", note), ("version", version.as_str())];
    person.presses(&format!("{path}/review"), &fields).await
}

/// One writes, the other approves and publishes; gives the address in the panel.
pub async fn published(by: (&Person, &Person), changes: &[(&str, &str)]) -> String {
    let path = begins(by.0, changes).await;
    let mut all = changes.to_vec();
    all.push(("do", "review"));
    saves(by.0, &path, &all).await.succeeds();
    decides(by.1, &path, "publish", "").await.succeeds();
    path
}

async fn reader_gets(house: &House) -> Page {
    house.visitor().reads("/fakta/sovn-og-hjernen").await
}

#[actix_web::test]
async fn an_article_goes_from_one_to_another_and_out() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let path = begins(&kari, &[]).await;
    assert!(kari.reads("/panel/articles").await.says("Søvn og hjernen"));
    assert_eq!(reader_gets(&house).await.status, StatusCode::NOT_FOUND);
    saves(&kari, &path, &[("do", "review")]).await.succeeds();
    let page = ola.reads(&path).await.succeeds();
    assert!(page.says("Kari Prøvesen wants you to read it over"), "{}", page.words());
    assert_eq!(reader_gets(&house).await.status, StatusCode::NOT_FOUND);
    decides(&ola, &path, "approve", "").await.succeeds();
    assert_eq!(reader_gets(&house).await.status, StatusCode::NOT_FOUND);
    kari.presses(&format!("{path}/publication"), &[]).await.succeeds();
    let page = reader_gets(&house).await.succeeds();
    let byline = page.text_of(".byline");
    assert!(byline.contains("Skrevet av Kari Prøvesen, lege. Faglig kontrollert av Ola Prøvesen, lege."), "{byline}");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn nobody_passes_what_they_wrote_on_whoever_sent_it() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let path = begins(&kari, &[]).await;
    saves(&ola, &path, &[("lead", "Ola skrev dette."), ("do", "review")]).await.succeeds();
    for person in [&kari, &ola] {
        assert_eq!(person.reads(&path).await.count("button[value=approve]"), 0);
        for verdict in ["approve", "publish", "return"] {
            let page = decides(person, &path, verdict, "Jeg er enig med meg selv.").await;
            assert!(page.says("You wrote on this yourself."), "{}", page.words());
        }
    }
    decides(&house.clinician("Siri").await, &path, "publish", "").await.succeeds();
    reader_gets(&house).await.succeeds();
}

#[actix_web::test]
async fn sending_the_same_words_on_makes_nobody_a_writer() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let path = begins(&kari, &[]).await;
    saves(&ola, &path, &[("do", "review")]).await.succeeds();
    assert_eq!(ola.reads(&path).await.value_of("version"), "1");
    decides(&ola, &path, "approve", "").await.succeeds();
}

#[actix_web::test]
async fn what_is_public_stays_while_the_next_is_written() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let path = published((&kari, &ola), &[]).await;
    saves(&ola, &path, &[("lead", "Noe helt nytt.")]).await.succeeds();
    assert!(reader_gets(&house).await.says("Her får du vite hvorfor du sover."));
    let page = kari.reads(&path).await.succeeds();
    assert_eq!(page.text_of("#changes del"), "Her får du vite hvorfor du sover.");
    assert_eq!(page.text_of("#changes ins"), "Noe helt nytt.");
    saves(&ola, &path, &[("lead", "Noe helt nytt."), ("do", "review")]).await.succeeds();
    house.later(chrono::TimeDelta::days(2));
    kari.signs_in().await;
    decides(&kari, &path, "publish", "").await.succeeds();
    let page = reader_gets(&house).await.succeeds();
    let byline = page.text_of(".byline");
    assert!(page.says("Noe helt nytt.") && byline.contains("Endret 12. mars 2026."), "{byline}");
    // Kari began it, but hers are the second pair of eyes now.
    assert!(byline.contains("Skrevet av Ola Prøvesen, lege. Faglig kontrollert av Kari Prøvesen, lege."), "{byline}");
    let old = kari.reads(&format!("{path}/versions/1")).await.succeeds();
    assert!(old.says("Her får du vite hvorfor du sover.") && old.says("published 10 March 2026"), "{}", old.words());
    assert_eq!(kari.reads(&format!("{path}/versions/9")).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn two_who_write_at_once_are_told_and_nothing_is_overwritten() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let path = begins(&kari, &[]).await;
    saves(&ola, &path, &[("lead", "Olas ord."), ("version", "1")]).await.succeeds();
    let page = saves(&kari, &path, &[("lead", "Karis ord."), ("version", "1")]).await;
    assert_eq!((page.status, page.value_of("lead")), (StatusCode::CONFLICT, "Karis ord.".into()));
    assert_eq!((page.text_of("#changes del"), page.text_of("#changes ins")), ("Olas ord.".into(), "Karis ord.".into()));
    assert_eq!(kari.reads(&path).await.value_of("lead"), "Olas ord.");
    assert!(kari.reads(&format!("{path}/versions/1")).await.says("Her får du vite hvorfor du sover."));
}

#[actix_web::test]
async fn a_yes_is_for_the_words_that_were_seen() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let path = begins(&kari, &[]).await;
    saves(&kari, &path, &[("do", "review")]).await.succeeds();
    saves(&kari, &path, &[("lead", "Noe annet."), ("do", "review")]).await.succeeds();
    let page = ola.presses(&format!("{path}/review"), &[("do", "publish"), ("version", "1")]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    decides(&ola, &path, "approve", "").await.succeeds();
    saves(&kari, &path, &[("lead", "Noe tredje.")]).await.succeeds();
    let page = kari.presses(&format!("{path}/publication"), &[]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert_eq!(reader_gets(&house).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn words_changed_in_the_database_after_the_yes_do_not_come_out() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let path = begins(&kari, &[]).await;
    saves(&kari, &path, &[("do", "review")]).await.succeeds();
    decides(&ola, &path, "approve", "").await.succeeds();
    house.with(|conn| {
        diesel::update(article_version::table).set(article_version::sources.eq("Et rykte")).execute(conn)?;
        Ok(())
    });
    let page = kari.presses(&format!("{path}/publication"), &[]).await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(reader_gets(&house).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_colleague_sends_back_with_a_note_and_must_say_why() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let path = begins(&kari, &[]).await;
    saves(&kari, &path, &[("do", "review")]).await.succeeds();
    assert!(!decides(&ola, &path, "return", "").await.error_at("note").is_empty());
    decides(&ola, &path, "return", "Kilden er for gammel.").await.succeeds();
    assert!(kari.reads(&path).await.says("Kilden er for gammel."));
    assert_eq!(decides(&ola, &path, "approve", "").await.status, StatusCode::CONFLICT);
    saves(&kari, &path, &[("do", "review")]).await.succeeds();
    assert!(!kari.reads(&path).await.says("Kilden er for gammel."));
}

#[actix_web::test]
async fn what_lacks_something_stays_with_its_writer_and_no_word_is_lost() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let path = begins(&kari, &[("sources", "")]).await;
    for (field, typed) in [
        ("sources", ""),
        ("key_points", ""),
        ("topic", "romfart"),
        ("sources", "Navn | javascript:alert(1)"),
        ("related", "/et/annet/sted"),
    ] {
        let page = saves(&kari, &path, &[(field, typed), ("do", "review")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(!page.error_at(field).is_empty(), "{field}");
        assert_eq!(page.value_of("lead"), "Her får du vite hvorfor du sover.");
    }
    assert_eq!(kari.reads(&path).await.value_of("version"), "1");
    let foreign = [("token", "x"), ("title", "Tre timers arbeid"), ("body", "alt dette")];
    let page = kari.sends_form(&path, &foreign).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.body.contains("Tre timers arbeid") && page.body.contains("alt dette"));
}

#[actix_web::test]
async fn a_page_taken_down_says_so_and_needs_four_eyes_to_come_back() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let path = published((&kari, &ola), &[]).await;
    kari.presses(&format!("{path}/withdrawal"), &[]).await.succeeds();
    let page = reader_gets(&house).await;
    assert_eq!((page.status, page.heading()), (StatusCode::GONE, "Denne siden er tatt ned".into()));
    assert_eq!(house.visitor().reads("/fakta/sovn-og-hjernen.jsonld").await.status, StatusCode::GONE);
    for list in ["/fakta", "/sitemap.xml", "/tema/kropp-og-helse"] {
        assert!(!house.visitor().reads(list).await.body.contains("sovn-og-hjernen"), "{list}");
    }
    assert_eq!(kari.presses(&format!("{path}/withdrawal"), &[]).await.status, StatusCode::CONFLICT);
    assert_eq!(kari.presses(&format!("{path}/publication"), &[]).await.status, StatusCode::CONFLICT);
    saves(&kari, &path, &[("do", "review")]).await.succeeds();
    decides(&ola, &path, "publish", "").await.succeeds();
    reader_gets(&house).await.succeeds();
}

#[actix_web::test]
async fn the_check_is_renewed_by_other_eyes_than_the_writers() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let path = published((&kari, &ola), &[]).await;
    let siri = house.clinician("Siri").await;
    house.later(chrono::TimeDelta::days(100));
    for person in [&kari, &siri] {
        person.signs_in().await;
    }
    assert_eq!(kari.presses(&format!("{path}/check"), &[("read_version", "1")]).await.status, StatusCode::FORBIDDEN);
    assert!(reader_gets(&house).await.text_of(".byline").contains("Sjekket 10. mars 2026."));
    assert_eq!(siri.presses(&format!("{path}/check"), &[("read_version", "2")]).await.status, StatusCode::CONFLICT);
    siri.presses(&format!("{path}/check"), &[("read_version", "1")]).await.succeeds();
    let byline = reader_gets(&house).await.text_of(".byline");
    assert!(byline.contains("kontrollert av Siri Prøvesen") && byline.contains("Sjekket 18. juni 2026."), "{byline}");
    assert!(!byline.contains("Endret"), "{byline}");
}

#[actix_web::test]
async fn an_editor_writes_and_publishes_but_passes_nothing() {
    let house = House::open().await;
    let (kari, eli) = (house.clinician("Kari").await, house.member("Eli", &[Role::Editor, Role::Reviewer]).await);
    let path = begins(&kari, &[]).await;
    saves(&kari, &path, &[("do", "review")]).await.succeeds();
    assert_eq!(eli.reads(&path).await.count("button[value=approve]"), 0);
    assert_eq!(decides(&eli, &path, "approve", "").await.status, StatusCode::FORBIDDEN);
    decides(&house.clinician("Ola").await, &path, "approve", "").await.succeeds();
    eli.presses(&format!("{path}/publication"), &[]).await.succeeds();
    reader_gets(&house).await.succeeds();
}
