//! A pair in other languages and in easy words: written by one, read by another, never shown beside other words.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::{publication, publication_version};
use spoross::domain::answer::Wording;
use spoross::domain::publication::Publication;
use spoross::domain::staff::Role;

use crate::public::read::publishes;
use crate::support::person::Person;
use crate::support::{House, Page};

pub fn in_english() -> Wording {
    Wording {
        title: "Sleep before exams".into(),
        question: "Why is it hard to sleep?".into(),
        answer: "Hi!\n\nIt is **quite common** to lie awake.".into(),
        ..Wording::default()
    }
}

fn address(pair: &Publication, version: &str) -> String {
    format!("/panel/publications/{}/versions/{version}", pair.slug)
}

/// Fills in the form as it is on the page now.
pub async fn writes(person: &Person, pair: &Publication, version: &str, wording: &Wording, step: &str) -> Page {
    let page = person.reads(&address(pair, version)).await.succeeds();
    sends(person, pair, version, wording, (step, &page)).await
}

/// Sends the form of a page that was opened before.
async fn sends(
    person: &Person,
    pair: &Publication,
    version: &str,
    wording: &Wording,
    (step, page): (&str, &Page),
) -> Page {
    let fields = [
        ("title", wording.title.as_str()),
        ("question", &wording.question),
        ("answer", &wording.answer),
        ("number", &page.value_of("number")),
        ("original", &page.value_of("original")),
        ("do", step),
    ];
    person.presses(&address(pair, version), &fields).await
}

pub async fn decides(person: &Person, pair: &Publication, version: &str, verdict: &str) -> Page {
    let number = person.reads(&address(pair, version)).await.succeeds().value_of("number");
    let fields = [("do", verdict), ("note", "Look at the dose again."), ("number", number.as_str())];
    person.presses(&format!("{}/review", address(pair, version)), &fields).await
}

/// A version all the way to the readers.
pub async fn brings_out(by: (&Person, &Person), pair: &Publication, version: &str, wording: &Wording) {
    writes(by.0, pair, version, wording, "review").await.succeeds();
    decides(by.1, pair, version, "publish").await.succeeds();
}

async fn is_public(house: &House) -> bool {
    house.visitor_in("/en").reads("/sporsmal/sovn").await.succeeds().heading() == "Sleep before exams"
}

#[actix_web::test]
async fn a_version_is_public_when_a_colleague_has_read_it() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(&house, "Søvn", "Hei!");
    assert!(kari.reads("/panel/publications/sovn/versions").await.has_link_to(&address(&pair, "en")));
    writes(&kari, &pair, "en", &in_english(), "save").await.succeeds();
    assert!(!is_public(&house).await);
    writes(&kari, &pair, "en", &in_english(), "review").await.succeeds();
    assert!(!is_public(&house).await);
    assert!(ola.reads("/panel/versions").await.says("To be reviewed The answer Version Last written Søvn English"));
    let desk = ola.reads(&address(&pair, "en")).await;
    assert!(desk.says("Andre avsnitt.") && desk.says("Why is it hard to sleep?"), "{}", desk.words());
    decides(&ola, &pair, "en", "approve").await.succeeds();
    assert!(!is_public(&house).await);
    kari.presses(&format!("{}/publication", address(&pair, "en")), &[]).await.succeeds();
    assert!(is_public(&house).await);
    assert!(kari.reads("/panel/publications/sovn/versions").await.text_of_row("English").contains("Public"));
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn nobody_whose_hand_was_in_a_version_approves_it() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(&house, "Søvn", "Hei!");
    writes(&kari, &pair, "en", &in_english(), "save").await.succeeds();
    writes(&ola, &pair, "en", &in_english(), "review").await.succeeds();
    for writer in [&kari, &ola] {
        assert_eq!(writer.reads(&address(&pair, "en")).await.count("button[value=publish]"), 0);
        for verdict in ["publish", "approve", "return"] {
            let page = decides(writer, &pair, "en", verdict).await;
            assert_eq!(page.status, StatusCode::CONFLICT, "{verdict}");
            assert!(page.says("This is your own answer."), "{}", page.words());
        }
    }
    let nina = house.member("Nina", &[Role::Editor]).await;
    assert_eq!(decides(&nina, &pair, "en", "publish").await.status, StatusCode::FORBIDDEN);
    assert!(!is_public(&house).await);
}

#[actix_web::test]
async fn a_version_with_a_gap_stays_with_its_writer() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let pair = publishes(&house, "Søvn", "Hei!");
    let with_gap = Wording { answer: "Sleep. [SAY WHY]".into(), ..in_english() };
    let page = writes(&kari, &pair, "en", &with_gap, "review").await;
    assert!(page.error_at("answer").contains("[BRACKETS]"), "{}", page.words());
    assert!(page.text_of("#answer").contains("[SAY WHY]"));
}

#[actix_web::test]
async fn two_who_write_at_once_are_told_and_nothing_is_lost() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(&house, "Søvn", "Hei!");
    for round in 0..2 {
        let seen = kari.reads(&address(&pair, "en")).await;
        let by_ola = Wording { title: format!("By Ola {round}"), ..in_english() };
        writes(&ola, &pair, "en", &by_ola, "save").await.succeeds();
        let told = sends(&kari, &pair, "en", &in_english(), ("save", &seen)).await;
        assert_eq!((told.status, told.value_of("title").as_str()), (StatusCode::CONFLICT, "Sleep before exams"));
        assert!(told.text_of("#other-version").contains(&by_ola.title), "{}", told.words());
        assert_eq!(ola.reads(&address(&pair, "en")).await.value_of("title"), by_ola.title);
    }
}

#[actix_web::test]
async fn a_version_is_approved_as_the_colleague_saw_it_or_not_at_all() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(&house, "Søvn", "Hei!");
    writes(&kari, &pair, "en", &in_english(), "review").await.succeeds();
    let seen = ola.reads(&address(&pair, "en")).await.value_of("number");
    kari.presses(&format!("{}/withdrawal", address(&pair, "en")), &[]).await.succeeds();
    writes(&kari, &pair, "en", &Wording { title: "Other words".into(), ..in_english() }, "review").await.succeeds();
    let fields = [("do", "publish"), ("number", seen.as_str())];
    let page = ola.presses(&format!("{}/review", address(&pair, "en")), &fields).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.says("Other words"));
    assert_eq!(house.visitor_in("/en").reads("/sporsmal/sovn").await.heading(), "Søvn");
}

#[actix_web::test]
async fn what_is_sent_back_comes_with_a_note_and_can_be_changed() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(&house, "Søvn", "Hei!");
    writes(&kari, &pair, "nb-klarsprak", &in_english(), "review").await.succeeds();
    assert_eq!(writes(&kari, &pair, "nb-klarsprak", &in_english(), "save").await.status, StatusCode::CONFLICT);
    decides(&ola, &pair, "nb-klarsprak", "return").await.succeeds();
    assert_eq!(kari.reads(&address(&pair, "nb-klarsprak")).await.text_of("#said p"), "Look at the dose again.");
    writes(&kari, &pair, "nb-klarsprak", &in_english(), "review").await.succeeds();
    decides(&ola, &pair, "nb-klarsprak", "publish").await.succeeds();
}

#[actix_web::test]
async fn a_version_goes_to_nobody_while_something_is_missing() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let pair = publishes(&house, "Søvn", "Hei!");
    let page = writes(&kari, &pair, "en", &Wording { answer: String::new(), ..in_english() }, "review").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_at("answer"), "Fill this in before a colleague can read the answer.");
    assert_eq!(page.value_of("title"), "Sleep before exams");
}

/// The pair gets other words, as an editor's change gives it.
fn changes_the_pair(house: &House, pair: &Publication) {
    house.with(|conn| {
        let row = publication::table.find(pair.id.as_str());
        Ok(diesel::update(row).set(publication::answer.eq("Ta aldri mer enn én.")).execute(conn)?)
    });
}

#[actix_web::test]
async fn when_the_original_changes_its_versions_are_outdated_and_readers_get_the_original() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(&house, "Søvn", "Hei!");
    brings_out((&kari, &ola), &pair, "en", &in_english()).await;
    let seen = kari.reads(&address(&pair, "nn")).await;
    changes_the_pair(&house, &pair);
    assert!(!is_public(&house).await, "not even before anyone noticed");
    let told = sends(&kari, &pair, "nn", &in_english(), ("review", &seen)).await;
    assert_eq!((told.status, told.value_of("title").as_str()), (StatusCode::CONFLICT, "Sleep before exams"));
    assert!(told.says("The original has changed."), "{}", told.words());

    brings_out((&kari, &ola), &pair, "uk", &in_english()).await;
    let list = kari.reads("/panel/versions").await;
    assert!(list.text_of("#shelf-outdated").starts_with("Outdated"), "{}", list.words());
    let desk = kari.reads(&address(&pair, "en")).await;
    assert!(desk.text_of("#behind").contains("changed since this was written"), "{}", desk.words());
    brings_out((&kari, &ola), &pair, "en", &in_english()).await;
    assert!(is_public(&house).await);
}

#[actix_web::test]
async fn an_approval_that_someone_wrote_into_the_database_publishes_nothing() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(&house, "Søvn", "Hei!");
    writes(&kari, &pair, "en", &in_english(), "review").await.succeeds();
    decides(&ola, &pair, "en", "approve").await.succeeds();
    house.with(|conn| {
        let all = diesel::update(publication_version::table);
        Ok(all.set(publication_version::answer.eq("Take ten.")).execute(conn)?)
    });
    let page = kari.presses(&format!("{}/publication", address(&pair, "en")), &[]).await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!is_public(&house).await);
}

#[actix_web::test]
async fn a_version_is_taken_back_at_once_and_goes_with_its_pair() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(&house, "Søvn", "Hei!");
    brings_out((&kari, &ola), &pair, "en", &in_english()).await;
    ola.presses(&format!("{}/withdrawal", address(&pair, "en")), &[]).await.succeeds();
    assert!(!is_public(&house).await);
    assert_eq!(kari.reads(&address(&pair, "en")).await.value_of("title"), "Sleep before exams");
    house.with(|conn| spoross::domain::publication::remove(conn, &pair.id));
    let left = house.with(|conn| Ok(publication_version::table.count().get_result::<i64>(conn)?));
    assert_eq!(left, 0);
}

#[actix_web::test]
async fn what_a_version_gives_away_is_shown_unless_the_pair_says_it_too() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let pair = publishes(&house, "Søvn", "Ring 68 05 12 34.");
    let wording = Wording { answer: "Call 68 05 12 34, or 68 05 12 35.".into(), ..in_english() };
    let page = writes(&kari, &pair, "en", &wording, "preview").await.succeeds();
    assert_eq!(page.text_of("#marks mark"), "68 05 12 35");
    assert_eq!(page.count("#marks li"), 1);
    assert_eq!(page.text_of("#version-view .public-title"), "Sleep before exams");
}

#[actix_web::test]
async fn only_the_languages_this_house_named_can_be_begun() {
    let house = House::open_with(|settings| settings.site.version_languages = vec!["uk".into()]).await;
    let kari = house.clinician("Kari").await;
    let pair = publishes(&house, "Søvn", "Hei!");
    let list = kari.reads("/panel/publications/sovn/versions").await.succeeds();
    assert!(list.says("Languages Norwegian (Nynorsk) English Ukrainian ( Українська ) Easy read"), "{}", list.words());
    assert_eq!(kari.reads(&address(&pair, "uk-klarsprak")).await.heading(), "Ukrainian (Українська), easy read");
    for (version, status) in [
        ("uk", StatusCode::OK),
        ("uk-klarsprak", StatusCode::OK),
        ("nn", StatusCode::OK),
        ("ar", StatusCode::NOT_FOUND),
        ("nb", StatusCode::NOT_FOUND),
        ("klarsprak", StatusCode::NOT_FOUND),
        ("xx", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(kari.reads(&address(&pair, version)).await.status, status, "{version}");
    }
}
