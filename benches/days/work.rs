//! What people do: ask, write, read over, bring out. Every fiftieth claim is forgotten, some are declined, asked back or
//! answered to their asker alone, every tenth draft is sent back once.

use std::collections::{BTreeMap, VecDeque};

use chrono::NaiveDate;
use spoross::clock::date_in_norway;
use spoross::database::AnyConnection;
use spoross::domain::answer::review::{self, Rules};
use spoross::domain::answer::{self, Wording};
use spoross::domain::audience::{AgeBand, Audience, Gender};
use spoross::domain::ids::QuestionId;
use spoross::domain::letter::{self, AskBackTerms};
use spoross::domain::publication::slot::{self, Slot};
use spoross::domain::publication::{self, Terms};
use spoross::domain::question::{self, Submission, Urgency};
use spoross::domain::staff::Clinician;
use spoross::domain::{self, queue, receipt};
use spoross::text::language::Language;
use spoross::vault::code::Code;

use super::house::House;
use super::tally::{End, Tally};

/// What one clinician gets done in one visit of twenty minutes: answers, and drafts read over.
const ANSWERS: usize = 2;
const READ_OVER: usize = 2;

/// A draft that waits for a colleague.
struct Sent {
    id: QuestionId,
    author: usize,
    version: i32,
}

#[derive(Default)]
pub struct Work {
    pub tally: Tally,
    asked: usize,
    claimed: usize,
    read: usize,
    in_review: VecDeque<Sent>,
    arrived: BTreeMap<String, NaiveDate>,
}

impl Work {
    pub fn ask(&mut self, house: &House) {
        let app = &house.app;
        let (id, now) = (QuestionId::random(), app.clock.now());
        let topics = app.topics.all();
        // One in forty is urgent.
        let urgency = if self.asked % 40 == 7 { Urgency::Urgent } else { Urgency::Normal };
        let submission = Submission {
            text: "Hvorfor får jeg ikke sove, og hva kan jeg gjøre? ".repeat(6),
            topic: topics[self.asked % topics.len()].slug.clone(),
            audience: Audience { gender: Gender::Unsaid, age_band: AgeBand::From16To17 },
            region: String::new(),
            language: Language::Nb,
            urgency,
            rules: Vec::new(),
        };
        let mut seed = [0; 10];
        seed[..8].copy_from_slice(&self.asked.to_be_bytes());
        write(house, |conn| {
            question::submit(conn, &app.secret, &id, submission.clone(), app.answer_within(), now)?;
            receipt::hand_out(conn, &app.secret, &Code::from_seed(seed), &id)
        });
        self.arrived.insert(id.to_string(), date_in_norway(now));
        self.asked += 1;
        self.tally.asked += 1;
    }

    /// The first so many of the team come to work.
    pub fn go_through(&mut self, house: &House, at_work: usize) {
        for who in 0..at_work {
            for _ in 0..READ_OVER {
                self.read_over(house, who);
            }
            for _ in 0..ANSWERS {
                self.answer_one(house, who);
            }
        }
    }

    fn answer_one(&mut self, house: &House, who: usize) {
        let (app, now, clinician) = (&house.app, house.app.clock.now(), &house.clinicians[who]);
        let groups = &clinician.member.groups;
        let own: Vec<String> = app
            .topics
            .all()
            .iter()
            .filter(|topic| groups.contains(&topic.group))
            .map(|topic| topic.slug.clone())
            .collect();
        let all: Vec<String> = app.topics.all().iter().map(|topic| topic.slug.clone()).collect();
        // When nothing of their own waits, they help the others.
        let next = write(house, |conn| {
            let next = queue::claim_next(conn, clinician, &own, now)?;
            if next.is_some() { Ok(next) } else { queue::claim_next(conn, clinician, &all, now) }
        });
        let Some(id) = next else { return };
        self.claimed += 1;
        self.note_opening(house, clinician, &id);
        match self.claimed % 50 {
            // Called away: the lease runs out.
            0 => self.tally.forgotten += 1,
            1 => {
                write(house, |conn| {
                    answer::decline(conn, &app.secret, clinician, &id, "Dette kan vi ikke svare på.", now)
                });
                self.end(house, &id, End::Declined);
            }
            2 => {
                let terms = AskBackTerms { secret: &app.secret, now };
                write(house, |conn| letter::ask_back(conn, clinician, &id, "Hvor lenge har det vart?", &terms));
                // No answer comes: after some days it waits again.
                self.tally.asked_back += 1;
            }
            rest => self.write(house, who, id, rest % 10 == 3),
        }
    }

    fn note_opening(&mut self, house: &House, clinician: &Clinician, id: &QuestionId) {
        let now = house.app.clock.now();
        let envelope = write(house, |conn| question::find(conn, id));
        self.tally.overlooked += usize::from(envelope.is_overlooked(date_in_norway(now)));
        write(house, |conn| question::open(conn, clinician, id, now).map(drop));
    }

    fn write(&mut self, house: &House, who: usize, id: QuestionId, is_private: bool) {
        let (app, clinician) = (&house.app, &house.clinicians[who]);
        let wording = Wording {
            title: format!("Søvn, spørsmål {}", self.claimed),
            question: "Hvorfor får jeg ikke sove?".into(),
            answer: "Hei!\n\nDet er vanlig å sove dårlig en stund. Prøv å stå opp til samme tid hver dag.".into(),
            is_private,
            ..Wording::default()
        };
        let seen = write(house, |conn| Ok(answer::find(conn, &clinician.keys, &id)?.map_or(0, |draft| draft.version)));
        let version = write(house, |conn| answer::save(conn, &app.secret, clinician, &id, &wording, seen));
        self.send(house, Sent { id, author: who, version });
    }

    fn send(&mut self, house: &House, sent: Sent) {
        let (lexicon, now) = (&house.app.lexicons.identifying, house.app.clock.now());
        write(house, |conn| review::send_to_review(conn, &house.clinicians[sent.author], &sent.id, lexicon, now));
        self.in_review.push_back(sent);
    }

    fn read_over(&mut self, house: &House, who: usize) {
        let Some(place) = self.in_review.iter().position(|sent| sent.author != who) else { return };
        let Some(sent) = self.in_review.remove(place) else { return };
        let (app, now, reviewer) = (&house.app, house.app.clock.now(), &house.reviewers[who]);
        self.read += 1;
        if self.read.is_multiple_of(10) {
            write(house, |conn| review::send_back(conn, &app.secret, reviewer, &sent.id, "Litt kortere?", now));
            self.tally.sent_back += 1;
            return self.send(house, sent);
        }
        let rules = Rules { secret: &app.secret, other_profession: &[], now };
        write(house, |conn| review::approve(conn, reviewer, (&sent.id, sent.version), rules));
        self.bring_out(house, &house.clinicians[sent.author], &sent.id);
    }

    /// Every other pair waits for the afternoon.
    fn bring_out(&mut self, house: &House, clinician: &Clinician, id: &QuestionId) {
        let (app, now) = (&house.app, house.app.clock.now());
        let is_private = write(house, |conn| {
            Ok(answer::find(conn, &clinician.keys, id)?.is_some_and(|draft| draft.wording.is_private))
        });
        if is_private {
            write(house, |conn| answer::send_privately(conn, &app.secret, clinician, id, now));
            return self.end(house, id, End::Private);
        }
        let (secret, lexicon, topics) = (&app.secret, &app.lexicons.identifying, &app.topics);
        let terms = Terms { secret, lexicon, topics, now };
        let slot = Slot { on: date_in_norway(now), hour: 18 };
        if self.read.is_multiple_of(2) {
            write(house, |conn| publication::publish(conn, clinician, id, terms).map(drop));
        } else {
            write(house, |conn| slot::hold(conn, clinician, (id, slot), terms));
        }
        self.end(house, id, End::Published);
    }

    fn end(&mut self, house: &House, id: &QuestionId, end: End) {
        let today = date_in_norway(house.app.clock.now());
        let waited = self.arrived.remove(id.as_str()).map_or(0, |arrived| (today - arrived).num_days());
        self.tally.note(end, waited, house.app.settings.question.answer_within_days.into());
    }

    /// At the end of a day: the mail of the day.
    pub fn look_back(&mut self, house: &House) {
        for letter in house.mail.lock().unwrap().drain(..) {
            self.tally.note_mail(&letter);
        }
    }
}

fn write<T>(house: &House, work: impl FnMut(&mut AnyConnection) -> domain::Result<T>) -> T {
    house.app.database.write_blocking(work).unwrap()
}
