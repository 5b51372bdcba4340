//! What is done about notices that wait for somebody, now: a pure rule over their hours, their choice and their devices
//! (PRV-11).

use std::time::Duration;

use relais_directory::calendars::Hours;
use relais_kernel::{Day, Instant};

use crate::{
    choices::Choice,
    hours::{after_quiet, closes_at, next_open, next_start, start_of},
    notices::Waiting,
};

/// After so many calls that no push service took, the mail has it.
pub(crate) const TRIES: i32 = 5;
/// How long a push service may keep an urgent call outside hours.
const URGENT_TTL: Duration = Duration::from_secs(1800);
/// How long it may keep any other, when closing is farther away than that.
const LONGEST_TTL: Duration = Duration::from_secs(4 * 3600);

/// What is known of somebody for whom notices wait.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Situation<'a> {
    pub(crate) now: Instant,
    pub(crate) hours: &'a Hours,
    pub(crate) choice: Choice,
    /// The day of their last digest.
    pub(crate) digest_day: Option<Day>,
    /// Whether a device of theirs may be called.
    pub(crate) device: bool,
}

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// Nothing leaves before that moment.
    Later(Instant),
    /// Their devices are called; the push service may keep it so long. Without `all`, for what is urgent alone, and the
    /// rest waits until that moment.
    Call { ttl: Duration, rest_until: Option<Instant> },
    /// One mail with everything.
    Digest,
    /// They want no message.
    Nothing,
}

/// What is done about notices of which at least one is due. There is one at least.
pub(crate) fn decide(s: &Situation<'_>, waiting: &[Waiting]) -> Decision {
    let today = s.now.day(s.hours.zone());
    if let Some(until) = after_quiet(&s.choice, s.hours, s.now) {
        return Decision::Later(until);
    }
    let open_until = closes_at(s.hours, s.now);
    let tried = waiting.iter().map(|notice| notice.tries).max().unwrap_or(0);
    if s.device && tried < TRIES {
        if let Some(closes) = open_until {
            return Decision::Call { ttl: closes.since(s.now).min(LONGEST_TTL), rest_until: None };
        }
        let opens = next_open(s.hours, s.now);
        let urgent = waiting.iter().any(|notice| notice.urgent && notice.due_at <= s.now);
        return if urgent && s.choice.outside_hours {
            Decision::Call { ttl: URGENT_TTL, rest_until: Some(opens) }
        } else {
            Decision::Later(opens)
        };
    }
    if !s.choice.digest {
        return Decision::Nothing;
    }
    let Some(oldest) = waiting.iter().map(|notice| notice.created_at).min() else { return Decision::Nothing };
    let mut from = next_start(s.hours, oldest);
    if let Some(day) = s.digest_day.filter(|day| *day >= today) {
        from = from.max(next_open(s.hours, start_of(day.plus(1), s.hours)));
    }
    match open_until {
        Some(_) if from <= s.now => Decision::Digest,
        _ => Decision::Later(next_open(s.hours, from.max(s.now))),
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;
    use relais_calendar::Territory;
    use relais_directory::calendars;
    use uuid::Uuid;

    use super::*;

    fn at(text: &str) -> Instant {
        text.parse::<jiff::Timestamp>().unwrap().into()
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// Monday to Friday, 9 to 18 h, in Paris.
    fn office() -> Hours {
        calendars::usual(TimeZone::get("Europe/Paris").unwrap(), Territory::Mainland)
    }

    fn written(created: &str) -> Waiting {
        Waiting {
            id: Uuid::nil().into(),
            about_id: Uuid::nil(),
            title: "notice".into(),
            path: "/".into(),
            urgent: false,
            tries: 0,
            due_at: at(created),
            created_at: at(created),
        }
    }

    fn situation<'a>(hours: &'a Hours, now: &str, device: bool) -> Situation<'a> {
        Situation { now: at(now), hours, choice: Choice::USUAL, digest_day: None, device }
    }

    const MONDAY_NINE: &str = "2026-11-23T08:00:00Z";

    #[test]
    fn prv_11_a_device_is_called_within_hours_and_until_they_end_at_most() {
        let hours = office();
        let call = |now: &str| decide(&situation(&hours, now, true), &[written(now)]);
        let ttl = |seconds| Decision::Call { ttl: Duration::from_secs(seconds), rest_until: None };
        assert_eq!(call("2026-11-23T09:00:00Z"), ttl(4 * 3600));
        assert_eq!(call("2026-11-23T16:50:00Z"), ttl(600), "ten minutes before closing");
        assert_eq!(call("2026-11-21T10:00:00Z"), Decision::Later(at(MONDAY_NINE)), "Saturday");
        assert_eq!(
            call("2026-11-22T23:30:00Z"),
            Decision::Later(at(MONDAY_NINE)),
            "Monday, half past midnight"
        );
    }

    #[test]
    fn prv_11_only_what_is_urgent_leaves_outside_hours_and_only_to_whoever_chose_so() {
        let hours = office();
        let saturday = "2026-11-21T10:00:00Z";
        let urgent = Waiting { urgent: true, ..written(saturday) };
        let mut s = situation(&hours, saturday, true);
        assert_eq!(decide(&s, std::slice::from_ref(&urgent)), Decision::Later(at(MONDAY_NINE)));
        s.choice.outside_hours = true;
        let called = Decision::Call { ttl: URGENT_TTL, rest_until: Some(at(MONDAY_NINE)) };
        assert_eq!(decide(&s, &[written(saturday), urgent.clone()]), called);
        assert_eq!(decide(&s, &[written(saturday)]), Decision::Later(at(MONDAY_NINE)));
        s.choice.quiet_until = Some(day("2026-11-23"));
        assert_eq!(
            decide(&s, &[urgent]),
            Decision::Later(at("2026-11-24T08:00:00Z")),
            "days without messages come before all else"
        );
    }

    #[test]
    fn prv_11_without_a_device_the_next_opening_brings_one_mail() {
        let hours = office();
        let on = |now: &str, created: &str| decide(&situation(&hours, now, false), &[written(created)]);
        assert_eq!(on("2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z"), Decision::Later(at(MONDAY_NINE)));
        assert_eq!(on(MONDAY_NINE, "2026-11-21T10:00:00Z"), Decision::Digest);
        let tuesday = Decision::Later(at("2026-11-24T08:00:00Z"));
        assert_eq!(on("2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z"), tuesday);
        assert_eq!(
            on("2026-11-24T10:00:00Z", "2026-11-23T09:00:00Z"),
            Decision::Digest,
            "the server slept at nine"
        );
        let wednesday = Decision::Later(at("2026-11-25T08:00:00Z"));
        assert_eq!(on("2026-11-24T18:00:00Z", "2026-11-23T09:00:00Z"), wednesday, "and never after hours");
    }

    #[test]
    fn a_digest_comes_once_a_day_at_most() {
        let week = relais_calendar::Week::written((1..=5).flat_map(|d| [(d, 540, 720), (d, 840, 1080)]));
        let hours =
            Hours::new(TimeZone::get("Europe/Paris").unwrap(), week.unwrap().unwrap(), Territory::Mainland);
        let mut s = situation(&hours, "2026-11-23T13:00:00Z", false);
        let morning = [written("2026-11-23T09:00:00Z")];
        assert_eq!(decide(&s, &morning), Decision::Digest, "after lunch, when none came today");
        s.digest_day = Some(day("2026-11-23"));
        assert_eq!(decide(&s, &morning), Decision::Later(at("2026-11-24T08:00:00Z")));
        s.digest_day = Some(day("2026-11-20"));
        assert_eq!(decide(&s, &morning), Decision::Digest);
    }

    #[test]
    fn who_wants_no_mail_and_has_no_device_gets_nothing() {
        let hours = office();
        let mut s = situation(&hours, MONDAY_NINE, false);
        s.choice.digest = false;
        assert_eq!(decide(&s, &[written("2026-11-21T10:00:00Z")]), Decision::Nothing);
    }

    #[test]
    fn ops_09_what_no_push_service_takes_goes_by_mail() {
        let hours = office();
        let tired = Waiting { tries: TRIES, ..written("2026-11-20T10:00:00Z") };
        assert_eq!(decide(&situation(&hours, MONDAY_NINE, true), &[tired]), Decision::Digest);
    }
}
