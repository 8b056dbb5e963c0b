//! A claim is lent for a time: work renews it, and what is abandoned goes back to the queue with its draft.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::database::schema::lease;
use spoross::domain::answer::Wording;

use crate::support::House;
use crate::support::person::whole_wording;

const TEXT: &str = "Hvorfor får jeg ikke sove før eksamen?";

fn leases(house: &House) -> i64 {
    house.with(|conn| Ok(lease::table.count().get_result(conn)?))
}

/// Time goes by for someone who moves the mouse elsewhere in the panel: signed in, but not at work on a question.
async fn minutes(house: &House, minutes: i64) {
    house.later(TimeDelta::minutes(minutes));
    spoross::jobs::run_all(&house.app).await.unwrap();
}

#[actix_web::test]
async fn an_abandoned_claim_goes_back_by_itself_and_its_draft_is_offered_to_the_next() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.writes(&question, &whole_wording()).await.succeeds();
    minutes(&house, 59).await;
    ola.signs_in().await;
    assert!(ola.opens(&question).await.says("Kari Prøvesen is working on this question"));
    minutes(&house, 1).await;
    let page = ola.opens(&question).await;
    assert!(page.says("Kari Prøvesen has begun an answer"), "{}", page.words());
    ola.claims(&question).await.succeeds();
    assert_eq!(ola.opens(&question).await.value_of("title"), "Søvn før eksamen");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn whoever_works_keeps_the_question() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    for work in ["opens", "types", "saves"] {
        for _ in 0..2 {
            minutes(&house, 29).await;
            kari.reads("/panel").await.succeeds();
        }
        match work {
            "opens" => kari.opens(&question).await.succeeds(),
            "types" => kari.is_at_work_on(&question).await,
            _ => kari.sends_draft_seen_at(&question, &whole_wording(), "save", "0").await.succeeds(),
        };
    }
    minutes(&house, 29).await;
    assert!(kari.reads("/panel?view=own").await.text_of("tbody").contains(&question.short()));
}

#[actix_web::test]
async fn whoever_asks_for_the_next_gets_what_was_abandoned_before_any_job_ran() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    for person in [&kari, &ola] {
        house.joins(person, "psyke");
    }
    let (one, two) = (house.question(TEXT).await, house.question("Hva hjelper mot hodepine?").await);
    kari.claims(&one).await.succeeds();
    kari.claims(&two).await.succeeds();
    house.later(TimeDelta::minutes(61));
    ola.signs_in().await;
    let page = ola.presses("/panel/next", &[]).await.succeeds();
    let next = if one < two { &one } else { &two };
    assert_eq!(page.leads_to(), format!("/panel/questions/{next}?notice=claimed"));
    ola.claims(&one).await.succeeds();
    ola.claims(&two).await.succeeds();
}

#[actix_web::test]
async fn who_lost_the_lease_while_typing_goes_on_if_nobody_took_it() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    minutes(&house, 61).await;
    kari.signs_in().await;
    assert_eq!(kari.is_at_work_on(&question).await.status, StatusCode::CONFLICT);
    kari.sends_draft_seen_at(&question, &whole_wording(), "save", "0").await.succeeds();
    assert_eq!(kari.is_at_work_on(&question).await.status, StatusCode::NO_CONTENT);
    assert_eq!(kari.opens(&question).await.value_of("title"), "Søvn før eksamen");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn who_lost_the_question_to_a_colleague_is_told_and_keeps_every_word() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    minutes(&house, 61).await;
    ola.signs_in().await;
    ola.claims(&question).await.succeeds();
    kari.signs_in().await;
    let mine = Wording { answer: "Alt jeg rakk å skrive.".into(), ..whole_wording() };
    let page = kari.sends_draft_seen_at(&question, &mine, "save", "0").await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert_eq!(page.value_of("answer"), "Alt jeg rakk å skrive.");
    assert!(page.says("Ola Prøvesen"), "{}", page.words());
}

#[actix_web::test]
async fn the_time_is_kept_only_while_someone_writes() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    assert_eq!(leases(&house), 0);
    kari.claims(&question).await.succeeds();
    assert_eq!(leases(&house), 1);
    kari.sends_draft(&question, &whole_wording(), "release").await.succeeds();
    assert_eq!(leases(&house), 0);
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    assert_eq!(leases(&house), 0);
    ola.decides(&question, "return", "Skriv litt mer.").await.succeeds();
    assert_eq!(leases(&house), 0);
    kari.opens(&question).await.succeeds();
    assert_eq!(leases(&house), 1);
}

/// A lease that began with the asker's reply would tell when they wrote.
#[actix_web::test]
async fn an_askers_reply_starts_no_lease_and_waits_for_its_holder_until_it_is_late() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (question, code) = house.question_with_code(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.asks_back(&question, "Hvor lenge har det vart?").await.succeeds();
    house.visitor().writes(&code, "I to uker.", "send").await.succeeds();
    assert_eq!(leases(&house), 0);
    minutes(&house, 60 * 24 * 7).await;
    kari.signs_in().await;
    assert!(kari.reads("/panel?view=own").await.text_of("tbody").contains(&question.short()));
    minutes(&house, 60 * 24).await;
    kari.signs_in().await;
    assert_eq!(kari.reads("/panel?view=own").await.count("tbody tr"), 0);
    assert!(kari.reads("/panel").await.text_of("tbody").contains("Free"));
}
