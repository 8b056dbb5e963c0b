//! Fixed hours: approved answers come out together, once, and never before a colleague has read them.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use spoross::domain::publication::{changes, slot, walk};

use crate::support::House;
use crate::support::person::{Person, whole_wording};

const PUBLIC: &str = "/sporsmal/sovn-for-eksamen";

/// An approved answer, and its asker's code.
async fn approved(house: &House, by: (&Person, &Person)) -> (spoross::domain::ids::QuestionId, String) {
    let (question, code) = house.question_with_code("Hvorfor får jeg ikke sove før eksamen?").await;
    by.0.claims(&question).await.succeeds();
    by.0.sends_to_review(&question, &whole_wording()).await.succeeds();
    by.1.decides(&question, "approve", "").await.succeeds();
    (question, code)
}

async fn jobs_run(house: &House) {
    spoross::jobs::run_all(&house.app).await.unwrap();
}

#[actix_web::test]
async fn an_approved_answer_comes_out_at_the_next_fixed_hour_and_its_asker_is_told_to_come_back() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, code) = approved(&house, (&kari, &ola)).await;
    assert!(kari.opens(&question).await.says("Publish Tuesday 10 March at 16:00"));
    kari.presses(&format!("/panel/questions/{question}/slot"), &[]).await.succeeds();
    assert!(kari.reads("/panel/slots").await.text_of_row("Søvn").contains("Tuesday 10 March at 16:00"));
    let early = house.visitor().reads(PUBLIC).await;
    assert_eq!((early.status, early.heading().as_str()), (StatusCode::NOT_FOUND, "Svaret er skrevet"));
    assert!(house.visitor().shows(&code).await.has_link_to(PUBLIC));
    assert_eq!(house.visitor().reads("/api/v1/publications/sovn-for-eksamen").await.status, StatusCode::NOT_FOUND);
    house.later(TimeDelta::hours(5));
    jobs_run(&house).await;
    assert_eq!(house.visitor().reads(PUBLIC).await.status, StatusCode::NOT_FOUND, "it is ten to four or so");
    house.later(TimeDelta::hours(1));
    jobs_run(&house).await;
    let page = house.visitor().reads(PUBLIC).await.succeeds();
    assert_eq!(
        (page.heading().as_str(), page.text_of("#answer-date")),
        ("Søvn før eksamen", "Svar fra Spør oss, 10. mars 2026".into())
    );
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn two_instances_bring_it_out_once_and_nobody_else_gets_its_address() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    for _ in 0..3 {
        let (question, _) = approved(&house, (&kari, &ola)).await;
        kari.presses(&format!("/panel/questions/{question}/slot"), &[]).await.succeeds();
        let again = kari.presses(&format!("/panel/questions/{question}/slot"), &[]).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "held once");
    }
    house.later(TimeDelta::hours(7));
    let now = house.app.clock.now();
    let (other, _) = house.another_instance(tempfile::tempdir().unwrap().path()).await;
    let first = house.with(|conn| slot::bring_out_due(conn, now));
    let second = other.database.write_blocking(|conn| slot::bring_out_due(conn, now)).unwrap();
    assert_eq!((first, second, house.with(walk::count)), (3, 0, 3));
    assert_eq!(house.with(|conn| changes::list_after(conn, 0, 10)).len(), 3);
    for slug in ["sovn-for-eksamen", "sovn-for-eksamen-2", "sovn-for-eksamen-3"] {
        house.visitor().reads(&format!("/sporsmal/{slug}")).await.succeeds();
    }
}

#[actix_web::test]
async fn nothing_waits_for_an_hour_that_nobody_approved() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    let page = kari.presses(&format!("/panel/questions/{question}/slot"), &[]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    house.later(TimeDelta::days(3));
    jobs_run(&house).await;
    assert_eq!(house.with(walk::count), 0);
    ola.signs_in().await;
    assert!(ola.reads("/panel/slots").await.says("Nothing is waiting."));
}

#[actix_web::test]
async fn a_clinician_need_not_wait_for_the_hour_and_a_house_may_have_none() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, _) = approved(&house, (&kari, &ola)).await;
    kari.presses(&format!("/panel/questions/{question}/slot"), &[]).await.succeeds();
    let now = kari.reads("/panel/slots").await.attribute("form[action$=now]", "action").unwrap();
    ola.presses(&now, &[]).await.succeeds();
    house.visitor().reads(PUBLIC).await.succeeds();
    assert_eq!(ola.presses(&now, &[]).await.status, StatusCode::NOT_FOUND, "once");

    let without = House::open_with(|settings| {
        settings.publishing.weekdays.clear();
        settings.publishing.hours.clear();
    })
    .await;
    let (kari, ola) = (without.clinician("Kari").await, without.clinician("Ola").await);
    let (question, _) = approved(&without, (&kari, &ola)).await;
    assert!(!kari.opens(&question).await.says("Publish Tuesday"));
    assert!(kari.reads("/panel/slots").await.says("The owner has set no fixed hours."));
    assert_eq!(kari.presses(&format!("/panel/questions/{question}/slot"), &[]).await.status, StatusCode::CONFLICT);
}
