//! The two nights on which clocks change: on 28 March 2027 half past two does not exist, on 25 October 2026 it comes twice.

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;
use spoross::clock::wall_time_in_norway;
use spoross::database::schema::question;
use spoross::domain::publication::{changes, slot};

use crate::support::House;
use crate::support::house::moment;
use crate::support::person::whole_wording;

fn travels_to(house: &House, to: &str) {
    house.later(moment(to) - house.app.clock.now());
}

/// When what waits for two o'clock on such a Sunday came out, on the clock on the wall; once, whoever looks how often.
async fn comes_out(evening: &str, slots: (Vec<u32>, &str)) -> Vec<String> {
    let house = House::open_with(|settings| {
        settings.publishing.weekdays = vec![7];
        settings.publishing.hours = slots.0;
    })
    .await;
    travels_to(&house, evening);
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    ola.decides(&question, "approve", "").await.succeeds();
    assert!(kari.opens(&question).await.says(slots.1), "the page names the hour");
    kari.presses(&format!("/panel/questions/{question}/slot"), &[]).await.succeeds();
    travels_to(&house, &evening.replace("20:00", "21:00"));
    let mut out = Vec::new();
    for _ in 0..10 * 12 {
        let now = house.app.clock.now();
        if house.with(|conn| slot::bring_out_due(conn, now)) > 0 {
            out.push(wall_time_in_norway(now).format("%d %H:%M").to_string());
        }
        house.later(TimeDelta::minutes(5));
    }
    assert_eq!(house.with(|conn| changes::list_after(conn, 0, 10)).len(), 1);
    out
}

#[actix_web::test]
async fn an_hour_that_does_not_exist_comes_with_the_next_and_one_that_comes_twice_counts_once() {
    let spring = comes_out("2027-03-27T20:00:00", (vec![2], "Publish Sunday 28 March at 2:00")).await;
    assert_eq!(spring, ["28 03:00"]);
    let autumn = comes_out("2026-10-24T20:00:00", (vec![2], "Publish Sunday 25 October at 2:00")).await;
    assert_eq!(autumn, ["25 02:00"]);
}

/// Due is a day, seven calendar days after the day it came on in Norway: the missing and the extra hour move nothing.
#[actix_web::test]
async fn a_question_is_due_on_the_seventh_day_across_the_change() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let house = House::open().await;
    for (at, arrived, due) in [
        ("2026-10-24T22:30:00", "2026-10-25", "2026-11-01"),
        // Both are half past two.
        ("2026-10-25T00:30:00", "2026-10-25", "2026-11-01"),
        ("2026-10-25T01:30:00", "2026-10-25", "2026-11-01"),
        ("2027-03-21T22:30:00", "2027-03-21", "2027-03-28"),
        ("2027-03-27T22:30:00", "2027-03-27", "2027-04-03"),
        ("2027-03-27T23:30:00", "2027-03-28", "2027-04-04"),
        ("2027-03-28T01:30:00", "2027-03-28", "2027-04-04"),
    ] {
        travels_to(&house, at);
        let id = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
        let days: (NaiveDate, NaiveDate) = house.with(|conn| {
            Ok(question::table.find(id.as_str()).select((question::arrived_on, question::due_on)).first(conn)?)
        });
        assert_eq!(days, (day(arrived), day(due)), "{at}");
    }
}
