//! Holiday and full: what an editor says changes the promise, the form and the front page, and never closes the door.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use spoross::domain::staff::Role;

use crate::support::House;
use crate::support::page::Page;
use crate::support::person::{Person, whole_wording};

async fn chooses(person: &Person, kind: &str, until: &str) -> Page {
    person.presses("/panel/season", &[("kind", kind), ("until", until)]).await
}

#[actix_web::test]
async fn a_holiday_is_told_in_every_language_and_asking_stays_open() {
    let house = House::open().await;
    let editor = house.member("Eli", &[Role::Editor]).await;
    chooses(&editor, "holiday", "2026-04-06").await.succeeds();
    for (prefix, told, short) in [
        ("", "Til og med mandag 6. april er vi få", "Det kan ta lengre tid enn vanlig nå."),
        ("/nn", "Til og med måndag 6. april er vi få", "Det kan ta lengre tid enn vanleg no."),
        ("/en", "Until Monday 6 April there are few of us", "It may take longer than usual just now."),
    ] {
        for path in ["/", "/spor"] {
            let page = house.visitor_in(prefix).reads(path).await.succeeds();
            assert!(page.says(told) && page.says(short), "{prefix}{path}: {}", page.words());
        }
        let page = house.visitor_in(prefix).reads("/tema/alkohol").await.succeeds();
        assert!(page.says(short), "{prefix}: {}", page.words());
    }
    let page = house.visitor().asks("Hvorfor får jeg ikke sove før eksamen?").await.succeeds();
    assert!(page.says("Til og med mandag 6. april er vi få"), "{}", page.words());
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn when_it_is_full_help_stands_first_and_the_due_day_does_not_move() {
    let house = House::open().await;
    let (editor, kari) = (house.member("Eli", &[Role::Editor]).await, house.clinician("Kari").await);
    chooses(&editor, "full", "2026-03-20").await.succeeds();
    let page = house.visitor().reads("/spor").await.succeeds();
    assert!(page.says("Mange spør nå.") && page.says("Se hvem du kan snakke med nå"), "{}", page.words());
    assert!(page.body.find("id=\"season\"").unwrap() < page.body.find("id=\"question\"").unwrap());
    house.visitor().asks("Hvorfor får jeg ikke sove før eksamen?").await.succeeds();
    assert!(kari.reads("/panel").await.text_of("tbody .due").starts_with("7 days left"));
}

#[actix_web::test]
async fn a_season_ends_by_itself_and_whenever_someone_says_so() {
    let house = House::open().await;
    let editor = house.member("Eli", &[Role::Editor]).await;
    chooses(&editor, "holiday", "2026-03-12").await.succeeds();
    house.later(TimeDelta::days(2));
    assert!(house.visitor().reads("/").await.says("Vi har ferie."));
    house.later(TimeDelta::days(1));
    assert!(!house.visitor().reads("/").await.says("Vi har ferie."));
    editor.signs_in().await;
    chooses(&editor, "full", "2026-03-20").await.succeeds();
    assert!(house.visitor().reads("/").await.says("Mange spør nå."));
    chooses(&editor, "", "").await.succeeds();
    let page = house.visitor().reads("/").await;
    assert!(!page.says("Mange spør nå.") && page.says("Innen en uke"), "{}", page.words());
}

#[actix_web::test]
async fn a_season_without_a_possible_last_day_is_given_back() {
    let house = House::open().await;
    let editor = house.member("Eli", &[Role::Editor]).await;
    for until in ["", "i juli", "2026-03-09", "2026-06-11"] {
        let page = chooses(&editor, "holiday", until).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{until}");
        assert!(!page.error_at("until").is_empty());
        assert_eq!(page.value_of("until"), until);
    }
    assert!(!house.visitor().reads("/").await.says("Vi har ferie."));
    chooses(&editor, "holiday", "2026-06-10").await.succeeds();
}

#[actix_web::test]
async fn the_public_sees_the_true_median_once_five_were_answered() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let mut questions = Vec::new();
    for number in 0..5 {
        questions.push(house.question(&format!("Hvorfor får jeg ikke sove før eksamen nummer {number}?")).await);
    }
    for (days, question) in [(0, &questions[0]), (1, &questions[1]), (2, &questions[2]), (1, &questions[3])] {
        house.later(TimeDelta::days(days));
        for person in [&kari, &ola] {
            person.signs_in().await;
        }
        house.answered((&kari, &ola), question, &whole_wording()).await;
    }
    assert!(!house.visitor().reads("/").await.says("Halvparten"));
    house.answered((&kari, &ola), &questions[4], &whole_wording()).await;
    house.later(TimeDelta::minutes(1));
    // After 0, 1, 3, 4 and 4 days.
    let page = house.visitor().reads("/").await;
    assert!(page.says("Halvparten får svar innen 3 dager."), "{}", page.words());
    house.later(TimeDelta::days(31));
    assert!(!house.visitor().reads("/").await.says("Halvparten"));
}

/// Whoever watched the number would else see the minute a question came.
#[actix_web::test]
async fn a_question_of_today_is_not_among_those_that_wait_and_few_are_not_counted() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    for number in 0..5 {
        house.question(&format!("Hvorfor får jeg ikke sove før eksamen nummer {number}?")).await;
        house.later(TimeDelta::minutes(1));
        assert!(house.visitor().reads("/").await.says("Ingen venter foran deg."));
    }
    house.later(TimeDelta::days(1));
    assert!(house.visitor().reads("/").await.says("5 spørsmål venter foran ditt."));
    let id = house.question_ids()[0].clone();
    kari.signs_in().await;
    kari.claims(&id).await.succeeds();
    kari.declines(&id, "assignment", "Dette er en skoleoppgave, og den må du gjøre selv.").await.succeeds();
    house.later(TimeDelta::minutes(1));
    assert!(house.visitor().reads("/").await.says("Færre enn fem spørsmål venter foran ditt."));
    let editor = house.member("Eli", &[Role::Editor]).await;
    chooses(&editor, "full", "2026-03-20").await.succeeds();
    assert_eq!(house.visitor().reads("/").await.count("#waiting"), 0, "a season is one thing to read");
}
