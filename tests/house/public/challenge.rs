//! Signs of a machine lead to a small sum: everything typed stays, anyone can answer, and one answer is enough.

use actix_web::http::StatusCode;
use chrono::TimeDelta;

use crate::support::visitor::{Visitor, filled_in, solves};
use crate::support::{House, Page};

const TEXT: &str = "Hvorfor får jeg ikke sove før eksamen?";
const WITH_A_NAME: &str = "Jeg heter Ola Hansen og lurer på hvorfor jeg ikke får sove.";
const THANKS: &str = "Takk for at du spurte";

/// A form sent the moment it was opened.
async fn sends_at_once(visitor: &Visitor, text: &str) -> Page {
    let ticket = visitor.reads("/spor").await.value_of("ticket");
    visitor.sends_form(&filled_in(&ticket, &[("question", text)])).await
}

/// Sends what stands on a page again, with some fields changed.
async fn sends_again(visitor: &Visitor, page: &Page, changes: &[(&str, &str)]) -> Page {
    let mut fields = Vec::new();
    for name in ["ticket", "question", "topic", "gender", "age_band", "region", "answer", "do"] {
        let typed = changes.iter().find(|(field, _)| *field == name).map(|(_, value)| (*value).to_owned());
        let kept = if name == "do" { String::new() } else { page.value_of(name) };
        fields.push((name.to_owned(), typed.unwrap_or(kept)));
    }
    visitor.sends_form(&fields).await
}

#[track_caller]
fn asks_a_sum(page: &Page) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.words());
    assert_eq!(page.count(".ds-error-summary a[href='#answer']"), 1, "{}", page.words());
    assert!(!solves(page).is_empty(), "{}", page.text_of("label[for=answer]"));
}

#[actix_web::test]
async fn a_field_nobody_sees_is_filled_in_only_by_a_machine() {
    let house = House::open().await;
    let visitor = house.visitor();
    let form = visitor.reads("/spor").await;
    let hidden = "[aria-hidden=true] input[name=remark][tabindex='-1'][autocomplete=off]";
    assert_eq!(form.count(&format!(".sr-only{hidden}")), 1);
    assert_eq!(form.text_of("label[for=remark]"), "La dette feltet stå tomt");
    let mut fields = filled_in(&visitor.opens_the_form().await, &[]);
    fields.push(("remark".into(), "https://example.org/billig".into()));
    let page = visitor.sends_form(&fields).await;
    asks_a_sum(&page);
    assert_eq!(page.value_of("question"), TEXT);
    assert_eq!(page.value_of("remark"), "");
    assert!(house.question_ids().is_empty());
    assert_eq!(sends_again(&visitor, &page, &[("answer", &solves(&page))]).await.heading(), THANKS);
}

#[actix_web::test]
async fn a_form_sent_faster_than_anyone_writes_is_asked_a_sum() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = sends_at_once(&visitor, TEXT).await;
    asks_a_sum(&page);
    let kept = ["question", "topic", "gender", "age_band", "region"].map(|name| page.value_of(name));
    assert_eq!(kept, [TEXT, "psykisk-helse", "female", "16_17", "42"]);
    assert!(house.question_ids().is_empty());
    assert_eq!(sends_again(&visitor, &page, &[("answer", &solves(&page))]).await.heading(), THANKS);
    assert_eq!(house.question_ids().len(), 1);
}

#[actix_web::test]
async fn three_seconds_are_enough_for_a_short_question() {
    let house = House::open().await;
    for (seconds, status) in [(2, StatusCode::UNPROCESSABLE_ENTITY), (3, StatusCode::OK)] {
        let ticket = house.visitor().reads("/spor").await.value_of("ticket");
        house.later(TimeDelta::seconds(seconds));
        assert_eq!(house.visitor().sends_form(&filled_in(&ticket, &[])).await.status, status, "{seconds}");
    }
}

#[actix_web::test]
async fn a_form_given_back_may_be_sent_again_at_once() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = visitor.asks_with(&[("topic", "")]).await;
    assert_eq!(sends_again(&visitor, &page, &[("topic", "alkohol")]).await.heading(), THANKS);
    let page = visitor.sends_form(&filled_in("", &[])).await;
    assert_eq!(sends_again(&visitor, &page, &[]).await.heading(), THANKS);
    let page = visitor.asks(WITH_A_NAME).await;
    let page = sends_again(&visitor, &page, &[("do", "change")]).await;
    assert_eq!(sends_again(&visitor, &page, &[("question", TEXT)]).await.heading(), THANKS);
}

#[actix_web::test]
async fn a_wrong_answer_keeps_the_text_and_gets_another_sum() {
    let house = House::open().await;
    let visitor = house.visitor();
    let mut page = sends_at_once(&visitor, TEXT).await;
    for answer in ["100", "vet ikke", "3"] {
        let before = page.value_of("ticket");
        page = sends_again(&visitor, &page, &[("answer", answer)]).await;
        asks_a_sum(&page);
        assert_eq!(page.error_at("answer"), "Det ble ikke helt riktig, og det gjør ingenting. Her er et nytt.");
        assert_eq!(page.value_of("question"), TEXT);
        assert_eq!(page.value_of("answer"), "");
        assert_ne!(page.value_of("ticket"), before);
    }
    assert!(house.question_ids().is_empty());
    assert_eq!(sends_again(&visitor, &page, &[("answer", &solves(&page))]).await.heading(), THANKS);
}

#[actix_web::test]
async fn the_sum_cannot_be_waited_out_or_answered_before_it_is_asked() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = sends_at_once(&visitor, TEXT).await;
    house.later(TimeDelta::minutes(10));
    asks_a_sum(&sends_again(&visitor, &page, &[]).await);
    let ticket = visitor.reads("/spor").await.value_of("ticket");
    for answer in 4..=10 {
        let mut fields = filled_in(&ticket, &[]);
        fields.push(("answer".into(), answer.to_string()));
        asks_a_sum(&visitor.sends_form(&fields).await);
    }
    assert!(house.question_ids().is_empty());
}

#[actix_web::test]
async fn a_right_answer_is_remembered_while_something_else_is_put_right() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = sends_at_once(&visitor, "kort").await;
    asks_a_sum(&page);
    let page = sends_again(&visitor, &page, &[("answer", &solves(&page))]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.error_at("question").starts_with("Skriv litt mer"));
    assert_eq!(page.count("label[for=answer]"), 0, "the sum is not asked twice");
    assert_eq!(sends_again(&visitor, &page, &[("question", TEXT)]).await.heading(), THANKS);
}

#[actix_web::test]
async fn the_answer_goes_along_through_the_warning_and_back() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = sends_at_once(&visitor, WITH_A_NAME).await;
    asks_a_sum(&page);
    let warning = sends_again(&visitor, &page, &[("answer", &solves(&page))]).await;
    assert_eq!(warning.heading(), "Vil du se over dette først?");
    let form = sends_again(&visitor, &warning, &[("do", "change")]).await;
    assert_eq!((form.heading().as_str(), form.count("label[for=answer]")), ("Hva lurer du på?", 0));
    let warning = sends_again(&visitor, &form, &[]).await;
    assert_eq!(warning.heading(), "Vil du se over dette først?");
    assert!(house.question_ids().is_empty());
    assert_eq!(sends_again(&visitor, &warning, &[("do", "anyway")]).await.heading(), THANKS);
    assert_eq!(house.question_ids().len(), 1);
}

#[actix_web::test]
async fn one_right_answer_is_not_enough_for_a_flood() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = sends_at_once(&visitor, TEXT).await;
    let answer = solves(&page);
    assert_eq!(sends_again(&visitor, &page, &[("answer", &answer)]).await.heading(), THANKS);
    for nth in 2..=4 {
        let text = format!("{TEXT} Dette er spørsmål nummer {nth}.");
        let refused = sends_again(&visitor, &page, &[("answer", &answer), ("question", &text)]).await;
        assert!(refused.says("Dette skjemaet er sendt før."), "{}", refused.words());
        asks_a_sum(&sends_again(&visitor, &refused, &[("answer", &answer)]).await);
    }
    assert_eq!(house.question_ids().len(), 1);
}

#[actix_web::test]
async fn a_clock_set_back_makes_nobody_a_machine() {
    let house = House::open().await;
    let ticket = house.visitor().reads("/spor").await.value_of("ticket");
    house.later(TimeDelta::seconds(-1));
    assert_eq!(house.visitor().sends_form(&filled_in(&ticket, &[])).await.heading(), THANKS);
    let ticket = house.visitor().reads("/spor").await.value_of("ticket");
    house.later(TimeDelta::days(-2));
    assert_eq!(house.visitor().sends_form(&filled_in(&ticket, &[("gender", "")])).await.heading(), THANKS);
}

#[actix_web::test]
async fn the_sum_is_asked_in_the_persons_own_language() {
    let house = House::open().await;
    for (prefix, start, thanks) in
        [("/nn", "Kva er ", "Takk for at du spurde"), ("/en", "What is ", "Thank you for asking")]
    {
        let visitor = house.visitor_in(prefix);
        let page = sends_at_once(&visitor, TEXT).await;
        assert!(page.text_of("label[for=answer]").starts_with(start), "{}", page.words());
        assert_eq!(sends_again(&visitor, &page, &[("answer", &solves(&page))]).await.heading(), thanks);
    }
}
