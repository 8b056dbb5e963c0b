//! Three hundred days of a house, by a clock that is moved: one question a day, a fortnight when nobody works, then fifty a
//! day with too few and with enough at work. People's work goes through the same domain verbs as their clicks, and every
//! job runs as in the service. What stands at the end of each stretch: how long people waited, what was late, what mail was
//! sent, what was left. Only ids are random: two runs differ by a question or two. `cargo bench --bench days`.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark that cannot go on should stop")]

#[path = "days/house.rs"]
mod house;
#[path = "days/tally.rs"]
mod tally;
#[path = "days/work.rs"]
mod work;

use std::time::Instant;

use actix_web::rt::System;
use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use spoross::clock::date_in_norway;
use spoross::clock::holidays::is_public_holiday;
use spoross::domain::season::{self, Kind, Season};
use spoross::jobs;

use house::House;
use work::Work;

/// Days that are alike.
pub struct Stretch {
    pub name: &'static str,
    pub days: u64,
    pub asked_a_day: usize,
    pub team: usize,
    /// Of the team, who come on working days, and do what twenty minutes allow.
    pub at_work: usize,
    season: Option<Kind>,
}

const STRETCHES: [Stretch; 5] = [
    Stretch { name: "1 a day, 4 at work", days: 100, asked_a_day: 1, team: 4, at_work: 4, season: None },
    Stretch { name: "1 a day, nobody", days: 14, asked_a_day: 1, team: 4, at_work: 0, season: Some(Kind::Holiday) },
    Stretch { name: "1 a day, 4 again", days: 36, asked_a_day: 1, team: 4, at_work: 4, season: None },
    Stretch { name: "50 a day, the same 4", days: 21, asked_a_day: 50, team: 4, at_work: 4, season: Some(Kind::Full) },
    Stretch { name: "50 a day, 30 at work", days: 129, asked_a_day: 50, team: 30, at_work: 30, season: None },
];
const STAFF: usize = 30;
/// Hours of UTC at which something happens: jobs run, people ask; at two of them clinicians work.
const HOURS: [i64; 8] = [1, 5, 7, 9, 12, 14, 17, 21];
const WORKING_HOURS: [i64; 2] = [9, 12];

fn main() {
    let began = Instant::now();
    System::new().block_on(async {
        let house = House::furnish(STAFF, "2027-01-04").await;
        let mut work = Work::default();
        println!("{}", tally::HEAD);
        for stretch in &STRETCHES {
            begin(&house, stretch);
            for _ in 0..stretch.days {
                live_a_day(&house, &mut work, stretch).await;
            }
            println!("{}", work.tally.line(stretch, &house));
        }
        println!("\n{}", house.remains());
    });
    println!("{} s of this machine's time", began.elapsed().as_secs());
}

fn begin(house: &House, stretch: &Stretch) {
    house.staffed(stretch.team);
    let now = house.app.clock.now();
    let until_on = date_in_norway(now) + Days::new(stretch.days);
    let season = stretch.season.map(|kind| Season { kind, until_on });
    house.app.database.write_blocking(|conn| season::choose(conn, &house.steward, season, now)).unwrap();
}

async fn live_a_day(house: &House, work: &mut Work, stretch: &Stretch) {
    let mut hour = 0;
    for (place, next) in HOURS.into_iter().enumerate() {
        house.app.clock.advance(TimeDelta::hours(next - hour));
        hour = next;
        jobs::run_all(&house.app).await.unwrap();
        jobs::digest::run(&house.app, tally::words).await.unwrap();
        // Spread over the day, the rest of the division in the evening.
        let asked = |places: usize| stretch.asked_a_day * places / HOURS.len();
        for _ in asked(place)..asked(place + 1) {
            work.ask(house);
        }
        if WORKING_HOURS.contains(&hour) && is_working_day(date_in_norway(house.app.clock.now())) {
            work.go_through(house, stretch.at_work);
        }
    }
    work.look_back(house);
    house.app.clock.advance(TimeDelta::hours(24 - hour));
}

fn is_working_day(day: NaiveDate) -> bool {
    day.weekday().number_from_monday() <= 5 && !is_public_holiday(day)
}
