//! The receipt code: shown once, it opens what is for its owner alone, and nobody else's tries lead anywhere.

mod attacks;
mod reading;

use std::path::PathBuf;

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::database::schema::{answer, letter, question, receipt, statistic};
use spoross::domain::answer::Wording;
use spoross::vault::code::Code;

use crate::support::House;
use crate::support::files::files_with;
use crate::support::person::whole_wording;
use crate::support::visitor::filled_in;

const TEXT: &str = "Hvorfor får jeg ikke sove før eksamen?";

#[actix_web::test]
async fn the_code_is_shown_once_and_not_kept() {
    let house = House::open().await;
    let page = house.visitor().asks(TEXT).await.succeeds();
    let code = page.text_of("#code");
    assert!(Code::parse(&code).is_ok() && code.len() == 19, "{code}");
    assert!(page.says("Du trenger den ikke for å lese svaret"), "{}", page.words());
    let rows: Vec<(String, Vec<u8>)> =
        house.with(|conn| Ok(receipt::table.select((receipt::tag, receipt::public_key)).load(conn)?));
    assert_eq!(rows.len(), 1);
    assert!(!rows[0].0.contains(&code.replace('-', "").to_lowercase()));
    assert_eq!(page.header("cache-control"), "no-store");
}

#[actix_web::test]
async fn the_same_form_twice_gives_the_same_code_and_one_receipt() {
    let house = House::open().await;
    let visitor = house.visitor();
    let form = filled_in(&visitor.opens_the_form().await, &[]);
    let first = visitor.sends_form(&form).await.text_of("#code");
    assert_eq!(visitor.sends_form(&form).await.text_of("#code"), first);
    assert_eq!(house.with(|conn| Ok(receipt::table.count().get_result::<i64>(conn)?)), 1);
}

#[actix_web::test]
async fn a_code_says_where_the_question_is() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, code) = house.question_with_code(TEXT).await;
    let visitor = house.visitor();
    let page = visitor.shows(&code).await.succeeds();
    assert_eq!(page.heading(), "Spørsmålet ditt er kommet fram");
    assert!(page.says("senest tirsdag 17. mars"), "{}", page.words());
    assert_eq!(page.header("cache-control"), "no-store");

    kari.claims(&question).await.succeeds();
    assert_eq!(visitor.shows(&code.to_lowercase().replace('-', " ")).await.heading(), "Noen svarer deg nå");
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    assert_eq!(visitor.shows(&code).await.heading(), "Noen svarer deg nå");
    ola.decides(&question, "publish", "").await.succeeds();
    let page = visitor.shows(&code).await.succeeds();
    assert_eq!(page.heading(), "Du har fått svar");
    assert!(page.has_link_to("/sporsmal/sovn-for-eksamen"), "{}", page.body);
}

#[actix_web::test]
async fn what_cannot_be_a_code_is_told_why_and_what_was_typed_comes_back() {
    let house = House::open().await;
    for (typed, message) in [
        ("", "Skriv inn koden."),
        ("7KQF-3MWD-9XTR-B2H", "En kode har 16 tegn. Dette er 15."),
        ("7KQF-3MWD-9XTR-B2HAA", "En kode har 16 tegn. Dette er 17."),
        ("7KQF-3MWD-9XTR-B2H!", "Det er et tegn her som ingen kode har."),
        ("7KQF-3MWD-9XTR-B2HA", "Vi finner ingenting med denne koden."),
    ] {
        let page = house.visitor().shows(typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(page.error_at("code").starts_with(message), "{typed}: {}", page.error_at("code"));
        assert_eq!(page.value_of("code"), typed);
        assert!(page.text_of("title").starts_with("Feil: Skjema"));
    }
}

#[actix_web::test]
async fn an_answer_for_the_asker_alone_is_read_with_the_code_and_nowhere_else() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, code) = house.question_with_code(TEXT).await;
    let private = Wording { answer: "Dette er **bare til deg**.".into(), is_private: true, ..Wording::default() };
    house.answered((&kari, &ola), &question, &private).await;

    let page = house.visitor().shows(&code).await.succeeds();
    assert_eq!(page.text_of(".letter .prose"), "Dette er bare til deg.");
    assert!(page.text_of(".signature").contains("Kari Prøvesen, Lege"));
    assert_eq!(house.visitor().reads("/").await.count(".tray li"), 0);
    let sealed: Vec<Option<Vec<u8>>> = house.with(|conn| Ok(letter::table.select(letter::for_asker).load(conn)?));
    let sealed = sealed[0].clone().unwrap();
    assert!(!sealed.windows(4).any(|window| window == b"bare"));
    assert!(kari.opens(&question).await.says("Answer to the asker alone"));
}

#[actix_web::test]
async fn a_question_back_is_replied_to_and_its_days_are_not_counted() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (question, code) = house.question_with_code(TEXT).await;
    kari.claims(&question).await.succeeds();
    house.later(TimeDelta::days(2));
    kari.signs_in().await;
    kari.asks_back(&question, "Hvor lenge har det vart?").await.succeeds();
    house.later(TimeDelta::days(5));

    let visitor = house.visitor();
    let page = visitor.shows(&code).await.succeeds();
    assert_eq!(page.heading(), "Vi lurer på noe først");
    assert_eq!(page.text_of(".letter .prose"), "Hvor lenge har det vart?");
    let page = visitor.writes(&code, "I omtrent to uker.", "send").await.succeeds();
    assert!(page.says("Svaret ditt er kommet fram."), "{}", page.words());
    // Five days were left when Kari asked; they are left now, on 17 March.
    kari.signs_in().await;
    let page = kari.opens(&question).await.succeeds();
    assert!(page.says("I omtrent to uker.") && page.says("Sunday 22 March"), "{}", page.words());
    assert!(page.count("textarea[name=answer]") == 1, "Kari holds it again");
    let page = visitor.writes(&code, "Og enda noe.", "send").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("Dette er ikke sendt.") && page.value_of("question") == "Og enda noe.", "{}", page.words());
}

#[actix_web::test]
async fn a_reply_that_never_comes_gives_the_question_back_after_its_days() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (question, code) = house.question_with_code(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.asks_back(&question, "Hvor lenge har det vart?").await.succeeds();
    house.later(TimeDelta::days(13));
    spoross::jobs::run_all(&house.app).await.unwrap();
    assert_eq!(house.visitor().shows(&code).await.heading(), "Vi lurer på noe først");
    house.later(TimeDelta::days(1));
    spoross::jobs::run_all(&house.app).await.unwrap();
    assert_eq!(house.visitor().shows(&code).await.heading(), "Noen svarer deg nå");
}

#[actix_web::test]
async fn after_an_answer_its_asker_may_ask_once_more() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, code) = house.question_with_code(TEXT).await;
    house.answered((&kari, &ola), &question, &whole_wording()).await;
    let visitor = house.visitor();
    house.later(TimeDelta::days(1));
    let page = visitor.writes(&code, "Men hva om det ikke hjelper?", "send").await.succeeds();
    assert!(page.says("Det nye spørsmålet er kommet fram."), "{}", page.words());
    assert!(page.says("onsdag 18. mars"), "{}", page.words());

    kari.signs_in().await;
    ola.signs_in().await;
    assert!(kari.reads("/panel").await.says(&question.short()));
    house.answered((&kari, &ola), &question, &whole_wording()).await;
    let page = kari.opens(&question).await;
    assert!(
        page.says("Men hva om det ikke hjelper?") && page.has_link_to("/sporsmal/sovn-for-eksamen-2"),
        "{}",
        page.body
    );
    visitor.writes(&code, "Og nå da, sier du?", "send").await.succeeds();
    house.answered((&kari, &ola), &question, &whole_wording()).await;
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn a_second_follow_up_to_one_answer_comes_back_as_text_for_a_new_question() {
    let house = House::open_with(|settings| settings.question.follow_ups_per_answer = 0).await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, code) = house.question_with_code(TEXT).await;
    house.answered((&kari, &ola), &question, &whole_wording()).await;
    let page = house.visitor().writes(&code, "Men hva om det ikke hjelper?", "send").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("Du har allerede spurt videre om dette."), "{}", page.words());
    assert_eq!(page.value_of("question"), "Men hva om det ikke hjelper?");
    let form =
        house.visitor().sends_to("/spor", &[("question", "Men hva om det ikke hjelper?"), ("do", "change")]).await;
    assert_eq!(
        (form.heading().as_str(), form.value_of("question").as_str()),
        ("Hva lurer du på?", "Men hva om det ikke hjelper?")
    );
}

#[actix_web::test]
async fn a_letter_that_gives_someone_away_is_shown_back_first() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (question, code) = house.question_with_code(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.asks_back(&question, "Hvor lenge har det vart?").await.succeeds();
    let letter = "Ring meg på 412 34 567, så forteller jeg.";
    let page = house.visitor().writes(&code, letter, "send").await.succeeds();
    assert_eq!(page.text_of(".marked mark"), "412 34 567");
    assert_eq!(page.value_of("letter"), letter);
    house.visitor().writes(&code, letter, "anyway").await.succeeds();
    let page = kari.opens(&question).await;
    assert!(page.says("Ring meg på [fjernet], så forteller jeg."), "{}", page.words());
}

#[actix_web::test]
async fn danger_in_a_letter_shows_help_and_puts_the_question_first() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (question, code) = house.question_with_code(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.asks_back(&question, "Hvordan har du det nå?").await.succeeds();
    let page = house.visitor().writes(&code, "Jeg vil bare dø, orker ikke mer.", "send").await.succeeds();
    assert!(page.count(".serious") == 1 && page.says("Svaret ditt er kommet fram."), "{}", page.words());
    assert!(kari.reads("/panel").await.says("Acute"));
}

#[actix_web::test]
async fn a_declined_question_says_why() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (question, code) = house.question_with_code(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.declines(&question, "elsewhere", "Hei! Spør **fastlegen** din om dette.").await.succeeds();
    let page = house.visitor().shows(&code).await.succeeds();
    assert_eq!(page.heading(), "Spørsmålet blir ikke lagt ut");
    assert!(page.says("Spør fastlegen din om dette.") && page.has_link_to("/spor"), "{}", page.words());
}

#[actix_web::test]
async fn a_question_can_be_taken_back_at_any_time_and_all_of_it_goes() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    for stage in ["waiting", "claimed", "asked back", "published"] {
        let (question, code) = house.question_with_code(TEXT).await;
        if stage != "waiting" {
            kari.claims(&question).await.succeeds();
            kari.writes(&question, &whole_wording()).await.succeeds();
        }
        if stage == "asked back" {
            kari.asks_back(&question, "Hvor lenge?").await.succeeds();
        }
        if stage == "published" {
            kari.sends_to_review(&question, &whole_wording()).await.succeeds();
            ola.decides(&question, "publish", "").await.succeeds();
        }
        let page = house.visitor().withdraws(&code).await.succeeds();
        assert_eq!(page.heading(), "Spørsmålet er slettet");
        assert_eq!(page.says("Svaret som er lagt ut, blir stående."), stage == "published", "{stage}");
        assert!(house.question_ids().is_empty(), "{stage}");
        let left: [i64; 3] = house.with(|conn| {
            Ok([
                receipt::table.count().get_result(conn)?,
                letter::table.count().get_result(conn)?,
                answer::table.count().get_result(conn)?,
            ])
        });
        assert_eq!(left, [0; 3], "{stage}");
        assert_eq!(house.visitor().shows(&code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.visitor().withdraws(&code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    house.visitor().reads("/sporsmal/sovn-for-eksamen").await.succeeds();
    house.assert_audit_is_whole();
    let ended: Vec<(String, i64)> = house.with(|conn| {
        let rows = statistic::table.filter(statistic::dimension.eq("outcome")).order(statistic::value);
        Ok(rows.select((statistic::value, statistic::count)).load(conn)?)
    });
    assert_eq!(ended, [("published".into(), 1), ("withdrawn".into(), 3)], "each question ended once");
}

#[actix_web::test]
async fn a_withdrawn_question_leaves_its_bytes_in_no_file() {
    let house = House::open().await;
    let (_, code) = house.question_with_code(TEXT).await;
    let sealed: Vec<u8> = house.with(|conn| Ok(question::table.select(question::sealed).first(conn)?));
    house.visitor().withdraws(&code).await.succeeds();
    assert_eq!(files_with(house.database.folder.path(), &sealed[64..96]), Vec::<PathBuf>::new());
}

#[actix_web::test]
async fn whoever_writes_after_everything_is_forgotten_keeps_the_text() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, code) = house.question_with_code(TEXT).await;
    house.answered((&kari, &ola), &question, &whole_wording()).await;
    house.later(TimeDelta::days(30));
    spoross::jobs::run_all(&house.app).await.unwrap();
    let visitor = house.visitor();
    let page = visitor.shows(&code).await.succeeds();
    assert_eq!(page.heading(), "Spørsmålet ditt er slettet");
    assert!(page.has_link_to("/sporsmal/sovn-for-eksamen"));
    let page = visitor.writes(&code, "Men hva om det ikke hjelper?", "send").await;
    assert!(page.says("Spørsmålet ditt er slettet, så du kan ikke spørre videre"), "{}", page.words());
    assert_eq!(page.value_of("question"), "Men hva om det ikke hjelper?");

    house.later(TimeDelta::days(150));
    spoross::jobs::run_all(&house.app).await.unwrap();
    let page = visitor.writes(&code, "Er det noen der ennå?", "send").await;
    assert!(page.error_at("code").starts_with("Vi finner ingenting"), "{}", page.words());
    assert_eq!(page.value_of("question"), "Er det noen der ennå?");
    assert_eq!(house.with(|conn| Ok(letter::table.count().get_result::<i64>(conn)?)), 0);
}
