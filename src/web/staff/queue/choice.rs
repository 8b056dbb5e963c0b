//! The queue's filters, as the address carries them: nothing is remembered about what someone looked for.

use serde::Deserialize;

use crate::app::App;
use crate::domain::ids::StaffId;
use crate::domain::question::{State, Urgency};
use crate::domain::queue::{Age, Aspect, Counts, Filter, Holder, Page, View};
use crate::web::page::Frame;

const MINE: &str = "me";
const NOBODY: &str = "nobody";

/// What the address chooses; nonsense is ignored.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Choice {
    view: String,
    topic: String,
    urgency: String,
    state: String,
    holder: String,
    age: String,
    pub page: String,
    /// The slug of a pair that was just published.
    pub published: String,
}

/// One filter: its field, and what can be chosen.
pub struct Select {
    pub field: &'static str,
    /// The key of its label.
    pub label: &'static str,
    /// The key of "all of them".
    pub all: &'static str,
    pub options: Vec<Choosable>,
}

pub struct Choosable {
    pub value: String,
    pub label: String,
    pub count: usize,
    pub is_chosen: bool,
}

/// A chosen filter that hides something: what it says, and where it is taken away.
pub struct Hiding {
    pub label: String,
    pub count: usize,
    pub path: String,
}

impl Choice {
    pub fn filter(&self, app: &App) -> Filter {
        Filter {
            view: View::from_word(&self.view).unwrap_or(View::All),
            topic: app.topics.find(&self.topic).map(|topic| topic.slug.clone()),
            urgency: Urgency::from_word(&self.urgency),
            state: State::from_word(&self.state).filter(|state| !state.is_closed()),
            holder: match self.holder.as_str() {
                MINE => Some(Holder::Mine),
                NOBODY => Some(Holder::Nobody),
                id => StaffId::parse(id).map(Holder::Colleague),
            },
            age: Age::from_word(&self.age),
        }
    }

    /// The first page is 0.
    pub fn index(&self) -> usize {
        self.page.parse::<usize>().map_or(0, |page| page.clamp(1, 100_000) - 1)
    }
}

/// The queue with a filter, from one of its pages on (the first is 0).
pub fn path(filter: &Filter, index: usize) -> String {
    let chosen = Aspect::ALL.iter().filter(|aspect| filter.has(**aspect));
    let chosen: Vec<String> = chosen.map(|aspect| format!("&{}={}", aspect.word(), value(filter, *aspect))).collect();
    let chosen = chosen.concat();
    let page = if index > 0 { format!("&page={}", index + 1) } else { String::new() };
    format!("/panel?view={}{chosen}{page}", filter.view.word())
}

fn value(filter: &Filter, aspect: Aspect) -> String {
    match aspect {
        Aspect::Topic => filter.topic.clone().unwrap_or_default(),
        Aspect::Urgency => filter.urgency.map_or("", Urgency::word).to_owned(),
        Aspect::State => filter.state.map_or("", State::word).to_owned(),
        Aspect::Holder => filter.holder.as_ref().map(holder_value).unwrap_or_default(),
        Aspect::Age => filter.age.map_or("", Age::word).to_owned(),
    }
}

fn holder_value(holder: &Holder) -> String {
    match holder {
        Holder::Mine => MINE.to_owned(),
        Holder::Nobody => NOBODY.to_owned(),
        Holder::Colleague(id) => id.to_string(),
    }
}

/// Every filter with what it can be and how many questions each choice would leave.
pub fn selects(app: &App, frame: &Frame, filter: &Filter, page: &Page) -> Vec<Select> {
    let counts = &page.counts;
    let select = |aspect: Aspect, label, all, options: Vec<(String, String, usize)>| {
        let chosen = value(filter, aspect);
        let options = options.into_iter().map(|(value, label, count)| Choosable {
            is_chosen: value == chosen,
            value,
            label,
            count,
        });
        Select { field: aspect.word(), label, all, options: options.collect() }
    };
    vec![
        select(Aspect::Topic, "topic-label", "all-topics", topics(app, frame, counts)),
        select(Aspect::Urgency, "urgency-label", "filter-all", urgencies(frame, counts)),
        select(Aspect::State, "state", "filter-all", states(frame, counts)),
        select(Aspect::Holder, "held-by", "filter-all", holders(frame, page)),
        select(Aspect::Age, "filter-age", "filter-all", ages(frame, counts)),
    ]
}

fn topics(app: &App, frame: &Frame, counts: &Counts) -> Vec<(String, String, usize)> {
    let count = |slug: &str| counts.topics.get(slug).copied().unwrap_or_default();
    let topics = app.topics.all().iter();
    topics.map(|topic| (topic.slug.clone(), topic.name.to(frame.language()).to_owned(), count(&topic.slug))).collect()
}

fn urgencies(frame: &Frame, counts: &Counts) -> Vec<(String, String, usize)> {
    let option = |urgency: &Urgency| {
        let label = frame.t(format!("urgency-{}", urgency.word())).to_string();
        (urgency.word().to_owned(), label, counts.urgencies.get(urgency).copied().unwrap_or_default())
    };
    Urgency::ALL.iter().rev().map(option).collect()
}

fn states(frame: &Frame, counts: &Counts) -> Vec<(String, String, usize)> {
    let option = |state: &State| {
        let label = frame.t(format!("state-{}", state.word())).to_string();
        (state.word().to_owned(), label, counts.states.get(state).copied().unwrap_or_default())
    };
    State::ALL.iter().filter(|state| !state.is_closed()).map(option).collect()
}

fn holders(frame: &Frame, page: &Page) -> Vec<(String, String, usize)> {
    let count = |holder: &Holder| page.counts.holders.get(holder).copied().unwrap_or_default();
    let mut options = vec![
        (NOBODY.to_owned(), frame.t("held-by-nobody").to_string(), count(&Holder::Nobody)),
        (MINE.to_owned(), frame.t("held-by-you").to_string(), count(&Holder::Mine)),
    ];
    options.extend(
        page.holders.iter().map(|(id, name)| (id.to_string(), name.clone(), count(&Holder::Colleague(id.clone())))),
    );
    options
}

fn ages(frame: &Frame, counts: &Counts) -> Vec<(String, String, usize)> {
    let option = |age: &Age| {
        let label = frame.t(format!("age-of-question-{}", age.word())).to_string();
        (age.word().to_owned(), label, counts.ages.get(age).copied().unwrap_or_default())
    };
    Age::ALL.iter().map(option).collect()
}

/// For an empty page: which of the chosen filters hides how many.
pub fn hiding(frame: &Frame, filter: &Filter, selects: &[Select], counts: &Counts) -> Vec<Hiding> {
    let hiding = counts.without.iter().map(|(aspect, count)| {
        let select = selects.iter().find(|select| select.field == aspect.word());
        let chosen = select.and_then(|select| select.options.iter().find(|option| option.is_chosen));
        let name = select.map(|select| frame.t(select.label).to_string()).unwrap_or_default();
        let value = chosen.map(|option| option.label.clone()).unwrap_or_default();
        let mut others = filter.clone();
        others.take_away(*aspect);
        Hiding { label: format!("{name}: {value}"), count: *count, path: path(&others, 0) }
    });
    hiding.filter(|hiding| hiding.count > 0).collect()
}
