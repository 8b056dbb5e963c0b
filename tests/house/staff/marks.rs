//! Every mark handled: what may give someone away is changed, replaced or kept before anyone else reads it.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::{answer, publication, question};
use spoross::domain::answer::Wording;
use spoross::domain::ids::QuestionId;

use crate::support::person::{Person, whole_wording};
use crate::support::{House, Page};

const TEXT: &str = "Hvorfor får jeg ikke sove før eksamen?";

/// A wording whose question and answer each name someone.
fn naming() -> Wording {
    Wording {
        question: "Jeg heter Ola Hansen og får ikke sove før eksamen.".into(),
        answer: "Hei! Ring meg på 68 05 12 34 i kveld.".into(),
        ..whole_wording()
    }
}

async fn claimed(house: &House, kari: &Person, text: &str) -> QuestionId {
    let question = house.question(text).await;
    kari.claims(&question).await.succeeds();
    question
}

/// Presses a button of the list, found by the beginning of what it sends.
async fn presses(kari: &Person, question: &QuestionId, page: &Page, wording: &Wording, button: &str) -> Page {
    let button = page.attribute(&format!("#marks button[value^='{button}']"), "value").unwrap();
    let version = page.value_of("version");
    let fields = [
        ("title", wording.title.as_str()),
        ("question", &wording.question),
        ("answer", &wording.answer),
        ("version", &version),
        ("mark", &button),
    ];
    kari.presses(&format!("/panel/questions/{question}/answer"), &fields).await
}

/// Saves a wording and keeps every mark in it.
async fn keeps_all(kari: &Person, question: &QuestionId, wording: &Wording) {
    kari.writes(question, wording).await.succeeds();
    for _ in 0..kari.opens(question).await.count("#marks button[value^='keep']") {
        let page = kari.opens(question).await;
        presses(kari, question, &page, wording, "keep").await.succeeds();
    }
    assert_eq!(kari.opens(question).await.count("#marks button[value^='keep']"), 0);
}

fn publications(house: &House) -> i64 {
    house.with(|conn| Ok(publication::table.count().get_result(conn)?))
}

#[actix_web::test]
async fn whoever_writes_is_shown_each_mark_with_its_place_and_a_neutral_word() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = claimed(&house, &kari, TEXT).await;
    assert_eq!(kari.opens(&question).await.count("#marks"), 0);
    kari.writes(&question, &naming()).await.succeeds();
    let page = kari.opens(&question).await;
    assert_eq!(page.count("#marks li"), 2);
    let list = page.text_of("#marks");
    for words in ["Ola Hansen", "in the question", "en jeg kjenner", "68 05 12 34", "in the answer", "[fjernet]"] {
        assert!(list.contains(words), "«{words}» is missing: {list}");
    }
}

#[actix_web::test]
async fn nothing_unhandled_goes_to_a_colleague_and_the_text_is_kept() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = claimed(&house, &kari, TEXT).await;
    let page = kari.sends_to_review(&question, &naming()).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.says("Something may give someone away."), "{}", page.words());
    assert!(page.has_link_to("#marks"));
    assert_eq!((page.value_of("answer"), page.count("#marks li")), (naming().answer, 2));
    let state: String = house.with(|conn| Ok(question::table.select(question::state).first(conn)?));
    assert_eq!(state, "claimed");
}

#[actix_web::test]
async fn saving_previewing_and_giving_back_never_wait_for_a_mark() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = claimed(&house, &kari, TEXT).await;
    for step in ["save", "preview", "release"] {
        kari.sends_draft(&question, &naming(), step).await.succeeds();
    }
}

#[actix_web::test]
async fn one_click_puts_a_neutral_word_there_and_saves_what_was_typed() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = claimed(&house, &kari, TEXT).await;
    kari.writes(&question, &naming()).await.succeeds();
    let page = kari.opens(&question).await;
    let typed = Wording { title: "Ny tittel".into(), ..naming() };
    presses(&kari, &question, &page, &typed, "replace question person").await.succeeds();
    let page = kari.opens(&question).await;
    assert_eq!(page.value_of("question"), "Jeg heter en jeg kjenner og får ikke sove før eksamen.");
    assert_eq!(page.value_of("title"), "Ny tittel");
    assert_eq!(page.count("#marks li"), 1);
    let left = Wording { question: page.value_of("question"), ..typed };
    presses(&kari, &question, &page, &left, "replace answer phone").await.succeeds();
    let page = kari.opens(&question).await;
    assert_eq!((page.value_of("answer").as_str(), page.count("#marks")), ("Hei! Ring meg på [fjernet] i kveld.", 0));
}

#[actix_web::test]
async fn what_belongs_there_is_kept_sealed_and_counts_as_handled() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = claimed(&house, &kari, TEXT).await;
    keeps_all(&kari, &question, &naming()).await;
    assert!(kari.opens(&question).await.text_of("#marks").contains("kept"));
    let sealed: Vec<u8> = house.with(|conn| Ok(answer::table.select(answer::sealed_wording).first(conn)?));
    assert!(!sealed.windows(6).any(|window| window == b"Hansen"));
    kari.sends_to_review(&question, &naming()).await.succeeds();
    ola.decides(&question, "publish", "").await.succeeds();
    assert_eq!(publications(&house), 1);
}

#[actix_web::test]
async fn what_was_kept_is_kept_for_those_words_only() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = claimed(&house, &kari, TEXT).await;
    keeps_all(&kari, &question, &naming()).await;
    let changed = Wording { answer: "Hei! Ring meg på 68 05 12 35 i kveld.".into(), ..naming() };
    assert_eq!(kari.sends_to_review(&question, &changed).await.status, StatusCode::CONFLICT);
    // Taken out and saved, it is forgotten: who puts it back must think again.
    kari.writes(&question, &changed).await.succeeds();
    assert_eq!(kari.sends_to_review(&question, &naming()).await.status, StatusCode::CONFLICT);
}

#[actix_web::test]
async fn a_button_for_words_that_are_gone_only_saves() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = claimed(&house, &kari, TEXT).await;
    kari.writes(&question, &naming()).await.succeeds();
    let page = kari.opens(&question).await;
    presses(&kari, &question, &page, &whole_wording(), "replace question person").await.succeeds();
    let page = kari.opens(&question).await;
    assert_eq!((page.value_of("question"), page.count("#marks")), (whole_wording().question, 0));
}

#[actix_web::test]
async fn the_colleague_sees_what_the_author_kept() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = claimed(&house, &kari, TEXT).await;
    keeps_all(&kari, &question, &naming()).await;
    kari.sends_to_review(&question, &naming()).await.succeeds();
    let list = ola.opens(&question).await.text_of("#marks");
    for words in ["Ola Hansen", "68 05 12 34", "the author kept it"] {
        assert!(list.contains(words), "«{words}» is missing: {list}");
    }
}

#[actix_web::test]
async fn nothing_unhandled_is_published_however_it_came_so_far() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = claimed(&house, &kari, TEXT).await;
    kari.writes(&question, &naming()).await.succeeds();
    // As if it had been sent before anyone asked for marks.
    house.with(|conn| Ok(diesel::update(question::table).set(question::state.eq("in_review")).execute(conn)?));
    let page = ola.decides(&question, "publish", "").await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text_of("#marks").contains("not judged"), "{}", page.words());
    ola.decides(&question, "approve", "").await.succeeds();
    assert_eq!(kari.publishes(&question).await.status, StatusCode::CONFLICT);
    assert_eq!(publications(&house), 0);
    ola.decides(&question, "return", "Se på navnet.").await.succeeds();
    keeps_all(&kari, &question, &naming()).await;
}

#[actix_web::test]
async fn what_stays_from_the_original_is_marked_though_nothing_around_it_tells() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let visitor = house.visitor();
    let ticket = visitor.opens_the_form().await;
    let text = "snapen min er blomkarse77, og der plager de meg";
    let mut fields = crate::support::visitor::filled_in(&ticket, &[("question", text)]);
    fields.push(("do".into(), "anyway".into()));
    visitor.sends_form(&fields).await.succeeds();
    let question = house.question_ids()[0].clone();
    kari.claims(&question).await.succeeds();
    let edited = Wording { question: "De plager meg, sier blomkarse77.".into(), ..whole_wording() };
    assert_eq!(kari.sends_to_review(&question, &edited).await.status, StatusCode::CONFLICT);
    let other = Wording { question: "De plager meg på nettet.".into(), ..whole_wording() };
    kari.sends_to_review(&question, &other).await.succeeds();
}

#[actix_web::test]
async fn the_neutral_word_speaks_the_askers_language() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    for (prefix, word) in [("/nn", "ein eg kjenner"), ("/en", "someone I know")] {
        let before = house.question_ids();
        house.visitor_in(prefix).asks(TEXT).await.succeeds();
        let question = house.question_ids().into_iter().find(|id| !before.contains(id)).unwrap();
        kari.claims(&question).await.succeeds();
        kari.writes(&question, &naming()).await.succeeds();
        let list = kari.opens(&question).await.text_of("#marks");
        assert!(list.contains(word), "{list}");
    }
}

#[actix_web::test]
async fn the_owners_help_services_and_this_house_are_nobodys_secret() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("help.toml");
    let own = spoross::domain::help_service::BUILT_IN
        .replace("tel = \"80033321\"", "tel = \"68059999\"")
        .replace("https://www.korspahalsen.no", "https://www.blaklokka.example/hjelp")
        .replace("Kors på halsen (Røde Kors)", "Ola Hansens linje");
    std::fs::write(&file, own).unwrap();
    let house = House::open_with(|settings| settings.content.help_services = file).await;
    let kari = house.clinician("Kari").await;
    let text = "Kan jeg ringe 68 05 99 99, og er blaklokka.example og http://127.0.0.1:8080/spor noe for meg?";
    let question = claimed(&house, &kari, text).await;
    assert_eq!(kari.opens(&question).await.count("mark"), 0);
    let answer = "Hei! Ring Ola Hansens linje på 68 05 99 99, eller les https://blaklokka.example/hjelp.".into();
    let wording = Wording { question: text.into(), answer, ..whole_wording() };
    kari.sends_to_review(&question, &wording).await.succeeds();
}
