//! What the queue shows: every open question once, the filters of whoever looks, and how many each choice would leave.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{PAGE_SIZE, handover};
use crate::database::AnyConnection;
use crate::database::schema::{question as question_table, staff as staff_table};
use crate::domain::errors::Result;
use crate::domain::ids::{StaffId, words};
use crate::domain::question::{Envelope, State, Urgency};

/// Days after which a question is called old.
const OLD_AFTER_DAYS: i64 = 3;

/// One line of the queue.
#[derive(Clone, Debug)]
pub struct Entry {
    pub envelope: Envelope,
    pub holder: Option<String>,
    /// The colleague or group that what waits was handed to.
    pub handed_to: Option<String>,
}

words!(
    /// Which part of the queue someone wants to see.
    View, "view" {
        All = "all",
        Own = "own",
        Review = "review",
    }
);

words!(
    /// How old a question is, or how its clocks stand.
    Age, "age" {
        Today = "today",
        Old = "old",
        DueSoon = "soon",
        Late = "late",
        Unopened = "unopened",
        /// Not opened although its working day is over.
        Overlooked = "overlooked",
    }
);

/// Who holds a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    Nobody,
    Mine,
    Colleague(StaffId),
}

/// What the queue shows of all that is open; every choice that is made must fit.
#[derive(Clone, Debug)]
pub struct Filter {
    pub view: View,
    pub topic: Option<String>,
    pub urgency: Option<Urgency>,
    pub state: Option<State>,
    pub holder: Option<Holder>,
    pub age: Option<Age>,
}

words!(
    /// One of the filters.
    Aspect, "aspect" {
        Topic = "topic",
        Urgency = "urgency",
        State = "state",
        Holder = "holder",
        Age = "age",
    }
);

/// How many questions there would be with a choice, beside the other choices as they are.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    pub topics: BTreeMap<String, usize>,
    pub urgencies: BTreeMap<Urgency, usize>,
    pub states: BTreeMap<State, usize>,
    pub holders: BTreeMap<Holder, usize>,
    pub ages: BTreeMap<Age, usize>,
    /// How many there would be without a choice that is made.
    pub without: Vec<(Aspect, usize)>,
}

/// What stands at the top of the queue, whatever is filtered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    pub open: usize,
    pub late: usize,
    pub due_today: usize,
    pub unopened: usize,
    pub overlooked: usize,
}

/// One page of the queue.
#[derive(Clone, Debug)]
pub struct Page {
    pub entries: Vec<Entry>,
    /// How many lines there are on all pages.
    pub total: usize,
    pub counts: Counts,
    pub overview: Overview,
    /// Colleagues who hold something, by name.
    pub holders: Vec<(StaffId, String)>,
}

/// Who looks, and on which day.
#[derive(Clone, Debug)]
pub struct Looker {
    pub id: StaffId,
    pub today: NaiveDate,
}

impl Filter {
    /// A view with nothing chosen.
    pub fn of(view: View) -> Self {
        Self { view, topic: None, urgency: None, state: None, holder: None, age: None }
    }

    pub fn has(&self, aspect: Aspect) -> bool {
        match aspect {
            Aspect::Topic => self.topic.is_some(),
            Aspect::Urgency => self.urgency.is_some(),
            Aspect::State => self.state.is_some(),
            Aspect::Holder => self.holder.is_some(),
            Aspect::Age => self.age.is_some(),
        }
    }

    /// The same without one choice.
    pub fn take_away(&mut self, aspect: Aspect) {
        match aspect {
            Aspect::Topic => self.topic = None,
            Aspect::Urgency => self.urgency = None,
            Aspect::State => self.state = None,
            Aspect::Holder => self.holder = None,
            Aspect::Age => self.age = None,
        }
    }

    fn shows(&self, envelope: &Envelope, looker: &Looker) -> bool {
        let is_own = envelope.is_held_by(&looker.id);
        match self.view {
            View::All => true,
            View::Own => is_own,
            View::Review => !is_own && matches!(envelope.state, State::InReview | State::Approved),
        }
    }

    fn fits(&self, aspect: Aspect, envelope: &Envelope, looker: &Looker) -> bool {
        match aspect {
            Aspect::Topic => self.topic.as_ref().is_none_or(|topic| *topic == envelope.topic),
            Aspect::Urgency => self.urgency.is_none_or(|urgency| urgency == envelope.urgency),
            Aspect::State => self.state.is_none_or(|state| state == envelope.state),
            Aspect::Holder => self.holder.as_ref().is_none_or(|holder| *holder == looker.holder_of(envelope)),
            Aspect::Age => self.age.is_none_or(|age| age.fits(envelope, looker.today)),
        }
    }

    fn fits_but(&self, left_out: Option<Aspect>, envelope: &Envelope, looker: &Looker) -> bool {
        let mut others = Aspect::ALL.iter().filter(|aspect| Some(**aspect) != left_out);
        others.all(|aspect| self.fits(*aspect, envelope, looker))
    }
}

impl Age {
    fn fits(self, envelope: &Envelope, today: NaiveDate) -> bool {
        let left = envelope.days_left(today);
        match self {
            Self::Today => envelope.arrived_on == today,
            Self::Old => (today - envelope.arrived_on).num_days() > OLD_AFTER_DAYS,
            Self::DueSoon => (0..=1).contains(&left),
            Self::Late => left < 0 && envelope.state != State::AskedBack,
            Self::Unopened => envelope.opened_on.is_none(),
            Self::Overlooked => envelope.is_overlooked(today),
        }
    }
}

impl Looker {
    fn holder_of(&self, envelope: &Envelope) -> Holder {
        match &envelope.holder_id {
            None => Holder::Nobody,
            Some(id) if *id == self.id.as_str() => Holder::Mine,
            Some(id) => Holder::Colleague(id.clone().into()),
        }
    }
}

/// A page of the queue (the first is 0). Nothing sealed is opened.
pub fn list_open(conn: &mut AnyConnection, looker: &Looker, filter: &Filter, page: usize) -> Result<Page> {
    let open = all_open(conn)?;
    let seen: Vec<&Entry> = open.iter().filter(|entry| filter.shows(&entry.envelope, looker)).collect();
    let mut shown: Vec<&Entry> =
        seen.iter().copied().filter(|entry| filter.fits_but(None, &entry.envelope, looker)).collect();
    shown.sort_by(|one, other| place_in_line(&one.envelope).cmp(&place_in_line(&other.envelope)));
    let mut entries: Vec<Entry> =
        shown.iter().copied().skip(page.saturating_mul(PAGE_SIZE)).take(PAGE_SIZE).cloned().collect();
    for entry in entries.iter_mut().filter(|entry| entry.envelope.state == State::Waiting) {
        entry.handed_to = handover::find_receiver(conn, &entry.envelope.id)?;
    }
    Ok(Page {
        total: shown.len(),
        counts: Counts::of(&seen, filter, looker),
        overview: Overview::of(&open, looker.today),
        holders: holders(&seen, looker),
        entries,
    })
}

/// Everything that is not closed: as many lines as there are questions on their way, which is some hundreds in a large house.
fn all_open(conn: &mut AnyConnection) -> Result<Vec<Entry>> {
    let open = State::ALL.iter().filter(|state| !state.is_closed()).map(|state| state.word());
    let rows = question_table::table
        .left_join(staff_table::table)
        .filter(question_table::state.eq_any(open))
        .select((Envelope::as_select(), staff_table::name.nullable()))
        .load::<(Envelope, Option<String>)>(conn)?;
    Ok(rows.into_iter().map(|(envelope, holder)| Entry { envelope, holder, handed_to: None }).collect())
}

/// What waits for its asker comes last: nobody here can do anything about it. Then the most urgent, then the earliest due.
fn place_in_line(envelope: &Envelope) -> impl Ord + use<'_> {
    let is_elsewhere = envelope.state == State::AskedBack;
    (is_elsewhere, std::cmp::Reverse(envelope.urgency), envelope.due_on, &envelope.id)
}

fn holders(seen: &[&Entry], looker: &Looker) -> Vec<(StaffId, String)> {
    let names: BTreeMap<&String, &String> = seen
        .iter()
        .filter(|entry| !entry.envelope.is_held_by(&looker.id))
        .filter_map(|entry| entry.envelope.holder_id.as_ref().zip(entry.holder.as_ref()))
        .collect();
    let mut names: Vec<(StaffId, String)> =
        names.into_iter().map(|(id, name)| (id.clone().into(), name.clone())).collect();
    names.sort_by(|one, other| one.1.cmp(&other.1));
    names
}

impl Counts {
    fn of(seen: &[&Entry], filter: &Filter, looker: &Looker) -> Self {
        let mut counts = Self::default();
        for envelope in seen.iter().map(|entry| &entry.envelope) {
            let fits_but = |aspect| filter.fits_but(Some(aspect), envelope, looker);
            if fits_but(Aspect::Topic) {
                *counts.topics.entry(envelope.topic.clone()).or_default() += 1;
            }
            if fits_but(Aspect::Urgency) {
                *counts.urgencies.entry(envelope.urgency).or_default() += 1;
            }
            if fits_but(Aspect::State) {
                *counts.states.entry(envelope.state).or_default() += 1;
            }
            if fits_but(Aspect::Holder) {
                *counts.holders.entry(looker.holder_of(envelope)).or_default() += 1;
            }
            if fits_but(Aspect::Age) {
                for age in Age::ALL.iter().filter(|age| age.fits(envelope, looker.today)) {
                    *counts.ages.entry(*age).or_default() += 1;
                }
            }
        }
        for aspect in Aspect::ALL.iter().copied().filter(|aspect| filter.has(*aspect)) {
            let left = seen.iter().filter(|entry| filter.fits_but(Some(aspect), &entry.envelope, looker)).count();
            counts.without.push((aspect, left));
        }
        counts
    }
}

impl Overview {
    fn of(open: &[Entry], today: NaiveDate) -> Self {
        let count = |fits: &dyn Fn(&Envelope) -> bool| open.iter().filter(|entry| fits(&entry.envelope)).count();
        Self {
            open: open.len(),
            late: count(&|envelope| Age::Late.fits(envelope, today)),
            due_today: count(&|envelope| envelope.due_on == today && envelope.state != State::AskedBack),
            unopened: count(&|envelope| Age::Unopened.fits(envelope, today)),
            overlooked: count(&|envelope| Age::Overlooked.fits(envelope, today)),
        }
    }
}
