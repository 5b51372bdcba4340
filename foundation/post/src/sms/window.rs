//! When a text message may leave (france.md 4.5): 8 to 20 h, Monday to Saturday, on the organisation's clock; surveys not on
//! public holidays either. What the customer waits for leaves at once, and an urgent warning from 7 to 22 h on any day.

use jiff::{
    civil::{Date, Weekday},
    tz::TimeZone,
};
use relais_calendar::{Territory, is_holiday};
use relais_contact::Class;
use relais_kernel::Instant;

use super::Haste;

const USUAL: (i8, i8) = (8, 20);
const URGENT: (i8, i8) = (7, 22);
/// No window stays closed for more days in a row: a Sunday between two public holidays is three.
const FARTHEST: usize = 10;

/// This moment, when a message may leave now, else the next opening of its window.
pub(crate) fn leaves(now: Instant, zone: &TimeZone, class: Class, haste: Haste) -> Instant {
    let urgent = match (haste, class) {
        (Haste::Awaited, Class::Service) => return now,
        (Haste::Urgent, Class::Hazard) => true,
        _ => false,
    };
    let (opens, closes) = if urgent { URGENT } else { USUAL };
    let is_open = |date: Date| {
        let holiday = || class.is_survey() && is_holiday(date, Territory::Mainland);
        urgent || (date.weekday() != Weekday::Sunday && !holiday())
    };
    // A clock that skips or repeats the hour gives the moment that people there mean.
    let at = |date: Date, hour| date.at(hour, 0, 0, 0).to_zoned(zone.clone()).map(|z| z.timestamp().into());
    let mut date = now.at(zone).date();
    for _ in 0..FARTHEST {
        if is_open(date)
            && let (Ok(from), Ok(to)) = (at(date, opens), at(date, closes))
            && now < to
        {
            return now.max(from);
        }
        match date.tomorrow() {
            Ok(tomorrow) => date = tomorrow,
            Err(_) => break,
        }
    }
    now
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse::<jiff::Timestamp>().unwrap().into()
    }

    fn on(zone: &str, now: &str, class: Class, haste: Haste) -> Instant {
        leaves(at(now), &TimeZone::get(zone).unwrap(), class, haste)
    }

    fn service(now: &str) -> Instant {
        on("Europe/Paris", now, Class::Service, Haste::Usual)
    }

    #[test]
    fn prv_12_a_service_message_leaves_from_8_to_20_h_monday_to_saturday() {
        for (written, leaves) in [
            ("2026-11-23T06:59:59Z", "2026-11-23T07:00:00Z"),
            ("2026-11-23T07:00:00Z", "2026-11-23T07:00:00Z"),
            ("2026-11-23T18:59:59Z", "2026-11-23T18:59:59Z"),
            ("2026-11-23T19:00:00Z", "2026-11-24T07:00:00Z"),
            ("2026-11-21T18:30:00Z", "2026-11-21T18:30:00Z"),
            ("2026-11-21T19:00:00Z", "2026-11-23T07:00:00Z"),
            ("2026-11-22T10:00:00Z", "2026-11-23T07:00:00Z"),
            // Sunday has begun in Paris and not in Greenwich.
            ("2026-11-21T23:30:00Z", "2026-11-23T07:00:00Z"),
            // The eleventh of November holds up no service.
            ("2026-11-11T10:00:00Z", "2026-11-11T10:00:00Z"),
        ] {
            assert_eq!(service(written), at(leaves), "{written}");
        }
    }

    #[test]
    fn prv_12_the_window_follows_changes_of_clocks() {
        for (written, leaves) in [
            // Summer begins on Sunday 29 March 2026 and ends on Sunday 25 October.
            ("2026-03-28T19:00:00Z", "2026-03-30T06:00:00Z"),
            ("2026-03-29T01:00:00Z", "2026-03-30T06:00:00Z"),
            ("2026-10-24T18:00:00Z", "2026-10-26T07:00:00Z"),
            ("2026-10-24T17:59:59Z", "2026-10-24T17:59:59Z"),
            ("2026-10-25T00:30:00Z", "2026-10-26T07:00:00Z"),
        ] {
            assert_eq!(service(written), at(leaves), "{written}");
        }
        let cairo = on("Africa/Cairo", "2026-04-23T22:30:00Z", Class::Service, Haste::Usual);
        assert_eq!(cairo, at("2026-04-24T05:00:00Z"), "midnight is skipped that night");
        let reunion = on("Indian/Reunion", "2026-11-23T03:00:00Z", Class::Service, Haste::Usual);
        assert_eq!(reunion, at("2026-11-23T04:00:00Z"));
    }

    #[test]
    fn prv_12_what_the_customer_waits_for_leaves_now_and_nothing_else_does() {
        let sunday = "2026-11-22T02:00:00Z";
        let on = |class, haste| on("Europe/Paris", sunday, class, haste);
        assert_eq!(on(Class::Service, Haste::Awaited), at(sunday));
        assert_eq!(on(Class::Transactional, Haste::Awaited), at("2026-11-23T07:00:00Z"));
        assert_eq!(on(Class::Service, Haste::Urgent), at("2026-11-23T07:00:00Z"));
        assert_eq!(on(Class::Hazard, Haste::Usual), at("2026-11-23T07:00:00Z"));
        assert_eq!(on(Class::Hazard, Haste::Urgent), at("2026-11-22T06:00:00Z"), "Sunday, seven o'clock");
    }

    #[test]
    fn a_survey_rests_on_public_holidays() {
        let on = |now: &str| on("Europe/Paris", now, Class::Transactional, Haste::Usual);
        assert_eq!(on("2026-11-11T10:00:00Z"), at("2026-11-12T07:00:00Z"));
        // Saturday 1 May, Sunday, then Monday.
        assert_eq!(on("2027-05-01T10:00:00Z"), at("2027-05-03T06:00:00Z"));
    }

    proptest::proptest! {
        #[test]
        fn prop_what_leaves_later_leaves_within_the_window(seconds in 1_700_000_000_i64..2_000_000_000) {
            let (now, zone) = (Instant(seconds * 1_000_000), TimeZone::get("Europe/Paris").unwrap());
            for class in Class::ALL {
                let then = leaves(now, &zone, *class, Haste::Usual);
                let local = then.at(&zone);
                proptest::prop_assert!(then >= now && local.weekday() != Weekday::Sunday);
                proptest::prop_assert!((8..20).contains(&local.hour()));
                proptest::prop_assert_eq!(leaves(then, &zone, *class, Haste::Usual), then);
            }
        }
    }
}
