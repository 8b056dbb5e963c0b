//! The queue: what is due first stands first, and each question is lent to one clinician at a time.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use spoross::domain::audit::Actor;
use spoross::domain::queue;

use crate::support::House;
use crate::support::person::whole_wording;

const TEXT: &str = "Hvorfor får jeg ikke sove før eksamen?";

#[actix_web::test]
async fn the_oldest_due_stands_first_and_says_how_long_is_left() {
    let house = House::open().await;
    let old = house.question(TEXT).await;
    house.later(TimeDelta::days(6));
    let new = house.question(TEXT).await;
    house.later(TimeDelta::days(2));
    let kari = house.clinician("Kari").await;
    let page = kari.reads("/panel").await;
    assert!(page.says("2 questions"), "{}", page.words());
    assert!(page.text_of("tbody tr:nth-child(1)").contains(&old.short()));
    assert!(page.text_of("tbody tr:nth-child(1) .due").starts_with("One day overdue"), "{}", page.text_of("tbody"));
    assert!(page.text_of("tbody tr:nth-child(2)").contains(&new.short()));
    assert!(page.text_of("tbody tr:nth-child(2) .due").starts_with("5 days left"), "{}", page.text_of("tbody"));
    assert!(page.says("One overdue"));
}

#[actix_web::test]
async fn two_clinicians_cannot_hold_the_same_question() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let page = ola.claims(&question).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.says("Kari Prøvesen"), "{}", page.words());
    assert!(ola.reads("/panel").await.text_of("tbody").contains("Kari Prøvesen"));
    // Claiming what one holds already is no mistake.
    kari.claims(&question).await.succeeds();
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn of_two_at_once_exactly_one_wins() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    for _ in 0..5 {
        let question = house.question(TEXT).await;
        let (one, other) = futures_util::future::join(kari.claims(&question), ola.claims(&question)).await;
        let mut statuses = [one.status, other.status];
        statuses.sort();
        assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    }
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn what_is_given_back_keeps_its_draft_for_the_next() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.sends_draft(&question, &whole_wording(), "release").await.succeeds();
    ola.claims(&question).await.succeeds();
    assert_eq!(ola.opens(&question).await.value_of("title"), "Søvn før eksamen");
    // Whoever writes last is the author.
    ola.sends_to_review(&question, &whole_wording()).await.succeeds();
    let page = kari.opens(&question).await;
    assert!(page.says("Ola Prøvesen"), "{}", page.words());
}

#[actix_web::test]
async fn only_the_one_who_holds_it_can_give_it_back() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    let page = ola.sends_draft_seen_at(&question, &whole_wording(), "release", "0").await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(ola.opens(&question).await.says("Kari Prøvesen"));
}

#[actix_web::test]
async fn the_queue_shows_a_topic_ones_own_and_what_waits_for_review() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let sleep = house.question(TEXT).await;
    house.visitor().asks_with(&[("topic", "alkohol")]).await.succeeds();
    kari.claims(&sleep).await.succeeds();

    assert_eq!(kari.reads("/panel").await.count("tbody tr"), 2);
    assert_eq!(kari.reads("/panel?topic=alkohol").await.count("tbody tr"), 1);
    assert_eq!(kari.reads("/panel?topic=romfart").await.count("tbody tr"), 2);
    assert!(kari.reads("/panel?view=own").await.text_of("tbody").contains(&sleep.short()));
    assert_eq!(ola.reads("/panel?view=own").await.count("tbody tr"), 0);
    kari.sends_to_review(&sleep, &whole_wording()).await.succeeds();
    assert!(ola.reads("/panel?view=review").await.text_of("tbody").contains(&sleep.short()));
    assert_eq!(kari.reads("/panel?view=review").await.count("tbody tr"), 0);
}

#[actix_web::test]
async fn a_line_says_who_is_to_do_what_and_whether_the_clock_runs() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    assert!(kari.reads("/panel").await.text_of("tbody").contains("Waits for a colleague"));
    assert!(ola.reads("/panel").await.text_of("tbody").contains("In review"));

    let asked = house.question("Hvor lenge varer det?").await;
    kari.claims(&asked).await.succeeds();
    let line = "tbody tr:has(a[href$='{}']) .due".replace("{}", &asked.to_string());
    assert!(kari.reads("/panel").await.text_of(&line).starts_with("7 days left"));
    kari.asks_back(&asked, "Hvor lenge har det vart?").await.succeeds();
    assert!(kari.reads("/panel").await.text_of(&line).starts_with("The clock stands still"));

    let handed = house.question("Og hva nå?").await;
    let to = format!("staff:{}", ola.id);
    kari.presses(&format!("/panel/questions/{handed}/handover"), &[("to", &to), ("note", "")]).await.succeeds();
    assert_eq!(ola.reads("/panel").await.text_of("td.holder strong"), "handed to you");
    assert_eq!(kari.reads("/panel").await.count("td.holder strong"), 0);
}

#[actix_web::test]
async fn a_question_that_is_not_there_is_not_found() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    for id in ["00000000-0000-4000-8000-000000000000", "x", "..", "%00"] {
        let page = kari.reads(&format!("/panel/questions/{id}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{id}");
    }
}

#[actix_web::test]
async fn what_someone_held_who_left_is_in_the_queue_again() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    ola.claims(&question).await.succeeds();
    ola.writes(&question, &whole_wording()).await.succeeds();
    let now = house.app.clock.now();
    house.with(|conn| {
        let member = spoross::domain::staff::disable(conn, "ola", Actor::Server, now)?;
        queue::release_all_held_by(conn, &member.id, Actor::Server, now)
    });
    kari.claims(&question).await.succeeds();
    assert_eq!(kari.opens(&question).await.value_of("title"), "Søvn før eksamen");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn next_for_me_is_the_most_urgent_then_the_earliest_due_of_what_nobody_holds() {
    let house = House::open().await;
    let early = house.question(TEXT).await;
    house.later(TimeDelta::days(1));
    let late = house.question("Hva hjelper mot hodepine etter trening?").await;
    let urgent = house.question("Jeg vil ikke leve mer.").await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    for person in [&kari, &ola] {
        house.joins(person, "psyke");
    }
    for (person, question) in [(&kari, &urgent), (&ola, &early), (&kari, &late)] {
        let page = person.presses("/panel/next", &[]).await.succeeds();
        assert_eq!(page.leads_to(), format!("/panel/questions/{question}?notice=claimed"));
    }
    let page = ola.presses("/panel/next", &[]).await.succeeds();
    assert_eq!(page.leads_to(), "/panel?notice=nothing-waits");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn next_for_me_is_of_the_topics_that_my_groups_answer() {
    let house = House::open().await;
    let (rus, psyke) = (
        house.visitor().asks_with(&[("topic", "alkohol")]).await.succeeds(),
        house
            .visitor()
            .asks_with(&[("topic", "psykisk-helse"), ("question", "Hvorfor er jeg trist?")])
            .await
            .succeeds(),
    );
    assert_eq!(rus.heading(), psyke.heading());
    // Of the group "rus", as everyone in these tests.
    let kari = house.clinician("Kari").await;
    let page = kari.presses("/panel/next", &[]).await.succeeds();
    let question = page.leads_to().split('?').next().unwrap().to_owned();
    assert!(kari.reads(&question).await.says("Alcohol"), "{question}");
    let page = kari.presses("/panel/next", &[]).await.succeeds();
    assert_eq!(page.leads_to(), "/panel?notice=nothing-waits");
    assert!(kari.reads("/panel?notice=nothing-waits").await.says("Nothing waits in your topics right now"));
}
