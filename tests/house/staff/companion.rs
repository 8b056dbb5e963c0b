//! One answer serves several who ask almost the same, each behind their own receipt.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::database::schema::{publication, statistic, wait};
use spoross::domain::answer::Wording;
use spoross::domain::ids::QuestionId;
use spoross::domain::question::{self, State};

use crate::support::House;
use crate::support::person::{Person, whole_wording};

const ASKED: &str = "Hvor lenge kan weed ses på en urinprøve?";
const ALIKE: &str = "hei, hvor lenge kan weed vises på urinprøven da";
const OTHER: &str = "Hvor lenge er alkohol i kroppen etter en fest?";

/// Kari answers the first of three; the codes of the first two.
async fn house_asked() -> (House, Person, [QuestionId; 3], [String; 2]) {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (asked, code) = house.question_with_code(ASKED).await;
    let (alike, other_code) = house.question_with_code(ALIKE).await;
    let other = house.question(OTHER).await;
    kari.claims(&asked).await.succeeds();
    (house, kari, [asked, alike, other], [code, other_code])
}

async fn takes_along(person: &Person, question: &QuestionId, others: &[&QuestionId]) {
    let fields: Vec<(&str, &str)> = others.iter().map(|id| ("question", id.as_str())).collect();
    person.presses(&format!("/panel/questions/{question}/companions"), &fields).await.succeeds();
}

/// Answers that were counted, and waits.
fn counted(house: &House) -> (Vec<i64>, Vec<i64>) {
    house.with(|conn| {
        let outcomes = statistic::table.filter(statistic::dimension.eq("outcome")).select(statistic::count);
        Ok((outcomes.load(conn)?, wait::table.select(wait::count).load(conn)?))
    })
}

#[actix_web::test]
async fn what_asks_almost_the_same_is_found_and_what_does_not_is_not() {
    let (_house, kari, [asked, alike, other], _) = house_asked().await;
    let page = kari.reads(&format!("/panel/questions/{asked}/companions")).await.succeeds();
    assert_eq!(page.values_of("input[name=question]"), [alike.to_string()]);
    assert_eq!(page.values_of("input[name=question][checked]"), Vec::<String>::new(), "a person chooses");
    assert!(page.says(ALIKE) && !page.says(OTHER), "{}", page.words());
    // Whoever does not hold the question compares nothing.
    let page = kari.reads(&format!("/panel/questions/{other}/companions")).await;
    assert_eq!(page.leads_to(), format!("/panel/questions/{other}"));
}

#[actix_web::test]
async fn one_answer_reaches_each_asker_behind_their_own_code() {
    let (house, kari, [asked, alike, other], codes) = house_asked().await;
    let ola = house.clinician("Ola").await;
    takes_along(&kari, &asked, &[&alike]).await;
    assert!(kari.opens(&asked).await.says("also goes to one more question"));
    assert!(kari.opens(&alike).await.has_link_to(&format!("/panel/questions/{asked}")));
    assert_eq!(ola.claims(&alike).await.status, StatusCode::CONFLICT, "nobody answers it beside");

    kari.sends_to_review(&asked, &whole_wording()).await.succeeds();
    ola.decides(&asked, "publish", "").await.succeeds();
    for code in &codes {
        let page = house.visitor().shows(code).await.succeeds();
        assert!(page.has_link_to("/sporsmal/sovn-for-eksamen"), "{}", page.words());
    }
    assert!(kari.opens(&alike).await.says("published"), "{}", kari.opens(&alike).await.words());
    let pairs: i64 = house.with(|conn| Ok(publication::table.count().get_result(conn)?));
    assert_eq!(pairs, 1, "one pair for both");
    assert_eq!(counted(&house), (vec![2], vec![2]), "and two who waited and were answered");
    kari.claims(&other).await.succeeds();
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn an_answer_for_the_asker_alone_reaches_both_and_a_no_reaches_one() {
    let (house, kari, [asked, alike, _], codes) = house_asked().await;
    let ola = house.clinician("Ola").await;
    takes_along(&kari, &asked, &[&alike]).await;
    let private = Wording { is_private: true, answer: "Bare til deg: noen dager.".into(), ..Wording::default() };
    house.answered((&kari, &ola), &asked, &private).await;
    for code in &codes {
        assert!(house.visitor().shows(code).await.says("Bare til deg: noen dager."));
    }

    let (house, kari, [asked, alike, _], codes) = house_asked().await;
    takes_along(&kari, &asked, &[&alike]).await;
    kari.declines(&asked, "elsewhere", "Spør fastlegen din om dette.").await.succeeds();
    assert!(house.visitor().shows(&codes[0]).await.says("Spør fastlegen din om dette."));
    assert!(!house.visitor().shows(&codes[1]).await.says("Spør fastlegen din om dette."));
    kari.writes(&alike, &whole_wording()).await.succeeds();
}

#[actix_web::test]
async fn one_that_is_let_go_waits_again_and_one_that_was_taken_back_is_gone() {
    let (house, kari, [asked, alike, other], codes) = house_asked().await;
    let ola = house.clinician("Ola").await;
    takes_along(&kari, &asked, &[&alike, &other]).await;
    let fields = [("let_go", other.as_str())];
    kari.presses(&format!("/panel/questions/{asked}/companions"), &fields).await.succeeds();
    ola.claims(&other).await.succeeds();
    house.visitor().withdraws(&codes[1]).await.succeeds();
    assert!(!kari.opens(&asked).await.says("also goes to"));
    kari.sends_to_review(&asked, &whole_wording()).await.succeeds();
    ola.decides(&asked, "publish", "").await.succeeds();
    ola.writes(&other, &whole_wording()).await.succeeds();
}

#[actix_web::test]
async fn what_a_colleague_began_on_is_left_to_them() {
    let (house, kari, [asked, alike, other], codes) = house_asked().await;
    let ola = house.clinician("Ola").await;
    ola.claims(&alike).await.succeeds();
    takes_along(&kari, &asked, &[&alike, &other, &asked]).await;
    assert!(kari.opens(&asked).await.says("also goes to one more question"));
    // Given back and taken by a colleague meanwhile: that is theirs too.
    kari.sends_draft(&other, &Wording::default(), "release").await.succeeds();
    ola.claims(&other).await.succeeds();
    kari.sends_to_review(&asked, &whole_wording()).await.succeeds();
    ola.decides(&asked, "publish", "").await.succeeds();
    assert!(!house.visitor().shows(&codes[1]).await.has_link_to("/sporsmal/sovn-for-eksamen"));
    assert_eq!(counted(&house), (vec![1], vec![1]));
    ola.writes(&other, &whole_wording()).await.succeeds();
    // A question that comes along takes nobody along.
    let (_house, kari, [asked, alike, other], _) = house_asked().await;
    takes_along(&kari, &asked, &[&alike]).await;
    let fields = [("question", other.as_str())];
    let page = kari.presses(&format!("/panel/questions/{alike}/companions"), &fields).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
}

/// Whoever works on one works on all: the others stay with them while they write and while a colleague reads.
#[actix_web::test]
async fn what_is_served_along_stays_as_long_as_its_first_and_goes_back_with_it() {
    let (house, kari, [asked, alike, _], _) = house_asked().await;
    let ola = house.clinician("Ola").await;
    takes_along(&kari, &asked, &[&alike]).await;
    let is_free = async |id: &QuestionId| {
        spoross::jobs::run_all(&house.app).await.unwrap();
        house.with(|conn| question::find(conn, id)).state == State::Waiting
    };
    for work in ["types", "saves", "types"] {
        house.later(TimeDelta::minutes(45));
        kari.signs_in().await;
        match work {
            "types" => kari.is_at_work_on(&asked).await.succeeds(),
            _ => kari.writes(&asked, &whole_wording()).await.succeeds(),
        };
        assert!(!is_free(&alike).await, "while Kari {work}");
    }
    kari.sends_to_review(&asked, &whole_wording()).await.succeeds();
    house.later(TimeDelta::minutes(90));
    assert!(!is_free(&alike).await, "while a colleague reads");
    for person in [&kari, &ola] {
        person.signs_in().await;
    }
    ola.decides(&asked, "return", "Litt til.").await.succeeds();
    kari.is_at_work_on(&asked).await.succeeds();
    house.later(TimeDelta::minutes(61));
    assert!(is_free(&asked).await && is_free(&alike).await, "both were abandoned");
}
