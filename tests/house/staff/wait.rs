//! How long answers took, month by month: told when a month is over, for as long as the service exists, and never of few.

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;
use spoross::database::schema::{wait, wait_month};
use spoross::domain::wait::count;
use spoross::domain::wait::month::{list, settle};

use crate::support::House;
use crate::support::person::whole_wording;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// So many answers went out on a day, each after so many days.
fn answers(house: &House, closed_on: &str, days: i64, times: usize) {
    let closed_on = day(closed_on);
    house.with(|conn| (0..times).try_for_each(|_| count(conn, closed_on - TimeDelta::days(days), closed_on)));
}

#[actix_web::test]
async fn everyone_sees_how_long_a_months_answers_took_when_it_is_over() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let mut asked = Vec::new();
    for nth in 0..5 {
        asked.push(house.question(&format!("Spørsmål nummer {nth} om det samme")).await);
    }
    house.later(TimeDelta::days(3));
    for person in [&kari, &ola] {
        person.signs_in().await;
    }
    for question in &asked {
        house.answered((&kari, &ola), question, &whole_wording()).await;
    }
    house.later(TimeDelta::days(10));
    spoross::jobs::run_all(&house.app).await.unwrap();
    assert!(!house.visitor().reads("/statistikk").await.says("Så lenge tok svarene"), "the month goes on");

    // Four in April: too few, though the day's tallies of March are gone by then.
    answers(&house, "2026-04-20", 9, 4);
    house.later(TimeDelta::days(45));
    spoross::jobs::run_all(&house.app).await.unwrap();
    let tallies: i64 =
        house.with(|conn| Ok(wait::table.filter(wait::closed_on.lt(day("2026-04-01"))).count().get_result(conn)?));
    assert_eq!(tallies, 0);
    let page = house.visitor().reads("/statistikk/2026").await.succeeds();
    assert_eq!(page.text_of_row("mars 2026"), "mars 2026 3 dager");
    assert_eq!(page.text_of_row("april 2026"), "april 2026 For få til å si noe");
    assert!(!page.says("mai 2026"), "May goes on: {}", page.words());
    let sheet = house.visitor().reads("/statistikk/2026.csv").await.succeeds();
    assert!(sheet.body.contains("2026;wait_median_days;2026-03;2026-03-01;3"), "{}", sheet.body);
    assert!(!sheet.body.contains("2026-04-01"), "nothing of few: {}", sheet.body);
    kari.signs_in().await;
    let page = kari.reads("/panel/statistics/2026").await.succeeds();
    assert_eq!(page.text_of_row("March 2026"), "March 2026 3 days");
    assert!(kari.reads("/panel/statistics/2026.csv").await.body.contains("wait_median_days"));
}

/// Nothing of a month of few is written down, and what was told of another does not change as its days are forgotten.
#[actix_web::test]
async fn a_month_is_written_down_once_and_a_month_of_few_not_at_all() {
    let house = House::open().await;
    answers(&house, "2026-01-02", 1, 3);
    answers(&house, "2026-01-30", 6, 2);
    answers(&house, "2026-02-10", 4, 4);
    let told = || house.with(|conn| list(conn, 2026, day("2026-04-02")));
    house.with(|conn| settle(conn, day("2026-02-28")));
    assert_eq!(told(), [(day("2026-01-01"), Some(1)), (day("2026-02-01"), None), (day("2026-03-01"), None)]);
    house.with(|conn| Ok(diesel::delete(wait::table.filter(wait::days.eq(1))).execute(conn)?));
    answers(&house, "2026-02-27", 6, 2);
    for _ in 0..2 {
        house.with(|conn| settle(conn, day("2026-03-31")));
    }
    assert_eq!(told(), [(day("2026-01-01"), Some(1)), (day("2026-02-01"), Some(4)), (day("2026-03-01"), None)]);
    let rows: i64 = house.with(|conn| Ok(wait_month::table.count().get_result(conn)?));
    assert_eq!(rows, 2);
}

#[actix_web::test]
async fn a_month_that_goes_on_is_not_written_down() {
    let house = House::open().await;
    answers(&house, "2026-02-03", 1, 5);
    house.with(|conn| settle(conn, day("2026-02-20")));
    answers(&house, "2026-02-25", 9, 8);
    house.with(|conn| settle(conn, day("2026-02-28")));
    assert_eq!(house.with(|conn| Ok(wait_month::table.count().get_result::<i64>(conn)?)), 0);
    house.with(|conn| settle(conn, day("2026-03-01")));
    assert_eq!(house.with(|conn| list(conn, 2026, day("2026-03-01")))[1], (day("2026-02-01"), Some(9)));
}
