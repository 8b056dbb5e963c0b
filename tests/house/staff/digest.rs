//! Mail at hours each chose: numbers only, once, and never because of one question's time.

use actix_web::http::StatusCode;
use chrono::{Days, TimeDelta};
use diesel::prelude::*;
use spoross::database::schema::{outbox, staff_mail};
use spoross::domain::audit::Actor;
use spoross::domain::digest::{self, Decided};
use spoross::domain::outbox::{Fate, Trouble, claim_next, put_off};
use spoross::domain::staff::{self, Role};
use spoross::mailer::{Letter, Mailbag, Mailer};
use spoross::{jobs, web};

use crate::support::House;
use crate::support::person::{Person, whole_wording};

/// A house at ten in the morning whose mail ends in a bag.
async fn house_with_mail() -> (House, Mailbag) {
    let mut house = House::open_with(|settings| settings.mail.url = "file:///nowhere".into()).await;
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

/// Time goes by to an hour of that Tuesday in Norway, and the minute's job runs.
async fn at(house: &House, hour: i64, minute: i64) {
    let wanted = crate::support::house::moment("2026-03-10T00:00:00") + TimeDelta::minutes(hour * 60 + minute - 60);
    house.later(wanted - house.app.clock.now());
    run(house).await;
}

async fn run(house: &House) {
    jobs::digest::run(&house.app, web::staff::digest::words).await.unwrap();
}

fn mails(bag: &Mailbag) -> Vec<Letter> {
    bag.lock().unwrap().clone()
}

fn left(house: &House) -> i64 {
    house.with(|conn| Ok(outbox::table.count().get_result(conn)?))
}

#[actix_web::test]
async fn nobody_gets_mail_who_did_not_ask_for_it() {
    let (house, bag) = house_with_mail().await;
    let kari = house.clinician("Kari").await;
    let page = kari.reads("/panel/profile/mail").await.succeeds();
    assert_eq!((page.heading().as_str(), page.value_of("mail").as_str()), ("Email from the queue", ""));
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    for hour in 11..23 {
        at(&house, hour, 0).await;
    }
    assert_eq!(mails(&bag), []);
}

#[actix_web::test]
async fn a_digest_holds_numbers_and_the_way_to_the_panel_and_nothing_else() {
    let (house, bag) = house_with_mail().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    chooses(&kari, &["14"]).await;
    for text in ["Hvorfor får jeg ikke sove før eksamen?", "Hva gjør jeg når broren min ruser seg?"] {
        house.question(text).await;
    }
    let review = house.question("Er det farlig å drikke når jeg går på medisin?").await;
    ola.claims(&review).await.succeeds();
    ola.sends_to_review(&review, &whole_wording()).await.succeeds();
    at(&house, 14, 0).await;

    let mails = mails(&bag);
    assert_eq!(mails.len(), 1, "{mails:?}");
    assert_eq!((mails[0].to.as_str(), mails[0].subject.as_str()), ("kari@example.org", "Spør oss: the queue at 14:00"));
    assert_eq!(
        mails[0].body,
        "Hello! This is how the queue stands:\n\n- 2 questions wait for someone\n- one answer waits for review\n\n\
         Sign in here: http://127.0.0.1:8080/panel\n\n\
         You get this email because you chose it under Profile in the panel. You turn it off there too.\n"
    );
    assert_eq!(left(&house), 0);
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn what_is_late_and_what_is_urgent_is_counted() {
    let (house, bag) = house_with_mail().await;
    let kari = house.clinician("Kari").await;
    chooses(&kari, &["14"]).await;
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    house.question("Jeg har tatt en overdose nå og vil dø").await;
    house.later(TimeDelta::days(8));
    house.later(TimeDelta::hours(4));
    run(&house).await;
    let body = mails(&bag)[0].body.clone();
    assert!(body.contains("2 questions wait") && body.contains("one of them is urgent"), "{body}");
    assert!(body.contains("2 are past their day"), "{body}");
}

#[actix_web::test]
async fn what_is_late_by_more_than_two_days_is_told_to_editors_too() {
    let (house, bag) = house_with_mail().await;
    let editor = house.member("Eli", &[Role::Editor]).await;
    chooses(&editor, &["14"]).await;
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    house.later(TimeDelta::days(9));
    house.later(TimeDelta::hours(4));
    run(&house).await;
    assert_eq!(mails(&bag), []);
    house.later(TimeDelta::days(1));
    run(&house).await;
    let body = mails(&bag)[0].body.clone();
    assert!(body.contains("one question is several days past its day"), "{body}");
    assert!(!body.contains("wait"), "{body}");
}

/// The hour is decided when it comes: a mail five minutes later would tell when a question came.
#[actix_web::test]
async fn a_question_that_comes_after_the_hour_waits_for_the_next() {
    let (house, bag) = house_with_mail().await;
    let kari = house.clinician("Kari").await;
    chooses(&kari, &["11", "14"]).await;
    at(&house, 11, 0).await;
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    at(&house, 11, 5).await;
    assert_eq!(mails(&bag), []);
    at(&house, 14, 0).await;
    at(&house, 14, 1).await;
    assert_eq!(mails(&bag).len(), 1);
}

#[actix_web::test]
async fn an_hour_that_had_come_when_it_was_chosen_is_tomorrows() {
    let (house, bag) = house_with_mail().await;
    let kari = house.clinician("Kari").await;
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    chooses(&kari, &["9", "10"]).await;
    run(&house).await;
    assert_eq!(mails(&bag), []);
    house.later(TimeDelta::hours(23));
    run(&house).await;
    assert_eq!(mails(&bag).len(), 1);
}

#[actix_web::test]
async fn after_a_stop_only_the_newest_hour_is_sent_and_an_old_one_not_at_all() {
    let (house, bag) = house_with_mail().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    chooses(&kari, &["12", "13", "14"]).await;
    chooses(&ola, &["11"]).await;
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    at(&house, 14, 30).await;
    at(&house, 14, 31).await;
    let subjects: Vec<String> = mails(&bag).into_iter().map(|mail| mail.subject).collect();
    assert_eq!(subjects, ["Spør oss: the queue at 14:00"]);
}

#[actix_web::test]
async fn two_instances_send_one_mail() {
    let (house, bag) = house_with_mail().await;
    let kari = house.clinician("Kari").await;
    chooses(&kari, &["11"]).await;
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    house.later(TimeDelta::hours(1));
    let now = house.app.clock.now();
    let due = house.with(|conn| digest::list_due(conn, now));
    assert_eq!(due.len(), 1);
    // Both saw the hour come before either decided it.
    assert_eq!(house.with(|conn| digest::decide(conn, &due[0], Days::new(2), now)), Decided::Mail);
    assert_eq!(house.with(|conn| digest::decide(conn, &due[0], Days::new(2), now)), Decided::Before);
    let other = house.app.clone();
    let words = web::staff::digest::words;
    let (one, two) = futures_util::join!(jobs::digest::run(&house.app, words), jobs::digest::run(&other, words));
    one.and(two).unwrap();
    assert_eq!(mails(&bag).len(), 1);
}

#[actix_web::test]
async fn a_mail_whose_sender_died_half_way_is_never_sent_again_and_its_receiver_is_told() {
    let (house, bag) = house_with_mail().await;
    let kari = house.clinician("Kari").await;
    chooses(&kari, &["11"]).await;
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    house.later(TimeDelta::hours(1));
    assert_eq!(jobs::digest::decide(&house.app).await.unwrap(), 1);
    let now = house.app.clock.now();
    assert!(house.with(|conn| claim_next(conn, now)).is_some());
    assert!(house.with(|conn| claim_next(conn, now)).is_none());
    house.later(TimeDelta::minutes(14));
    run(&house).await;
    assert_eq!(left(&house), 1);
    house.later(TimeDelta::minutes(2));
    run(&house).await;
    assert_eq!((left(&house), mails(&bag).len()), (0, 0));
    kari.signs_in().await;
    let page = kari.reads("/panel/profile/mail").await.succeeds();
    assert!(page.says("We do not know whether the email of Tuesday 10 March got through"), "{}", page.words());
}

#[actix_web::test]
async fn a_mail_that_cannot_go_is_tried_for_a_day_with_longer_and_longer_pauses() {
    let (house, _) = house_with_mail().await;
    let kari = house.clinician("Kari").await;
    chooses(&kari, &["11"]).await;
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    house.later(TimeDelta::hours(1));
    jobs::digest::decide(&house.app).await.unwrap();
    let mut pauses = Vec::new();
    let start = house.app.clock.now();
    let mut last = start;
    while left(&house) > 0 {
        let now = house.app.clock.now();
        if let Some(mail) = house.with(|conn| claim_next(conn, now)) {
            pauses.push((now - last).num_minutes());
            last = now;
            let fate = house.with(|conn| put_off(conn, &mail, now));
            assert_eq!(fate == Fate::GivenUp, left(&house) == 0);
        }
        house.later(TimeDelta::minutes(1));
    }
    assert_eq!(pauses[..6], [0, 1, 5, 30, 60, 60]);
    assert_eq!((pauses.len(), (last - start).num_hours()), (27, 23));
    let choice = house.with(|conn| digest::find_choice(conn, &kari.id));
    assert_eq!(choice.trouble.map(|(why, _)| why), Some(Trouble::Undelivered));
}

#[actix_web::test]
async fn whoever_takes_their_address_back_or_leaves_gets_nothing_more() {
    let (house, bag) = house_with_mail().await;
    let (kari, ola, per) = (house.clinician("Kari").await, house.clinician("Ola").await, house.clinician("Per").await);
    for person in [&kari, &ola, &per] {
        chooses(person, &["11"]).await;
    }
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    house.later(TimeDelta::hours(1));
    assert_eq!(jobs::digest::decide(&house.app).await.unwrap(), 3);
    kari.signs_in().await;
    kari.presses("/panel/profile/mail", &[("mail", ""), ("hour", "14")]).await.succeeds();
    let now = house.app.clock.now();
    house.with(|conn| staff::disable(conn, "ola", Actor::Server, now));
    run(&house).await;
    let receivers: Vec<String> = mails(&bag).into_iter().map(|mail| mail.to).collect();
    assert_eq!(receivers, ["per@example.org"]);
    let kept: Vec<String> = house.with(|conn| Ok(staff_mail::table.select(staff_mail::address).load(conn)?));
    assert_eq!(kept, ["per@example.org"]);
}

#[actix_web::test]
async fn a_wrong_address_is_shown_again_and_nothing_is_kept() {
    let (house, _) = house_with_mail().await;
    let kari = house.clinician("Kari").await;
    for wrong in ["kari", "kari@example.org, ola@example.org", "kåre@example.org"] {
        let page = kari.presses("/panel/profile/mail", &[("mail", wrong), ("hour", "14")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says("Write one email address"), "{}", page.words());
        assert_eq!(page.value_of("mail"), wrong);
    }
    assert_eq!(house.with(|conn| Ok(staff_mail::table.count().get_result::<i64>(conn)?)), 0);
    chooses(&kari, &["8", "14", "3"]).await;
    let choice = house.with(|conn| digest::find_choice(conn, &kari.id));
    assert_eq!((choice.address.as_str(), choice.hours), ("kari@example.org", [8, 14].into()));
}

#[actix_web::test]
async fn whoever_has_no_part_in_the_answers_has_nothing_to_be_told() {
    let (house, _) = house_with_mail().await;
    let editor = house.member("Eva", &[]).await;
    assert!(editor.reads("/panel/profile/mail").await.says("there is nothing to send"));
    let page = editor.presses("/panel/profile/mail", &[("mail", "eva@example.org"), ("hour", "14")]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let without = House::open().await;
    let kari = without.clinician("Kari").await;
    assert!(kari.reads("/panel/profile/mail").await.says("not set up to send email yet"));
}

/// On 29 March 2026 and 28 March 2027 the clock jumps from two to three, on 25 October from three to two.
#[actix_web::test]
async fn summer_time_makes_no_hour_come_twice() {
    let (house, bag) = house_with_mail().await;
    let kari = house.clinician("Kari").await;
    chooses(&kari, &["8"]).await;
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    for from in ["2026-03-28", "2026-10-24", "2027-03-27"] {
        let from = crate::support::house::moment(&format!("{from}T00:00:00"));
        let to = from + TimeDelta::days(2);
        house.later(from - house.app.clock.now());
        let before = mails(&bag).len();
        while house.app.clock.now() < to {
            run(&house).await;
            house.later(TimeDelta::minutes(20));
        }
        assert_eq!(mails(&bag).len() - before, 2, "one a day, from {from}");
    }
}
