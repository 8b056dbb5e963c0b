//! Reminders by mail: those whose group answers are told when a question comes to its day and past it, then the editors.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::clock::date_in_norway;
use spoross::database::schema::reminder as table;
use spoross::domain::digest::{self, Due};
use spoross::domain::reminder;
use spoross::domain::staff::Role;
use spoross::mailer::{Mailbag, Mailer};
use spoross::settings::Settings;
use spoross::{jobs, web};

use crate::support::House;
use crate::support::person::Person;

async fn house_with_mail(change: impl FnOnce(&mut Settings)) -> (House, Mailbag) {
    let mut house = House::open_with(|settings| {
        settings.mail.url = "file:///nowhere".into();
        change(settings);
    })
    .await;
    let (mailer, bag) = Mailer::in_memory();
    house.app = house.app.with_mailer(mailer);
    (house, bag)
}

async fn chooses(person: &Person, hours: &[&str]) {
    let address = format!("{}@example.org", person.user_name);
    let mut fields = vec![("mail", address.as_str())];
    fields.extend(hours.iter().map(|hour| ("hour", *hour)));
    person.presses("/panel/profile/mail", &fields).await.succeeds();
}

async fn run(house: &House) {
    jobs::digest::run(&house.app, web::staff::digest::words).await.unwrap();
}

/// Every hour of so many days from ten in the morning on; what reminders went, each with its day and receiver.
async fn days(house: &House, bag: &Mailbag, days: i64) -> Vec<(String, String, String)> {
    let mut told = Vec::new();
    for _ in 0..days * 24 {
        run(house).await;
        let day = date_in_norway(house.app.clock.now()).to_string();
        for mail in bag.lock().unwrap().drain(..) {
            if mail.subject == "Spør oss: questions near or past their day" {
                told.push((day.clone(), mail.to, mail.body));
            }
        }
        house.later(TimeDelta::hours(1));
    }
    told
}

fn said(told: &[(String, String, String)]) -> Vec<(&str, &str, &str)> {
    let line = |body: &'static str| body;
    told.iter()
        .map(|(day, to, body)| {
            let wanted = ["one day left", "one day late", "3 days late", "due today"];
            let said = wanted.into_iter().find(|wanted| body.contains(wanted)).unwrap_or("something else");
            (day.as_str(), to.as_str(), line(said))
        })
        .collect()
}

/// A question of the tenth is due on the seventeenth. A holiday does not move that day, nor who is told when.
#[actix_web::test]
async fn first_its_group_is_reminded_and_later_the_editors_holiday_or_not() {
    for is_holiday in [false, true] {
        let (house, bag) = house_with_mail(|_| {}).await;
        let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
        let eli = house.member("Eli", &[Role::Editor]).await;
        house.joins(&kari, "psyke");
        for person in [&kari, &ola, &eli] {
            chooses(person, &["8", "14"]).await;
        }
        if is_holiday {
            eli.presses("/panel/season", &[("kind", "holiday"), ("until", "2026-04-06")]).await.succeeds();
        }
        house.question("Hvorfor får jeg ikke sove før eksamen?").await;
        let told = days(&house, &bag, 14).await;
        assert_eq!(
            said(&told),
            [
                ("2026-03-16", "kari@example.org", "one day left"),
                ("2026-03-18", "kari@example.org", "one day late"),
                ("2026-03-20", "eli@example.org", "3 days late"),
            ],
            "holiday: {is_holiday}"
        );
        assert_eq!(
            told[1].2,
            "Hello! Some questions come to their day, or are past it:\n\nIn your group:\n- one question is one day late\n\n\
             Sign in here: http://127.0.0.1:8080/panel\n\n\
             You get this email because you chose it under Profile in the panel. You turn it off there too.\n"
        );
        assert!(told[2].2.contains("In all groups together:\n- one question is 3 days late\n"), "{}", told[2].2);
    }
}

#[actix_web::test]
async fn each_is_told_the_number_of_their_own_groups_questions_alone() {
    let (house, bag) = house_with_mail(|settings| settings.queue.remind_group_at_days = vec![0]).await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    house.joins(&kari, "psyke");
    for person in [&kari, &ola] {
        chooses(person, &["14"]).await;
    }
    // Kari is of both groups, Ola of "rus" alone.
    for topic in ["psykisk-helse", "psykisk-helse", "alkohol"] {
        house.visitor().asks_with(&[("topic", topic)]).await.succeeds();
        house.later(TimeDelta::minutes(1));
    }
    let handed = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.presses(&format!("/panel/questions/{handed}/handover"), &[("to", "group:rus"), ("note", "")]).await.succeeds();
    let told = days(&house, &bag, 10).await;
    let mut lines: Vec<(&str, bool, bool)> = told
        .iter()
        .map(|(_, to, body)| {
            (to.as_str(), body.contains("4 questions are due today"), body.contains("2 questions are"))
        })
        .collect();
    lines.sort_unstable();
    assert_eq!(lines, [("kari@example.org", true, false), ("ola@example.org", false, true)], "{told:?}");
}

#[actix_web::test]
async fn a_step_is_told_once_a_day_however_many_instances_there_are() {
    let (house, bag) = house_with_mail(|settings| settings.queue.remind_group_at_days = vec![0]).await;
    let kari = house.clinician("Kari").await;
    house.joins(&kari, "psyke");
    chooses(&kari, &["11", "14"]).await;
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    house.later(TimeDelta::days(7) + TimeDelta::hours(1));
    let (now, steps) = (house.app.clock.now(), house.app.reminder_steps());
    let due: Vec<Due> = house.with(|conn| digest::list_due(conn, now));
    assert_eq!(due.len(), 1);
    // Both saw the hour come before either decided it.
    assert!(house.with(|conn| reminder::decide(conn, &due[0], &steps, now)));
    assert!(!house.with(|conn| reminder::decide(conn, &due[0], &steps, now)));
    let other = house.app.clone();
    let words = web::staff::digest::words;
    let (one, two) = futures_util::join!(jobs::digest::run(&house.app, words), jobs::digest::run(&other, words));
    one.and(two).unwrap();
    house.later(TimeDelta::hours(3));
    run(&house).await;
    let reminders = bag.lock().unwrap().iter().filter(|mail| mail.subject.contains("past their day")).count();
    assert_eq!(reminders, 1);
    let rows: i64 = house.with(|conn| Ok(table::table.count().get_result(conn)?));
    assert_eq!(rows, 1);
}

#[actix_web::test]
async fn nobody_is_reminded_of_what_waits_for_its_asker_or_was_answered_or_without_an_hour() {
    let (house, bag) = house_with_mail(|_| {}).await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    house.joins(&kari, "psyke");
    house.joins(&ola, "psyke");
    chooses(&kari, &["14"]).await;
    chooses(&ola, &[]).await;
    let asked_back = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&asked_back).await.succeeds();
    kari.asks_back(&asked_back, "Hvor lenge har det vart?").await.succeeds();
    let page = kari.reads("/panel/profile/mail").await.succeeds();
    assert!(page.says("comes to its day, or goes past it"), "{}", page.words());
    assert_eq!(days(&house, &bag, 9).await, []);
    assert_eq!(house.visitor().reads("/statistikk").await.status, StatusCode::OK);
}
