//! Remarks on passages: their author says that one was seen to, a colleague sees which are open, and either opens one again.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::answer_comment;
use spoross::domain::answer::Wording;
use spoross::domain::ids::QuestionId;

use crate::support::House;
use crate::support::person::{Person, whole_wording};

fn wording(answer: &str) -> Wording {
    Wording { answer: answer.into(), ..whole_wording() }
}

async fn remarks(person: &Person, question: &QuestionId, passage: &str, text: &str) {
    let fields = [("field", "answer"), ("passage", passage), ("version", "1"), ("text", text)];
    person.presses(&format!("/panel/questions/{question}/comments"), &fields).await.succeeds();
}

/// An answer that came back with two remarks.
async fn sent_back(house: &House, author: &Person, colleague: &Person) -> QuestionId {
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    author.claims(&question).await.succeeds();
    author.sends_to_review(&question, &wording("Ta 5 mg.\n\nSov godt.")).await.succeeds();
    remarks(colleague, &question, "0", "Hvor ofte?").await;
    remarks(colleague, &question, "1", "Hvor lenge?").await;
    colleague.decides(&question, "return", "Se kommentarene.").await.succeeds();
    question
}

/// Presses the first button beside a remark: the form of the draft goes with it, as in a browser.
async fn presses_first(person: &Person, question: &QuestionId, answer: &str) {
    let page = person.opens(question).await;
    let (version, remark) =
        (page.value_of("version"), page.attribute("#comments button[name=remark]", "value").unwrap());
    let fields = [
        ("title", "Søvn"),
        ("question", "Hvorfor?"),
        ("answer", answer),
        ("version", version.as_str()),
        ("remark", remark.as_str()),
    ];
    person.presses(&format!("/panel/questions/{question}/answer"), &fields).await.succeeds();
}

#[actix_web::test]
async fn the_author_sees_to_a_remark_and_loses_nothing_that_was_typed() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = sent_back(&house, &kari, &ola).await;
    let page = kari.opens(&question).await;
    assert_eq!((page.text_of("#comments-open").as_str(), page.count("#comments .done")), ("2 open comments", 0));
    presses_first(&kari, &question, "Ta 5 mg.\n\nSov godt. Og mer.").await;
    let page = kari.opens(&question).await;
    assert_eq!(page.value_of("answer"), "Ta 5 mg.\n\nSov godt. Og mer.", "what was typed is saved");
    assert_eq!(page.text_of("#comments-open"), "One open comment");
    assert_eq!(page.text_of("#comments .done s"), "Hvor ofte?");
    assert!(page.text_of("#comments .done").contains("Seen to by Kari Prøvesen"), "{}", page.words());
    // Pressed again it is open again, and once more seen to.
    presses_first(&kari, &question, "Ta 5 mg.\n\nSov godt.").await;
    assert_eq!(kari.opens(&question).await.text_of("#comments-open"), "2 open comments");
    presses_first(&kari, &question, "Ta 5 mg.\n\nSov godt.").await;

    kari.sends_to_review(&question, &wording("Ta 5 mg.\n\nSov godt.")).await.succeeds();
    let desk = ola.reads(&format!("/panel/questions/{question}/review")).await.succeeds();
    assert_eq!(desk.text_of("#comments-open"), "One open comment");
    assert_eq!(
        (desk.text_of("#answer-0 .remark.done s"), desk.count("#answer-1 .remark.done")),
        ("Hvor ofte?".into(), 0)
    );
    let reopening = desk.attribute("form[action$=reopening]", "action").unwrap();
    assert_eq!(kari.presses(&reopening, &[]).await.status, StatusCode::FORBIDDEN, "not of her own answer");
    for _ in 0..2 {
        ola.presses(&reopening, &[]).await.succeeds();
        let desk = ola.reads(&format!("/panel/questions/{question}/review")).await;
        assert_eq!((desk.text_of("#comments-open").as_str(), desk.count(".remark.done")), ("2 open comments", 0));
    }
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn only_whoever_writes_sees_to_a_remark_and_one_that_is_gone_does_no_harm() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let nina = house.clinician("Nina").await;
    let question = sent_back(&house, &kari, &ola).await;
    let page = kari.opens(&question).await;
    let (version, remark) =
        (page.value_of("version"), page.attribute("#comments button[name=remark]", "value").unwrap());
    let path = format!("/panel/questions/{question}/answer");
    let fields = [("answer", "Nye ord."), ("version", version.as_str()), ("remark", remark.as_str())];
    assert_eq!(nina.presses(&path, &fields).await.status, StatusCode::CONFLICT);
    assert_eq!(nina.opens(&question).await.count("#comments button[name=remark]"), 0);
    let done = || {
        house.with(|conn| {
            Ok(answer_comment::table.filter(answer_comment::done_by.is_not_null()).count().get_result::<i64>(conn)?)
        })
    };
    assert_eq!(done(), 0);
    house.with(|conn| Ok(diesel::delete(answer_comment::table).execute(conn)?));
    kari.presses(&path, &fields).await.succeeds();
    assert_eq!((done(), kari.opens(&question).await.value_of("answer")), (0, "Nye ord.".into()));
}
