//! Before a colleague reads: what may be missing is said once, saved all the same, and may pass when it was seen.

use actix_web::http::StatusCode;
use spoross::domain::answer::Wording;
use spoross::domain::ids::QuestionId;

use crate::support::person::{Person, whole_wording};
use crate::support::{House, Page};

const TWO: &str = "Hvorfor kan man ikke bare slutte med snus? Og hva skjer i hjernen da?";

async fn sends(person: &Person, question: &QuestionId, wording: &Wording, more: &[(&str, &str)]) -> Page {
    let version = person.opens(question).await.value_of("version");
    let mut fields = vec![
        ("title", wording.title.as_str()),
        ("question", &wording.question),
        ("answer", &wording.answer),
        ("version", &version),
        ("do", "review"),
    ];
    fields.extend_from_slice(more);
    person.presses(&format!("/panel/questions/{question}/answer"), &fields).await
}

async fn writing(house: &House, text: &str) -> (Person, QuestionId) {
    let kari = house.clinician("Kari").await;
    let question = house.question(text).await;
    kari.claims(&question).await.succeeds();
    (kari, question)
}

#[actix_web::test]
async fn what_may_be_missing_is_listed_with_the_way_to_it() {
    let house = House::open().await;
    let (kari, question) = writing(&house, TWO).await;
    let wording = Wording { answer: "Høyst 50 mg om dagen.".into(), ..whole_wording() };
    let page = sends(&kari, &question, &wording, &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.words());
    let said = page.text_of("#checks");
    for part in [
        "More than one thing was asked",
        "Og hva skjer i hjernen da?",
        "no source",
        "nobody who can help",
        "amount or a law",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert_eq!(page.links_below("#answer").len(), 3);
    assert_eq!(page.links_below("#recheck_on").len(), 1);
    // It is saved, it is not sent, and Enter in a field sends it nowhere.
    assert_eq!(kari.opens(&question).await.value_of("answer"), wording.answer);
    assert_eq!(page.attribute("button[form=draft]", "value").as_deref(), Some("save"));
}

#[actix_web::test]
async fn one_who_has_seen_it_sends_it_all_the_same() {
    let house = House::open().await;
    let (kari, question) = writing(&house, TWO).await;
    let page = sends(&kari, &question, &whole_wording(), &[]).await;
    let ticked = page.value_of("anyway");
    assert_eq!(ticked, "both source help");
    let page = sends(&kari, &question, &whole_wording(), &[("anyway", ticked.as_str())]).await;
    assert_eq!(page.leads_to(), "/panel?notice=sent-to-review", "{}", page.words());
}

#[actix_web::test]
async fn a_tick_passes_only_what_was_on_the_page() {
    let house = House::open().await;
    let (kari, question) = writing(&house, TWO).await;
    let later = Wording { answer: "Det er ulovlig.".into(), ..whole_wording() };
    let page = sends(&kari, &question, &later, &[("anyway", "both source help")]).await;
    assert_eq!((page.status, page.value_of("anyway").as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "recheck"));
    let fields = [("anyway", "both source help"), ("recheck_on", "2026-12-01")];
    let page = sends(&kari, &question, &later, &fields).await;
    assert_eq!(page.leads_to(), "/panel?notice=sent-to-review", "{}", page.words());
    let page = house.clinician("Ola").await.opens(&question).await;
    assert!(page.text_of("#recheck").contains("1 December 2026"), "{}", page.words());
}

#[actix_web::test]
async fn the_day_to_look_again_is_kept_with_the_draft() {
    let house = House::open().await;
    let (kari, question) = writing(&house, TWO).await;
    for (typed, kept) in [("2026-12-01", "2026-12-01"), ("snart", ""), ("2026-13-40", "")] {
        let version = kari.opens(&question).await.value_of("version");
        let fields = [("recheck_on", typed), ("version", &version)];
        kari.presses(&format!("/panel/questions/{question}/answer"), &fields).await.succeeds();
        assert_eq!(kari.opens(&question).await.value_of("recheck_on"), kept, "{typed}");
    }
}

#[actix_web::test]
async fn an_answer_that_lacks_nothing_goes_at_once() {
    let house = House::open().await;
    let (kari, question) = writing(&house, "Hvorfor kan man ikke bare slutte med snus?").await;
    let answer = "Det går.\n\nLes mer hos [FHI](https://www.fhi.no). Ring 116 111 om du vil snakke.".to_owned();
    let page = sends(&kari, &question, &Wording { answer, ..whole_wording() }, &[]).await;
    assert_eq!(page.leads_to(), "/panel?notice=sent-to-review", "{}", page.words());
}

#[actix_web::test]
async fn a_gap_that_nobody_filled_goes_to_no_colleague() {
    let house = House::open().await;
    let (kari, question) = writing(&house, TWO).await;
    for answer in ["## Kort svar\n\n[SVARET I ÉN SETNING]", "Hei!\n\n[+]"] {
        let all = [("anyway", "both source help recheck")];
        let page = sends(&kari, &question, &Wording { answer: answer.into(), ..whole_wording() }, &all).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{answer}");
        assert!(!page.error_at("answer").is_empty() && page.value_of("answer") == answer, "{}", page.words());
    }
}

#[actix_web::test]
async fn what_still_gives_someone_away_is_handled_before_anything_can_be_sent_all_the_same() {
    let house = House::open().await;
    let (kari, question) = writing(&house, TWO).await;
    let named = Wording { question: "Jeg heter Kari Nordmann. Er det farlig?".into(), ..whole_wording() };
    let page = sends(&kari, &question, &named, &[]).await;
    assert!(page.text_of("#checks").contains("Must be dealt with"), "{}", page.words());
    assert_eq!((page.count("#checks a[href='#marks']"), page.count("#anyway, #checks [value=review]")), (1, 0));
    let page = sends(&kari, &question, &whole_wording(), &[]).await;
    assert_eq!((page.count("#anyway"), page.count("#checks [value=review]")), (1, 1));
}
