//! What happens by itself.

use std::path::PathBuf;

use chrono::TimeDelta;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use spoross::database::schema::{audit, question, session};
use spoross::domain::answer::Wording;

use crate::support::House;
use crate::support::files::files_with;
use crate::support::person::whole_wording;

fn sessions(house: &House) -> i64 {
    house.with(|conn| Ok(session::table.count().get_result(conn)?))
}

#[actix_web::test]
async fn sessions_that_nobody_can_use_any_more_are_removed() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    assert_eq!(sessions(&house), 2);
    house.later(TimeDelta::minutes(20));
    kari.reads("/panel").await.succeeds();
    house.later(TimeDelta::minutes(20));
    for _ in 0..2 {
        spoross::jobs::run_all(&house.app).await.unwrap();
        // The manager was idle for forty minutes, Kari for twenty.
        assert_eq!(sessions(&house), 1);
    }
    kari.reads("/panel").await.succeeds();
    assert_eq!(kari.reads("/panel").await.heading(), "Queue");
}

#[actix_web::test]
async fn an_original_is_gone_on_its_day_and_its_bytes_with_it() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    let waiting = house.question("Hva med dette, som ingen har svart på?").await;
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    ola.decides(&question, "publish", "").await.succeeds();
    let sealed: Vec<u8> =
        house.with(|conn| Ok(question::table.find(question.as_str()).select(question::sealed).first(conn)?));
    let page = kari.reads("/panel/retention").await.succeeds();
    assert!(page.says("Thursday 9 April"), "{}", page.words());

    house.later(TimeDelta::days(29));
    spoross::jobs::run_all(&house.app).await.unwrap();
    assert_eq!(house.question_ids().len(), 2);
    house.later(TimeDelta::days(1));
    spoross::jobs::run_all(&house.app).await.unwrap();
    assert_eq!(house.question_ids(), [waiting]);
    house.visitor().reads("/sporsmal/sovn-for-eksamen").await.succeeds();
    house.assert_audit_is_whole();
    let named: i64 =
        house.with(|conn| Ok(audit::table.filter(audit::subject_id.eq(question.as_str())).count().get_result(conn)?));
    assert_eq!(named, 0);
    for trace in [&sealed[64..96], question.as_str().as_bytes()] {
        assert_eq!(files_with(house.database.folder.path(), trace), Vec::<PathBuf>::new());
    }
}

#[actix_web::test]
async fn an_owner_who_must_archive_has_it_sealed_before_it_is_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let house = House::open_with(|settings| settings.retention.archive_folder = path).await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, code) = house.question_with_code("Hvorfor får jeg ikke sove før eksamen?").await;
    let private = Wording { answer: "Dette er bare til deg.".into(), is_private: true, ..Wording::default() };
    house.answered((&kari, &ola), &question, &private).await;
    house.later(TimeDelta::days(30));
    spoross::jobs::run_all(&house.app).await.unwrap();

    assert!(house.question_ids().is_empty());
    let file = std::fs::read_to_string(folder.path().join(format!("{question}.json"))).unwrap();
    for clear in ["sove", "bare til deg", &code, "16_17"] {
        assert!(!file.contains(clear), "{clear}");
    }
    kari.signs_in().await;
    assert!(kari.reads("/panel/archive").await.has_link_to(&format!("/panel/archive/{question}")));
    let page = kari.reads(&format!("/panel/archive/{question}")).await.succeeds();
    assert!(page.says("Hvorfor får jeg ikke sove") && page.says("Dette er bare til deg."), "{}", page.words());
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn what_cannot_be_archived_is_not_deleted() {
    let house = House::open_with(|settings| settings.retention.archive_folder = "/nowhere/at/all".into()).await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    house.answered((&kari, &ola), &question, &whole_wording()).await;
    house.later(TimeDelta::days(30));
    assert!(spoross::jobs::run_all(&house.app).await.is_err());
    assert_eq!(house.question_ids(), [question]);
}

#[actix_web::test]
async fn without_an_archive_there_is_no_such_page() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    assert_eq!(kari.reads("/panel/archive").await.status, actix_web::http::StatusCode::NOT_FOUND);
}

/// A backup reads the database while someone takes their question back: that is no failure for them, and the bytes are
/// gone with the next hour's job.
#[actix_web::test]
async fn a_reader_in_the_way_of_deleting_is_made_up_for() {
    let house = House::open().await;
    let (_, code) = house.question_with_code("Hvorfor får jeg ikke sove før eksamen?").await;
    let sealed: Vec<u8> = house.with(|conn| Ok(question::table.select(question::sealed).first(conn)?));
    let mut backup = house.app.database.connect().unwrap();
    backup.batch_execute("BEGIN").unwrap();
    question::table.count().get_result::<i64>(&mut *backup).unwrap();
    let page = house.visitor().withdraws(&code).await.succeeds();
    assert_eq!(page.heading(), "Spørsmålet er slettet");
    backup.batch_execute("COMMIT").unwrap();
    drop(backup);
    spoross::jobs::run_all(&house.app).await.unwrap();
    assert_eq!(files_with(house.database.folder.path(), &sealed[64..96]), Vec::<PathBuf>::new());
}
