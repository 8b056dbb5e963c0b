//! The built-in file, and what a file may not say.

use super::*;

#[test]
fn the_numbers_above_the_form_are_all_there() {
    let services = HelpServices::parse(BUILT_IN).unwrap();
    let numbers: Vec<&str> = services.first().iter().map(|service| service.tel.as_str()).collect();
    assert_eq!(numbers, FIRST);
}

#[test]
fn help_for_a_topic_comes_before_help_for_everything() {
    let services = HelpServices::parse(BUILT_IN).unwrap();
    let for_drugs = services.for_topic("andre-rusmidler");
    assert!(for_drugs.iter().all(|service| !FIRST.contains(&service.tel.as_str())));
    assert!(!for_drugs.first().unwrap().always);
    assert!(services.for_topic("romfart").iter().all(|service| service.always));
}

#[test]
fn the_numbers_that_save_lives_are_there_whatever_the_file_says() {
    let other = BUILT_IN.replacen("id = \"112\"", "id = \"politi\"", 1).replacen("tel = \"112\"", "tel = \"02800\"", 1);
    let services = HelpServices::parse(&other).unwrap();
    assert_eq!(services.find("112").map(|service| service.tel.as_str()), Some("112"));
    assert_eq!(services.find("gift").map(|service| service.number.as_str()), Some("22 59 13 00"));
    let without_gift = HelpServices::parse(&BUILT_IN.replace("gift", "x").replace("22591300", "1")).unwrap();
    assert!(without_gift.find("gift").is_none());
}

#[test]
fn what_the_services_call_themselves_is_known_whole_and_in_parts() {
    let services = HelpServices::parse(BUILT_IN).unwrap();
    let names: Vec<&str> = services.names().collect();
    for name in ["Kors på halsen (Røde Kors)", "Kors på halsen", "Røde Kors", "Raude Krossen"] {
        assert!(names.contains(&name), "{name}");
    }
    assert!(services.hosts().any(|host| host == "www.korspahalsen.no"));
    assert!(services.numbers().any(|number| number == "80033321"));
}

#[test]
fn every_service_has_a_way_to_reach_it_and_a_source() {
    for service in HelpServices::parse(BUILT_IN).unwrap().all {
        assert!(!service.tel.is_empty() || !service.url.is_empty(), "{}", service.id);
        assert!(service.source.starts_with("https://"), "{}", service.id);
    }
}

const NOON: &str = "2026-03-10T12:00:00";

fn ids<'a>(offered: &[Offered<'a>]) -> Vec<&'a str> {
    offered.iter().map(|offered| offered.service.id.as_str()).collect()
}

fn offer(services: &HelpServices, choice: Choice<'_>) -> Vec<String> {
    let offer = services.offer(choice, NOON.parse().unwrap());
    let all = [ids(&offer.on_top), ids(&offer.open), ids(&offer.closed), ids(&offer.unknown)].concat();
    all.into_iter().map(str::to_owned).collect()
}

const ANYONE: Choice<'static> = Choice { topic: "", age: AgeBand::Unsaid, region: "" };

#[test]
fn the_three_emergency_numbers_are_on_top_whatever_is_chosen() {
    let services = HelpServices::parse(BUILT_IN).unwrap();
    for choice in [ANYONE, Choice { topic: "lov-og-rett", age: AgeBand::Under13, region: "42" }] {
        assert_eq!(offer(&services, choice)[..3], ["113", "112", "116117"]);
    }
    assert_eq!(offer(&services, ANYONE).len(), services.all().len());
}

#[test]
fn a_child_is_sent_to_the_childrens_line_first_and_never_to_one_for_grown_ups() {
    let services = HelpServices::parse(BUILT_IN).unwrap();
    for age in [AgeBand::Under13, AgeBand::From13To15, AgeBand::From16To17] {
        let choice = Choice { age, ..ANYONE };
        let offered = offer(&services, choice);
        assert_eq!(offered[3], "116111");
        assert!(!offered.contains(&"volinjen".to_owned()));
        let left_out = services.offer(choice, NOON.parse().unwrap()).other_age;
        assert!(left_out.iter().any(|service| service.id == "volinjen"));
    }
    let adult = offer(&services, Choice { age: AgeBand::From18To20, ..ANYONE });
    assert_eq!(adult[3], "volinjen");
    assert!(!adult.contains(&"korspahalsen".to_owned()));
}

#[test]
fn the_ages_of_the_built_in_file_fit_the_bands() {
    for (ages, fitting) in [
        (Ages { from: Some(18), to: None }, &[AgeBand::From18To20, AgeBand::From21To25, AgeBand::Over25][..]),
        (Ages { from: None, to: Some(17) }, &[AgeBand::Under13, AgeBand::From13To15, AgeBand::From16To17]),
        (Ages { from: Some(13), to: Some(20) }, &[AgeBand::From13To15, AgeBand::From16To17, AgeBand::From18To20]),
    ] {
        for band in AgeBand::ALL.iter().filter(|band| **band != AgeBand::Unsaid) {
            assert_eq!(ages.may_include(*band), fitting.contains(band), "{ages:?} {band:?}");
        }
        assert!(ages.may_include(AgeBand::Unsaid));
    }
}

#[test]
fn what_is_near_comes_first_and_what_is_elsewhere_is_not_offered() {
    let local = BUILT_IN.replacen("id = \"ivareta\"", "id = \"ivareta\"\nregions = [\"42\"]", 1);
    let services = HelpServices::parse(&local).unwrap();
    let open = |region| {
        let choice = Choice { region, ..ANYONE };
        ids(&services.offer(choice, NOON.parse().unwrap()).open).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(open("42")[0], "ivareta");
    assert!(!open("50").contains(&"ivareta".to_owned()));
    assert!(open("").contains(&"ivareta".to_owned()));
}

#[test]
fn no_service_with_unknown_hours_is_ever_called_open() {
    let services = HelpServices::parse(BUILT_IN).unwrap();
    let day: NaiveDateTime = "2026-01-01T00:00:00".parse().unwrap();
    for hour in 0..24 * 365 {
        let now = day + chrono::TimeDelta::hours(hour);
        for id in ["sidetmedord", "ungno"] {
            assert_eq!(services.find(id).unwrap().standing(now), Standing::Unknown);
        }
    }
}

#[test]
fn what_is_wrong_in_the_file_is_said_with_the_services_name() {
    for (right, wrong) in [
        ("weekly = { weekdays = [\"9-15\"]", "weekly = { weekdays = [\"15-9\"]"),
        ("weekly = { weekdays = [\"9-15\"]", "weekly = { workdays = [\"9-15\"]"),
        ("tue = [\"9-15\", \"18-21\"] }\nholidays = \"closed\"", "tue = [] }\nholidays = \"shut\""),
        ("weekly = { weekdays = [\"9-15\"], tue = [\"9-15\", \"18-21\"] }\n", ""),
        ("id = \"ivareta\"", "id = \"ivareta\"\nages = { from = 18, to = 17 }"),
        ("id = \"ivareta\"", "id = \"ivareta\"\nchat_weekly = { daily = [\"9-15\"] }"),
        ("id = \"ivareta\"", "id = \"ivareta\"\nopen = true"),
    ] {
        let file = BUILT_IN.replacen(right, wrong, 1);
        assert_ne!(file, BUILT_IN, "{right}");
        let error = format!("{:#}", HelpServices::parse(&file).unwrap_err());
        assert!(error.contains("ivareta"), "{wrong}: {error}");
    }
    let undated = BUILT_IN.replacen("checked_on = 2026-10-08", "checked_on = 2026-10-08T10:00:00", 1);
    assert!(format!("{:#}", HelpServices::parse(&undated).unwrap_err()).contains("\"113\""));
}

#[test]
fn an_entry_is_due_for_a_check_after_180_days() {
    let services = HelpServices::parse(BUILT_IN).unwrap();
    let gift = services.find("gift").unwrap();
    let after = |days| gift.checked_on + chrono::TimeDelta::days(days);
    assert!(!gift.is_due_for_check(after(180)) && gift.is_due_for_check(after(181)));
}
