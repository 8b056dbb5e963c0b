//! Who counts as one visitor, and what the ceilings do.

use super::*;

const ANSWER: [u8; 16] = [7; 16];

fn ceilings(challenge: u32, refusal: u32, everyone: u32, codes: u32) -> AbuseSettings {
    let number = |number| NonZeroU32::new(number).unwrap();
    AbuseSettings {
        questions_an_hour_before_challenge: number(challenge),
        questions_an_hour_before_refusal: number(refusal),
        questions_a_minute_before_challenge: number(everyone),
        wrong_codes_an_hour: number(codes),
        feedback_a_day: number(2),
        reports_an_hour: number(2),
    }
}

fn limits(ceilings: AbuseSettings) -> (Limits, Clock) {
    // Half past eleven in the evening in Norway.
    let clock = Clock::standing_at("2026-03-10T22:30:00".parse().unwrap());
    (Limits::new(ceilings, clock.clone()), clock)
}

fn key(limits: &Limits, address: &str) -> VisitorKey {
    limits.key_of(Address::of_visitor(address.parse().unwrap()).as_ref())
}

fn pace_of(limits: &Limits, visitor: &VisitorKey) -> Pace {
    limits.count_question(visitor, None)
}

#[test]
fn who_counts_as_one_visitor() {
    let (limits, _) = limits(ceilings(1, 1, 1, 1));
    for (one, other, is_same) in [
        ("203.0.113.7", "203.0.113.7", true),
        ("203.0.113.7", "203.0.113.8", false),
        ("203.0.113.7", "::ffff:203.0.113.7", true),
        ("203.0.113.7", "::203.0.113.7", false),
        ("2001:db8:1:2200::1", "2001:db8:1:22ff:ffff::2", true),
        ("2001:db8:1:2200::1", "2001:db8:1:2300::1", false),
        // The same bytes in both families.
        ("32.1.13.184", "2001:db8::", false),
    ] {
        assert!((key(&limits, one) == key(&limits, other)) == is_same, "{one} and {other}");
    }
}

#[test]
fn addresses_that_stand_for_others_are_unknown() {
    for (address, is_known) in [
        ("127.0.0.1", false),
        ("10.1.2.3", false),
        ("172.16.0.1", false),
        ("192.168.1.1", false),
        ("169.254.0.1", false),
        ("100.64.0.1", false),
        ("100.128.0.1", true),
        ("0.0.0.0", false),
        ("::1", false),
        ("::", false),
        ("fd00::1", false),
        ("fe80::1", false),
        ("::ffff:192.168.1.1", false),
        ("172.32.0.1", true),
        ("203.0.113.7", true),
        ("2001:db8::1", true),
    ] {
        assert_eq!(Address::of_visitor(address.parse().unwrap()).is_some(), is_known, "{address}");
    }
}

#[test]
fn above_one_ceiling_a_sum_is_asked_and_above_the_other_one_waits() {
    let (limits, clock) = limits(ceilings(2, 4, 100, 1));
    let kari = key(&limits, "203.0.113.7");
    assert_eq!([pace_of(&limits, &kari), pace_of(&limits, &kari)], [Pace::Free; 2]);
    assert_eq!(pace_of(&limits, &kari), Pace::Challenge);
    for _ in 0..2 {
        assert_eq!(limits.weigh_question(&kari, Some(&ANSWER)), Pace::Free);
        assert_eq!(limits.count_question(&kari, Some(&ANSWER)), Pace::Free);
    }
    assert_eq!(limits.weigh_question(&kari, Some(&ANSWER)), Pace::TooMany);
    assert_eq!(pace_of(&limits, &kari), Pace::TooMany);
    assert_eq!(pace_of(&limits, &key(&limits, "203.0.113.8")), Pace::Free);
    clock.advance(TimeDelta::minutes(15));
    assert_eq!(limits.count_question(&kari, Some(&ANSWER)), Pace::Free, "one comes back after a quarter");
}

#[test]
fn everyone_together_has_a_ceiling_too_and_an_unknown_address_only_that() {
    let (limits, clock) = limits(ceilings(1, 1, 3, 1));
    let nobody = limits.key_of(None);
    for _ in 0..3 {
        assert_eq!(pace_of(&limits, &nobody), Pace::Free);
    }
    assert_eq!(pace_of(&limits, &nobody), Pace::Challenge);
    assert_eq!(pace_of(&limits, &key(&limits, "203.0.113.7")), Pace::Challenge);
    assert_eq!(limits.count_question(&nobody, Some(&ANSWER)), Pace::Free);
    clock.advance(TimeDelta::minutes(1));
    assert_eq!(pace_of(&limits, &nobody), Pace::Free);
}

#[test]
fn one_right_answer_does_not_open_for_a_flood() {
    let (limits, _) = limits(ceilings(1, 100, 1, 1));
    for visitor in [limits.key_of(None), key(&limits, "203.0.113.7")] {
        let answer = code_of(&random_key().unwrap(), &[]).first_chunk().copied().unwrap();
        for _ in 0..QUESTIONS_AN_ANSWER.get() {
            assert_eq!(limits.count_question(&visitor, Some(&answer)), Pace::Free);
        }
        assert_eq!(limits.count_question(&visitor, Some(&answer)), Pace::Challenge);
    }
}

#[test]
fn only_wrong_codes_are_counted_and_only_for_one_address() {
    let (limits, clock) = limits(ceilings(1, 1, 1, 2));
    let (kari, ola) = (key(&limits, "203.0.113.7"), key(&limits, "203.0.113.8"));
    for _ in 0..2 {
        assert!(limits.may_try_code(&kari) && limits.may_try_code(&kari));
        limits.note_wrong_code(&kari);
    }
    assert!(!limits.may_try_code(&kari));
    assert!(limits.may_try_code(&ola));
    let nobody = limits.key_of(None);
    for _ in 0..10 {
        limits.note_wrong_code(&nobody);
    }
    assert!(limits.may_try_code(&nobody));
    clock.advance(TimeDelta::minutes(30));
    assert!(limits.may_try_code(&kari));
}

#[test]
fn a_new_day_in_norway_knows_nobody() {
    let (limits, clock) = limits(ceilings(1, 1, 1, 1));
    let yesterday = key(&limits, "203.0.113.7");
    assert_eq!(pace_of(&limits, &yesterday), Pace::Free);
    limits.note_wrong_code(&yesterday);
    clock.advance(TimeDelta::minutes(29));
    assert!(key(&limits, "203.0.113.7") == yesterday);
    assert!(!limits.may_try_code(&yesterday));
    clock.advance(TimeDelta::minutes(1));
    let today = key(&limits, "203.0.113.7");
    assert!(today != yesterday);
    assert!(limits.may_try_code(&today));
    assert_eq!(pace_of(&limits, &today), Pace::Free);
}

#[test]
fn a_clock_set_back_lets_nobody_wait_longer() {
    let (limits, clock) = limits(ceilings(1, 1, 1, 1));
    let kari = key(&limits, "203.0.113.7");
    assert_eq!(pace_of(&limits, &kari), Pace::Free);
    clock.advance(TimeDelta::seconds(-30));
    assert_eq!(pace_of(&limits, &kari), Pace::TooMany, "a small correction forgets nothing");
    clock.advance(TimeDelta::hours(-3));
    assert_eq!(pace_of(&limits, &key(&limits, "203.0.113.7")), Pace::Free);
}

#[test]
fn one_address_says_yes_or_no_only_so_often_to_one_answer() {
    let (limits, clock) = limits(ceilings(1, 1, 1, 1));
    clock.advance(TimeDelta::hours(2));
    let (kari, ola) = (key(&limits, "203.0.113.7"), key(&limits, "203.0.113.8"));
    for _ in 0..2 {
        assert!(limits.count_feedback(&kari, "sovn"));
    }
    assert!(!limits.count_feedback(&kari, "sovn"));
    assert!(limits.count_feedback(&kari, "snus") && limits.count_feedback(&ola, "sovn"));
    clock.advance(TimeDelta::hours(11));
    assert!(!limits.count_feedback(&kari, "sovn"), "the whole day");
    clock.advance(TimeDelta::hours(12));
    assert!(limits.count_feedback(&key(&limits, "203.0.113.7"), "sovn"), "a new day");
}

#[test]
fn visitors_without_an_address_are_one_visitor_to_feedback_and_reports() {
    let (limits, _) = limits(ceilings(1, 1, 1, 1));
    let nobody = limits.key_of(None);
    assert!(limits.count_feedback(&nobody, "sovn") && limits.count_feedback(&nobody, "sovn"));
    assert!(!limits.count_feedback(&nobody, "sovn"));
    assert!(limits.count_report(&nobody) && limits.count_report(&nobody) && !limits.count_report(&nobody));
    assert!(limits.count_report(&key(&limits, "203.0.113.7")));
}
