//! How soon, and who can help first. Rules and the asker raise a question's urgency; a person may set it anew, and
//! what the rules made of it beside what the person did is kept for whoever tends them.

use diesel::prelude::*;

use super::audience::AgeBand;
use super::audit::{self, Act, Actor};
use super::errors::{Refusal, Result};
use super::help_service::{HelpService, HelpServices};
use super::ids::{QuestionId, RelevelId, words};
use super::question::{self, State, Urgency};
use super::staff::Clinician;
use crate::clock::{Moment, date_in_norway, first_of_month};
use crate::database::AnyConnection;
use crate::database::schema::{question as question_table, relevel as relevel_table};
use crate::text::acute::{Category, Level, Signs};

/// Sets how soon a question must be looked at. The level found, the level set and the rules' ids are kept, without
/// the question and without the day.
pub fn relevel(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    id: &QuestionId,
    to: Urgency,
    now: Moment,
) -> Result<()> {
    // Opening is the proof that this clinician may: it takes the question's key.
    let opened = question::open_unrecorded(conn, clinician, id)?;
    if opened.envelope.urgency == to {
        return Ok(());
    }
    let set = diesel::update(question_table::table.find(id.as_str()))
        .filter(question_table::state.ne_all(State::CLOSED.map(State::word)))
        .set(question_table::urgency.eq(to.word()))
        .execute(conn)?;
    if set != 1 {
        return Err(Refusal::WrongState.into());
    }
    let found = opened.content.found.unwrap_or(opened.envelope.urgency);
    diesel::insert_into(relevel_table::table)
        .values((
            relevel_table::id.eq(RelevelId::random().as_str()),
            relevel_table::found.eq(found.word()),
            relevel_table::set_to.eq(to.word()),
            relevel_table::rules.eq(opened.content.rules.join(" ")),
            relevel_table::month.eq(first_of_month(date_in_norway(now))),
        ))
        .execute(conn)?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::Relevel, id.as_str(), now)
}

words!(
    /// What a number is there for; its sentence stands beside it.
    Reason, "reason" {
        Life = "life",
        Danger = "violence",
        Swallowed = "swallowed",
        /// Somebody to talk to, at any hour.
        Talk = "talk",
        Abuse = "abuse",
        /// Soon, but no life at stake.
        Doctor = "doctor",
    }
);

/// One number of the help that is shown at once.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub reason: Reason,
    pub service: &'a HelpService,
}

impl Line<'_> {
    /// Whether it is told what the service writes down. Not beside the emergency numbers: there nobody should stop to
    /// think, and that the call is known to them is no secret.
    pub fn says_what_is_kept(&self) -> bool {
        !matches!(self.reason, Reason::Life | Reason::Danger)
    }
}

words!(
    /// How the help is told.
    Tone, "tone" {
        Serious = "serious",
        /// The same in a child's words.
        SeriousToChild = "serious-child",
        /// Nothing serious was found, but the one who asks is a child.
        KindToChild = "kind-child",
    }
);

/// The help to show at once, the right one first.
#[derive(Clone, Debug)]
pub struct FirstHelp<'a> {
    pub tone: Tone,
    pub lines: Vec<Line<'a>>,
}

/// Who can help with what was found in a text; none when nothing serious was found.
pub fn first_help<'a>(
    services: &'a HelpServices,
    signs: &Signs,
    urgency: Urgency,
    age: AgeBand,
) -> Option<FirstHelp<'a>> {
    if !urgency.is_serious() {
        return None;
    }
    let is_now = urgency == Urgency::Acute;
    let mut found: Vec<(Category, Level)> =
        signs.categories.iter().map(|(category, level)| (*category, *level)).collect();
    // The gravest first; of two as grave, the one where minutes count most.
    found.sort_by_key(|(category, level)| (std::cmp::Reverse(*level), *category));
    let mut calls: Vec<Call> = found.iter().flat_map(|(category, _)| calls_for(*category, is_now, age)).collect();
    calls.extend(if is_now || calls.is_empty() { whatever_it_is(age) } else { vec![AMBULANCE] });
    let is_child = age == AgeBand::Under13;
    // A child's own number comes first, but nothing comes before an ambulance for one who has swallowed something.
    if is_child && !found.iter().any(|(category, _)| *category == Category::Poisoning) {
        calls.insert(0, ALARM_PHONE);
    }
    let tone = if is_child { Tone::SeriousToChild } else { Tone::Serious };
    Some(FirstHelp { tone, lines: lines(services, &calls) })
}

/// What a child is told after asking anything at all.
pub fn help_for_child(services: &HelpServices, age: AgeBand) -> Option<FirstHelp<'_>> {
    (age == AgeBand::Under13)
        .then(|| FirstHelp { tone: Tone::KindToChild, lines: lines(services, &[ALARM_PHONE]) })
        .filter(|help| !help.lines.is_empty())
}

/// A reason to call, and whom: an id in the file of help services.
type Call = (Reason, &'static str);

const AMBULANCE: Call = (Reason::Life, "113");
const POLICE: Call = (Reason::Danger, "112");
const POISON_LINE: Call = (Reason::Swallowed, "gift");
const DOCTOR: Call = (Reason::Doctor, "116117");
/// For everyone under 18.
const ALARM_PHONE: Call = (Reason::Talk, "116111");
const MENTAL_HEALTH_LINE: Call = (Reason::Talk, "116123");
/// For those of 18 and over.
const ABUSE_LINE: Call = (Reason::Abuse, "116006");

fn calls_for(category: Category, is_now: bool, age: AgeBand) -> Vec<Call> {
    let first = |calls: &[Call], rest: Vec<Call>| [calls, rest.as_slice()].concat();
    match category {
        Category::Poisoning => vec![AMBULANCE, POISON_LINE],
        Category::Violence => first(&[POLICE], abuse_lines(age)),
        Category::Suicide | Category::Method if is_now => first(&[AMBULANCE], talk_lines(age)),
        Category::EatingDisorder | Category::Crisis if is_now => first(&[AMBULANCE, DOCTOR], talk_lines(age)),
        Category::Crisis => first(&[DOCTOR], talk_lines(age)),
        Category::SexualAbuse => [abuse_lines(age), vec![DOCTOR, POLICE]].concat(),
        Category::SelfHarm | Category::EatingDisorder => [talk_lines(age), vec![DOCTOR]].concat(),
        Category::Suicide | Category::Method | Category::Broad => talk_lines(age),
    }
}

/// When someone is in danger and the text does not say how, everything stands.
fn whatever_it_is(age: AgeBand) -> Vec<Call> {
    [vec![AMBULANCE, POLICE, POISON_LINE], talk_lines(age)].concat()
}

fn talk_lines(age: AgeBand) -> Vec<Call> {
    for_age(age, ALARM_PHONE, MENTAL_HEALTH_LINE)
}

fn abuse_lines(age: AgeBand) -> Vec<Call> {
    for_age(age, ALARM_PHONE, ABUSE_LINE)
}

/// Who did not say their age is shown the young people's line first and the grown-ups' after it.
fn for_age(age: AgeBand, young: Call, grown: Call) -> Vec<Call> {
    match age {
        AgeBand::Under13 | AgeBand::From13To15 | AgeBand::From16To17 => vec![young],
        AgeBand::From18To20 | AgeBand::From21To25 | AgeBand::Over25 => vec![grown],
        AgeBand::Unsaid => vec![young, grown],
    }
}

/// Each service once, at its first place; one that the owner's file does not have is passed over.
fn lines<'a>(services: &'a HelpServices, calls: &[Call]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    for (reason, id) in calls {
        if let Some(service) = services.find(id)
            && !lines.iter().any(|line| line.service.id == service.id)
        {
            lines.push(Line { reason: *reason, service });
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::help_service::BUILT_IN;
    use crate::text::acute::Lexicon;

    fn services() -> HelpServices {
        HelpServices::parse(BUILT_IN).unwrap()
    }

    /// The numbers shown for a text, in order.
    fn shown(services: &HelpServices, text: &str, age: AgeBand) -> Vec<String> {
        let signs = Lexicon::built_in().find(text);
        let help = first_help(services, &signs, Urgency::of_level(signs.level), age);
        help.map(|help| help.lines.iter().map(|line| line.service.tel.clone()).collect()).unwrap_or_default()
    }

    #[test]
    fn the_right_number_comes_first() {
        let services = services();
        for (text, age, first) in [
            ("jeg har tatt 20 paracet", AgeBand::From16To17, vec!["113", "22591300"]),
            ("jeg har tatt 20 paracet", AgeBand::Under13, vec!["113", "22591300"]),
            ("pappa slår meg", AgeBand::From13To15, vec!["112", "116111"]),
            ("kjæresten min slår meg", AgeBand::From21To25, vec!["112", "116006"]),
            ("pappa slår meg", AgeBand::Unsaid, vec!["112", "116111", "116006"]),
            ("pappa slår meg", AgeBand::Under13, vec!["116111", "112"]),
            ("jeg vil bare dø", AgeBand::From13To15, vec!["113", "116111"]),
            ("jeg vil bare dø", AgeBand::From18To20, vec!["113", "116123"]),
            ("jeg vil bare dø", AgeBand::Under13, vec!["116111", "113"]),
            ("jeg kutter meg på armen", AgeBand::From16To17, vec!["116111", "116117", "113"]),
            ("jeg ble voldtatt", AgeBand::From16To17, vec!["116111", "116117"]),
            ("jeg ble voldtatt", AgeBand::Over25, vec!["116006", "116117"]),
        ] {
            let shown = shown(&services, text, age);
            assert!(
                shown.iter().zip(&first).filter(|(one, other)| one == other).count() == first.len(),
                "{text}, {age:?}: {shown:?}"
            );
            assert!(shown.contains(&"113".to_owned()), "{text}");
        }
    }

    #[test]
    fn the_gravest_sign_decides_who_comes_first() {
        let both = "jeg kutter meg på armen og nå har jeg tatt 20 paracet";
        assert_eq!(shown(&services(), both, AgeBand::From16To17).first().map(String::as_str), Some("113"));
    }

    #[test]
    fn a_danger_without_words_shows_everything() {
        let services = services();
        let help = first_help(&services, &Signs::default(), Urgency::Acute, AgeBand::From16To17).unwrap();
        let numbers: Vec<&str> = help.lines.iter().map(|line| line.service.tel.as_str()).collect();
        assert_eq!(numbers, ["113", "112", "22591300", "116111"]);
    }

    #[test]
    fn nothing_serious_shows_nothing_but_a_kind_word_to_a_child() {
        let services = services();
        assert!(first_help(&services, &Signs::default(), Urgency::Normal, AgeBand::Under13).is_none());
        assert_eq!(help_for_child(&services, AgeBand::Under13).unwrap().tone, Tone::KindToChild);
        assert!(help_for_child(&services, AgeBand::From13To15).is_none());
    }

    #[test]
    fn a_service_the_owner_took_out_is_passed_over_but_never_the_emergency_numbers() {
        let own = BUILT_IN.replace("\"gift\"", "\"x\"").replace("\"113\"", "\"y\"").replace("\"112\"", "\"z\"");
        let own = HelpServices::parse(&own).unwrap();
        assert_eq!(shown(&own, "jeg har tatt 20 paracet", AgeBand::From16To17), ["113", "112", "116111"]);
    }

    #[test]
    fn nobody_under_18_is_sent_to_the_line_for_grown_ups() {
        let services = services();
        for text in ["pappa slår meg", "jeg ble voldtatt", "jeg vil bare dø"] {
            for age in [AgeBand::Under13, AgeBand::From13To15, AgeBand::From16To17] {
                assert!(!shown(&services, text, age).contains(&"116006".to_owned()), "{text}");
            }
        }
    }

    #[test]
    fn only_the_month_is_kept() {
        assert_eq!(first_of_month("2026-03-31".parse().unwrap()).to_string(), "2026-03-01");
    }
}
