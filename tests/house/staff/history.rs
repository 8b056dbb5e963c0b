//! What a draft said before is there to read and to take back, sealed, until the answer is done.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::answer_past;
use spoross::domain::answer::Wording;
use spoross::domain::ids::QuestionId;

use crate::support::House;
use crate::support::person::{Person, whole_wording};

fn saying(answer: &str) -> Wording {
    Wording { answer: answer.into(), ..whole_wording() }
}

async fn writing(house: &House) -> (Person, QuestionId) {
    let kari = house.clinician("Kari").await;
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    (kari, question)
}

fn kept(house: &House) -> Vec<i32> {
    house.with(|conn| Ok(answer_past::table.order(answer_past::version).select(answer_past::version).load(conn)?))
}

#[actix_web::test]
async fn a_former_wording_is_read_and_taken_back_and_nothing_is_lost_by_it() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    kari.writes(&question, &saying("Den første utgaven.")).await.succeeds();
    // The second is one that the page saved by itself.
    let token = kari.reads("/panel/profile").await.value_of("token");
    let fields = [("answer", "Den andre utgaven."), ("version", "1"), ("token", &token)];
    kari.sends_form(&format!("/panel/questions/{question}/autosave"), &fields).await.succeeds();
    let page = kari.reads(&format!("/panel/questions/{question}/history")).await.succeeds();
    assert!(page.says("Den første utgaven.") && page.says("Kari Prøvesen"), "{}", page.words());
    assert_eq!(page.count("section h2"), 1, "the draft itself is no former one");

    let version = page.value_of("version");
    let path = format!("/panel/questions/{question}/history/1");
    let page = kari.presses(&path, &[("version", version.as_str())]).await.succeeds();
    assert!(page.leads_to().ends_with("notice=taken-back"), "{}", page.leads_to());
    assert_eq!(kari.opens(&question).await.value_of("answer"), "Den første utgaven.");
    let page = kari.reads(&format!("/panel/questions/{question}/history")).await;
    assert!(page.says("Den andre utgaven."), "{}", page.words());
}

#[actix_web::test]
async fn it_is_sealed_and_gone_with_the_draft() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let ola = house.clinician("Ola").await;
    kari.writes(&question, &saying("Den første utgaven.")).await.succeeds();
    let sealed: Vec<Vec<u8>> =
        house.with(|conn| Ok(answer_past::table.select(answer_past::sealed_wording).load(conn)?));
    assert!(!sealed.is_empty() && !sealed.iter().any(|bytes| bytes.windows(5).any(|window| window == b"utgav")));
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    assert_eq!(kept(&house), [1, 2]);
    ola.decides(&question, "publish", "").await.succeeds();
    assert_eq!(kept(&house), Vec::<i32>::new());
}

#[actix_web::test]
async fn of_what_the_page_saves_by_itself_one_of_many_is_kept() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let token = kari.reads("/panel/profile").await.value_of("token");
    let path = format!("/panel/questions/{question}/autosave");
    for version in 0..45 {
        let (version, text) = (version.to_string(), format!("Utgave {version}"));
        let fields = [("answer", text.as_str()), ("version", &version), ("token", &token)];
        kari.sends_form(&path, &fields).await.succeeds();
    }
    assert_eq!(kept(&house), [20, 40]);
    // Saved by its writer without another change: that one is worth keeping; twice is not.
    for version in ["45", "46"] {
        let fields = [("answer", "Utgave 44"), ("version", version)];
        kari.presses(&format!("/panel/questions/{question}/answer"), &fields).await.succeeds();
    }
    assert_eq!(kept(&house), [20, 40, 46]);
}

#[actix_web::test]
async fn only_the_last_ones_are_kept() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let token = kari.reads("/panel/profile").await.value_of("token");
    for version in 0..33 {
        let (version, text) = (version.to_string(), format!("Utgave {version}"));
        let fields = [("answer", text.as_str()), ("version", &version), ("token", &token)];
        kari.sends_form(&format!("/panel/questions/{question}/answer"), &fields).await.succeeds();
    }
    assert_eq!(kept(&house), (4..34).collect::<Vec<i32>>());
}

#[actix_web::test]
async fn whoever_does_not_hold_the_question_takes_nothing_back() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let ola = house.clinician("Ola").await;
    kari.writes(&question, &saying("Den første utgaven.")).await.succeeds();
    kari.writes(&question, &saying("Den andre utgaven.")).await.succeeds();
    let page = ola.reads(&format!("/panel/questions/{question}/history")).await.succeeds();
    assert_eq!(page.count("main form"), 0);
    let page = ola.presses(&format!("/panel/questions/{question}/history/1"), &[("version", "2")]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    let page = kari.presses(&format!("/panel/questions/{question}/history/1"), &[("version", "1")]).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "another tab saved meanwhile");
    assert_eq!(kari.opens(&question).await.value_of("answer"), "Den andre utgaven.");
}
