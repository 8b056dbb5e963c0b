//! The team's text blocks: written once, filled in for each asker, put where the writer wants them.

use actix_web::http::StatusCode;
use spoross::domain::ids::QuestionId;

use crate::support::House;
use crate::support::person::Person;

const PATH: &str = "/panel/text-blocks";

async fn has_block(person: &Person, title: &str, body: &str) -> String {
    let fields = [("title", title), ("body", body), ("language", "nb")];
    person.presses(PATH, &fields).await.succeeds();
    let page = person.reads(PATH).await.succeeds();
    assert!(page.says(title), "{}", page.words());
    let links = page.links_below("/panel/text-blocks/");
    links.first().unwrap().trim_start_matches("/panel/text-blocks/").to_owned()
}

async fn writing(house: &House) -> (Person, QuestionId) {
    let kari = house.clinician("Kari").await;
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    (kari, question)
}

#[actix_web::test]
async fn a_block_is_filled_in_for_the_asker_and_put_where_the_mark_stands() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let id = has_block(&kari, "Hvem kan hjelpe", "Du som er {alder} og lurer på {tema}: {hjelp}").await;
    let button = format!("block {id}");
    let page = kari.opens(&question).await;
    assert_eq!(page.text_of(&format!("button[value='{button}']")), "Hvem kan hjelpe");
    for (answer, before, after) in [
        ("Hei!\n\n[+]\n\nHilsen", "Hei!\n\nDu som er 16–17 og", "\n\nHilsen"),
        ("Hei!", "Hei!\n\nDu som er 16–17 og", ""),
    ] {
        let version = kari.opens(&question).await.value_of("version");
        let fields = [("answer", answer), ("insert", button.as_str()), ("version", &version)];
        kari.presses(&format!("/panel/questions/{question}/answer"), &fields).await.succeeds();
        let written = kari.opens(&question).await.value_of("answer");
        assert!(written.starts_with(before) && written.ends_with(after), "{written}");
        assert!(!written.contains(['{', '}', '+']), "{written}");
    }
}

#[actix_web::test]
async fn a_block_is_changed_and_deleted_and_both_are_written_down() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let id = has_block(&kari, "Hilsen", "Ha det bra!").await;
    let (path, button) = (format!("{PATH}/{id}"), format!("block {id}"));
    let number = kari.reads(&path).await.value_of("number");
    let fields = [("title", "Hilsen"), ("body", "Ta vare på deg selv!"), ("language", "nn"), ("number", &number)];
    kari.presses(&path, &fields).await.succeeds();
    assert_eq!(kari.opens(&question).await.count(&format!("button[value='{button}']")), 0, "another language");

    // Another tab had the older one: what was typed stays, and both are shown.
    let stale = kari.presses(&path, &[("title", "Hei"), ("body", "Mitt"), ("number", number.as_str())]).await;
    assert_eq!((stale.status, stale.value_of("body").as_str()), (StatusCode::CONFLICT, "Mitt"));
    assert!(stale.text_of("#other-version").contains("Ta vare på deg selv!"), "{}", stale.words());

    kari.presses(&format!("{path}/deletion"), &[]).await.succeeds();
    assert_eq!(kari.reads(&path).await.status, StatusCode::NOT_FOUND);
    // A page from before puts in nothing, and loses nothing.
    let fields = [("answer", "Hei!"), ("insert", button.as_str()), ("version", "0")];
    kari.presses(&format!("/panel/questions/{question}/answer"), &fields).await.succeeds();
    assert_eq!(kari.opens(&question).await.value_of("answer"), "Hei!");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn a_block_lacks_neither_name_nor_text() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let page = kari.presses(PATH, &[("body", "x".repeat(4001).as_str()), ("language", "nn")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!page.error_at("title").is_empty() && !page.error_at("body").is_empty());
    assert_eq!((page.value_of("language").as_str(), page.value_of("body").len()), ("nn", 4001));
}
