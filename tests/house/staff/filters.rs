//! The queue's filters: what each choice leaves, what hides what, and the clock of the first opening.

use chrono::TimeDelta;

use crate::support::House;
use crate::support::person::whole_wording;

#[actix_web::test]
async fn each_choice_says_how_many_it_leaves_and_they_fit_together() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let sleep = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    let danger = house.question("Jeg vil ikke leve mer.").await;
    house.visitor().asks_with(&[("topic", "alkohol")]).await.succeeds();
    kari.claims(&sleep).await.succeeds();

    let page = ola.reads("/panel").await.succeeds();
    for (option, words) in [
        ("#topic option[value=alkohol]", "(1)"),
        ("#urgency option[value=acute]", "(1)"),
        ("#urgency option[value=normal]", "(2)"),
        ("#state option[value=waiting]", "(2)"),
        ("#state option[value=claimed]", "(1)"),
        ("#holder option[value=nobody]", "(2)"),
        ("#holder option[value=me]", "(0)"),
        ("#age option[value=today]", "(3)"),
        ("#age option[value=late]", "(0)"),
    ] {
        assert!(page.text_of(option).contains(words), "{option}: {}", page.text_of(option));
    }
    for (query, left) in [
        ("urgency=acute", 1),
        ("state=claimed", 1),
        ("holder=nobody", 2),
        ("holder=nobody&topic=alkohol", 1),
        ("holder=me", 0),
        ("age=today", 3),
        ("age=old", 0),
        ("urgency=huge&state=published&holder=x&age=never", 3),
    ] {
        assert_eq!(ola.reads(&format!("/panel?{query}")).await.count("tbody tr"), left, "{query}");
    }
    let colleague = format!("/panel?holder={}", kari.id);
    assert!(ola.reads(&colleague).await.text_of("tbody").contains(&sleep.short()));
    assert!(ola.reads("/panel?urgency=acute").await.text_of("tbody").contains(&danger.short()));
    assert_eq!(kari.reads("/panel?holder=me").await.count("tbody tr"), 1);
}

#[actix_web::test]
async fn an_empty_page_says_which_filter_hides_what() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    house.visitor().asks_with(&[("topic", "alkohol")]).await.succeeds();
    let page = kari.reads("/panel?topic=cannabis&state=waiting").await.succeeds();
    assert_eq!(page.count("tbody tr"), 0);
    assert!(page.says("Take away “Topic: Cannabis”: one question"), "{}", page.words());
    assert!(!page.says("Status: New”"), "taking that away shows nothing either: {}", page.words());
    assert!(page.body.contains("href=\"/panel?view=all&#38;state=waiting\""), "{}", page.body);
}

#[actix_web::test]
async fn a_question_is_to_be_opened_by_a_person_within_one_working_day() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    // Friday: its working day is Monday.
    house.later(TimeDelta::days(3));
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.signs_in().await;
    let page = kari.reads("/panel").await.succeeds();
    assert!(page.says("One not opened yet") && !page.says("should have been opened"), "{}", page.words());
    house.later(TimeDelta::days(3));
    kari.signs_in().await;
    assert!(!kari.reads("/panel").await.says("should have been opened"));
    house.later(TimeDelta::days(1));
    kari.signs_in().await;
    let page = kari.reads("/panel").await.succeeds();
    assert!(page.says("One should have been opened by now"), "{}", page.words());
    assert!(page.text_of("tbody").contains("not opened in time"));
    assert_eq!(kari.reads("/panel?age=overlooked").await.count("tbody tr"), 1);

    kari.opens(&question).await.succeeds();
    let page = kari.reads("/panel").await.succeeds();
    assert_eq!(page.text_of(".overview"), "");
    assert!(!page.text_of("tbody").contains("opened"), "{}", page.words());
    assert_eq!(kari.reads("/panel?age=unopened").await.count("tbody tr"), 0);
}

#[actix_web::test]
async fn a_question_whose_asker_writes_again_is_to_be_opened_again() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let (question, code) = house.question_with_code("Hvorfor får jeg ikke sove før eksamen?").await;
    house.answered((&kari, &ola), &question, &whole_wording()).await;
    house.visitor().writes(&code, "Og hva om det ikke hjelper?", "send").await.succeeds();
    assert!(kari.reads("/panel").await.says("One not opened yet"));
}

#[actix_web::test]
async fn a_holiday_stands_beside_the_day_and_does_not_move_it() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    // Due on Easter Monday.
    house.later(TimeDelta::days(20));
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.signs_in().await;
    let due = kari.reads("/panel").await.text_of("tbody .due");
    assert!(due.contains("7 days left") && due.contains("6 April (public holiday)"), "{due}");
}
