//! The counters: by month, one thing at a time, and no number small enough to point at someone.

use chrono::TimeDelta;

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
    assert_eq!(line("Boy/man"), "Boy/man <5", "{}", page.words());
    assert_eq!(line("Girl/woman"), "Girl/woman 17");
    assert_eq!(line("16–17"), "16–17 20");
    assert!(page.says("March 2026"));
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
    assert!(page.says("April 2026 March 2026"), "newest first: {}", page.words());
}
