//! The school's door: what is ready, how to cite it, and a friendly word to whoever sends an assignment.

use crate::public::read::publishes;
use crate::support::House;
use crate::support::visitor::filled_in;

const ASSIGNMENT: &str = "Hei! Vi har en oppgave om cannabis i norsk og lurer på om dere kan hjelpe oss.";

#[actix_web::test]
async fn a_pupil_finds_what_is_ready_and_how_to_cite_it() {
    let house = House::open().await;
    for title in ["Snus", "Søvn", "Angst", "Alkohol og hjernen"] {
        publishes(&house, title, "Hei!");
    }
    let page = house.visitor().reads("/skole").await.succeeds();
    assert_eq!(page.count(".topics > li"), 8);
    assert_eq!(page.count(".topics a[href^='/sporsmal/']"), 3, "the newest of each topic");
    let example = page.text_of("#example");
    for part in ["Spør oss, 1. mars 2026", "/sporsmal/", "(lest 10. mars 2026)"] {
        assert!(example.contains(part), "{example}");
    }
    assert!(page.says("Vi svarer ikke på skoleoppgaver"));
    assert!(house.visitor().reads("/").await.has_link_to("/skole"));
}

#[actix_web::test]
async fn an_assignment_meets_a_friendly_word_before_anything_is_sent() {
    let house = House::open().await;
    for (prefix, heading) in [
        ("", "Er dette til en skoleoppgave?"),
        ("/nn", "Er dette til ei skuleoppgåve?"),
        ("/en", "Is this for a school assignment?"),
    ] {
        let page = house.visitor_in(prefix).asks(ASSIGNMENT).await.succeeds();
        assert_eq!(page.heading(), heading);
        assert!(page.has_link_to(&format!("{prefix}/skole")));
        assert_eq!(page.value_of("question"), ASSIGNMENT);
        assert_eq!(page.header("cache-control"), "no-store");
    }
    assert!(house.question_ids().is_empty());
}

#[actix_web::test]
async fn whoever_sends_it_anyway_is_heard() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = visitor.asks(ASSIGNMENT).await;
    let mut fields = filled_in(&page.value_of("ticket"), &[("question", &page.value_of("question"))]);
    fields.push(("do".into(), "anyway".into()));
    assert_eq!(visitor.sends_form(&fields).await.heading(), "Takk for at du spurte");
    assert_eq!(house.question_ids().len(), 1);
}

#[actix_web::test]
async fn someone_who_is_tired_of_school_is_not_sent_to_the_schools_door() {
    let house = House::open().await;
    let page = house.visitor().asks("Jeg får ikke gjort skoleoppgavene mine fordi jeg er så sliten.").await;
    assert_eq!(page.heading(), "Takk for at du spurte");
}

#[actix_web::test]
async fn an_assignment_with_a_number_in_it_shows_both() {
    let house = House::open().await;
    let page = house.visitor().asks(&format!("{ASSIGNMENT} Ring 68 05 12 34.")).await.succeeds();
    assert_eq!(page.heading(), "Vil du se over dette først?");
    assert_eq!((page.text_of("mark").as_str(), page.count("#school")), ("68 05 12 34", 1));
}
