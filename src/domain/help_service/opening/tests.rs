//! The minute before and the minute after, over midnight, on holidays and where the clock is moved.

use super::*;
use crate::clock::wall_time_in_norway;

fn weekly(toml: &str) -> Weekly {
    toml::from_str(toml).unwrap()
}

fn wall(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

/// «open 2026-03-10T14:30», «closed 2026-03-11T11:00», «closed», «always», «unknown».
fn said(opening: Opening<'_>, at: &str) -> String {
    let minute = |at: NaiveDateTime| at.format("%Y-%m-%dT%H:%M").to_string();
    match opening.standing(wall(&format!("{at}:00"))) {
        Standing::Always => "always".into(),
        Standing::Open { until } => format!("open {}", minute(until)),
        Standing::Closed { opens: Some(opens) } => format!("closed {}", minute(opens)),
        Standing::Closed { opens: None } => "closed".into(),
        Standing::Unknown => "unknown".into(),
    }
}

#[test]
fn a_line_with_a_break_on_weekdays() {
    let weekly = weekly("weekdays = ['11-14:30', '15-18']");
    let opening = Opening { weekly: &weekly, perhaps: None, holidays: Some(Holidays::Closed) };
    for (at, expected) in [
        // A Tuesday.
        ("2026-03-10T10:59", "closed 2026-03-10T11:00"),
        ("2026-03-10T11:00", "open 2026-03-10T14:30"),
        ("2026-03-10T14:29", "open 2026-03-10T14:30"),
        ("2026-03-10T14:30", "closed 2026-03-10T15:00"),
        ("2026-03-10T15:00", "open 2026-03-10T18:00"),
        ("2026-03-10T17:59", "open 2026-03-10T18:00"),
        ("2026-03-10T18:00", "closed 2026-03-11T11:00"),
        // Friday evening, Saturday, Sunday.
        ("2026-03-13T18:00", "closed 2026-03-16T11:00"),
        ("2026-03-14T12:00", "closed 2026-03-16T11:00"),
        ("2026-03-15T23:59", "closed 2026-03-16T11:00"),
        // The clock is put forward in the night to 29 March, a Sunday.
        ("2026-03-29T03:00", "closed 2026-03-30T11:00"),
        ("2026-03-30T11:00", "open 2026-03-30T14:30"),
        // Wednesday before Easter: Tuesday after it is the next day.
        ("2026-04-01T18:00", "closed 2026-04-07T11:00"),
        ("2026-04-02T12:00", "closed 2026-04-07T11:00"),
        ("2026-04-06T12:00", "closed 2026-04-07T11:00"),
        // Friday the first of May, Ascension Day, Whit Monday.
        ("2026-05-01T12:00", "closed 2026-05-04T11:00"),
        ("2026-05-14T12:00", "closed 2026-05-15T11:00"),
        ("2026-05-25T12:00", "closed 2026-05-26T11:00"),
        // Christmas Eve is no holiday, but nobody knows.
        ("2026-12-23T18:00", "closed"),
        ("2026-12-24T12:00", "unknown"),
        ("2026-12-25T12:00", "closed 2026-12-28T11:00"),
    ] {
        assert_eq!(said(opening, at), expected, "{at}");
    }
}

#[test]
fn day_and_night_is_day_and_night() {
    let weekly = weekly("daily = ['00-24']");
    let open = Opening { weekly: &weekly, perhaps: None, holidays: Some(Holidays::Open) };
    for at in ["2026-03-29T02:30", "2026-04-05T12:00", "2026-10-25T02:30", "2026-12-24T23:59", "2026-12-31T23:59"] {
        assert_eq!(said(open, at), "always", "{at}");
    }
    let unsure = Opening { holidays: None, ..open };
    assert_eq!(said(unsure, "2026-04-05T12:00"), "unknown");
    assert_eq!(said(unsure, "2026-04-01T12:00"), "open 2026-04-02T00:00");
    let closed = Opening { holidays: Some(Holidays::Closed), ..open };
    assert_eq!(said(closed, "2026-04-05T12:00"), "closed 2026-04-07T00:00");
}

#[test]
fn hours_go_on_over_midnight() {
    let weekly = weekly("fri = ['20-24']\nsat = ['00-02']");
    let opening = Opening { weekly: &weekly, perhaps: None, holidays: Some(Holidays::Open) };
    for (at, expected) in [
        ("2026-03-13T19:59", "closed 2026-03-13T20:00"),
        ("2026-03-13T20:00", "open 2026-03-14T02:00"),
        ("2026-03-14T00:00", "open 2026-03-14T02:00"),
        ("2026-03-14T01:59", "open 2026-03-14T02:00"),
        ("2026-03-14T02:00", "closed 2026-03-20T20:00"),
    ] {
        assert_eq!(said(opening, at), expected, "{at}");
    }
}

#[test]
fn a_holiday_may_be_as_a_sunday() {
    let weekly = weekly("daily = ['9-21']\nsun = ['12-16']");
    let opening = Opening { weekly: &weekly, perhaps: None, holidays: Some(Holidays::AsSunday) };
    for (at, expected) in [
        ("2026-05-01T11:59", "closed 2026-05-01T12:00"),
        ("2026-05-01T12:00", "open 2026-05-01T16:00"),
        ("2026-05-01T16:00", "closed 2026-05-02T09:00"),
    ] {
        assert_eq!(said(opening, at), expected, "{at}");
    }
}

#[test]
fn hours_that_may_hold_are_never_called_open_or_closed() {
    let (sure, perhaps) = (weekly("daily = ['16-22']"), weekly("daily = ['14-16']"));
    let opening = Opening { weekly: &sure, perhaps: Some(&perhaps), holidays: Some(Holidays::Open) };
    for (at, expected) in [
        ("2026-07-01T13:59", "closed"),
        ("2026-07-01T14:00", "unknown"),
        ("2026-07-01T15:59", "unknown"),
        ("2026-07-01T16:00", "open 2026-07-01T22:00"),
        ("2026-07-01T22:00", "closed"),
    ] {
        assert_eq!(said(opening, at), expected, "{at}");
    }
}

/// Opening times are wall time: 16 is 15 UTC in winter and 14 UTC in summer.
#[test]
fn the_clock_that_is_moved_in_march_and_october_moves_the_hours() {
    let weekly = weekly("daily = ['16-22']");
    let opening = Opening { weekly: &weekly, perhaps: None, holidays: Some(Holidays::Open) };
    for (utc, is_open) in [
        ("2026-03-28T14:59:59", false),
        ("2026-03-28T15:00:00", true),
        ("2026-03-29T13:59:59", false),
        ("2026-03-29T14:00:00", true),
        ("2026-10-24T13:59:59", false),
        ("2026-10-24T14:00:00", true),
        ("2026-10-25T14:59:59", false),
        ("2026-10-25T15:00:00", true),
        ("2026-10-25T20:59:59", true),
        ("2026-10-25T21:00:00", false),
    ] {
        assert_eq!(opening.standing(wall_time_in_norway(wall(utc))).is_open(), is_open, "{utc}");
    }
    // The hour that comes twice: 02:30 in summer time, and again in winter time.
    let night = super::tests::weekly("daily = ['2-3']");
    let opening = Opening { weekly: &night, ..opening };
    for (utc, is_open) in [
        ("2026-10-24T23:59:00", false),
        ("2026-10-25T00:30:00", true),
        ("2026-10-25T01:30:00", true),
        ("2026-10-25T02:00:00", false),
    ] {
        assert_eq!(opening.standing(wall_time_in_norway(wall(utc))).is_open(), is_open, "{utc}");
    }
}

#[test]
fn hours_that_cannot_be_are_refused() {
    for wrong in [
        "daily = ['9']",
        "daily = ['9-9']",
        "daily = ['18-9']",
        "daily = ['9-25']",
        "daily = ['9-24:01']",
        "daily = ['9:60-10']",
        "daily = ['9-12', '11-13']",
        "daily = ['ni-ti']",
        "daily = '9-12'",
        "monday = ['9-12']",
    ] {
        assert!(toml::from_str::<Weekly>(wrong).is_err(), "{wrong}");
    }
    assert_eq!(weekly("daily = ['12-13', '9-11']"), weekly("daily = ['09:00-11', '12-13']"));
}
