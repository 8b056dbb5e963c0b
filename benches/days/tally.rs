//! What is counted, and the table of it.

use diesel::prelude::*;
use spoross::clock::date_in_norway;
use spoross::database::schema::question;
use spoross::domain;
use spoross::domain::outbox::Mail;
use spoross::domain::outbox::step::{Audience, Step};
use spoross::domain::question::State;
use spoross::mailer::Letter;
use spoross::settings::Settings;
use spoross::web;

use super::Stretch;
use super::house::House;

pub const HEAD: &str = "| stretch | days | asked | published | private | declined | asked back | wait: median / 90 % / longest | late | opened after a working day | sent back | claims forgotten | digests | reminders to a group | to the editor | left: waiting / in work / late |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

const DIGEST: &str = "digest";
const TO_GROUP: &str = "group";
const TO_EDITORS: &str = "editors";

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum End {
    Published,
    Private,
    Declined,
}

/// Of one stretch.
#[derive(Default)]
pub struct Tally {
    pub asked: usize,
    pub forgotten: usize,
    pub sent_back: usize,
    pub asked_back: usize,
    pub overlooked: usize,
    ends: [usize; 3],
    late: usize,
    waits: Vec<i64>,
    digests: usize,
    to_groups: usize,
    to_editors: usize,
}

/// The service's own words, and what is counted of them in the subject, where the tally finds it.
pub fn words(settings: &Settings, mail: &Mail) -> Letter {
    let is_to_group = |step: &Step| matches!(step.audience, Audience::Group);
    let kind = match (mail.steps.iter().any(is_to_group), mail.steps.is_empty()) {
        (_, true) => DIGEST,
        (true, false) => TO_GROUP,
        (false, false) => TO_EDITORS,
    };
    Letter { subject: kind.to_owned(), ..web::staff::digest::words(settings, mail) }
}

impl Tally {
    pub fn note(&mut self, end: End, waited: i64, promise_days: i64) {
        let place = match end {
            End::Published => 0,
            End::Private => 1,
            End::Declined => 2,
        };
        self.ends[place] += 1;
        self.waits.push(waited);
        self.late += usize::from(waited > promise_days);
    }

    pub fn note_mail(&mut self, letter: &Letter) {
        let counted = match letter.subject.as_str() {
            DIGEST => &mut self.digests,
            TO_GROUP => &mut self.to_groups,
            _ => &mut self.to_editors,
        };
        *counted += 1;
    }

    /// The stretch's row; the next stretch begins with nothing.
    pub fn line(&mut self, stretch: &Stretch, house: &House) -> String {
        let mut told = std::mem::take(self);
        told.waits.sort_unstable();
        let wait =
            |share: usize| told.waits.get((told.waits.len() * share / 100).min(told.waits.len().saturating_sub(1)));
        let days = |share| wait(share).map_or("–".to_owned(), i64::to_string);
        let ([published, private, declined], asked_back) = (told.ends, told.asked_back);
        let (waiting, in_work, late) = left(house);
        format!(
            "| {} | {} | {} | {published} | {private} | {declined} | {asked_back} | {} / {} / {} | {} | {} | {} | {} | {} | {} | {} | {waiting} / {in_work} / {late} |",
            stretch.name,
            stretch.days,
            told.asked,
            days(50),
            days(90),
            days(100),
            told.late,
            told.overlooked,
            told.sent_back,
            told.forgotten,
            told.digests,
            told.to_groups,
            told.to_editors,
        )
    }
}

fn left(house: &House) -> (i64, i64, i64) {
    let today = date_in_norway(house.app.clock.now());
    let count = |conn: &mut _| {
        let in_work = [State::Claimed, State::InReview, State::Approved].map(State::word);
        let open = [State::Waiting, State::Claimed, State::InReview, State::Approved].map(State::word);
        let waiting = question::table.filter(question::state.eq(State::Waiting.word())).count().get_result(conn)?;
        let working = question::table.filter(question::state.eq_any(in_work)).count().get_result(conn)?;
        let late = question::table.filter(question::state.eq_any(open)).filter(question::due_on.lt(today));
        Ok::<_, domain::Error>((waiting, working, late.count().get_result(conn)?))
    };
    house.app.database.write_blocking(count).unwrap()
}
