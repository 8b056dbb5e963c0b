//! What stands behind a code, as its owner reads it: one thing to do first, and help that does not ask whether one waits
//! for what has come.

use crate::support::person::whole_wording;
use crate::support::{House, Page};

const TEXT: &str = "Hvorfor får jeg ikke sove før eksamen?";

/// The words of the page's buttons in the pen's colour.
fn primary(page: &Page) -> Vec<String> {
    let buttons = scraper::Selector::parse("main .ds-button:not([data-variant])").unwrap();
    page.html().select(&buttons).map(|button| button.text().collect::<String>().trim().to_owned()).collect()
}

#[actix_web::test]
async fn an_answer_that_came_is_the_one_thing_to_open() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, code) = house.question_with_code(TEXT).await;
    let page = house.visitor().shows(&code).await.succeeds();
    assert_eq!(page.text_of("#help strong"), "Blir det for lenge å vente?");
    house.answered((&kari, &ola), &question, &whole_wording()).await;
    let page = house.visitor().shows(&code).await.succeeds();
    assert_eq!(primary(&page), ["Les svaret"]);
    assert_eq!(page.text_of(".tray a"), "Les svaret");
    assert_eq!(page.text_of("#help strong"), "Trenger du noen nå?");
    assert_eq!(page.count("#write label.sr-only"), 1, "the heading above says the same");
}

#[actix_web::test]
async fn whoever_is_asked_back_is_to_answer_and_the_letter_is_signed() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (question, code) = house.question_with_code(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.asks_back(&question, "Hvor lenge har det vart?").await.succeeds();
    let page = house.visitor().shows(&code).await.succeeds();
    assert_eq!(primary(&page), ["Send"]);
    assert!(page.text_of(".letter .signature").starts_with("Med hilsen"), "{}", page.words());
}

#[actix_web::test]
async fn the_numbers_stand_once_when_a_letter_sounds_serious() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (question, code) = house.question_with_code(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.asks_back(&question, "Hvordan har du det nå?").await.succeeds();
    let page = house.visitor().writes(&code, "Jeg vil bare dø, orker ikke mer.", "send").await.succeeds();
    assert_eq!((page.count(".serious"), page.count(".help")), (1, 0));
}

#[actix_web::test]
async fn what_is_wrong_with_a_code_is_said_once_and_what_was_written_to_it_is_there() {
    let house = House::open().await;
    let page = house.visitor().shows("7KQF-3MWD-9XTR-B2HA").await;
    assert_eq!((page.count("#errors"), page.count("#code[autofocus]")), (0, 1));
    let page = house.visitor().writes("7KQF-3MWD-9XTR-B2HA", "Takk for svaret.", "send").await;
    assert_eq!((page.count("#errors"), page.count("#code[autofocus]")), (1, 0));
    assert_eq!(page.value_of("question"), "Takk for svaret.");
}

#[actix_web::test]
async fn the_stamp_says_first_what_to_do_with_it_and_who_could_read() {
    let page = House::open().await.visitor().asks(TEXT).await.succeeds();
    let stamp = page.text_of(".receipt");
    let says = ["Skriv ned koden", "Den som har koden", "Du trenger den ikke", "Med koden kan du"];
    assert!(says.map(|words| stamp.find(words).unwrap()).is_sorted(), "{stamp}");
}
