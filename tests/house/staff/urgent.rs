//! What could not wait for a second pair of eyes: marked, with its reason, until a colleague has read it.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::audit;
use spoross::domain::ids::QuestionId;
use spoross::domain::staff::Role;

use crate::support::person::{Person, whole_wording};
use crate::support::{House, Page};

const PAIR: &str = "/panel/publications/sovn-for-eksamen";

async fn in_review(house: &House, author: &Person) -> QuestionId {
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    author.claims(&question).await.succeeds();
    author.sends_to_review(&question, &whole_wording()).await.succeeds();
    question
}

async fn hurries(person: &Person, question: &QuestionId, reason: &str) -> Page {
    person.presses(&format!("/panel/questions/{question}/urgent-publication"), &[("reason", reason)]).await
}

async fn editor(house: &House, name: &str) -> Person {
    house.member(name, &[Role::Clinician, Role::Editor, Role::Reviewer]).await
}

#[actix_web::test]
async fn an_editor_publishes_without_waiting_and_it_is_marked_until_a_colleague_has_read_it() {
    let house = House::open().await;
    let (kari, ola) = (editor(&house, "Kari").await, house.clinician("Ola").await);
    let question = in_review(&house, &kari).await;
    assert!(kari.opens(&question).await.has_link_to(&format!("/panel/questions/{question}/urgent-publication")));
    let without = hurries(&kari, &question, "").await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(without.error_at("reason"), "Write why it cannot wait.");
    hurries(&kari, &question, "Farlige piller i byen i kveld.").await.succeeds();

    let public = house.visitor().reads("/sporsmal/sovn-for-eksamen").await.succeeds();
    assert!(!public.says("En kollega har lest") && !public.says("Farlige piller"), "{}", public.words());
    assert!(ola.reads("/panel/urgent").await.text_of_row("Søvn").contains("Farlige piller i byen i kveld."));
    let acts: i64 = house.with(|conn| {
        Ok(audit::table.filter(audit::act.eq("publication.publish_urgently")).count().get_result(conn)?)
    });
    assert_eq!(acts, 1);

    let own = kari.presses(&format!("{PAIR}/urgent-review"), &[]).await;
    assert_eq!((own.status, kari.reads(PAIR).await.count("#urgent form")), (StatusCode::FORBIDDEN, 0));
    assert_eq!(ola.reads(PAIR).await.count("#urgent form"), 1);
    ola.presses(&format!("{PAIR}/urgent-review"), &[]).await.succeeds();
    assert!(ola.reads("/panel/urgent").await.says("Every published answer has been read by a colleague."));
    assert!(ola.reads(PAIR).await.says("Read afterwards by Ola Prøvesen"));
    assert!(house.visitor().reads("/sporsmal/sovn-for-eksamen").await.says("En kollega har lest"));
    assert_eq!(ola.presses(&format!("{PAIR}/urgent-review"), &[]).await.status, StatusCode::CONFLICT, "once");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn whoever_wrote_it_is_not_the_colleague_who_reads_it_afterwards() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, editor(&house, "Ola").await);
    let question = in_review(&house, &kari).await;
    hurries(&ola, &question, "Det haster.").await.succeeds();
    for hand in [&kari, &ola] {
        assert_eq!(hand.presses(&format!("{PAIR}/urgent-review"), &[]).await.status, StatusCode::FORBIDDEN);
    }
}

#[actix_web::test]
async fn only_an_editor_and_only_what_waits_for_a_colleague() {
    let house = House::open().await;
    let (kari, ola) = (editor(&house, "Kari").await, house.clinician("Ola").await);
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    kari.writes(&question, &whole_wording()).await.succeeds();
    let draft = hurries(&kari, &question, "Det haster.").await;
    assert_eq!((draft.status, draft.text_of("#reason").as_str()), (StatusCode::CONFLICT, "Det haster."));
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    assert_eq!(hurries(&ola, &question, "Det haster.").await.status, StatusCode::FORBIDDEN);
    assert_eq!(house.visitor().reads("/sporsmal/sovn-for-eksamen").await.status, StatusCode::NOT_FOUND);
    hurries(&kari, &question, "Det haster.").await.succeeds();
    let twice = hurries(&kari, &question, "Det haster.").await;
    assert_eq!(twice.status, StatusCode::CONFLICT, "published once");
    assert_eq!(house.visitor().reads("/sporsmal/sovn-for-eksamen-2").await.status, StatusCode::NOT_FOUND);
}
