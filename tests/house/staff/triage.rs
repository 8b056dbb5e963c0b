//! Why a question came first, and a person's own word on how soon it must be looked at.

use actix_web::http::StatusCode;
use chrono::NaiveDate;
use diesel::prelude::*;
use spoross::database::schema::{audit, question, relevel};
use spoross::domain::ids::QuestionId;
use spoross::domain::staff::Role;

use crate::support::House;
use crate::support::person::{Person, whole_wording};
use crate::support::visitor::filled_in;

const ORDINARY: &str = "Hvorfor får jeg ikke sove før eksamen?";
const SERIOUS: &str = "jeg kutter meg på armen når jeg er lei meg";

type Kept = (String, String, String, NaiveDate);

async fn sets(person: &Person, question: &QuestionId, urgency: &str) -> crate::support::Page {
    person.presses(&format!("/panel/questions/{question}/urgency"), &[("urgency", urgency)]).await
}

fn kept(house: &House) -> Vec<Kept> {
    house.with(|conn| {
        Ok(relevel::table
            .select((relevel::found, relevel::set_to, relevel::rules, relevel::month))
            .order(relevel::set_to)
            .load(conn)?)
    })
}

#[actix_web::test]
async fn the_clinician_sees_which_signs_fired_when_it_was_asked() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(SERIOUS).await;
    let signs = kari.opens(&question).await.text_of("#signs");
    assert!(signs.contains("self-harm") && signs.contains("t0"), "{signs}");
    let sealed: Vec<u8> = house.with(|conn| Ok(question::table.select(question::sealed).first(conn)?));
    assert!(!sealed.windows(5).any(|window| window == b"rules"));
}

#[actix_web::test]
async fn nothing_found_is_not_told_as_all_is_well() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(ORDINARY).await;
    assert_eq!(kari.opens(&question).await.count("#signs"), 0);
}

#[actix_web::test]
async fn the_askers_own_tick_is_told_beside_the_signs() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let visitor = house.visitor();
    let mut fields = filled_in(&visitor.opens_the_form().await, &[]);
    fields.push(("danger".into(), "yes".into()));
    visitor.sends_form(&fields).await.succeeds();
    let page = kari.opens(&house.question_ids()[0]).await;
    assert!(page.text_of("#signs").contains("the asker ticked"), "{}", page.words());
    assert_eq!(page.value_of("urgency"), "acute");
}

#[actix_web::test]
async fn a_person_sets_the_urgency_and_the_queue_follows() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (first, second) = (house.question(SERIOUS).await, house.question(ORDINARY).await);
    assert!(kari.reads("/panel").await.text_of("tbody tr:first-child").contains(&first.short()));
    let page = sets(&kari, &second, "acute").await.succeeds();
    assert!(kari.reads(page.leads_to()).await.says("The queue follows"));
    sets(&kari, &first, "normal").await.succeeds();
    let queue = kari.reads("/panel").await;
    let line = queue.text_of("tbody tr:first-child");
    assert!(line.contains(&second.short()) && line.contains("Acute"), "{line}");
    let acts: i64 =
        house.with(|conn| Ok(audit::table.filter(audit::act.eq("question.relevel")).count().get_result(conn)?));
    assert_eq!(acts, 2);
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn what_is_kept_for_learning_is_levels_rules_and_the_month() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(SERIOUS).await;
    sets(&kari, &question, "acute").await.succeeds();
    // A second thought is measured against what was found, not against the first thought.
    sets(&kari, &question, "normal").await.succeeds();
    let kept = kept(&house);
    let month: NaiveDate = "2026-03-01".parse().unwrap();
    assert_eq!(kept.len(), 2);
    for ((found, set_to, rules, kept_month), expected) in kept.iter().zip(["acute", "normal"]) {
        assert_eq!((found.as_str(), set_to.as_str(), *kept_month), ("urgent", expected, month));
        assert!(rules.split(' ').all(|rule| rule.len() == 4) && !rules.is_empty(), "{rules}");
    }
    let ids: Vec<String> = house.with(|conn| Ok(relevel::table.select(relevel::id).load(conn)?));
    assert!(ids.iter().all(|id| id != question.as_str()));
}

#[actix_web::test]
async fn the_same_level_again_leaves_no_trace() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(SERIOUS).await;
    sets(&kari, &question, "urgent").await.succeeds();
    assert_eq!(kept(&house), []);
}

#[actix_web::test]
async fn any_clinician_who_may_open_it_may_set_it_and_nobody_else() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let eva = house.member("Eva", &[Role::Reviewer, Role::Editor]).await;
    let question = house.question(ORDINARY).await;
    kari.claims(&question).await.succeeds();
    assert_eq!(sets(&eva, &question, "acute").await.status, StatusCode::FORBIDDEN);
    sets(&ola, &question, "acute").await.succeeds();
    assert_eq!(kari.opens(&question).await.value_of("urgency"), "acute");
}

#[actix_web::test]
async fn a_level_that_is_none_changes_nothing() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question(SERIOUS).await;
    assert_eq!(sets(&kari, &question, "soon").await.status, StatusCode::NOT_FOUND);
    assert_eq!(kari.opens(&question).await.value_of("urgency"), "urgent");
}

#[actix_web::test]
async fn what_is_published_is_not_levelled_any_more() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(ORDINARY).await;
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    ola.decides(&question, "publish", "").await.succeeds();
    assert_eq!(sets(&kari, &question, "acute").await.status, StatusCode::CONFLICT);
    assert_eq!(kept(&house), []);
}
