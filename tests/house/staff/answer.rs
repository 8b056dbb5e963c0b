//! Writing an answer: nothing typed is lost, and nothing is kept readable.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::{answer, question};
use spoross::domain::answer::Wording;

use crate::support::House;
use crate::support::person::whole_wording;

const TEXT: &str = "hei jeg heter ikke Per, hvorfor får jeg ikke sove??";

#[actix_web::test]
async fn the_clinician_sees_the_question_as_it_came() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    let page = kari.opens(&question).await.succeeds();
    assert!(page.says(TEXT));
    assert!(page.says("Agder"), "{}", page.words());
    assert_eq!(page.text_of(".note .from"), "Girl, 16–17");
}

#[actix_web::test]
async fn a_draft_begins_with_the_question_and_is_kept_sealed() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    assert_eq!(kari.opens(&question).await.value_of("question"), TEXT);
    kari.writes(&question, &whole_wording()).await.succeeds();
    assert_eq!(kari.opens(&question).await.value_of("answer"), whole_wording().answer);
    let sealed: Vec<u8> = house.with(|conn| Ok(answer::table.select(answer::sealed_wording).first(conn)?));
    assert!(!sealed.windows(5).any(|window| window == b"vanli"));
}

#[actix_web::test]
async fn a_draft_may_lack_anything_until_a_colleague_is_to_read_it() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let unfinished = Wording { answer: "Bare begynnelsen".into(), ..Wording::default() };
    kari.writes(&question, &unfinished).await.succeeds();
    let page = kari.sends_to_review(&question, &unfinished).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!page.error_at("title").is_empty() && !page.error_at("question").is_empty());
    assert_eq!(page.value_of("answer"), "Bare begynnelsen");
}

#[actix_web::test]
async fn a_text_that_is_too_long_comes_back_whole() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let long = Wording { answer: "ord ".repeat(6000).trim().to_owned(), ..whole_wording() };
    let page = kari.writes(&question, &long).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.value_of("answer"), long.answer);
}

#[actix_web::test]
async fn a_preview_shows_what_readers_will_see_and_saves() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let page = kari.sends_draft(&question, &whole_wording(), "preview").await.succeeds();
    assert_eq!(page.text_of("#preview .letter h4"), "Kort svar");
    assert_eq!(page.text_of("#preview .letter strong"), "helt vanlig");
    assert_eq!(kari.opens(&question).await.value_of("title"), "Søvn før eksamen");
}

#[actix_web::test]
async fn two_tabs_never_overwrite_each_other_unasked() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let first_tab = kari.opens(&question).await.value_of("version");
    kari.writes(&question, &Wording { title: "Fra fane to".into(), ..whole_wording() }).await.succeeds();

    let mine = Wording { title: "Fra fane en".into(), ..whole_wording() };
    let page = kari.sends_draft_seen_at(&question, &mine, "save", &first_tab).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert_eq!(page.value_of("title"), "Fra fane en");
    assert_eq!(kari.opens(&question).await.value_of("title"), "Fra fane to");
    // Saving the page that came back is asking for it.
    kari.sends_draft_seen_at(&question, &mine, "save", &page.value_of("version")).await.succeeds();
    assert_eq!(kari.opens(&question).await.value_of("title"), "Fra fane en");
}

#[actix_web::test]
async fn whoever_lost_the_question_while_typing_gets_the_text_back() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.sends_draft(&question, &Wording::default(), "release").await.succeeds();
    ola.claims(&question).await.succeeds();
    let page = kari.sends_draft_seen_at(&question, &whole_wording(), "save", "1").await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert_eq!(page.value_of("answer"), whole_wording().answer);
}

#[actix_web::test]
async fn a_sealed_question_moved_to_another_row_does_not_open() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (one, other) = (house.question(TEXT).await, house.question("Noe helt annet her").await);
    house.with(|conn| {
        let sealed: Vec<u8> = question::table.find(one.as_str()).select(question::sealed).first(conn)?;
        diesel::update(question::table.find(other.as_str())).set(question::sealed.eq(sealed)).execute(conn)?;
        Ok(())
    });
    assert!(kari.opens(&one).await.says(TEXT));
    let page = kari.opens(&other).await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!page.says("sove"));
}

#[actix_web::test]
async fn whoever_was_signed_out_while_typing_gets_the_text_to_copy() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let wording = whole_wording();
    let fields = [("title", wording.title.as_str()), ("question", &wording.question), ("answer", &wording.answer)];
    house.later(chrono::TimeDelta::minutes(31));
    let page = kari.sends_form(&format!("/panel/questions/{question}/answer"), &fields).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.body.contains("Det er **helt vanlig**."), "{}", page.words());
    assert_eq!(page.attribute("#title", "value").unwrap(), wording.title);
}

#[actix_web::test]
async fn a_text_too_large_to_seal_is_said_at_its_field() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let huge = Wording { answer: "👍".repeat(19_000), ..whole_wording() };
    let page = kari.writes(&question, &huge).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.heading());
    assert!(!page.error_at("answer").is_empty());
    assert_eq!(page.value_of("answer"), huge.answer);
}

#[actix_web::test]
async fn a_stale_page_shows_what_the_other_tab_saved() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.writes(&question, &Wording { answer: "Den andre fanens svar".into(), ..whole_wording() }).await.succeeds();
    let page = kari.sends_draft_seen_at(&question, &whole_wording(), "save", "0").await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text_of("#other-version").contains("Den andre fanens svar"), "{}", page.words());
}

#[actix_web::test]
async fn whoever_answers_is_warned_of_an_amount_beside_death() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let dangerous = house.question("hvor mange paracet må man ta for å dø").await;
    let ordinary = house.question("Kan jeg ta to paracet når jeg har vondt i hodet?").await;
    assert_eq!(kari.opens(&dangerous).await.count("#method"), 1);
    assert_eq!(kari.opens(&ordinary).await.count("#method"), 0);
}
