//! What moved in from elsewhere is worked on here like anything else, and then someone here stands for it.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::{article, dictionary_word, publication_version, publication_version_writer};
use spoross::domain::staff::Role;

use super::Desk;
use super::whole::furnished;
use crate::public::read::publishes;
use crate::staff::article::{decides, published, saves};
use crate::staff::dictionary::says_of;
use crate::staff::version::{brings_out, in_english};
use crate::support::person::Person;

/// A house that took everything in, and two who begin to work there.
async fn taken_over() -> (Desk, Person, Person) {
    let (from, ..) = furnished().await;
    let desk = Desk::staffed().await;
    let text = String::from_utf8(from.exports("jsonl")).unwrap();
    assert!(desk.imports("all.jsonl", &text, &[]).status.success());
    let roles = [Role::Clinician, Role::Reviewer];
    let (siri, per) = (desk.house.member("Siri", &roles).await, desk.house.member("Per", &roles).await);
    (desk, siri, per)
}

async fn article_in_panel(person: &Person) -> String {
    let links = person.reads("/panel/articles").await.succeeds().links_below("/panel/articles/");
    for path in links.into_iter().filter(|path| !path.ends_with("/new")) {
        if person.reads(&path).await.value_of("title") == "Søvn og hjernen" {
            return path;
        }
    }
    panic!("the article is not in the panel");
}

#[actix_web::test]
async fn an_article_that_moved_in_is_checked_and_rewritten_like_any_other() {
    let (desk, siri, per) = taken_over().await;
    let reader = desk.house.visitor();
    let path = article_in_panel(&siri).await;
    let page = siri.reads(&path).await.succeeds();
    assert!(page.says("Brought by an import, 10 March 2026"), "{}", page.words());
    assert!(siri.reads(&format!("{path}/versions/1")).await.succeeds().says("Brought by an import, 10 March 2026"));
    siri.presses(&format!("{path}/check"), &[("read_version", "1"), ("version", "1")]).await.succeeds();
    let page = reader.reads("/fakta/sovn-og-hjernen").await.succeeds();
    let byline = page.text_of(".byline");
    assert!(byline.contains("Skrevet av Kari Prøvesen, lege. Faglig kontrollert av Siri Prøvesen"), "{byline}");
    assert!(!page.says("hentet hit utenfra"));
    saves(&per, &path, &[("lead", "Nye ord."), ("do", "review")]).await.succeeds();
    assert_eq!(per.reads(&path).await.count("button[value=approve]"), 0);
    decides(&siri, &path, "publish", "").await.succeeds();
    let byline = reader.reads("/fakta/sovn-og-hjernen").await.succeeds().text_of(".byline");
    assert!(byline.contains("Skrevet av Per Prøvesen, lege. Faglig kontrollert av Siri Prøvesen"), "{byline}");
    desk.house.assert_audit_is_whole();
}

#[actix_web::test]
async fn a_version_that_moved_in_is_taken_back_and_approved_here() {
    let (desk, siri, per) = taken_over().await;
    let english = desk.house.visitor_in("/en");
    assert!(
        siri.reads("/panel/publications/sovn/versions").await.text_of_row("English").contains("Brought by an import")
    );
    let address = "/panel/publications/sovn/versions/en";
    assert!(siri.reads(address).await.succeeds().says("Brought by an import."));
    let number = siri.reads(address).await.value_of("number");
    siri.presses(&format!("{address}/withdrawal"), &[("number", &number)]).await.succeeds();
    assert_eq!(english.reads("/sporsmal/sovn").await.heading(), "Søvn");
    let pair = desk.house.with(|conn| spoross::domain::publication::find_by_slug(conn, "sovn"));
    brings_out((&siri, &per), &pair, "en", &in_english()).await;
    let page = english.reads("/sporsmal/sovn").await.succeeds();
    assert!(page.text_of("#made-by").contains("A colleague read and approved"), "{}", page.text_of("#made-by"));
    desk.house.assert_audit_is_whole();
}

#[actix_web::test]
async fn a_word_that_moved_in_is_decided_again_here() {
    let (desk, siri, _) = taken_over().await;
    let row = siri.reads("/panel/dictionary/heroin").await.text_of_row("horse");
    assert!(row.contains("Passed Brought by an import, 10 March 2026"), "{row}");
    says_of(&siri, "heroin", &["horse"], "taken_back").await;
    assert_eq!(desk.house.visitor().reads("/ordbok/heroin").await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn the_older_tables_keep_what_was_written_here() {
    let (desk, ..) = taken_over().await;
    let house = &desk.house;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(house, "Egen", "Hei!");
    brings_out((&kari, &ola), &pair, "en", &in_english()).await;
    published((&kari, &ola), &[("title", "Egen fakta")]).await;
    let counts = || {
        house.with(|conn| {
            Ok([
                article::table.count().get_result::<i64>(conn)?,
                publication_version::table.count().get_result(conn)?,
                publication_version_writer::table.count().get_result(conn)?,
                dictionary_word::table.count().get_result(conn)?,
            ])
        })
    };
    assert_eq!(counts(), [3, 5, 1, 2]);
    let mut conn = house.app.database.connect().unwrap();
    // The one that lets columns be empty for what came from elsewhere.
    while conn.migrate_one_down().unwrap() != "00000000000011" {}
    assert!(!conn.migrate().unwrap().is_empty());
    assert_eq!(counts(), [1, 1, 1, 0]);
    assert!(house.visitor().reads("/fakta/egen-fakta").await.succeeds().says("Du våkner."));
    assert_eq!(house.visitor_in("/en").reads("/sporsmal/egen").await.heading(), "Sleep before exams");
}
