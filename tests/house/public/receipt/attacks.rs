//! The receipt code against those who have the network, the phone or the database: it opens what is its own and no more.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::database::schema::{letter, receipt};

use crate::support::House;
use crate::support::visitor::filled_in;

const TEXT: &str = "Hvorfor får jeg ikke sove før eksamen?";

#[actix_web::test]
async fn a_key_put_in_by_someone_with_the_database_is_not_written_to() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (question, _) = house.question_with_code(TEXT).await;
    kari.claims(&question).await.succeeds();
    let (_, theirs) = spoross::vault::envelope::generate_key_pair().unwrap();
    house.with(|conn| {
        diesel::update(receipt::table).set(receipt::public_key.eq(theirs.as_bytes())).execute(conn)?;
        Ok(())
    });
    let page = kari.asks_back(&question, "Hvor lenge har det vart?").await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.body.contains("Hvor lenge har det vart?"), "the text is not lost");
    assert_eq!(house.with(|conn| Ok(letter::table.count().get_result::<i64>(conn)?)), 0);
}

#[actix_web::test]
async fn two_instances_know_the_same_codes() {
    let house = House::open().await;
    let (_, code) = house.question_with_code(TEXT).await;
    let other = crate::support::visitor::Visitor::new(house.second_instance().await, "/nn", house.app.clock.clone());
    assert_eq!(other.shows(&code).await.heading(), "Spørsmålet ditt er kome fram");
}

#[actix_web::test]
async fn two_hundred_wrong_codes_lead_nowhere_and_hurt_nobody_else() {
    let house = House::open().await;
    let (_, code) = house.question_with_code(TEXT).await;
    let mut refused = 0;
    for nth in 0..200 {
        let wrong = format!("7KQF-3MWD-9XTR-{nth:04}");
        let page = house.visitor().from("203.0.113.7").shows(&wrong).await;
        assert!(page.status.is_client_error(), "{nth}");
        refused += usize::from(page.status == StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(refused, 180);
    let page = house.visitor().from("203.0.113.7").shows("7KQF-3MWD-9XTR-0000").await;
    assert!(page.error_at("code").contains("Koden din virker fortsatt"), "{}", page.words());
    // A right code opens, from the same school too, and takes the question back.
    house.visitor().from("203.0.113.7").shows(&code).await.succeeds();
    house.visitor().from("203.0.113.7").withdraws(&code).await.succeeds();
}

#[actix_web::test]
async fn a_reload_on_a_borrowed_phone_shows_no_code_and_brings_nothing_back() {
    let house = House::open().await;
    let visitor = house.visitor();
    let form = filled_in(&visitor.opens_the_form().await, &[]);
    let code = visitor.sends_form(&form).await.text_of("#code");
    house.later(TimeDelta::minutes(3));
    let page = visitor.sends_form(&form).await.succeeds();
    assert_eq!(page.heading(), "Dette er sendt fra før");
    assert!(!page.body.contains(&code));
    visitor.withdraws(&code).await.succeeds();
    visitor.sends_form(&form).await.succeeds();
    assert!(house.question_ids().is_empty(), "taken back is taken back");
}

#[actix_web::test]
async fn a_letter_that_someone_wrote_into_the_database_is_no_letter() {
    let house = House::open().await;
    let (question, code) = house.question_with_code(TEXT).await;
    let kari = house.clinician("Kari").await;
    kari.claims(&question).await.succeeds();
    kari.asks_back(&question, "Hvor lenge har det vart?").await.succeeds();
    house.with(|conn| {
        // The same sealed words as another kind of letter, and as from another day.
        diesel::update(letter::table).set(letter::kind.eq("private_answer")).execute(conn)?;
        Ok(())
    });
    let page = house.visitor().shows(&code).await.succeeds();
    assert_eq!(page.count(".letter"), 0, "{}", page.words());
    assert!(!kari.opens(&question).await.says("Hvor lenge har det vart?"));
    house.visitor().withdraws(&code).await.succeeds();
}

#[actix_web::test]
async fn a_letter_that_cannot_be_read_keeps_nobody_from_taking_the_question_back() {
    let house = House::open().await;
    let (question, code) = house.question_with_code(TEXT).await;
    let kari = house.clinician("Kari").await;
    kari.claims(&question).await.succeeds();
    kari.asks_back(&question, "Hvor lenge har det vart?").await.succeeds();
    house.with(|conn| {
        diesel::update(letter::table).set(letter::for_asker.eq(Some(vec![1_u8; 99]))).execute(conn)?;
        Ok(())
    });
    house.visitor().shows(&code).await.succeeds();
    assert!(house.visitor().writes(&code, "I to uker.", "send").await.says("Svaret ditt er kommet fram."));
    house.visitor().withdraws(&code).await.succeeds();
    assert!(house.question_ids().is_empty());
}

#[actix_web::test]
async fn a_receipt_that_was_pointed_at_someone_elses_question_does_not_open_it() {
    let house = House::open().await;
    let (theirs, _) = house.question_with_code("Et spørsmål som en annen har stilt.").await;
    let (mine, code) = house.question_with_code(TEXT).await;
    house.with(|conn| {
        diesel::update(receipt::table.filter(receipt::question_id.eq(theirs.as_str())))
            .set(receipt::question_id.eq(None::<String>))
            .execute(conn)?;
        diesel::update(receipt::table.filter(receipt::question_id.eq(mine.as_str())))
            .set(receipt::question_id.eq(Some(theirs.as_str())))
            .execute(conn)?;
        Ok(())
    });
    assert_eq!(house.visitor().shows(&code).await.status, StatusCode::INTERNAL_SERVER_ERROR);
    let page = house.visitor().writes(&code, "Jeg har det bra nå.", "send").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.value_of("question"), "Jeg har det bra nå.", "the text is not lost");
    assert_eq!(house.visitor().withdraws(&code).await.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(house.question_ids().len(), 2);
}
