//! The session ends while someone writes: they sign in and go on, and nothing of it was stored.

use actix_web::http::StatusCode;
use actix_web::http::header::ContentType;
use actix_web::test::TestRequest;
use chrono::TimeDelta;
use spoross::domain::answer::Wording;
use spoross::domain::ids::QuestionId;

use crate::support::house::complete;
use crate::support::person::{PASSWORD, Person, whole_wording};
use crate::support::visitor::encode;
use crate::support::{House, Page};

const TEXT: &str = "hei, hvorfor får jeg ikke sove før eksamen??";

/// Sends a form whose session is over, as it stood in the browser.
pub async fn sends_too_late(house: &House, person: &Person, path: &str, fields: &[(&str, &str)]) -> Page {
    let token = person.reads("/panel/profile").await.value_of("token");
    house.later(TimeDelta::minutes(31));
    let mut all = vec![("token", token.as_str())];
    all.extend_from_slice(fields);
    person.sends_form(path, &all).await
}

async fn sends_draft_too_late(house: &House, person: &Person, question: &QuestionId, version: &str) -> Page {
    let wording = whole_wording();
    let fields = [
        ("title", wording.title.as_str()),
        ("question", &wording.question),
        ("answer", &wording.answer),
        ("version", version),
        ("do", "review"),
    ];
    sends_too_late(house, person, &format!("/panel/questions/{question}/answer"), &fields).await
}

pub async fn signs_in_again(house: &House, person: &Person, page: &Page) -> Page {
    house.later(TimeDelta::seconds(30));
    person.signs_in_on(page, PASSWORD, &person.code()).await
}

#[actix_web::test]
async fn whoever_was_signed_out_while_typing_signs_in_and_goes_on() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let asked = sends_draft_too_late(&house, &kari, &question, "0").await;
    assert_eq!((asked.status, asked.heading().as_str()), (StatusCode::FORBIDDEN, "Logg inn"));
    assert!(asked.text_of("#carried").contains("helt vanlig"), "{}", asked.words());

    let page = signs_in_again(&house, &kari, &asked).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    assert_eq!(page.value_of("answer"), whole_wording().answer);
    assert_eq!(page.value_of("title"), whole_wording().title);
    assert!(page.text_of("[role=status]").contains("not saved yet"), "{}", page.words());
    // Not sent by itself: the draft is not even saved before its writer says so.
    assert_eq!(kari.opens(&question).await.value_of("answer"), "");
    kari.sends_draft_seen_at(&question, &whole_wording(), "save", &page.value_of("version")).await.succeeds();
    assert_eq!(kari.opens(&question).await.value_of("answer"), whole_wording().answer);
}

#[actix_web::test]
async fn a_wrong_code_keeps_the_text_and_never_the_password() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let asked = sends_draft_too_late(&house, &kari, &question, "0").await;
    let again = kari.signs_in_on(&asked, PASSWORD, "000000").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!again.body.contains(PASSWORD));
    let again = kari.signs_in_on(&again, "", "").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = signs_in_again(&house, &kari, &again).await;
    assert_eq!(page.value_of("answer"), whole_wording().answer);
}

#[actix_web::test]
async fn what_another_saved_meanwhile_is_shown_beside_it() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let other = Wording { answer: "Fra den andre fanen".into(), ..whole_wording() };
    kari.writes(&question, &other).await.succeeds();
    let asked = sends_draft_too_late(&house, &kari, &question, "0").await;
    let page = signs_in_again(&house, &kari, &asked).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text_of("#other-version").contains("Fra den andre fanen"), "{}", page.words());
    assert_eq!(page.value_of("answer"), whole_wording().answer);
}

#[actix_web::test]
async fn a_note_a_letter_and_an_article_come_through_too() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, other) = (house.question(TEXT).await, house.question("Hva er snus laget av egentlig?").await);
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    kari.claims(&other).await.succeeds();

    let fields = [("note", "Kan du si mer\nom søvn?"), ("version", "1"), ("do", "return")];
    let asked = sends_too_late(&house, &ola, &format!("/panel/questions/{question}/review"), &fields).await;
    let page = signs_in_again(&house, &ola, &asked).await;
    assert_eq!(page.text_of("#note"), "Kan du si mer om søvn?");
    assert!(ola.opens(&question).await.count("#note") == 1, "it still waits for a verdict");

    kari.signs_in().await;
    let fields = [("text", "Hei!\n\nHvor gammel er du?"), ("reason", "")];
    let asked = sends_too_late(&house, &kari, &format!("/panel/questions/{other}/question-back"), &fields).await;
    let page = signs_in_again(&house, &kari, &asked).await;
    assert_eq!(page.value_of("text"), "Hei!\n\nHvor gammel er du?");

    let fields = [("title", "Om snus"), ("language", "nn"), ("topic", "alkohol"), ("body", "## Innhald\n\nTobakk.")];
    let asked = sends_too_late(&house, &kari, "/panel/articles", &fields).await;
    let page = signs_in_again(&house, &kari, &asked).await;
    assert_eq!(page.value_of("body"), "## Innhald\n\nTobakk.");
    assert_eq!(page.value_of("language"), "nn");

    let fields = [("title", "Hilsen"), ("body", "Ta vare på deg selv!"), ("language", "nn")];
    let asked = sends_too_late(&house, &kari, "/panel/text-blocks", &fields).await;
    let page = signs_in_again(&house, &kari, &asked).await;
    assert_eq!(page.value_of("body"), "Ta vare på deg selv!");
}

#[actix_web::test]
async fn what_was_written_in_another_language_of_a_pair_comes_through() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    house.answered((&kari, &ola), &question, &whole_wording()).await;
    let path = "/panel/publications/sovn-for-eksamen/versions/en";
    let form = kari.reads(path).await.succeeds();
    let (number, original) = (form.value_of("number"), form.value_of("original"));
    let fields =
        [("title", "Sleep"), ("answer", "Hi there!"), ("number", number.as_str()), ("original", original.as_str())];
    let asked = sends_too_late(&house, &kari, path, &fields).await;
    let page = signs_in_again(&house, &kari, &asked).await;
    assert_eq!((page.status, page.value_of("answer").as_str()), (StatusCode::OK, "Hi there!"));
}

#[actix_web::test]
async fn another_site_puts_no_words_into_anyones_form() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let path = format!("/panel/questions/{question}/answer");
    house.later(TimeDelta::minutes(31));
    // Without the token that only our page knew there is nothing to go on with, only a text to copy.
    let page = kari.sends_form(&path, &[("answer", "Ta ti tabletter"), ("token", "00")]).await;
    assert_eq!(page.count("[name=kept-path]"), 0);
    // And a sign-in form that was made elsewhere brings nothing along.
    let made = [("kept-path", path.as_str()), ("kept.answer", "Ta ti tabletter"), ("kept-code", "00")];
    let mut fields = made.to_vec();
    let ticket = kari.reads("/panel/sign-in").await.value_of("ticket");
    let code = kari.code();
    fields.extend([("ticket", ticket.as_str()), ("user_name", "kari"), ("password", PASSWORD), ("code", &code)]);
    let page = kari.sends_form("/panel/sign-in", &fields).await;
    assert_eq!(page.leads_to(), "/panel", "{}", page.words());
}

#[actix_web::test]
async fn a_form_from_before_a_new_sign_in_stands_there_again_if_it_was_ours() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    let token = ola.reads("/panel/profile").await.value_of("token");
    ola.signs_in().await;
    for (site, kept) in [("same-origin", "Si mer om søvn"), ("same-site", "")] {
        let fields = [("token", token.as_str()), ("note", "Si mer om søvn"), ("do", "return")];
        let fields: Vec<(String, String)> = fields.map(|(name, value)| (name.into(), value.into())).to_vec();
        let request = TestRequest::post()
            .uri(&format!("/panel/questions/{question}/review"))
            .insert_header(ContentType::form_url_encoded())
            .insert_header(("sec-fetch-site", site))
            .cookie(ola.cookie().unwrap())
            .set_payload(encode(&fields));
        let page = house.answers_as_is(complete(request)).await;
        assert_eq!((page.status, page.text_of("#note").as_str()), (StatusCode::FORBIDDEN, kept), "{site}");
    }
}

#[actix_web::test]
async fn the_question_that_was_taken_back_meanwhile_leaves_the_text_to_copy() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let gone = QuestionId::random();
    let asked = sends_draft_too_late(&house, &kari, &gone, "0").await;
    let page = signs_in_again(&house, &kari, &asked).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(page.attribute("#title", "value").unwrap(), whole_wording().title);
    kari.reads("/panel").await.succeeds();
}
