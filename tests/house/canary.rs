//! A marked question is taken through the whole job; afterwards no mark may be found in any file of the house,
//! in any row of its database, or in anything that was logged.

use actix_web::test::TestRequest;
use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::support::files::contents_below;
use crate::support::person::whole_wording;
use crate::support::visitor::{encode, filled_in};
use crate::support::{House, log};

const MARKS: [&str; 6] = [
    "kanarifugl-tekst",
    "KanariNettleser",
    "kanari-språk",
    "kanari.example",
    "203.0.113.77",
    "kanari-informasjonskapsel",
];

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Every row of every table as text; on SQLite the files say it all.
fn rows(house: &House) -> String {
    if !house.database.is_postgres() {
        return String::new();
    }
    house.with(|conn| {
        let tables: Vec<Line> = diesel::sql_query(
            "SELECT table_name::text AS line FROM information_schema.tables WHERE table_schema = 'public'",
        )
        .load(conn)?;
        let mut all = String::new();
        for table in tables {
            let rows: Vec<Line> =
                diesel::sql_query(format!("SELECT t::text AS line FROM {} t", table.line)).load(conn)?;
            all.extend(rows.into_iter().map(|row| row.line + "\n"));
        }
        Ok(all)
    })
}

/// Marks found anywhere, by where they were found.
fn traces(house: &House, more: &[String]) -> Vec<String> {
    let places = [
        ("files", contents_below(house.database.folder.path()).into_iter().flat_map(|(_, content)| content).collect()),
        ("rows", rows(house).into_bytes()),
        ("log", log::recorded().into_bytes()),
    ];
    let mut found = Vec::new();
    for (place, bytes) in places {
        for mark in MARKS.into_iter().chain(more.iter().map(String::as_str)) {
            if bytes.windows(mark.len()).any(|window| window == mark.as_bytes()) {
                found.push(format!("{mark} in {place}"));
            }
        }
    }
    found
}

fn marked(request: TestRequest) -> TestRequest {
    request
        .insert_header(("user-agent", MARKS[1]))
        .insert_header(("accept-language", "kanari-språk"))
        .insert_header(("referer", "https://kanari.example/side?kanarifugl-tekst"))
        .insert_header(("x-forwarded-for", MARKS[4]))
        .insert_header(("x-real-ip", MARKS[4]))
        .insert_header(("forwarded", format!("for={}", MARKS[4])))
        .insert_header(("cookie", format!("x={}", MARKS[5])))
}

/// Asks in many odd ways; gives the receipt code of the one question that was taken.
async fn asks_marked(house: &House) -> String {
    let mut code = String::new();
    let ticket = house.visitor().opens_the_form().await;
    let fields = filled_in(&ticket, &[("question", "Jeg er en kanarifugl-tekst. Hvorfor får jeg ikke sove?")]);
    for (path, body) in [
        ("/spor?kanarifugl-tekst", encode(&fields)),
        ("/kanarifugl-tekst", encode(&fields)),
        ("/spor", encode(&fields).replace("psykisk", "kanarifugl-tekst")),
        ("/spor", format!("{}&do=look", encode(&fields))),
        ("/spor/svar", encode(&fields)),
    ] {
        let form = TestRequest::post().uri(path).insert_header(("content-type", "application/x-www-form-urlencoded"));
        let page = house.answers(marked(form.set_payload(body))).await;
        code = if code.is_empty() { page.text_of("#code") } else { code };
        house.answers(marked(TestRequest::get().uri(path))).await;
    }
    house.answers(marked(TestRequest::get().uri("/sporsmal/kanarifugl-tekst?q=kanarifugl-tekst"))).await;
    code
}

#[actix_web::test]
async fn nothing_a_visitor_is_or_wrote_is_found_anywhere() {
    // The address is looked at to count by it, and leaves no trace all the same.
    let house = House::open_with(|settings| settings.web.client_address_header = "x-real-ip".into()).await;
    let code = asks_marked(&house).await;
    let bare = code.replace('-', "");
    let codes = [code.clone(), bare.to_lowercase(), bare];
    let question = house.question_ids().first().cloned().expect("the marked question was kept");
    assert_eq!(traces(&house, &codes), Vec::<String>::new(), "after asking");

    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    assert!(kari.opens(&question).await.says("kanarifugl-tekst"), "the clinician must be able to read it");
    kari.claims(&question).await.succeeds();
    let mut wording = whole_wording();
    wording.answer = "Dette utkastet har kanarifugl-tekst i seg.".into();
    kari.writes(&question, &wording).await.succeeds();
    assert_eq!(traces(&house, &codes), Vec::<String>::new(), "after writing");

    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    ola.decides(&question, "return", "Her sto det kanarifugl-tekst.").await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    ola.decides(&question, "publish", "").await.succeeds();
    assert_eq!(traces(&house, &codes), Vec::<String>::new(), "after publishing");

    let visitor = house.visitor();
    visitor.writes(&code, "Og hva om kanarifugl-tekst ikke går over?", "send").await.succeeds();
    visitor.shows("kanarifugl-tekst").await;
    assert_eq!(traces(&house, &codes), Vec::<String>::new(), "after a follow-up");
    house.answered((&kari, &ola), &question, &whole_wording()).await;
    house.later(TimeDelta::days(30));
    spoross::jobs::run_all(&house.app).await.unwrap();
    assert!(house.question_ids().is_empty());
    let everything = [codes.as_slice(), &[question.to_string()]].concat();
    assert_eq!(traces(&house, &everything), Vec::<String>::new(), "after retention");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn a_question_that_is_taken_back_leaves_not_even_its_number() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let code = asks_marked(&house).await;
    let question = house.question_ids()[0].clone();
    kari.claims(&question).await.succeeds();
    kari.asks_back(&question, "Hvor lenge har kanarifugl-tekst vart?").await.succeeds();
    house.visitor().writes(&code, "I to uker, sier kanarifugl-tekst.", "send").await.succeeds();
    assert!(kari.opens(&question).await.says("I to uker, sier kanarifugl-tekst."));
    house.visitor().withdraws(&code).await.succeeds();
    // Of PostgreSQL's files only the rows are ours to look at; of SQLite's, every byte.
    let everything = [code.replace('-', ""), code, question.to_string()];
    assert_eq!(traces(&house, &everything), Vec::<String>::new());
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn the_search_itself_finds_what_is_there() {
    let house = House::open().await;
    let now = house.app.clock.now();
    house.with(|conn| {
        spoross::domain::audit::record(
            conn,
            spoross::domain::audit::Actor::Server,
            spoross::domain::audit::Act::OpenQuestion,
            "kanarifugl-tekst",
            now,
        )
    });
    let found = traces(&house, &[]);
    assert!(!found.is_empty() && found[0].starts_with("kanarifugl-tekst"), "{found:?}");
    house.with(|conn| spoross::domain::audit::forget_subject(conn, "kanarifugl-tekst"));
    house.assert_audit_is_whole();
}

#[test]
fn a_panic_says_where_and_never_what() {
    log::start();
    let usual = std::panic::take_hook();
    spoross::telemetry::silence_panic_messages();
    let panicked = std::panic::catch_unwind(|| panic!("kanarifugl-panikk"));
    std::panic::set_hook(usual);
    assert!(panicked.is_err());
    let recorded = log::recorded();
    assert!(recorded.contains("canary.rs:") && recorded.contains("a panic"), "{recorded}");
    assert!(!recorded.contains("kanarifugl-panikk"), "{recorded}");
}

#[actix_web::test]
async fn when_someone_asked_is_in_no_log() {
    let house = House::open().await;
    let ticket = house.visitor().opens_the_form().await;
    let before = log::recorded();
    house.visitor().sends_form(&filled_in(&ticket, &[])).await.succeeds();
    assert_eq!(log::recorded(), before);
}

#[actix_web::test]
async fn a_request_leaves_one_line_with_its_pattern_and_nothing_of_its_own() {
    let house = House::open().await;
    house.answers(marked(TestRequest::get().uri("/sporsmal/en-side-jeg-leste?hemmelig=1"))).await;
    let line = log::recorded().lines().filter(|line| line.contains("/sporsmal/{slug}")).map(str::to_owned).next_back();
    let line = line.expect("a line for the request");
    assert!(line.contains("method=\"GET\"") && line.contains("status=404"), "{line}");
    for own in ["en-side-jeg-leste", "hemmelig", "127.0.0.1"] {
        assert!(!line.contains(own), "{line}");
    }
}
