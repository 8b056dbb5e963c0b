//! The counters: by month, one thing at a time, and no number small enough to point at someone.

use actix_web::http::StatusCode;
use chrono::TimeDelta;

use crate::public::read::publishes;
use crate::public::warned::presses;
use crate::support::House;
use crate::support::person::whole_wording;
use crate::support::visitor::filled_in;

#[actix_web::test]
async fn numbers_under_five_are_not_told_and_the_same_form_twice_counts_once() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let visitor = house.visitor();
    for _ in 0..3 {
        visitor.asks_with(&[("gender", "male")]).await.succeeds();
    }
    for _ in 0..15 {
        visitor.asks_with(&[("gender", "female")]).await.succeeds();
    }
    let form = filled_in(&visitor.opens_the_form().await, &[("gender", "female")]);
    for _ in 0..3 {
        visitor.sends_form(&form).await.succeeds();
    }
    // Nineteen so far: what is sealed is not counted before a change of the counters can tell about nobody.
    let page = kari.reads("/panel/statistics").await.succeeds();
    assert!(page.says("Mental health 19") && !page.says("Girl/woman"), "{}", page.words());
    visitor.asks_with(&[("gender", "female")]).await.succeeds();
    let page = kari.reads("/panel/statistics").await.succeeds();
    let line = |name: &str| page.text_of_row(name);
    assert_eq!(line("16–17"), "16–17 20");
    assert_eq!(line("Boy/man"), "Boy/man hidden", "20 less 17 is 3: {}", page.words());
    assert_eq!(line("Girl/woman"), "Girl/woman hidden");
    assert!(page.says("Mar ’26"));
    assert_eq!(page.count("td.soft"), 2, "what is not told is no louder than what is");
}

#[actix_web::test]
async fn how_questions_ended_is_counted_in_its_month() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    for nth in 0..5 {
        let (question, code) = house.question_with_code(&format!("Spørsmål nummer {nth} om det samme")).await;
        match nth {
            0 => drop(house.visitor().withdraws(&code).await.succeeds()),
            1 => {
                kari.claims(&question).await.succeeds();
                kari.declines(&question, "assignment", "Hei! Dette er en oppgave.").await.succeeds();
            }
            _ => house.answered((&kari, &ola), &question, &whole_wording()).await,
        }
    }
    house.later(TimeDelta::days(40));
    kari.signs_in().await;
    house.visitor().asks("Og ett spørsmål til, i april").await.succeeds();
    let page = kari.reads("/panel/statistics").await.succeeds();
    for ended in ["Published", "Taken back by the asker", "Declined: school assignment"] {
        assert_eq!(page.text_of_row(ended), format!("{ended} <5"), "{}", page.words());
    }
    assert!(page.says("Apr ’26 Mar ’26"), "newest first: {}", page.words());
    let page = kari.reads("/panel/statistics/2026").await.succeeds();
    assert!(page.text_of_row("Published").starts_with("Published <5"), "{}", page.words());
    assert_eq!(page.count("table[aria-labelledby=outcome] svg"), 0, "a hidden number has no bar");
    assert_eq!(page.count("table[aria-labelledby=topic] svg"), 1);
}

#[actix_web::test]
async fn a_year_is_told_when_its_months_and_weeks_are_over() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    for nth in 0..6 {
        let question = house.question(&format!("Spørsmål nummer {nth} om det samme")).await;
        if nth < 5 {
            house.answered((&kari, &ola), &question, &whole_wording()).await;
        }
    }
    let page = house.visitor().reads("/statistikk").await.succeeds();
    assert!(page.says("Ingenting er talt ennå"), "nothing of a week or month that goes on: {}", page.words());

    // The week is over, the month is not.
    house.later(TimeDelta::days(7));
    let page = house.visitor().reads("/statistikk").await.succeeds();
    assert_eq!(page.text_of_row("9. mars"), "9. mars 6 5");
    assert_eq!(page.text_of_row("2. mars"), "2. mars 0 0");
    assert!(!page.says("Publisert"), "{}", page.words());

    house.later(TimeDelta::days(30));
    let page = house.visitor().reads("/statistikk").await.succeeds();
    assert_eq!(page.text_of_row("Publisert"), "Publisert 5");
    assert!(!page.says("Jente/kvinne") && !page.says("Oslo"), "more is for staff: {}", page.words());
    let page = house.visitor_in("/en").reads("/statistikk/2026").await.succeeds();
    assert_eq!(page.text_of_row("Published"), "Published 5");
    for path in ["/statistikk/2025", "/statistikk/2027", "/statistikk/999999999999", "/statistikk/i-fjor"] {
        assert_eq!(house.visitor().reads(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }

    let sheet = house.visitor().reads("/statistikk/2026.csv").await.succeeds();
    let lines: Vec<&str> = sheet.body.lines().collect();
    assert_eq!(lines.first(), Some(&"\u{feff}year;what;value;name;count"));
    assert!(lines.contains(&"2026;week_asked;2026-W11;2026-03-09;6"), "{lines:?}");
    assert!(lines.contains(&"2026;week_answered;2026-W10;2026-03-02;0"), "{lines:?}");
    assert!(lines.contains(&"2026;outcome;published;Publisert;5"), "{lines:?}");

    kari.signs_in().await;
    let page = kari.reads("/panel/statistics/2026").await.succeeds();
    assert!(page.says("Normal 6") && page.says("Week by week"), "{}", page.words());
    assert!(kari.reads("/panel/statistics").await.has_link_to("/panel/statistics/2026"));
    let sheet = kari.reads("/panel/statistics/2026.csv").await.succeeds();
    assert!(sheet.body.contains("2026;urgency;normal;Normal;6"), "{}", sheet.body);
}

#[actix_web::test]
async fn a_small_week_cannot_be_worked_out_from_the_others() {
    let house = House::open().await;
    for (days, questions) in [(0, 9), (7, 7), (7, 3)] {
        house.later(TimeDelta::days(days));
        for nth in 0..questions {
            house.question(&format!("Spørsmål nummer {nth} om det samme")).await;
        }
    }
    house.later(TimeDelta::days(14));
    let weeks = async || {
        let page = house.visitor().reads("/statistikk").await.succeeds();
        ["9. mars", "16. mars", "23. mars"].map(|week| page.text_of_row(week)).join(", ")
    };
    assert_eq!(weeks().await, "9. mars 9 0, 16. mars skjult 0, 23. mars skjult 0");
    let sheet = house.visitor().reads("/statistikk/2026.csv").await.succeeds();
    assert!(sheet.body.contains("2026;week_asked;2026-W13;2026-03-23;:"), "{}", sheet.body);
    assert!(sheet.body.contains("2026;topic;"), "the sum stands in the same sheet: {}", sheet.body);
}

#[actix_web::test]
async fn words_that_rise_are_shown_alone_and_only_to_whoever_has_keys() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let visitor = house.visitor();
    let asks = async |text: &str| {
        let page = visitor.asks(text).await;
        assert_eq!(page.text_of("mark"), "Bendik Ulvestad");
        presses(&visitor, &page, "anyway").await.succeeds();
    };
    for nth in 0..4 {
        asks(&format!("Noen på skolen tok snurp {nth} ganger. Er det farlig? Jeg heter Bendik Ulvestad.")).await;
    }
    let page = kari.reads("/panel/words").await.succeeds();
    assert!(!page.says("snurp") && page.says("compared 4 questions"), "{}", page.words());
    asks("Jeg heter Bendik Ulvestad. Hva gjør snurpen med hjernen?").await;
    for title in ["En", "To", "Tre"] {
        publishes(&house, title, "Det er farlig å sove for lite når noen er på skolen.");
    }
    let page = kari.reads("/panel/words").await.succeeds();
    assert_eq!(page.text_of_row("snurp"), "snurp 5 0", "{}", page.words());
    assert!(!page.says("ulvestad") && !page.says("Bendik") && !page.says("skolen"), "{}", page.words());
    let siv = house.manager();
    assert_eq!(siv.reads("/panel/words").await.status, StatusCode::FORBIDDEN);
}
