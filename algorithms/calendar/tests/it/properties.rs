//! Laws of counting, over random hours, time zones and instants, many of them close to changes of clocks.

use jiff::{SignedDuration, ToSpan};
use proptest::prelude::*;

use crate::by_the_minute::world;

const NANOSECOND: SignedDuration = SignedDuration::from_nanos(1);
const DAY: i64 = 24 * 60;

/// A length of some days, to the nanosecond.
fn length() -> impl Strategy<Value = SignedDuration> {
    (0i64..9 * 86_400, 0i32..1_000_000_000).prop_map(|(seconds, nanos)| SignedDuration::new(seconds, nanos))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn prop_open_time_equals_counting_each_minute(world in world(), minutes in 0i64..5 * DAY) {
        let to = world.minute(minutes);
        prop_assert_eq!(world.hours().open_time(world.near, to), world.open_time(world.near, to));
    }

    #[test]
    fn prop_is_open_equals_looking_at_the_clock(world in world(), minutes in 0i64..5 * DAY, second in 0i64..60) {
        let minute = world.minute(minutes);
        let open = world.open_time(minute, minute + 1.minute()).is_positive();
        prop_assert_eq!(world.hours().is_open(minute + SignedDuration::from_secs(second)), open);
    }

    #[test]
    fn prop_openings_of_a_day_are_the_minutes_at_which_the_clock_shows_it(world in world(), days in -1i32..3) {
        let day = world.zone().to_datetime(world.near).date() + days.days();
        let shown = world.open_minutes(world.minute(-4 * DAY), world.minute(6 * DAY));
        let expected: Vec<_> = shown.into_iter().filter(|(date, _)| *date == day).map(|(_, at)| at).collect();
        let openings: Vec<_> = world.hours().openings(day).collect();
        let mut minutes = Vec::new();
        for (from, to) in &openings {
            let mut at = *from;
            while at < *to {
                minutes.push(at);
                at += 1.minute();
            }
        }
        prop_assert_eq!(minutes, expected);
        prop_assert!(openings.windows(2).all(|pair| pair[0].1 < pair[1].0), "apart from each other");
    }

    #[test]
    fn prop_open_days_after_is_the_last_minute_of_the_nth_day(world in world(), n in 1u32..5) {
        let today = world.zone().to_datetime(world.near).date();
        let mut closings = std::collections::BTreeMap::new();
        for (day, at) in world.open_minutes(world.near, world.minute(9 * DAY)) {
            closings.insert(day, at + 1.minute());
        }
        // The last day of the window may be cut.
        closings.pop_last();
        let expected = closings.range(today.tomorrow().unwrap()..).map(|(_, at)| *at).nth(n as usize - 1);
        if let Some(expected) = expected {
            prop_assert_eq!(world.hours().open_days_after(world.near, n), Some(expected));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn prop_after_then_open_time_is_identity(world in world(), start in length(), asked in length()) {
        let (hours, from) = (world.hours(), world.near + start);
        if let Some(at) = hours.after(from, asked) {
            prop_assert_eq!(hours.open_time(from, at), asked);
            if asked.is_positive() {
                prop_assert!(hours.is_open(at - NANOSECOND), "not a nanosecond too late");
            } else {
                prop_assert_eq!(at, from);
            }
        }
    }

    #[test]
    fn prop_open_time_is_additive(world in world(), start in length(), a in length(), b in length()) {
        let hours = world.hours();
        let from = world.near + start;
        let (middle, to) = (from + a, from + a + b);
        prop_assert_eq!(
            hours.open_time(from, middle) + hours.open_time(middle, to),
            hours.open_time(from, to)
        );
        prop_assert_eq!(hours.open_time(to, from), SignedDuration::ZERO);
    }

    #[test]
    fn prop_open_time_grows_and_no_faster_than_time(world in world(), start in length(), a in length(), b in length()) {
        let (hours, from) = (world.hours(), world.near + start);
        let (sooner, later) = (hours.open_time(from, from + a), hours.open_time(from, from + a + b));
        prop_assert!(SignedDuration::ZERO <= sooner && sooner <= later && later <= a + b);
        prop_assert!(later - sooner <= b);
    }

    #[test]
    fn prop_more_open_time_takes_longer(world in world(), start in length(), a in length(), b in length()) {
        let (hours, from) = (world.hours(), world.near + start);
        if let Some(later) = hours.after(from, a + b) {
            let sooner = hours.after(from, a);
            prop_assert!(sooner.is_some_and(|sooner| from <= sooner && sooner <= later));
        }
    }

    #[test]
    fn prop_the_next_opening_is_open_and_nothing_before_it_is(world in world(), start in length()) {
        let (hours, from) = (world.hours(), world.near + start);
        if let Some(open) = hours.next_open(from) {
            prop_assert!(open >= from && hours.is_open(open));
            prop_assert_eq!(hours.open_time(from, open), SignedDuration::ZERO);
            prop_assert_eq!(open == from, hours.is_open(from));
        }
    }
}
