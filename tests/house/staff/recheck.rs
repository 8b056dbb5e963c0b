//! What should be read again, why, and a clinician's word that it still holds.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use spoross::domain::answer::Wording;
use spoross::domain::staff::Role;
use spoross::jobs;

use super::article;
use super::withdrawal::withdraws;
use crate::public::read::publishes;
use crate::support::person::{Person, whole_wording};
use crate::support::{House, Page};

const LIST: &str = "/panel/rechecks";

fn days(count: i64) -> TimeDelta {
    TimeDelta::days(count)
}

async fn signs_in_later(house: &House, person: &Person, by: i64) -> Page {
    house.later(days(by));
    person.signs_in().await;
    person.reads(LIST).await.succeeds()
}

/// Follows the link of a pair's line to its words, and says there that they hold.
async fn checks(person: &Person, list: &Page, slug: &str) -> Page {
    let pair = format!("/panel/publications/{slug}");
    assert_eq!(list.count("main form"), 0, "nobody says so from a list");
    assert!(list.has_link_to(&format!("{pair}#words")), "{}", list.words());
    let page = person.reads(&pair).await.succeeds();
    assert!(page.count("#words .letter") == 1 && page.says("The answer is still right"), "{}", page.words());
    person.presses(&format!("{pair}/check"), &[("original", &page.value_of("original"))]).await
}

#[actix_web::test]
async fn what_nobody_has_looked_at_for_long_is_listed_and_one_click_renews_it() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    for (title, answer) in [
        ("Søvn", "Sov godt."),
        ("Lov", "Det står i § 12 i straffeloven."),
        ("Dose", "Ta 500 mg."),
        ("Telefon", "Ring Grete på 68 05 12 34."),
        ("Hjelp", "Ring 116 111."),
    ] {
        publishes(&house, title, answer);
    }
    assert!(kari.reads(LIST).await.says("Nothing needs to be read again now."));
    let page = signs_in_later(&house, &kari, 366).await;
    for (title, why) in [("Lov", "names a law"), ("Dose", "names a dose"), ("Telefon", "has a phone number")] {
        assert!(page.text_of_row(title).contains(why), "{title}: {}", page.words());
    }
    assert_eq!(page.count("tbody tr"), 3, "{}", page.words());
    checks(&kari, &page, "lov").await.succeeds();
    let page = kari.reads(LIST).await.succeeds();
    assert_eq!((page.text_of_row("Lov"), page.count("tbody tr")), (String::new(), 2));
    let public = house.visitor().reads("/sporsmal/lov").await.succeeds();
    assert!(public.text_of("#checked-on").starts_with("Sist sett over 1"), "{}", public.text_of("#checked-on"));
    assert_eq!(house.visitor().reads("/sporsmal/dose").await.count("#checked-on"), 0);
    assert!(house.visitor().reads("/sporsmal/lov.jsonld").await.body.contains("\"lastReviewed\":\"2027-03-1"));

    let page = signs_in_later(&house, &kari, 366).await;
    for title in ["Søvn", "Hjelp"] {
        assert!(page.text_of_row(title).contains("long ago"), "{title}: {}", page.words());
    }
    assert!(!page.text_of_row("Hjelp").contains("phone"), "a help service's number is kept right elsewhere");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn only_a_clinician_says_that_it_holds_and_only_of_the_words_they_read() {
    let house = House::open().await;
    let (kari, nina) = (house.clinician("Kari").await, house.member("Nina", &[Role::Editor, Role::Reviewer]).await);
    publishes(&house, "Søvn", "Sov godt.");
    let path = "/panel/publications/sovn/check";
    assert_eq!(nina.presses(path, &[("original", "")]).await.status, StatusCode::FORBIDDEN);
    let stale = kari.presses(path, &[("original", "other words")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(house.visitor().reads("/sporsmal/sovn").await.count("#checked-on"), 0);
    let seen = kari.reads("/panel/publications/sovn").await.value_of("original");
    kari.presses(path, &[("original", &seen)]).await.succeeds();
    assert!(kari.reads("/panel/publications/sovn").await.says("Last checked on 10 March 2026 by Kari Prøvesen."));
}

#[actix_web::test]
async fn its_own_day_comes_and_is_over_when_someone_has_looked() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    publishes(&house, "Søvn", "Sov godt.");
    let plan = "/panel/publications/sovn/recheck";
    for (typed, kept) in [("2026-03-12", "2026-03-12"), ("i morgen", ""), ("2026-03-12", "2026-03-12")] {
        kari.presses(plan, &[("recheck_on", typed)]).await.succeeds();
        assert_eq!(kari.reads("/panel/publications/sovn").await.value_of("recheck_on"), kept);
    }
    assert!(kari.reads(LIST).await.says("Nothing needs to be read again now."));
    let page = signs_in_later(&house, &kari, 2).await;
    assert!(page.text_of_row("Søvn").contains("its day has come"), "{}", page.words());
    checks(&kari, &page, "sovn").await.succeeds();
    assert!(kari.reads(LIST).await.says("Nothing needs to be read again now."));
    assert_eq!(kari.reads("/panel/publications/sovn").await.value_of("recheck_on"), "");
}

#[actix_web::test]
async fn a_readers_report_and_a_link_that_leads_nowhere_are_reasons_too() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let own = &house.app.settings.web.public_url;
    publishes(&house, "Søvn", "Hei!");
    publishes(&house, "Angst", &format!("Se [søvn]({own}/nn/sporsmal/sovn#answer) og [fakta](/fakta/ingen)."));
    publishes(&house, "Andre", "Se [hjelp](/hjelp), [ut](https://a.example.org/sporsmal/ingen) og /sporsmal/ingen.");
    house.visitor().sends_to("/sporsmal/andre/feil", &[("kind", "outdated"), ("text", "")]).await.succeeds();
    jobs::run_all(&house.app).await.unwrap();
    let page = kari.reads(LIST).await.succeeds();
    assert!(page.text_of_row("Andre").contains("someone reported a mistake"), "{}", page.words());
    assert!(page.text_of_row("Angst").contains("a link leads nowhere /fakta/ingen"), "{}", page.words());
    assert!(!page.says("/nn/sporsmal/sovn"));
    withdraws(&ola, "sovn", "wrong", "").await.succeeds();
    jobs::run_all(&house.app).await.unwrap();
    assert!(kari.reads(LIST).await.text_of_row("Angst").contains("/fakta/ingen /nn/sporsmal/sovn"));
}

#[actix_web::test]
async fn the_day_its_author_named_comes_along_at_once_and_at_a_fixed_hour() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let named = |title: &str| Wording {
        title: title.into(),
        recheck_on: Some("2026-12-01".parse().unwrap()),
        ..whole_wording()
    };
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    house.answered((&kari, &ola), &question, &named("Straks")).await;
    let question = house.question("Hvorfor er jeg trøtt etter eksamen?").await;
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &named("Siden")).await.succeeds();
    ola.decides(&question, "approve", "").await.succeeds();
    kari.presses(&format!("/panel/questions/{question}/slot"), &[]).await.succeeds();
    house.later(TimeDelta::hours(6));
    spoross::jobs::run_all(&house.app).await.unwrap();
    kari.signs_in().await;
    for slug in ["straks", "siden"] {
        let page = kari.reads(&format!("/panel/publications/{slug}")).await.succeeds();
        assert_eq!(page.value_of("recheck_on"), "2026-12-01", "{slug}");
    }
}

#[actix_web::test]
async fn articles_are_listed_for_the_same_reasons_and_one_who_did_not_write_them_renews_them() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", "Hei!");
    let begin = |title: &'static str, body: &'static str| [("title", title), ("lead", title), ("body", body)];
    let law = article::published((&kari, &ola), &begin("Lov", "Det står i § 12 i straffeloven.")).await;
    article::published((&kari, &ola), &begin("Dose", "Ta 500 mg.")).await;
    article::published((&kari, &ola), &begin("Telefon", "Ring Grete på 68 05 12 34.")).await;
    article::published((&kari, &ola), &begin("Gammel", "Sov godt.")).await;
    let leads =
        [("title", "Lenke"), ("lead", "Lenke"), ("body", "Se [dette](/fakta/ingen)."), ("related", "/sporsmal/sovn")];
    article::published((&kari, &ola), &leads).await;
    jobs::run_all(&house.app).await.unwrap();
    let page = kari.reads(LIST).await.succeeds();
    assert!(page.text_of_row("Lenke").contains("a link leads nowhere /fakta/ingen"), "{}", page.words());
    assert_eq!(page.count("tbody tr"), 1, "{}", page.words());
    withdraws(&ola, "sovn", "wrong", "").await.succeeds();
    jobs::run_all(&house.app).await.unwrap();
    assert!(kari.reads(LIST).await.text_of_row("Lenke").contains("/fakta/ingen /sporsmal/sovn"));

    let page = signs_in_later(&house, &ola, 366).await;
    for (title, why) in [("Lov", "names a law"), ("Dose", "names a dose"), ("Telefon", "has a phone number")] {
        assert!(page.text_of_row(title).contains(why), "{title}: {}", page.words());
    }
    assert_eq!(page.text_of_row("Gammel"), "");
    ola.presses(&format!("{law}/check"), &[("read_version", "1")]).await.succeeds();
    assert_eq!(ola.reads(LIST).await.text_of_row("Lov"), "");
    let page = signs_in_later(&house, &ola, 366).await;
    assert!(page.text_of_row("Gammel").contains("long ago"), "{}", page.words());
}
