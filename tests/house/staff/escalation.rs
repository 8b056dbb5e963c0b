//! Duty to warn: a clinician asks a named person, who alone reads what was written, takes it along and decides.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::database::schema::{escalation, escalation_text};
use spoross::domain::ids::QuestionId;
use spoross::domain::staff::Role;

use crate::support::House;
use crate::support::page::Page;
use crate::support::person::Person;

const TEXT: &str = "Faren min slår lillebroren min hver dag.";

async fn escalates(person: &Person, question: &QuestionId, to: &Person, note: &str) -> Page {
    let path = format!("/panel/questions/{question}/escalation");
    person.presses(&path, &[("to", to.id.as_str()), ("note", note)]).await
}

async fn decides(person: &Person, path: &str, decision: &str, reason: &str) -> Page {
    person.presses(path, &[("decision", decision), ("reason", reason)]).await
}

/// The address of what was just sent.
async fn raised(house: &House, from: &Person, to: &Person) -> (QuestionId, String) {
    let question = house.question(TEXT).await;
    let page = escalates(from, &question, to, "Barn i fare. Jeg har ringt deg.").await.succeeds();
    (question, page.leads_to().split('?').next().unwrap().to_owned())
}

#[actix_web::test]
async fn the_named_person_reads_decides_and_is_known_to_have_done_so() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    // Responsible, and without a key to any question.
    let mona = house.member("Mona", &[Role::Manager]).await;
    let (question, path) = raised(&house, &kari, &mona).await;
    assert!(kari.reads(&path).await.says("not yet"));
    assert!(!kari.reads(&path).await.says(TEXT));

    assert_eq!(mona.reads("/panel").await.leads_to(), "/panel/escalations");
    let name = format!("Question {} · Mental health", question.short());
    let row = mona.reads("/panel/escalations").await.text_of_row(&name);
    assert!(row.starts_with(&name) && row.ends_with("waits for a decision"), "{row}");
    assert_eq!(kari.reads(&path).await.heading(), name);
    let page = mona.reads(&path).await.succeeds();
    assert!(page.says(TEXT) && page.says("Barn i fare. Jeg har ringt deg."), "{}", page.words());
    assert!(kari.reads(&path).await.says("10 March 2026 10:0"));
    assert_eq!(mona.reads(&format!("/panel/questions/{question}")).await.status, StatusCode::FORBIDDEN);

    house.later(TimeDelta::minutes(5));
    decides(&mona, &path, "child_protection", "Snakket med barnevernsvakta.").await.succeeds();
    let page = kari.reads(&path).await.succeeds();
    assert!(page.says("Child protection was told") && page.says("Snakket med barnevernsvakta."), "{}", page.words());
    assert!(kari.opens(&question).await.says("Child protection was told"));
    assert_eq!(mona.reads("/panel").await.leads_to(), "/panel/staff");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn the_text_is_given_to_the_named_person_alone() {
    let house = House::open().await;
    let (kari, ola, nina) =
        (house.clinician("Kari").await, house.clinician("Ola").await, house.clinician("Nina").await);
    let (_, path) = raised(&house, &kari, &ola).await;
    let text = ola.presses(&format!("{path}/text"), &[]).await.succeeds();
    assert!(text.body.contains(TEXT) && text.body.contains("Kari Prøvesen"), "{}", text.body);
    assert!(text.header("content-disposition").starts_with("attachment"));
    assert_eq!(text.header("cache-control"), "no-store");
    assert_eq!(nina.reads(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(nina.presses(&format!("{path}/text"), &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(kari.presses(&format!("{path}/text"), &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(decides(&kari, &path, "no_duty", "Nei.").await.status, StatusCode::FORBIDDEN);
    // A copy moved to another escalation, or to another person, opens for nobody.
    let (_, other) = raised(&house, &kari, &ola).await;
    house.with(|conn| {
        let rows: Vec<(String, Vec<u8>)> =
            escalation_text::table.select((escalation_text::escalation_id, escalation_text::sealed_text)).load(conn)?;
        diesel::update(escalation_text::table.find(&rows[0].0))
            .set(escalation_text::sealed_text.eq(&rows[1].1))
            .execute(conn)?;
        Ok(())
    });
    let statuses = [ola.reads(&path).await.status, ola.reads(&other).await.status];
    assert!(statuses.contains(&StatusCode::INTERNAL_SERVER_ERROR), "{statuses:?}");
}

#[actix_web::test]
async fn nothing_typed_is_lost_and_it_is_decided_once() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let editor = house.member("Eli", &[Role::Editor]).await;
    let question = house.question(TEXT).await;
    for (to, note, status) in [
        (&ola, "", StatusCode::UNPROCESSABLE_ENTITY),
        (&kari, "Jeg selv.", StatusCode::NOT_FOUND),
        (&editor, "Den som ikke svarer.", StatusCode::NOT_FOUND),
    ] {
        let page = escalates(&kari, &question, to, note).await;
        assert_eq!((page.status, page.text_of("#note").as_str()), (status, note));
    }
    let (_, path) = raised(&house, &kari, &ola).await;
    let page = decides(&ola, &path, "", "Alt jeg skrev.").await;
    assert_eq!((page.status, page.value_of("reason").as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "Alt jeg skrev."));
    assert!(!page.error_at("decision").is_empty());
    decides(&ola, &path, "no_duty", "Ingen fare.").await.succeeds();
    let page = decides(&ola, &path, "police", "Jo, likevel.").await;
    assert_eq!((page.status, page.text_of("#reason").as_str()), (StatusCode::CONFLICT, "Jo, likevel."));
    assert!(kari.reads(&path).await.says("No duty to warn"));
}

#[actix_web::test]
async fn the_text_goes_with_the_question_and_the_decision_stays() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, code) = house.question_with_code(TEXT).await;
    let page = escalates(&kari, &question, &ola, "Barn i fare.").await.succeeds();
    let path = page.leads_to().split('?').next().unwrap().to_owned();
    decides(&ola, &path, "police", "Ringte operasjonssentralen.").await.succeeds();
    house.visitor().withdraws(&code).await.succeeds();
    let page = ola.reads(&path).await.succeeds();
    assert!(page.heading() == "The question is deleted" && page.has_link_to("/panel/escalations"));
    assert!(page.says("The question is deleted, and the text with it."), "{}", page.words());
    assert!(page.says("The police were told") && !page.says(TEXT) && !page.says("operasjonssentralen"));
    let (texts, kept): (i64, Option<String>) = house.with(|conn| {
        let kept = escalation::table.select(escalation::question_id).first(conn)?;
        Ok((escalation_text::table.count().get_result(conn)?, kept))
    });
    assert_eq!((texts, kept), (0, None));
}
