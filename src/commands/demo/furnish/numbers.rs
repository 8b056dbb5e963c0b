//! The demo's counters: as if each pair were one of several that were asked and answered around its day.

use chrono::TimeDelta;
use spoross::clock::{Moment, date_in_norway};
use spoross::database::AnyConnection;
use spoross::domain;
use spoross::domain::audience::Audience;
use spoross::domain::question::{Submission, Urgency};
use spoross::domain::statistics::{self, Asker, Outcome};
use spoross::domain::wait;
use spoross::text::language::Language;

/// Days from question to answer.
const WAITED: TimeDelta = TimeDelta::days(4);
const ASKED: usize = 4;
const ANSWERED_IN_PRIVATE: usize = 2;

pub(super) fn count(
    conn: &mut AnyConnection,
    topic: &str,
    audience: Audience,
    published_at: Moment,
) -> domain::Result<()> {
    let asked_at = published_at - WAITED;
    let submission = Submission {
        text: String::new(),
        topic: topic.to_owned(),
        audience,
        region: "unsaid".into(),
        language: Language::Nb,
        urgency: Urgency::Normal,
        rules: Vec::new(),
    };
    for _ in 0..ASKED {
        statistics::count_question(conn, topic, submission.urgency, asked_at)?;
    }
    statistics::count_askers(conn, &[(); ASKED].map(|()| Asker::from(&submission)), asked_at)?;
    statistics::count_outcome(conn, Outcome::Published, 1, published_at)?;
    statistics::count_outcome(conn, Outcome::Answered, ANSWERED_IN_PRIVATE, published_at)
}

/// How long answers took, as if each pair were one of several that came out on its day: some faster, some slower. The oldest
/// first, as days go by.
pub(super) fn count_waits(conn: &mut AnyConnection, mut ages: Vec<i64>, now: Moment) -> domain::Result<()> {
    ages.sort_unstable_by_key(|age| std::cmp::Reverse(*age));
    for age in ages {
        let out_on = date_in_norway(now - TimeDelta::days(age));
        for waited in [2, 3 + age / 30 % 4, 6] {
            wait::count(conn, out_on - TimeDelta::days(waited), out_on)?;
        }
    }
    wait::month::settle(conn, date_in_norway(now))
}
