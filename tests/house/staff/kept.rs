//! What was typed in the smaller forms comes through a new sign-in too, and what is far too large is given back and explained.

use actix_web::http::StatusCode;
use spoross::domain::staff::Role;

use super::carried::{sends_too_late, signs_in_again};
use crate::public::read::publishes;
use crate::support::person::{Person, whole_wording};
use crate::support::{House, Page};

const NOTE: &str = "Du kan mer om søvn.\nOg om eksamen.";
const SHOWN: &str = "Du kan mer om søvn. Og om eksamen.";

/// The session is over when the form is sent; whoever wrote it signs in on the page that came.
async fn comes_through(house: &House, person: &Person, path: &str, fields: &[(&str, &str)]) -> Page {
    person.signs_in().await;
    let asked = sends_too_late(house, person, path, fields).await;
    assert_eq!((asked.status, asked.heading().as_str()), (StatusCode::FORBIDDEN, "Logg inn"), "{path}");
    signs_in_again(house, person, &asked).await
}

#[actix_web::test]
async fn notes_beside_a_question_come_through() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    let to = format!("staff:{}", ola.id);
    let path = format!("/panel/questions/{question}");
    let page = comes_through(&house, &kari, &format!("{path}/handover"), &[("to", &to), ("note", NOTE)]).await;
    assert_eq!((page.status, page.text_of("#handover-note").as_str()), (StatusCode::OK, SHOWN), "{}", page.words());
    assert_eq!(page.attribute("#handover-to option[selected]", "value"), Some(to));
    assert_eq!(page.text_of("#escalation-note"), "");

    let fields = [("to", ola.id.as_str()), ("note", NOTE)];
    let page = comes_through(&house, &kari, &format!("{path}/escalation"), &fields).await;
    assert_eq!((page.status, page.text_of("#escalation-note").as_str()), (StatusCode::OK, SHOWN));
    assert_eq!(page.attribute("#escalation-to option[selected]", "value").as_deref(), Some(ola.id.as_str()));

    // What a colleague holds by now cannot be handed on: the note is given back to copy.
    kari.presses(&format!("{path}/answer"), &[("do", "release"), ("version", "0")]).await.succeeds();
    ola.signs_in().await;
    ola.claims(&question).await.succeeds();
    let page = comes_through(&house, &kari, &format!("{path}/handover"), &[("to", "group:rus"), ("note", NOTE)]).await;
    assert_eq!((page.status, page.text_of("#note").as_str()), (StatusCode::CONFLICT, SHOWN), "{}", page.words());
    assert_eq!(page.heading(), "The text was not saved, but here it is");
}

#[actix_web::test]
async fn what_a_colleague_and_an_editor_write_comes_through() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let eli = house.member("Eli", &[Role::Clinician, Role::Editor, Role::Reviewer]).await;
    kari.signs_in().await;
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    let path = format!("/panel/questions/{question}");

    for (version, status) in [("1", StatusCode::OK), ("7", StatusCode::CONFLICT)] {
        let fields = [("field", "answer"), ("passage", "0"), ("version", version), ("text", NOTE)];
        let page = comes_through(&house, &ola, &format!("{path}/comments"), &fields).await;
        assert_eq!((page.status, page.text_of("#comment-answer-0").as_str()), (status, SHOWN), "{}", page.words());
    }
    let page = comes_through(&house, &eli, &format!("{path}/urgent-publication"), &[("reason", NOTE)]).await;
    assert_eq!((page.status, page.text_of("#reason").as_str()), (StatusCode::OK, SHOWN));

    publishes(&house, "Søvn", "Grensen er 16 år.");
    let fields = [("reason", "other"), ("words", NOTE), ("successor", "annet")];
    let page = comes_through(&house, &eli, "/panel/publications/sovn/withdrawal", &fields).await;
    assert_eq!((page.status, page.text_of("#words").as_str()), (StatusCode::OK, SHOWN));
    assert_eq!((page.value_of("reason"), page.value_of("successor")), ("other".into(), "annet".into()));

    let form = "/panel/publications/sovn/correction";
    for (number, status) in [("0", StatusCode::OK), ("3", StatusCode::CONFLICT)] {
        let fields = [("title", "Søvn"), ("answer", "Nye ord."), ("public_note", "Rettet."), ("number", number)];
        let page = comes_through(&house, &eli, form, &fields).await;
        assert_eq!((page.status, page.value_of("answer").as_str()), (status, "Nye ord."), "{}", page.words());
        assert_eq!(page.value_of("public_note"), "Rettet.");
    }
    let page = eli.reads(form).await.succeeds();
    let (title, original) = (page.value_of("title"), page.value_of("original"));
    let fields =
        [("title", title.as_str()), ("question", "Hva?"), ("answer", "Grensen er 18 år."), ("public_note", "Rettet.")];
    let rest = [("number", "0"), ("original", original.as_str()), ("do", "review")];
    eli.presses(form, &[&fields[..], &rest[..]].concat()).await.succeeds();
    let number = ola_reads(&ola, form).await.value_of("number");
    let fields = [("note", NOTE), ("number", number.as_str())];
    let page = comes_through(&house, &ola, &format!("{form}/review"), &fields).await;
    assert_eq!((page.status, page.text_of("#note").as_str()), (StatusCode::OK, SHOWN), "{}", page.words());
}

async fn ola_reads(ola: &Person, path: &str) -> Page {
    ola.signs_in().await;
    ola.reads(path).await.succeeds()
}

#[actix_web::test]
async fn the_reason_of_a_decision_comes_through_and_is_given_back_when_it_was_decided_meanwhile() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question("Faren min slår lillebroren min hver dag.").await;
    kari.signs_in().await;
    let fields = [("to", ola.id.as_str()), ("note", "Barn i fare.")];
    let page = kari.presses(&format!("/panel/questions/{question}/escalation"), &fields).await.succeeds();
    let path = page.leads_to().split('?').next().unwrap().to_owned();
    let fields = [("decision", "police"), ("reason", NOTE)];
    let page = comes_through(&house, &ola, &path, &fields).await;
    assert_eq!((page.status, page.text_of("#reason").as_str()), (StatusCode::OK, SHOWN), "{}", page.words());
    assert_eq!(page.value_of("decision"), "police");
    ola.presses(&path, &[("decision", "no_duty"), ("reason", "Det er trygt nå.")]).await.succeeds();
    let page = comes_through(&house, &ola, &path, &fields).await;
    assert_eq!((page.status, page.text_of("#reason").as_str()), (StatusCode::CONFLICT, SHOWN), "{}", page.words());
}

/// Larger than any form of ours: its beginning comes back, and why; nothing is done.
#[actix_web::test]
async fn a_form_that_is_far_too_large_is_given_back_and_explained() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    publishes(&house, "Søvn", "Grensen er 16 år.");
    let long = "x".repeat(300_000);
    for (path, field) in [
        (format!("/panel/questions/{question}/handover"), "note"),
        (format!("/panel/questions/{question}/escalation"), "note"),
        (format!("/panel/questions/{question}/comments"), "text"),
        (format!("/panel/questions/{question}/review"), "note"),
        (format!("/panel/questions/{question}/question-back"), "text"),
        (format!("/panel/questions/{question}/answer"), "answer"),
        ("/panel/publications/sovn/withdrawal".into(), "words"),
        ("/panel/publications/sovn/correction".into(), "public_note"),
        ("/panel/text-blocks".into(), "body"),
        ("/panel/articles".into(), "body"),
    ] {
        let page = kari.presses(&path, &[(field, &long)]).await;
        assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
        assert_eq!(page.heading(), "The text was not saved, but here it is", "{path}");
        assert!(page.body.contains(&long[..200_000]) && page.says("only its beginning is here"), "{path}");
    }
    let page = kari.opens(&question).await.succeeds();
    assert_eq!((page.value_of("answer"), ola.reads("/panel/text-blocks").await.says("xxx")), (String::new(), false));
}

/// A paste of 100 kB in each field that takes a text: said in words, and every sign of it comes back.
#[actix_web::test]
async fn a_paste_of_a_hundred_kilobytes_comes_back_from_every_field() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let eli = house.member("Eli", &[Role::Clinician, Role::Editor, Role::Reviewer]).await;
    let held = house.question("Hva er snus laget av egentlig?").await;
    kari.claims(&held).await.succeeds();
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    publishes(&house, "Søvn", "Grensen er 16 år.");
    let fields = [("to", ola.id.as_str()), ("note", "Barn i fare.")];
    let raised = kari.presses(&format!("/panel/questions/{held}/escalation"), &fields).await.succeeds();
    let escalation = raised.leads_to().split('?').next().unwrap().to_owned();
    let long = "Blåbær på øya. ".repeat(5_300);
    let long = long.trim_end();
    assert!(long.len() > 100_000);
    let of_question = |id: &spoross::domain::ids::QuestionId, rest: &str| format!("/panel/questions/{id}/{rest}");
    for (person, path, field, rest) in [
        (&kari, of_question(&held, "answer"), "answer", ("version", "0")),
        (&kari, of_question(&held, "answer"), "question", ("version", "0")),
        (&kari, of_question(&held, "handover"), "note", ("to", "group:rus")),
        (&kari, of_question(&held, "escalation"), "note", ("to", ola.id.as_str())),
        (&kari, of_question(&held, "question-back"), "text", ("reason", "")),
        (&kari, of_question(&held, "decline"), "text", ("reason", "assignment")),
        (&ola, of_question(&question, "review"), "note", ("do", "return")),
        (&eli, of_question(&question, "urgent-publication"), "reason", ("", "")),
        (&ola, escalation, "reason", ("decision", "police")),
        (&eli, "/panel/publications/sovn/correction".into(), "answer", ("number", "0")),
        (&eli, "/panel/publications/sovn/correction".into(), "public_note", ("number", "0")),
        (&eli, "/panel/publications/sovn/versions/en".into(), "answer", ("number", "0")),
        (&kari, "/panel/text-blocks".into(), "body", ("title", "Hilsen")),
        (&kari, "/panel/articles".into(), "body", ("title", "Om snus")),
    ] {
        let page = person.presses(&path, &[(field, long), rest]).await;
        let is_told = [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::PAYLOAD_TOO_LARGE].contains(&page.status);
        assert!(is_told, "{path} {field}: {}", page.status);
        assert!(page.body.contains(long), "{path} {field}: every sign comes back");
    }
}
