//! A house in which nobody can open a question: it takes none, promises none, and loses nothing that comes anyway.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::database::schema::epoch;

use crate::support::House;
use crate::support::visitor::filled_in;

const TEXT: &str = "Hvorfor får jeg ikke sove før eksamen?";

#[actix_web::test]
async fn a_house_nobody_can_read_in_takes_no_questions() {
    let house = House::empty().await;
    let page = house.visitor().reads("/spor").await.succeeds();
    assert!(page.says("Vi åpner snart.") && !page.says("en uke"), "{}", page.words());
    assert_eq!((page.count("main form"), page.has_link_to("/sok"), page.has_link_to("tel:113")), (0, true, true));
    // A form from another day comes all the same.
    let ticket = ticket_despite_the_closed_form(&house);
    house.later(TimeDelta::seconds(5));
    let page = house.visitor().sends_form(&filled_in(&ticket, &[])).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!((page.value_of("question").as_str(), page.value_of("region").as_str()), (TEXT, "42"));
    assert_eq!(page.text_of("#errors h2"), "Vi har ikke åpnet ennå");
    assert!(house.question_ids().is_empty());
}

#[actix_web::test]
async fn nothing_is_sealed_to_a_key_that_someone_put_into_the_database() {
    let house = House::open().await;
    let (_, foreign) = spoross::vault::envelope::generate_key_pair().unwrap();
    house.with(|conn| {
        diesel::update(epoch::table).set(epoch::public_key.eq(foreign.as_bytes())).execute(conn)?;
        Ok(())
    });
    let ticket = ticket_despite_the_closed_form(&house);
    house.later(TimeDelta::seconds(5));
    let page = house.visitor().sends_form(&filled_in(&ticket, &[])).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.value_of("question"), TEXT);
    assert!(house.question_ids().is_empty());
    assert!(crate::support::log::recorded().contains("a public key in the database is not ours"));
}

/// The form itself is refused then; a ticket from before still has to be stopped.
fn ticket_despite_the_closed_form(house: &House) -> String {
    spoross::web::guard::Ticket::issue(&house.app).unwrap()
}

#[actix_web::test]
async fn nothing_is_promised_before_anyone_can_open_a_question() {
    let house = House::empty().await;
    house.app.search.poll(&house.app.database).await.unwrap();
    for path in ["/", "/sok?q=romferge", "/tema/alkohol"] {
        let page = house.visitor().reads(path).await.succeeds();
        assert!(!page.words().to_lowercase().contains("innen en uke"), "{path}: {}", page.words());
        assert_eq!(page.count("main a.ds-button[href^='/spor']"), 0, "{path}");
        assert_eq!(page.says("Vi åpner snart."), path != "/sok?q=romferge", "{path}");
    }
    assert!(!house.visitor().reads("/sok?q=romferge").await.says("eller spør oss"));
}
