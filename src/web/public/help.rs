//! `/hjelp`: who can help, those that answer now first. What is chosen here is in the address of this page and nowhere
//! else.

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use askama::Template;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use serde::Deserialize;

use crate::app::App;
use crate::clock::wall_time_in_norway;
use crate::domain::audience::AgeBand;
use crate::domain::help_service::opening::Standing;
use crate::domain::help_service::{Choice, HelpService, Offer, Offered};
use crate::domain::region::Region;
use crate::domain::topic::Topic;
use crate::web::error::Result;
use crate::web::locale::Texts;
use crate::web::page::{Frame, Reply};

/// Beyond this a weekday's name could be mistaken for the one this week.
const WEEKDAY_SAYS_ENOUGH: TimeDelta = TimeDelta::days(6);

#[derive(Template)]
#[template(path = "public/help.html")]
struct HelpPage<'a> {
    frame: Frame,
    topics: &'a [Topic],
    regions: &'a [Region],
    chosen: Chosen,
    offer: Offer<'a>,
    now: NaiveDateTime,
}

/// Services under one heading.
struct Group<'a> {
    /// The key of its heading.
    key: &'static str,
    services: &'a [Offered<'a>],
}

/// What the form sends; nonsense is as if nothing was chosen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Chosen {
    #[serde(rename = "tema")]
    topic: String,
    #[serde(rename = "alder")]
    age: String,
    region: String,
}

/// `GET /hjelp`, with `?tema=&alder=&region=`
pub async fn show(app: Data<App>, chosen: Query<Chosen>, request: HttpRequest) -> Result<Reply> {
    let now = wall_time_in_norway(app.clock.now());
    let mut chosen = chosen.into_inner();
    if app.topics.find(&chosen.topic).is_none() {
        chosen.topic.clear();
    }
    if app.regions.find(&chosen.region).is_none() {
        chosen.region.clear();
    }
    let choice = Choice { topic: &chosen.topic, age: chosen.age_band(), region: &chosen.region };
    let offer = app.help_services.offer(choice, now);
    let (topics, regions) = (app.topics.all(), app.regions.all());
    let page = HelpPage { frame: Frame::of(&request), topics, regions, chosen, offer, now };
    Ok(Reply::page(&page)?.not_stored())
}

impl Chosen {
    fn age_band(&self) -> AgeBand {
        AgeBand::from_word(&self.age).unwrap_or(AgeBand::Unsaid)
    }
}

impl HelpPage<'_> {
    fn is_chosen(&self) -> bool {
        let Chosen { topic, region, .. } = &self.chosen;
        !topic.is_empty() || !region.is_empty() || self.chosen.age_band() != AgeBand::Unsaid
    }

    fn groups(&self) -> Vec<Group<'_>> {
        [
            ("help-page-open", &self.offer.open),
            ("help-page-closed", &self.offer.closed),
            ("help-page-unknown", &self.offer.unknown),
        ]
        .into_iter()
        .filter(|(_, services)| !services.is_empty())
        .map(|(key, services)| Group { key, services })
        .collect()
    }

    /// How a service stands; a mere site says it in its own words only.
    fn standing(&self, offered: &Offered<'_>) -> Option<String> {
        let is_site = offered.service.tel.is_empty() && offered.service.weekly.is_none();
        (!is_site).then(|| standing_words(self.frame.texts, offered.standing, self.now))
    }

    /// How its chat stands, when its hours are known.
    fn chat_standing(&self, offered: &Offered<'_>) -> Option<String> {
        offered.service.chat_weekly.as_ref().map(|_| standing_words(self.frame.texts, offered.chat, self.now))
    }

    /// The names of services for another age.
    fn other_age(&self) -> String {
        let name = |service: &&HelpService| service.name.to(self.frame.language()).to_owned();
        self.offer.other_age.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}

/// «Åpent nå, til 22», «Stengt nå. Åpner mandag 10», «Døgnåpent».
fn standing_words(texts: Texts, standing: Standing, now: NaiveDateTime) -> String {
    match standing {
        Standing::Always => texts.t("open-always").to_string(),
        Standing::Open { until } => texts.t("open-until").with("time", end_time(until)).to_string(),
        Standing::Closed { opens: None } => texts.t("closed-see-site").to_string(),
        Standing::Closed { opens: Some(at) } if at.date() == now.date() => {
            texts.t("closed-opens-today").with("time", time(at)).to_string()
        }
        Standing::Closed { opens: Some(at) } => {
            texts.t("closed-opens").with("day", day(texts, at.date(), now)).with("time", time(at)).to_string()
        }
        Standing::Unknown => texts.t("hours-see-site").to_string(),
    }
}

fn day(texts: Texts, day: NaiveDate, now: NaiveDateTime) -> String {
    if day - now.date() > WEEKDAY_SAYS_ENOUGH { texts.weekday_and_date(&day) } else { texts.weekday(&day) }
}

/// Midnight as the end of a day, not the beginning of the next.
fn end_time(at: NaiveDateTime) -> String {
    if at.time() == NaiveTime::MIN { "24".into() } else { time(at) }
}

/// «22», «16.15».
fn time(at: NaiveDateTime) -> String {
    if at.minute() == 0 { at.hour().to_string() } else { at.format("%-H.%M").to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::language::Language;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn hours_are_said_as_a_person_says_them() {
        // A Tuesday.
        let now = at("2026-03-10T12:00:00");
        let closed = |opens: &str| Standing::Closed { opens: Some(at(opens)) };
        let open = |until: &str| Standing::Open { until: at(until) };
        for (language, standing, said) in [
            (Language::Nb, Standing::Always, "Døgnåpent"),
            (Language::Nb, open("2026-03-10T22:00:00"), "Åpent nå, til 22"),
            (Language::Nb, open("2026-03-10T22:45:00"), "Åpent nå, til 22.45"),
            (Language::Nb, open("2026-03-11T00:00:00"), "Åpent nå, til 24"),
            (Language::Nb, closed("2026-03-16T10:00:00"), "Stengt nå. Åpner mandag 10"),
            (Language::Nb, closed("2026-03-17T10:00:00"), "Stengt nå. Åpner tirsdag 17.\u{a0}mars 10"),
            (Language::Nb, closed("2026-03-10T16:15:00"), "Stengt nå. Åpner i dag 16.15"),
            (Language::Nb, Standing::Closed { opens: None }, "Stengt nå. Se nettsiden for åpningstider"),
            (Language::Nb, Standing::Unknown, "Se nettsiden for åpningstider"),
            (Language::Nn, Standing::Always, "Døgnope"),
            (Language::Nn, closed("2026-03-16T09:00:00"), "Stengt no. Opnar måndag 9"),
            (Language::En, open("2026-03-10T22:00:00"), "Open now, until 22"),
            (Language::En, closed("2026-03-11T10:00:00"), "Closed now. Opens Wednesday 10"),
        ] {
            assert_eq!(standing_words(Texts(language), standing, now), said);
        }
    }
}
