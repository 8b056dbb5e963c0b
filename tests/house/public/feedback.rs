//! Saying whether an answer helped, and what is wrong in it: without a name, and without anyone being followed.

use actix_web::http::StatusCode;
use spoross::domain::feedback::{self, Verdict};
use spoross::domain::report;

use crate::public::read::publishes;
use crate::support::visitor::Visitor;
use crate::support::{House, Page};

const PATH: &str = "/sporsmal/sovn";

async fn says(visitor: &Visitor, verdict: &str) -> Page {
    visitor.sends_to("/sporsmal/sovn/tilbakemelding", &[("svar", verdict)]).await
}

async fn reports(visitor: &Visitor, kind: &str, text: &str) -> Page {
    visitor.sends_to("/sporsmal/sovn/feil", &[("kind", kind), ("text", text)]).await
}

fn counted(house: &House) -> Vec<(String, String)> {
    let lines = house.with(|conn| feedback::list_most_no(conn, 10));
    lines.into_iter().map(|line| (line.yes.to_string(), line.no.to_string())).collect()
}

#[actix_web::test]
async fn a_reader_who_says_yes_or_no_is_thanked_on_the_same_page() {
    let house = House::open().await;
    publishes(&house, "Søvn", "Hei!");
    assert!(house.visitor().reads(PATH).await.says("Fikk du svar på det du lurte på?"));
    let page = says(&house.visitor().from("203.0.113.7"), "yes").await.succeeds();
    assert_eq!(page.heading(), "Søvn");
    assert!(page.text_of("[role=status]").starts_with("Takk!"));
    assert_eq!((page.header("cache-control"), page.header("set-cookie")), ("no-store", ""));
    assert_eq!(counted(&house), [("<5".to_owned(), "0".to_owned())]);
    let again = house.visitor().reads("/sporsmal/sovn/tilbakemelding").await;
    assert_eq!((again.status, again.leads_to()), (StatusCode::SEE_OTHER, PATH));
}

#[actix_web::test]
async fn one_address_cannot_swing_an_answer_and_is_thanked_all_the_same() {
    let house = House::open().await;
    publishes(&house, "Søvn", "Hei!");
    for _ in 0..20 {
        assert!(says(&house.visitor().from("203.0.113.7"), "no").await.says("Takk!"));
    }
    assert_eq!(counted(&house)[0].1, "<5");
    for last in 10..15 {
        says(&house.visitor().from(&format!("203.0.113.{last}")), "no").await.succeeds();
    }
    assert_eq!(counted(&house)[0].1, "8", "three of the first, one of each other");
}

#[actix_web::test]
async fn nonsense_counts_nothing_and_nobody_can_speak_of_an_answer_that_is_not_there() {
    let house = House::open().await;
    publishes(&house, "Søvn", "Hei!");
    for nonsense in ["", "kanskje", "yes' OR 1"] {
        let page = says(&house.visitor(), nonsense).await.succeeds();
        assert_eq!(page.count("[role=status]"), 0);
    }
    assert!(counted(&house).is_empty());
    let path = "/sporsmal/finnes-ikke";
    let spoken = house.visitor().sends_to(&format!("{path}/tilbakemelding"), &[("svar", "yes")]).await;
    let reported = house.visitor().sends_to(&format!("{path}/feil"), &[("kind", "spelling"), ("text", "x")]).await;
    assert_eq!((spoken.status, reported.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
}

#[actix_web::test]
async fn a_report_is_sealed_without_numbers_and_read_by_a_clinician_who_ends_it() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    publishes(&house, "Søvn", "Hei!");
    let page = reports(&house.visitor(), "outdated", "Loven er ny. Ring meg på 68 05 12 34.").await.succeeds();
    assert!(page.says("Takk for at du sa fra"), "{}", page.words());

    let page = kari.reads("/panel/reports").await.succeeds();
    assert!(page.says("Facts or law are out of date") && page.has_link_to("/en/sporsmal/sovn"), "{}", page.words());
    assert!(page.says("Loven er ny. Ring meg på [fjernet]."), "{}", page.words());
    let done = page.attribute("form[action^='/panel/reports/']", "action").unwrap();
    kari.presses(&done, &[]).await.succeeds();
    assert!(kari.reads("/panel/reports").await.says("No reports are waiting."));
    assert_eq!(kari.presses(&done, &[]).await.status, StatusCode::NOT_FOUND);
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn a_report_that_cannot_be_taken_comes_back_with_its_text() {
    let house = House::open().await;
    publishes(&house, "Søvn", "Hei!");
    for (kind, text, field, said) in [
        ("", "Noe er feil", "kind", "Velg hva som er feil."),
        ("tull", "Noe er feil", "kind", "Velg hva som er feil."),
        ("other", "", "report-text", "Skriv kort hva som er feil."),
        ("spelling", &"å".repeat(501), "report-text", "Du har plass til 500 tegn."),
    ] {
        let page = reports(&house.visitor(), kind, text).await;
        assert_eq!((page.status, page.count("details[open]")), (StatusCode::UNPROCESSABLE_ENTITY, 1), "{kind}");
        assert!(page.error_at(field).contains(said), "{}", page.words());
        assert_eq!(page.value_of("text"), text);
    }
    // Nobody has been let in yet who could read it.
    let house = House::empty().await;
    publishes(&house, "Søvn", "Hei!");
    let page = reports(&house.visitor(), "other", "Noe er feil").await;
    assert_eq!((page.status, page.value_of("text").as_str()), (StatusCode::SERVICE_UNAVAILABLE, "Noe er feil"));
}

#[actix_web::test]
async fn a_flood_of_reports_is_stopped() {
    let house = House::open().await;
    house.clinician("Kari").await;
    publishes(&house, "Søvn", "Hei!");
    let visitor = house.visitor().from("203.0.113.7");
    for _ in 0..10 {
        reports(&visitor, "spelling", &"å".repeat(500)).await.succeeds();
    }
    let page = reports(&visitor, "spelling", "en til").await;
    assert_eq!((page.status, page.value_of("text").as_str()), (StatusCode::TOO_MANY_REQUESTS, "en til"));
    assert_eq!(house.with(report::count_waiting), 10);
}

#[actix_web::test]
async fn numbers_that_are_not_shown_do_not_show_in_the_order_either() {
    let house = House::open().await;
    let pairs = ["Angst", "Bok", "Cola"].map(|title| publishes(&house, title, "Hei!").id);
    for (id, times) in pairs.iter().zip([1, 4, 6]) {
        (0..times).for_each(|_| house.with(|conn| feedback::count(conn, id, Verdict::No)));
    }
    let lines = house.with(|conn| feedback::list_most_no(conn, 10));
    let order: Vec<&str> = lines.iter().map(|line| line.title.as_str()).collect();
    assert_eq!(order, ["Cola", "Angst", "Bok"], "1 and 4 are both «<5»");
}
