//! When a customer is promised to hear: a few hours that can be kept, or another one.

use jiff::{SignedDuration, Zoned};
use relais_baton::Hours;
use relais_kernel::{Day, Instant};
use relais_words::Fault;

use crate::groups::time;

/// A promise sooner than that is no promise.
const SOONEST: i64 = 5 * 60;
/// One later than that is forgotten.
const LATEST: i64 = 31 * 86_400;

relais_kernel::codes! {
    /// A moment that can be promised with one tap.
    pub enum Soon {
        /// In an hour.
        Hour = "hour",
        /// In two hours.
        Hours = "hours",
        /// Before the unit closes.
        Closing = "closing",
        /// In the first hour of the next open day.
        NextDay = "next_day",
    }
}

/// What can be promised now by whoever works these hours: what they can keep, the soonest first.
pub(crate) fn offered(hours: &Hours, now: Instant) -> Vec<(Soon, Instant)> {
    let at = now.timestamp();
    let in_hours = |n: i64| {
        let later = rounded(at.to_zoned(hours.zone().clone()) + SignedDuration::from_hours(n));
        later.filter(|later| hours.is_open(later.timestamp())).map(|later| later.timestamp())
    };
    let today = at.to_zoned(hours.zone().clone()).date();
    let enough = |closes: &jiff::Timestamp| closes.duration_since(at) >= SignedDuration::from_mins(30);
    let closing = hours.openings(today).map(|(_, closes)| closes).filter(enough).last();
    let mut opening = None;
    let mut day = today;
    for _ in 0..14 {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        if let Some((opens, _)) = hours.openings(day).next() {
            opening = Some(opens + SignedDuration::from_hours(1));
            break;
        }
    }
    let all = [
        (Soon::Hour, in_hours(1)),
        (Soon::Hours, in_hours(2)),
        (Soon::Closing, closing),
        (Soon::NextDay, opening),
    ];
    let mut found: Vec<(Soon, Instant)> =
        all.into_iter().filter_map(|(soon, at)| Some((soon, at?.into()))).collect();
    found.sort_by_key(|(_, at)| *at);
    found.dedup_by_key(|(_, at)| *at);
    found
}

/// The next five minutes.
fn rounded(at: Zoned) -> Option<Zoned> {
    use jiff::{RoundMode, Unit, ZonedRound};
    at.round(ZonedRound::new().smallest(Unit::Minute).increment(5).mode(RoundMode::Ceil)).ok()
}

/// The moment that somebody chose, or typed as a day and a time.
pub(crate) fn chosen(
    (choice, day, at): (&str, &str, &str),
    offered: &[(Soon, Instant)],
    hours: &Hours,
    now: Instant,
) -> Result<Instant, Fault> {
    if let Some((_, moment)) = offered.iter().find(|(soon, _)| soon.code() == choice) {
        return Ok(*moment);
    }
    if day.trim().is_empty() && at.trim().is_empty() {
        return Err(Fault::on("promised", "promise-none"));
    }
    let on = if day.trim().is_empty() { now.day(hours.zone()).to_string() } else { day.to_owned() };
    let on: Day = on.parse().map_err(|_| Fault::on("day", "day-unreadable").with("typed", day))?;
    let moment = on.date().to_datetime(time(at, "at")?).to_zoned(hours.zone().clone());
    let moment: Instant =
        moment.map_err(|_| Fault::on("day", "day-unreadable").with("typed", day))?.timestamp().into();
    let ahead = (moment.0 - now.0) / 1_000_000;
    match ahead {
        ..SOONEST => Err(Fault::on("at", "promise-too-soon").with("n", SOONEST / 60)),
        SOONEST..=LATEST => Ok(moment),
        _ => Err(Fault::on("day", "promise-too-far").with("n", LATEST / 86_400)),
    }
}

/// When a customer is called to be reassured: so long before what they were promised, or half-way where that is over already.
pub(crate) fn reassured_at(promised: Instant, now: Instant, before: SignedDuration) -> Instant {
    let ahead = promised.0.saturating_sub(now.0).max(0);
    let before = i64::try_from(before.as_micros()).unwrap_or(i64::MAX).min(ahead / 2);
    Instant(promised.0 - before)
}

#[cfg(test)]
mod tests {
    use relais_calendar::{Territory, Week};

    use super::*;

    fn hours() -> Hours {
        let week = Week::weekdays(9 * 60, 19 * 60).unwrap();
        Hours::new(jiff::tz::TimeZone::UTC, week, Territory::Mainland)
    }

    /// On a day of November 2026, in UTC. The 20th is a Friday.
    fn at(day: i64, hour: i64, minute: i64) -> Instant {
        Instant((1_793_491_200 + (day - 1) * 86_400 + hour * 3600 + minute * 60) * 1_000_000)
    }

    #[test]
    fn exp_03_what_can_be_kept_is_offered() {
        let codes = |now| offered(&hours(), now).iter().map(|(soon, _)| soon.code()).collect::<Vec<_>>();
        assert_eq!(codes(at(20, 10, 2)), ["hour", "hours", "closing", "next_day"]);
        assert_eq!(
            codes(at(20, 17, 30)),
            ["hour", "closing", "next_day"],
            "two hours would be after closing"
        );
        assert_eq!(codes(at(20, 18, 40)), ["next_day"], "nobody can keep what is promised for after closing");
        assert_eq!(codes(at(20, 7, 30)), ["hours", "closing", "next_day"], "it opens at nine");
        let friday = offered(&hours(), at(20, 10, 2));
        assert_eq!(friday[0].1, at(20, 11, 5), "rounded up to five minutes");
        assert_eq!(friday[2].1, at(20, 19, 0));
        assert_eq!(friday[3].1, at(23, 10, 0), "on Monday, an hour after it opened");
    }

    #[test]
    fn exp_03_another_hour_is_read_and_kept_within_reason() {
        let now = at(20, 10, 0);
        let soon = offered(&hours(), now);
        let read = |choice, day, time| chosen((choice, day, time), &soon, &hours(), now);
        assert_eq!(read("closing", "", ""), Ok(at(20, 19, 0)));
        assert_eq!(read("other", "2026-11-21", "16h30"), Ok(at(21, 16, 30)));
        assert_eq!(read("other", "", "16:00"), Ok(at(20, 16, 0)), "today, when no day is said");
        let fault = |choice, day, time| {
            let fault = read(choice, day, time).unwrap_err();
            (fault.field.to_string(), fault.key.to_string())
        };
        assert_eq!(fault("", "", ""), ("promised".into(), "promise-none".into()));
        assert_eq!(fault("other", "", "10:04"), ("at".into(), "promise-too-soon".into()));
        assert_eq!(fault("other", "2026-12-22", "10:00"), ("day".into(), "promise-too-far".into()));
        assert_eq!(fault("other", "hier", "10:00"), ("day".into(), "day-unreadable".into()));
        assert_eq!(fault("other", "2026-11-21", "tôt"), ("at".into(), "stint-not-a-time".into()));
    }

    #[test]
    fn exp_03_the_reassurance_comes_before_the_promise() {
        let quarter = SignedDuration::from_mins(15);
        assert_eq!(reassured_at(at(20, 16, 0), at(20, 10, 0), quarter), at(20, 15, 45));
        assert_eq!(reassured_at(at(20, 10, 20), at(20, 10, 0), quarter), at(20, 10, 10), "half-way");
        assert_eq!(reassured_at(at(20, 10, 0), at(20, 11, 0), quarter), at(20, 10, 0), "over already");
    }
}
