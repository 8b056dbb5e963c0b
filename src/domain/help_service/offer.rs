//! Which services someone is offered, and in what order: those that answer now first, those made for the place and
//! the age before the others.

use chrono::NaiveDateTime;

use super::opening::Standing;
use super::{HelpService, HelpServices};
use crate::domain::audience::AgeBand;

/// The numbers that stand above everything, in this order.
const ON_TOP: [&str; 3] = ["113", "112", "116117"];
/// Whom a child is sent to first.
const FOR_CHILDREN: &str = "116111";

/// What someone said of themselves; empty and [`AgeBand::Unsaid`] when they did not.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    pub topic: &'a str,
    pub age: AgeBand,
    pub region: &'a str,
}

/// A service, and how it stands now.
#[derive(Clone, Copy, Debug)]
pub struct Offered<'a> {
    pub service: &'a HelpService,
    pub standing: Standing,
    pub chat: Standing,
}

impl<'a> Offered<'a> {
    /// A service as it stands at a moment on the wall clock.
    pub fn at(service: &'a HelpService, now: NaiveDateTime) -> Self {
        Self { service, standing: service.standing(now), chat: service.chat_standing(now) }
    }

    /// Whether the hours in the service's own words say more than how it stands: another time, or when its chat is open.
    pub fn hours_say_more(&self) -> bool {
        self.standing != Standing::Always || !self.service.chat_url.is_empty()
    }

    pub fn is_open(&self) -> bool {
        self.standing.is_open() || self.chat.is_open()
    }
}

/// All that is offered for a choice.
#[derive(Clone, Debug)]
pub struct Offer<'a> {
    pub on_top: Vec<Offered<'a>>,
    pub open: Vec<Offered<'a>>,
    pub closed: Vec<Offered<'a>>,
    /// Those whose hours are not known.
    pub unknown: Vec<Offered<'a>>,
    /// Those that are for another age.
    pub other_age: Vec<&'a HelpService>,
}

impl HelpServices {
    /// What is there for a choice at a moment on the wall clock in Norway.
    pub fn offer(&self, choice: Choice<'_>, now: NaiveDateTime) -> Offer<'_> {
        let on_top = ON_TOP.iter().filter_map(|id| self.find(id)).map(|service| Offered::at(service, now)).collect();
        let is_for = |service: &&HelpService| {
            !ON_TOP.contains(&service.tel.as_str()) && choice.is_about(service) && choice.is_near(service)
        };
        let (mut fitting, other_age): (Vec<&HelpService>, Vec<&HelpService>) =
            self.all().iter().filter(is_for).partition(|service| service.ages.may_include(choice.age));
        fitting.sort_by_key(|service| choice.rank(service));
        let (open, rest): (Vec<_>, Vec<_>) =
            fitting.into_iter().map(|service| Offered::at(service, now)).partition(Offered::is_open);
        let (closed, unknown) = rest.into_iter().partition(|offered| offered.standing.is_closed());
        Offer { on_top, open, closed, unknown, other_age }
    }
}

impl Choice<'_> {
    fn is_about(&self, service: &HelpService) -> bool {
        self.topic.is_empty() || service.always || service.topics.iter().any(|topic| topic == self.topic)
    }

    fn is_near(&self, service: &HelpService) -> bool {
        self.region.is_empty() || service.regions.is_empty() || self.is_local(service)
    }

    fn is_local(&self, service: &HelpService) -> bool {
        service.regions.iter().any(|region| region == self.region)
    }

    /// What comes first, from 0: the children's line for a child, what is near, what is made for the age.
    fn rank(&self, service: &HelpService) -> u8 {
        let is_for_child = self.age.is_minor() && service.tel == FOR_CHILDREN;
        let is_made_for_age = self.age != AgeBand::Unsaid && service.ages != super::Ages::default();
        match (is_for_child, self.is_local(service), is_made_for_age) {
            (true, ..) => 0,
            (_, true, true) => 1,
            (_, true, false) => 2,
            (_, false, true) => 3,
            (_, false, false) => 4,
        }
    }
}
