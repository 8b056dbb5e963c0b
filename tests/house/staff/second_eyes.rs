//! The page of the second pair of eyes: what changed since, remarks on passages, and another profession where asked for.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::{answer_comment, answer_returned};
use spoross::domain::answer::Wording;
use spoross::domain::ids::QuestionId;

use crate::support::person::{Person, whole_wording};
use crate::support::{House, Page};

const QUESTION: &str = "Hvorfor får jeg ikke sove før eksamen?";

fn wording(answer: &str) -> Wording {
    Wording { answer: answer.into(), ..whole_wording() }
}

async fn in_review(house: &House, author: &Person, answer: &str) -> QuestionId {
    let question = house.question(QUESTION).await;
    author.claims(&question).await.succeeds();
    author.sends_to_review(&question, &wording(answer)).await.succeeds();
    question
}

async fn reads_desk(person: &Person, question: &QuestionId) -> Page {
    person.reads(&format!("/panel/questions/{question}/review")).await
}

async fn remarks(person: &Person, question: &QuestionId, passage: &str, version: &str, text: &str) -> Page {
    let fields = [("field", "answer"), ("passage", passage), ("version", version), ("text", text)];
    person.presses(&format!("/panel/questions/{question}/comments"), &fields).await
}

#[actix_web::test]
async fn what_changed_since_it_was_sent_back_is_shown_word_by_word() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = in_review(&house, &kari, "Ta 5 mg.\n\nSov godt.").await;
    let first = reads_desk(&ola, &question).await.succeeds();
    assert_eq!((first.count("#changes"), first.count(".passage")), (0, 4), "title, question and two of the answer");
    ola.decides(&question, "return", "Se på dosen.").await.succeeds();
    kari.sends_to_review(&question, &wording("Ta 15 mg.\n\nSov godt.")).await.succeeds();
    let page = reads_desk(&ola, &question).await.succeeds();
    assert_eq!(page.text_of("#changes del"), "Removed: 5 End.");
    assert_eq!(page.text_of("#changes ins"), "Added: 15 End.");
    assert_eq!(page.count("#changes h3"), 1, "only the answer was changed");
    ola.decides(&question, "publish", "").await.succeeds();
    assert_eq!(
        house.with(|conn| Ok(answer_returned::table.count().get_result::<i64>(conn)?)),
        0,
        "gone with the draft"
    );
}

#[actix_web::test]
async fn a_remark_stands_beside_its_passage_is_sealed_and_reaches_the_author() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = in_review(&house, &kari, "Ta 5 mg.\n\nSov godt.").await;
    remarks(&ola, &question, "1", "1", "Si hvor lenge, <b>trubadur</b>.").await.succeeds();
    let page = reads_desk(&ola, &question).await.succeeds();
    assert!(page.text_of("#answer-1 .remark").contains("Si hvor lenge, <b>trubadur</b>."), "{}", page.words());
    assert_eq!(page.count("#answer-0 .remark"), 0);
    let sealed: Vec<u8> = house.with(|conn| Ok(answer_comment::table.select(answer_comment::sealed).first(conn)?));
    assert!(!String::from_utf8_lossy(&sealed).contains("trubadur"));

    ola.decides(&question, "return", "Se kommentaren.").await.succeeds();
    let desk = kari.opens(&question).await.succeeds();
    assert_eq!(desk.text_of("#comments blockquote"), "Sov godt.");
    assert!(desk.text_of("#comments").contains("Ola Prøvesen: Si hvor lenge") && !desk.says("was changed since"));
    kari.sends_to_review(&question, &wording("Ta 5 mg.\n\nSov åtte timer.")).await.succeeds();
    let page = reads_desk(&ola, &question).await.succeeds();
    assert!(page.says("Comments on passages that were changed: 1") && page.count(".passage .remark") == 0);
    ola.decides(&question, "return", "Litt til.").await.succeeds();
    assert_eq!(kari.opens(&question).await.count("#comments"), 0, "what was dealt with is gone");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn a_remark_is_made_by_a_colleague_on_words_they_saw_and_never_by_the_author() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let nina = house.clinician("Nina").await;
    let question = in_review(&house, &kari, "Ta 5 mg.").await;
    assert_eq!(reads_desk(&kari, &question).await.leads_to(), format!("/panel/questions/{question}"));
    remarks(&kari, &question, "0", "1", "Bra!").await;
    for (passage, version, text, status) in [
        ("0", "7", "For sent.", StatusCode::CONFLICT),
        ("0", "1", "", StatusCode::UNPROCESSABLE_ENTITY),
        ("9", "1", "Hvor?", StatusCode::NOT_FOUND),
    ] {
        let page = remarks(&ola, &question, passage, version, text).await;
        assert_eq!(page.status, status, "{passage} {version}");
        assert!(text != "For sent." || page.says("For sent."), "what was typed comes back");
    }
    let long = "x".repeat(100_000);
    let page = remarks(&ola, &question, "0", "1", &long).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.value_of("text").len() + page.text_of("#comment-answer-0").len(), long.len());
    let count = || house.with(|conn| Ok(answer_comment::table.count().get_result::<i64>(conn)?));
    assert_eq!(count(), 0);

    remarks(&ola, &question, "0", "1", "Bra.").await.succeeds();
    let desk = reads_desk(&ola, &question).await;
    let removal = desk.attribute("form[action$=removal]", "action").unwrap();
    assert_eq!(nina.presses(&removal, &[]).await.status, StatusCode::NOT_FOUND, "not hers");
    assert_eq!(reads_desk(&nina, &question).await.count("form[action$=removal]"), 0);
    ola.presses(&removal, &[]).await.succeeds();
    assert_eq!(count(), 0);
}

#[actix_web::test]
async fn the_address_is_told_and_a_title_that_stands_already_is_noticed() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = in_review(&house, &kari, "Sov godt.").await;
    let page = reads_desk(&ola, &question).await.succeeds();
    assert!(page.text_of("#address").ends_with("/sporsmal/sovn-for-eksamen") && page.count("#same-title") == 0);
    crate::public::read::publishes(&house, "Søvn før eksamen", "Hei!");
    let page = reads_desk(&ola, &question).await.succeeds();
    assert!(page.text_of("#address").ends_with("/sporsmal/sovn-for-eksamen-2"));
    assert!(page.has_link_to("/panel/publications/sovn-for-eksamen"), "{}", page.words());
}

#[actix_web::test]
async fn in_chosen_topics_someone_of_another_profession_must_read() {
    let topics = |settings: &mut spoross::settings::Settings| {
        settings.review.other_profession_topics = vec!["psykisk-helse".into()];
    };
    let house = House::open_with(topics).await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = in_review(&house, &kari, "Sov godt.").await;
    let is_trained = async |person: &Person, profession: &str| {
        let path = format!("/panel/staff/{}/profession", person.id);
        house.manager().presses(&path, &[("profession", profession)]).await.succeeds();
    };
    for (kari_is, ola_is) in [("", ""), ("lege", ""), ("", "lege"), ("Lege", "lege")] {
        is_trained(&kari, kari_is).await;
        is_trained(&ola, ola_is).await;
        for verdict in ["approve", "publish"] {
            let page = ola.decides(&question, verdict, "").await;
            assert_eq!(page.status, StatusCode::CONFLICT, "{kari_is} and {ola_is}");
            assert!(page.says("Someone of another profession must read this."), "{}", page.words());
        }
    }
    assert!(house.manager().reads("/panel/staff").await.body.contains("value=\"Lege\""));
    is_trained(&ola, "psykolog").await;
    ola.decides(&question, "publish", "").await.succeeds();
    let long = house
        .manager()
        .presses(&format!("/panel/staff/{}/profession", ola.id), &[("profession", &"x".repeat(61))])
        .await;
    assert_eq!((long.status, long.error_at("profession").is_empty()), (StatusCode::UNPROCESSABLE_ENTITY, false));
}

#[actix_web::test]
async fn in_other_topics_a_colleague_of_the_same_profession_will_do() {
    let topics = |settings: &mut spoross::settings::Settings| {
        settings.review.other_profession_topics = vec!["alkohol".into()];
    };
    let house = House::open_with(topics).await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = in_review(&house, &kari, "Sov godt.").await;
    ola.decides(&question, "publish", "").await.succeeds();
}
