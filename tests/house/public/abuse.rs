//! Against abuse, without identifying anyone: a school behind one address notices nothing, a flood is slowed, and
//! whoever looks like a machine is asked a small sum, never met with silence.

use std::num::NonZeroU32;

use actix_web::http::StatusCode;
use chrono::TimeDelta;

use crate::support::visitor::{Visitor, filled_in, solves};
use crate::support::{House, Page, log};

const SCHOOL: &str = "203.0.113.7";
const TEXT: &str = "Hvorfor får jeg ikke sove før eksamen?";
const THANKS: &str = "Takk for at du spurte";

fn number(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap()
}

/// A house with ceilings for one address (before a sum, before a wait); everyone together may do as they like.
async fn house_with(before_challenge: u32, before_refusal: u32) -> House {
    House::open_with(|settings| {
        settings.abuse.questions_an_hour_before_challenge = number(before_challenge);
        settings.abuse.questions_an_hour_before_refusal = number(before_refusal);
        settings.abuse.questions_a_minute_before_challenge = number(10_000);
    })
    .await
}

/// So many forms, opened a while ago: what is sent with them can come all at once.
async fn open_forms(house: &House, visitor: &Visitor, count: usize) -> Vec<String> {
    let mut forms = Vec::new();
    for _ in 0..count {
        forms.push(visitor.reads("/spor").await.value_of("ticket"));
    }
    house.later(TimeDelta::seconds(5));
    forms
}

/// The nth question, each in a form of its own.
async fn sends(visitor: &Visitor, forms: &[String], nth: usize) -> Page {
    let text = format!("{TEXT} Dette er spørsmål nummer {nth}.");
    visitor.sends_form(&filled_in(&forms[nth - 1], &[("question", &text)])).await
}

/// Sends the page's form again, with an answer to its small sum.
async fn answers(visitor: &Visitor, page: &Page, answer: &str) -> Page {
    let mut fields = filled_in(&page.value_of("ticket"), &[("question", &page.value_of("question"))]);
    fields.push(("answer".into(), answer.into()));
    visitor.sends_form(&fields).await
}

#[track_caller]
fn asks_a_sum(page: &Page) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.words());
    assert_eq!(page.count(".ds-error-summary a[href='#answer']"), 1, "{}", page.words());
    assert!(!solves(page).is_empty(), "{}", page.text_of("label[for=answer]"));
    assert!(page.says("Ingenting er sendt ennå."));
}

#[actix_web::test]
async fn sixty_pupils_behind_one_address_ask_within_an_hour_and_notice_nothing() {
    let house = House::open().await;
    for nth in 0..60 {
        let page = house.visitor().from(SCHOOL).asks(&format!("{TEXT} Dette er spørsmål nummer {nth}.")).await;
        assert_eq!(page.heading(), THANKS, "{nth}");
    }
    assert_eq!(house.question_ids().len(), 60);
}

#[actix_web::test]
async fn the_sixty_first_at_once_is_asked_a_sum_and_comes_in_with_the_answer() {
    let house = House::open_with(|settings| settings.abuse.questions_a_minute_before_challenge = number(10_000)).await;
    let pupil = house.visitor().from(SCHOOL);
    let forms = open_forms(&house, &pupil, 61).await;
    for nth in 1..=60 {
        assert_eq!(sends(&pupil, &forms, nth).await.heading(), THANKS, "{nth}");
    }
    let page = sends(&pupil, &forms, 61).await;
    asks_a_sum(&page);
    assert_eq!(page.value_of("question"), format!("{TEXT} Dette er spørsmål nummer 61."));
    assert_eq!(house.question_ids().len(), 60);
    assert_eq!(answers(&pupil, &page, &solves(&page)).await.heading(), THANKS);
    assert_eq!(house.question_ids().len(), 61);
}

#[actix_web::test]
async fn the_two_hundred_and_forty_first_waits_a_little_with_the_text_kept() {
    let house = house_with(240, 240).await;
    let machine = house.visitor().from(SCHOOL);
    let forms = open_forms(&house, &machine, 241).await;
    for nth in 1..=240 {
        assert_eq!(sends(&machine, &forms, nth).await.heading(), THANKS, "{nth}");
    }
    let page = sends(&machine, &forms, 241).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.says("Vent litt, og prøv igjen"), "{}", page.words());
    assert_eq!(page.value_of("question"), format!("{TEXT} Dette er spørsmål nummer 241."));
    assert_eq!(page.value_of("topic"), "psykisk-helse");
    assert_eq!(house.question_ids().len(), 240);
    machine.reads("/tema/alkohol").await.succeeds();
    assert_eq!(house.visitor().from("203.0.113.8").asks(TEXT).await.heading(), THANKS);
    house.later(TimeDelta::seconds(15));
    let again = machine.sends_form(&filled_in(&page.value_of("ticket"), &[])).await;
    assert_eq!(again.heading(), THANKS);
}

#[actix_web::test]
async fn neighbours_in_one_ipv6_household_count_together_and_the_next_house_by_itself() {
    let house = house_with(1, 9).await;
    let from = |address| house.visitor().from(address);
    assert_eq!(from("2001:db8:1:2200::1").asks(TEXT).await.heading(), THANKS);
    asks_a_sum(&from("2001:db8:1:22ff::2").asks(TEXT).await);
    assert_eq!(from("2001:db8:1:2300::1").asks(TEXT).await.heading(), THANKS);
    assert_eq!(from("::ffff:203.0.113.7").asks(TEXT).await.heading(), THANKS);
    asks_a_sum(&from(SCHOOL).asks(TEXT).await);
}

#[actix_web::test]
async fn a_new_day_forgets_who_asked() {
    let house = house_with(1, 1).await;
    // The house opens at ten; 23:59:30 in Norway, then just after midnight.
    house.later(TimeDelta::hours(14) - TimeDelta::seconds(60));
    let pupil = house.visitor().from(SCHOOL);
    assert_eq!(pupil.asks(TEXT).await.heading(), THANKS);
    assert_eq!(pupil.asks(TEXT).await.status, StatusCode::TOO_MANY_REQUESTS);
    house.later(TimeDelta::minutes(1));
    assert_eq!(pupil.asks(TEXT).await.heading(), THANKS);
}

#[actix_web::test]
async fn behind_a_proxy_that_names_nobody_only_the_ceiling_for_everyone_holds() {
    let house = House::open_with(|settings| {
        settings.abuse.questions_an_hour_before_challenge = number(1);
        settings.abuse.questions_an_hour_before_refusal = number(1);
        settings.abuse.questions_a_minute_before_challenge = number(3);
    })
    .await;
    let forms = open_forms(&house, &house.visitor(), 6).await;
    for nth in 1..=3 {
        assert_eq!(sends(&house.visitor(), &forms, nth).await.heading(), THANKS, "{nth}");
    }
    let page = sends(&house.visitor(), &forms, 4).await;
    asks_a_sum(&page);
    asks_a_sum(&sends(&house.visitor().from("203.0.113.8"), &forms, 5).await);
    assert_eq!(answers(&house.visitor(), &page, &solves(&page)).await.heading(), THANKS);
    house.later(TimeDelta::minutes(1));
    assert_eq!(sends(&house.visitor(), &forms, 6).await.heading(), THANKS);
}

#[actix_web::test]
async fn a_proxy_that_names_its_visitors_tells_them_apart() {
    let house = House::open_with(|settings| {
        settings.abuse.questions_an_hour_before_challenge = number(1);
        settings.web.client_address_header = "x-real-ip".into();
    })
    .await;
    let named = |address: &str| house.visitor().with_header("X-Real-IP", address);
    assert_eq!(named(SCHOOL).asks(TEXT).await.heading(), THANKS);
    asks_a_sum(&named(SCHOOL).asks(TEXT).await);
    assert_eq!(named("203.0.113.8").asks(TEXT).await.heading(), THANKS);
    // Missing, repeated or malformed: nobody in particular.
    for _ in 0..2 {
        assert_eq!(house.visitor().asks(TEXT).await.heading(), THANKS);
        assert_eq!(named(SCHOOL).with_header("X-Real-IP", SCHOOL).asks(TEXT).await.heading(), THANKS);
        assert_eq!(named("203.0.113.7, 203.0.113.9").asks(TEXT).await.heading(), THANKS);
    }
}

#[actix_web::test]
async fn what_a_visitor_claims_about_their_address_is_not_believed() {
    let house = house_with(1, 9).await;
    let claiming = |claim: &str| {
        let machine = house.visitor().from(SCHOOL).with_header("X-Forwarded-For", claim);
        machine.with_header("X-Real-IP", claim).with_header("Forwarded", &format!("for={claim}"))
    };
    assert_eq!(claiming("198.51.100.1").asks(TEXT).await.heading(), THANKS);
    asks_a_sum(&claiming("198.51.100.2").asks(TEXT).await);
    assert_eq!(house.visitor().from("198.51.100.1").asks(TEXT).await.heading(), THANKS);
}

#[actix_web::test]
async fn a_mistake_is_not_counted_as_a_question() {
    let house = house_with(1, 1).await;
    let pupil = house.visitor().from(SCHOOL);
    for _ in 0..3 {
        assert_eq!(pupil.asks_with(&[("topic", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(pupil.asks(TEXT).await.heading(), THANKS);
}

#[actix_web::test]
async fn nothing_of_the_visitor_is_in_the_log_whatever_they_meet() {
    let house = house_with(1, 2).await;
    let pupil = house.visitor().from("203.0.113.201");
    let forms = open_forms(&house, &pupil, 3).await;
    let before = log::recorded();
    sends(&pupil, &forms, 1).await.succeeds();
    let page = sends(&pupil, &forms, 2).await;
    answers(&pupil, &page, "kanarifugl").await;
    answers(&pupil, &page, &solves(&page)).await.succeeds();
    assert_eq!(sends(&pupil, &forms, 3).await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(log::recorded(), before);
    assert!(!before.contains("203.0.113.201"));
}
