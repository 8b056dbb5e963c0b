//! The page saves what is typed by itself: sealed, never over someone else's words, and never out of the writer's hands.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::clock::wall_time_in_norway;
use spoross::database::schema::answer;
use spoross::domain::answer::Wording;
use spoross::domain::ids::QuestionId;

use crate::support::person::{Person, whole_wording};
use crate::support::{House, Page};

const TEXT: &str = "hei, hvorfor får jeg ikke sove før eksamen??";

/// What the script sends while someone types.
async fn types(person: &Person, question: &QuestionId, wording: &Wording, version: &str) -> Page {
    let token = person.reads("/panel/profile").await.value_of("token");
    types_with(person, question, wording, (version, &token)).await
}

async fn types_with(person: &Person, question: &QuestionId, wording: &Wording, (version, token): (&str, &str)) -> Page {
    let fields = [
        ("title", wording.title.as_str()),
        ("question", &wording.question),
        ("answer", &wording.answer),
        ("version", version),
        ("token", token),
    ];
    person.sends_form(&format!("/panel/questions/{question}/autosave"), &fields).await
}

fn version_of(page: &Page) -> String {
    page.attribute("#live-status", "data-version").unwrap_or_default()
}

async fn writing(house: &House) -> (Person, QuestionId) {
    let kari = house.clinician("Kari").await;
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    (kari, question)
}

#[actix_web::test]
async fn what_is_typed_is_saved_sealed_and_shown_as_readers_will_see_it() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let page = types(&kari, &question, &whole_wording(), "0").await;
    assert_eq!(page.status, StatusCode::OK);
    let time = wall_time_in_norway(house.app.clock.now()).format("%H.%M").to_string();
    assert_eq!(page.text_of("#live-status"), format!("Saved {time}."));
    assert_eq!(page.text_of("#live-answer h4"), "Kort svar");
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(version_of(&page), "1");
    let page = types(&kari, &question, &Wording { title: "Søvn".into(), ..whole_wording() }, "1").await;
    assert_eq!(version_of(&page), "2");
    let page = kari.opens(&question).await;
    assert_eq!((page.value_of("title"), page.value_of("answer")), ("Søvn".into(), whole_wording().answer));
    let sealed: Vec<u8> = house.with(|conn| Ok(answer::table.select(answer::sealed_wording).first(conn)?));
    assert!(!sealed.windows(5).any(|window| window == b"vanli"));
}

#[actix_web::test]
async fn the_page_has_the_script_for_whoever_writes_and_for_nobody_else() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let scripts = async |person: &Person| person.opens(&question).await.count("script[src*='writing.js']");
    assert_eq!(scripts(&kari).await, 1);
    assert_eq!(scripts(&house.clinician("Ola").await).await, 0);
    let path = format!("/panel/questions/{question}/autosave");
    assert_eq!(kari.opens(&question).await.attribute("#live-status", "data-to"), Some(path));
}

#[actix_web::test]
async fn two_tabs_are_told_and_neither_is_written_over() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    kari.writes(&question, &Wording { answer: "Fra fane to".into(), ..whole_wording() }).await.succeeds();
    let page = types(&kari, &question, &whole_wording(), "0").await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text_of("#live-status").contains("Not saved"), "{}", page.words());
    assert_eq!(page.count("#live-status button[form=draft][value=save]"), 1, "a way to see both");
    assert_eq!(version_of(&page), "", "the form goes on naming what it saw");
    assert_eq!(kari.opens(&question).await.value_of("answer"), "Fra fane to");
}

#[actix_web::test]
async fn whoever_lost_the_question_while_typing_is_told_and_saves_nothing() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let ola = house.clinician("Ola").await;
    kari.sends_draft(&question, &Wording::default(), "release").await.succeeds();
    ola.claims(&question).await.succeeds();
    let page = types(&kari, &question, &whole_wording(), "1").await;
    assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.words());
    assert_eq!(page.count("#live-status button"), 0);
    assert_eq!(ola.opens(&question).await.value_of("answer"), "");
    let gone = types(&kari, &QuestionId::random(), &whole_wording(), "0").await;
    assert_eq!((gone.status, gone.count("#live-status")), (StatusCode::NOT_FOUND, 1));
}

#[actix_web::test]
async fn a_text_that_is_too_long_is_said_and_a_session_that_is_over_too() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let long = Wording { answer: "ord ".repeat(6000), ..whole_wording() };
    let page = types(&kari, &question, &long, "0").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text_of("#live-status").contains("Not saved"), "{}", page.words());
    let token = kari.reads("/panel/profile").await.value_of("token");
    house.later(TimeDelta::minutes(31));
    let page = types_with(&kari, &question, &whole_wording(), ("0", &token)).await;
    assert_eq!((page.status, page.count("#live-status")), (StatusCode::FORBIDDEN, 0));
    kari.signs_in().await;
    assert_eq!(kari.opens(&question).await.value_of("answer"), "");
}

#[actix_web::test]
async fn how_heavy_it_is_to_read_stands_beside_it() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let light =
        "Det er helt vanlig. Du er ikke rar. Pust rolig ut. Legg deg litt ned. Så går det over av seg selv. Bra!";
    let heavy = "Vedrørende abstinensproblematikken foreligger vesentlige utfordringer som medfører at helsepersonell \
                 fortløpende iverksetter behandlingsrettede tiltak for opprettholdelse av funksjonsnivået hos pasienten i dag.";
    for (answer, grade, hard) in [(light, "Easy to read", 0), (heavy, "Heavy to read", 1)] {
        let page = kari.sends_draft(&question, &Wording { answer: answer.into(), ..whole_wording() }, "preview").await;
        assert_eq!(page.text_of("#reading .ds-tag"), grade, "{}", page.text_of("#reading"));
        assert_eq!(usize::from(page.text_of("#reading").contains("vedrørende → om")), hard);
    }
    let short = Wording { answer: "Hei du.".into(), ..whole_wording() };
    assert_eq!(kari.sends_draft(&question, &short, "preview").await.text_of("#reading"), "");
}

#[actix_web::test]
async fn an_empty_answer_may_begin_with_a_skeleton_in_the_askers_language() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    assert_eq!(kari.opens(&question).await.count("button[value=skeleton]"), 1);
    let path = format!("/panel/questions/{question}/answer");
    kari.presses(&path, &[("insert", "skeleton"), ("version", "0")]).await.succeeds();
    let page = kari.opens(&question).await;
    let headings: Vec<String> =
        page.value_of("answer").lines().filter(|line| line.starts_with("## ")).map(str::to_owned).collect();
    assert_eq!(
        headings,
        ["## Kort svar", "## Hvorfor er det sånn?", "## Dette kan du gjøre", "## Hvem kan hjelpe deg?"]
    );
    assert_eq!(page.count("button[value=skeleton]"), 0);
    // It never takes the place of what someone wrote.
    let mine = [("insert", "skeleton"), ("version", "1"), ("answer", "Mitt")];
    kari.presses(&path, &mine).await.succeeds();
    assert_eq!(kari.opens(&question).await.value_of("answer"), "Mitt");
}

#[actix_web::test]
async fn what_saves_itself_is_a_sign_of_life() {
    let house = House::open().await;
    let (kari, question) = writing(&house).await;
    let ola = house.clinician("Ola").await;
    for version in ["0", "1"] {
        house.later(TimeDelta::minutes(40));
        kari.signs_in().await;
        assert_eq!(types(&kari, &question, &whole_wording(), version).await.status, StatusCode::OK);
        spoross::jobs::run_all(&house.app).await.unwrap();
    }
    ola.signs_in().await;
    assert!(ola.opens(&question).await.says("Kari Prøvesen is working on this question"));
}
