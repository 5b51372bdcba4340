//! The two nights a year on which the clocks of Paris change.

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use relais_calendar::{Hours, Territory, Week, WorkTarget};

/// At 2:00 it is 3:00.
const MARCH: Date = date(2026, 3, 29);
/// At 3:00 it is 2:00 again.
const OCTOBER: Date = date(2026, 10, 25);

/// Open every day from a minute to another.
fn daily(opens: i32, closes: i32) -> Hours {
    let week = Week::written((1..=7).map(|day| (day, opens, closes))).unwrap().unwrap();
    Hours::new(TimeZone::get("Europe/Paris").unwrap(), week, Territory::Mainland).open_on_holidays()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn openings(hours: &Hours, date: Date) -> Vec<(Timestamp, Timestamp)> {
    hours.openings(date).collect()
}

#[test]
fn from_22_to_9_it_is_ten_hours_in_march_and_twelve_in_october() {
    let always = daily(0, 1440);
    for (from, to, hours) in [
        ("2026-03-28T22:00:00+01:00", "2026-03-29T09:00:00+02:00", 10),
        ("2026-10-24T22:00:00+02:00", "2026-10-25T09:00:00+01:00", 12),
        ("2026-11-07T22:00:00+01:00", "2026-11-08T09:00:00+01:00", 11),
    ] {
        assert_eq!(always.open_time(at(from), at(to)), SignedDuration::from_hours(hours));
        assert_eq!(always.after(at(from), SignedDuration::from_hours(hours)), Some(at(to)));
    }
}

#[test]
fn a_whole_day_has_23_hours_in_march_and_25_in_october_in_one_piece() {
    for (day, from, to) in [
        (MARCH, "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"),
        (OCTOBER, "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"),
    ] {
        assert_eq!(openings(&daily(0, 1440), day), [(at(from), at(to))]);
    }
}

#[test]
fn the_hour_that_march_skips_is_never_open() {
    assert_eq!(openings(&daily(120, 180), MARCH), []);
    assert_eq!(daily(120, 180).next_open(at("2026-03-28T12:00:00Z")), Some(at("2026-03-30T02:00:00+02:00")));
    let at_two = at("2026-03-29T01:00:00Z");
    assert!(!daily(120, 180).is_open(at_two) && daily(180, 240).is_open(at_two));
}

#[test]
fn an_opening_that_begins_or_ends_in_the_skipped_hour_does_so_when_the_clock_jumps() {
    let jump = at("2026-03-29T01:00:00Z");
    assert_eq!(openings(&daily(150, 600), MARCH), [(jump, at("2026-03-29T10:00:00+02:00"))]);
    assert_eq!(openings(&daily(60, 150), MARCH), [(at("2026-03-29T01:00:00+01:00"), jump)]);
    assert_eq!(openings(&daily(60, 240), MARCH).len(), 1);
}

#[test]
fn the_hour_that_october_shows_twice_is_open_twice() {
    let twice = [(at("2026-10-25T02:00:00+02:00"), at("2026-10-25T03:00:00+01:00"))];
    assert_eq!(openings(&daily(120, 180), OCTOBER), twice);
    assert_eq!(
        openings(&daily(135, 165), OCTOBER),
        [
            (at("2026-10-25T02:15:00+02:00"), at("2026-10-25T02:45:00+02:00")),
            (at("2026-10-25T02:15:00+01:00"), at("2026-10-25T02:45:00+01:00")),
        ]
    );
}

#[test]
fn an_opening_that_begins_in_the_doubled_hour_begins_each_time_the_clock_shows_it() {
    let change = at("2026-10-25T01:00:00Z");
    assert_eq!(
        openings(&daily(150, 600), OCTOBER),
        [
            (at("2026-10-25T02:30:00+02:00"), change),
            (at("2026-10-25T02:30:00+01:00"), at("2026-10-25T10:00:00+01:00")),
        ]
    );
    for (minute, open) in [("00:29", false), ("00:30", true), ("01:00", false), ("01:30", true)] {
        let instant = at(&format!("2026-10-25T{minute}:00Z"));
        assert_eq!(daily(150, 600).is_open(instant), open, "{minute}");
    }
}

#[test]
fn parts_of_a_second_around_the_jump_count_on_their_side() {
    let (before, after) = (at("2026-03-29T00:59:59.5Z"), at("2026-03-29T01:00:00.25Z"));
    assert_eq!(daily(60, 120).open_time(before, after), SignedDuration::from_millis(500));
    assert_eq!(daily(180, 240).open_time(before, after), SignedDuration::from_millis(250));
    assert_eq!(daily(0, 1440).open_time(before, after), SignedDuration::from_millis(750));
}

#[test]
fn shop_hours_keep_their_length_over_both_nights() {
    let shop = daily(540, 1140);
    for (from, to) in [
        ("2026-03-28T09:00:00+01:00", "2026-03-30T09:00:00+02:00"),
        ("2026-10-24T09:00:00+02:00", "2026-10-26T09:00:00+01:00"),
    ] {
        assert_eq!(shop.open_time(at(from), at(to)), SignedDuration::from_hours(20));
    }
}

#[test]
fn a_target_over_the_night_is_due_by_the_clock_of_the_shop() {
    let shop = daily(540, 1140);
    let target = WorkTarget::start(at("2026-03-28T18:00:00+01:00"), SignedDuration::from_hours(2));
    assert_eq!(target.due(&shop), Some(at("2026-03-29T10:00:00+02:00")));
    let target = WorkTarget::start(at("2026-10-24T18:00:00+02:00"), SignedDuration::from_hours(2));
    assert_eq!(target.due(&shop), Some(at("2026-10-25T10:00:00+01:00")));
}
