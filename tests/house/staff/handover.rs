//! A question is handed to a colleague or another group, with a note.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use spoross::domain::ids::QuestionId;
use spoross::domain::staff::Role;

use crate::support::House;
use crate::support::page::Page;
use crate::support::person::{Person, whole_wording};

const TEXT: &str = "Hvorfor får jeg ikke sove før eksamen?";

async fn hands(person: &Person, question: &QuestionId, to: &str, note: &str) -> Page {
    person.presses(&format!("/panel/questions/{question}/handover"), &[("to", to), ("note", note)]).await
}

#[actix_web::test]
async fn a_colleague_finds_it_on_top_with_the_note_and_the_draft() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    house.visitor().asks_with(&[("topic", "alkohol")]).await.succeeds();
    house.later(TimeDelta::days(1));
    for person in [&kari, &ola] {
        person.signs_in().await;
    }
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.writes(&question, &whole_wording()).await.succeeds();
    hands(&kari, &question, &format!("staff:{}", ola.id), "Du kan mer om søvn.").await.succeeds();

    let page = ola.reads("/panel").await.succeeds();
    let top = page.text_of("section[aria-labelledby=handed]");
    for part in [question.short().as_str(), "Kari Prøvesen", "Du kan mer om søvn."] {
        assert!(top.contains(part), "{part}: {top}");
    }
    assert!(!kari.reads("/panel").await.says("Du kan mer om søvn."));
    let page = ola.presses("/panel/next", &[]).await.succeeds();
    assert_eq!(page.leads_to(), format!("/panel/questions/{question}?notice=claimed"));
    let page = ola.opens(&question).await;
    assert!(page.says("Kari Prøvesen handed this question to you.") && page.says("Du kan mer om søvn."));
    assert_eq!(page.value_of("title"), "Søvn før eksamen");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn a_group_finds_what_is_not_of_its_topics() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    // Of the group "rus", and the topic is answered by "psyke".
    assert_eq!(ola.presses("/panel/next", &[]).await.leads_to(), "/panel?notice=nothing-waits");
    hands(&kari, &question, "group:rus", "").await.succeeds();
    assert!(ola.reads("/panel").await.text_of("section[aria-labelledby=handed]").contains(&question.short()));
    let page = ola.presses("/panel/next", &[]).await.succeeds();
    assert_eq!(page.leads_to(), format!("/panel/questions/{question}?notice=claimed"));
}

#[actix_web::test]
async fn what_was_handed_to_someone_else_is_passed_over_until_it_is_late() {
    let house = House::open().await;
    let (kari, ola, nina) =
        (house.clinician("Kari").await, house.clinician("Ola").await, house.clinician("Nina").await);
    house.joins(&nina, "psyke");
    let question = house.question(TEXT).await;
    hands(&kari, &question, &format!("staff:{}", ola.id), "").await.succeeds();
    assert_eq!(nina.presses("/panel/next", &[]).await.leads_to(), "/panel?notice=nothing-waits");
    assert!(nina.reads("/panel").await.text_of("tbody").contains("handed to Ola Prøvesen"));
    house.later(TimeDelta::days(8));
    nina.signs_in().await;
    let page = nina.presses("/panel/next", &[]).await.succeeds();
    assert_eq!(page.leads_to(), format!("/panel/questions/{question}?notice=claimed"));
}

#[actix_web::test]
async fn the_receiver_gives_it_back_or_to_everyone() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    hands(&kari, &question, &format!("staff:{}", ola.id), "Kan du?").await.succeeds();
    assert!(ola.opens(&question).await.says("Give back to Kari Prøvesen"));
    hands(&ola, &question, &format!("staff:{}", kari.id), "").await.succeeds();
    assert!(kari.reads("/panel").await.text_of("section[aria-labelledby=handed]").contains("Ola Prøvesen"));
    assert!(!ola.reads("/panel").await.says("Handed to you"));
    kari.claims(&question).await.succeeds();
    kari.sends_draft(&question, &whole_wording(), "release").await.succeeds();
    assert!(!kari.reads("/panel").await.says("Handed to you"));
}

#[actix_web::test]
async fn nothing_is_handed_by_who_does_not_hold_it_or_to_who_cannot_answer_and_the_note_comes_back() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let editor = house.member("Eli", &[Role::Editor]).await;
    let question = house.question(TEXT).await;
    for (to, status) in [
        (format!("staff:{}", editor.id), StatusCode::NOT_FOUND),
        (format!("staff:{}", kari.id), StatusCode::NOT_FOUND),
        ("group:romfart".to_owned(), StatusCode::NOT_FOUND),
        (String::new(), StatusCode::NOT_FOUND),
    ] {
        let page = hands(&kari, &question, &to, "Alt jeg skrev.").await;
        assert_eq!((page.status, page.text_of("#note").as_str()), (status, "Alt jeg skrev."), "{to}");
    }
    ola.claims(&question).await.succeeds();
    let page = hands(&kari, &question, "group:rus", "Alt jeg skrev.").await;
    assert_eq!((page.status, page.text_of("#note").as_str()), (StatusCode::CONFLICT, "Alt jeg skrev."));
    assert!(ola.opens(&question).await.value_of("version") == "0");
    house.assert_audit_is_whole();
}
