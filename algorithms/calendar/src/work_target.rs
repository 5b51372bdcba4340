//! A delay that counts open time: it runs, stops while somebody else is waited for, and goes on.

use jiff::{SignedDuration, Timestamp};

use crate::Hours;

/// A work target: so much open time, of which some is left.
///
/// Three whole numbers say all of it, and their owner stores them: seconds in total, seconds remaining, and the instant
/// since which it runs, if it does. What remains was counted when the target last stopped or started, and is negative
/// once it is late; no change of holder touches it. Instants are taken to the second, so that no pause rounds anything.
///
/// ```
/// use jiff::{SignedDuration, Timestamp, tz::TimeZone};
/// use relais_calendar::{Hours, Territory, Week, WorkTarget};
///
/// let week = Week::weekdays(9 * 60, 17 * 60)?;
/// let hours = Hours::new(TimeZone::get("Europe/Paris")?, week, Territory::Mainland);
/// let at = |text: &str| text.parse::<Timestamp>();
///
/// let target = WorkTarget::start(at("2026-11-20T10:00:00+01:00")?, SignedDuration::from_hours(8));
/// assert_eq!(target.due(&hours), Some(at("2026-11-23T10:00:00+01:00")?));
///
/// let waiting = target.pause(at("2026-11-20T16:00:00+01:00")?, &hours);
/// assert_eq!(waiting.remaining(), SignedDuration::from_hours(2));
/// assert_eq!(waiting.due(&hours), None);
///
/// let answered = waiting.resume(at("2026-11-24T09:30:00+01:00")?);
/// assert_eq!(answered.due(&hours), Some(at("2026-11-24T11:30:00+01:00")?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WorkTarget {
    total: SignedDuration,
    remaining: SignedDuration,
    /// To the second. Nothing while it is stopped.
    running_since: Option<Timestamp>,
}

impl WorkTarget {
    /// A target that runs from an instant. Parts of a second are dropped.
    pub fn start(at: Timestamp, total: SignedDuration) -> Self {
        Self::restore(total, total, Some(at))
    }

    /// A target as its owner stored it. Parts of a second are dropped.
    pub fn restore(
        total: SignedDuration,
        remaining: SignedDuration,
        running_since: Option<Timestamp>,
    ) -> Self {
        let whole = |duration: SignedDuration| SignedDuration::from_secs(duration.as_secs());
        Self {
            total: whole(total),
            remaining: whole(remaining),
            running_since: running_since.map(to_the_second),
        }
    }

    /// The open time that was given, in whole seconds.
    pub fn total(&self) -> SignedDuration {
        self.total
    }

    /// The open time that was left when it last stopped or started, in whole seconds; negative when late.
    pub fn remaining(&self) -> SignedDuration {
        self.remaining
    }

    /// Since when it runs, to the second; nothing while it is stopped.
    pub fn running_since(&self) -> Option<Timestamp> {
        self.running_since
    }

    /// Stops it, and counts what was used. A target that is stopped stays as it is.
    ///
    /// Before the hours of a place change, or another place takes over, `pause` with the hours that held and `resume`
    /// at the same instant: what is counted stays counted.
    pub fn pause(self, at: Timestamp, hours: &Hours) -> Self {
        Self { remaining: self.remaining_at(at, hours), running_since: None, ..self }
    }

    /// Lets it run on. A target that runs stays as it is.
    pub fn resume(self, at: Timestamp) -> Self {
        Self { running_since: self.running_since.or(Some(to_the_second(at))), ..self }
    }

    /// The open time left at an instant, in whole seconds; negative when late.
    pub fn remaining_at(&self, at: Timestamp, hours: &Hours) -> SignedDuration {
        let used = self.running_since.map(|since| hours.open_time(since, to_the_second(at)));
        self.remaining - used.unwrap_or_default()
    }

    /// The instant at which nothing is left; nothing while it is stopped, or beyond [`HORIZON`](crate::HORIZON). When
    /// nothing was left as it went on, the instant at which it did.
    pub fn due(&self, hours: &Hours) -> Option<Timestamp> {
        hours.after(self.running_since?, self.remaining)
    }

    /// The share of the total that is used at an instant: 0 at the start, 1 when due, more when late. A target of no
    /// length is wholly used.
    pub fn share_used(&self, at: Timestamp, hours: &Hours) -> f64 {
        if !self.total.is_positive() {
            return 1.0;
        }
        let used = self.total - self.remaining_at(at, hours);
        used.as_secs_f64() / self.total.as_secs_f64()
    }

    /// The instant at which a share of the total is used, to the nearest second of open time: `2.0 / 3.0` before it is
    /// due, `1.0` when [`due`](Self::due), `1.5` after. Nothing while it is stopped, or beyond
    /// [`HORIZON`](crate::HORIZON). When the share was used before it went on, the instant at which it did.
    pub fn instant_at_share(&self, share: f64, hours: &Hours) -> Option<Timestamp> {
        let seconds = (self.total.as_secs_f64() * share).round();
        let wanted = SignedDuration::try_from_secs_f64(seconds).ok()?;
        let used = self.total - self.remaining;
        hours.after(self.running_since?, wanted.checked_sub(used)?)
    }
}

fn to_the_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::{Territory, Week};

    fn at(text: &str) -> Timestamp {
        format!("{text}+01:00").parse().unwrap()
    }

    fn hours(n: i64) -> SignedDuration {
        SignedDuration::from_hours(n)
    }

    /// Monday to Friday, 9 to 17.
    fn office() -> Hours {
        let week = Week::weekdays(540, 1020).unwrap();
        Hours::new(TimeZone::get("Europe/Paris").unwrap(), week, Territory::Mainland)
    }

    #[test]
    fn the_steps_of_a_ladder_have_their_instants() {
        let target = WorkTarget::start(at("2026-11-20T09:00:00"), hours(12));
        for (share, instant) in [
            (0.0, "2026-11-20T09:00:00"),
            (2.0 / 3.0, "2026-11-20T17:00:00"),
            (1.0, "2026-11-23T13:00:00"),
            (1.5, "2026-11-24T11:00:00"),
        ] {
            assert_eq!(target.instant_at_share(share, &office()), Some(at(instant)), "{share}");
            assert!((target.share_used(at(instant), &office()) - share).abs() < 1e-9, "{share}");
        }
        assert_eq!(target.due(&office()), target.instant_at_share(1.0, &office()));
        assert_eq!(target.instant_at_share(f64::NAN, &office()), None);
        assert_eq!(target.instant_at_share(f64::INFINITY, &office()), None);
    }

    #[test]
    fn a_pause_past_the_due_instant_remembers_how_late_it_was() {
        let target = WorkTarget::start(at("2026-11-20T09:00:00"), hours(4));
        let stopped = target.pause(at("2026-11-20T15:00:00"), &office());
        assert_eq!(stopped.remaining(), hours(-2));
        assert_eq!(stopped.instant_at_share(2.0, &office()), None);
        let resumed = stopped.resume(at("2026-11-24T10:00:00"));
        assert_eq!(resumed.due(&office()), Some(at("2026-11-24T10:00:00")));
        assert_eq!(resumed.instant_at_share(2.0, &office()), Some(at("2026-11-24T12:00:00")));
        assert!((resumed.share_used(at("2026-11-24T12:00:00"), &office()) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn stopping_or_starting_twice_changes_nothing() {
        let target = WorkTarget::start(at("2026-11-20T09:00:00"), hours(4));
        assert_eq!(target.resume(at("2026-11-20T12:00:00")), target);
        let stopped = target.pause(at("2026-11-20T10:00:00"), &office());
        assert_eq!(stopped.pause(at("2026-11-20T12:00:00"), &office()), stopped);
        assert_eq!(stopped.remaining_at(at("2026-11-20T16:00:00"), &office()), hours(3));
    }

    #[test]
    fn a_clock_that_lags_gives_no_time_back() {
        let target = WorkTarget::start(at("2026-11-20T12:00:00"), hours(4));
        assert_eq!(target.pause(at("2026-11-20T11:00:00"), &office()).remaining(), hours(4));
    }

    #[test]
    fn what_was_counted_stays_counted_when_hours_change() {
        let (noon, evening) = (at("2026-11-20T12:00:00"), at("2026-11-20T17:00:00"));
        let short = Hours::new(
            TimeZone::get("Europe/Paris").unwrap(),
            Week::weekdays(780, 840).unwrap(),
            Territory::Mainland,
        );
        let target = WorkTarget::start(at("2026-11-20T09:00:00"), hours(8));
        let moved = target.pause(noon, &office()).resume(noon);
        assert_eq!(moved.remaining_at(evening, &short), hours(4));
    }

    #[test]
    fn what_is_stored_reads_back() {
        let target = WorkTarget::start(at("2026-11-20T09:00:00.7"), hours(4));
        let (total, remaining) = (target.total().as_secs(), target.remaining().as_secs());
        let since = target.running_since().map(Timestamp::as_second);
        let read = WorkTarget::restore(
            SignedDuration::from_secs(total),
            SignedDuration::from_secs(remaining),
            since.map(|second| Timestamp::from_second(second).unwrap()),
        );
        assert_eq!(read, target);
    }

    #[test]
    fn a_target_of_no_length_is_used_up_at_once() {
        let start = at("2026-11-21T09:00:00");
        let target = WorkTarget::start(start, SignedDuration::ZERO);
        assert_eq!(target.due(&office()), Some(start));
        assert!((target.share_used(start, &office()) - 1.0).abs() < 1e-9);
    }
}
