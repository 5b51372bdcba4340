//! Counting open time between instants, and finding the instant at which enough of it has passed.

use jiff::{SignedDuration, Timestamp, civil::Date, tz::Offset};

use crate::Hours;
use crate::spans::{Span, spans};

/// How far into the future an instant is looked for: 731 days, two years.
pub const HORIZON: SignedDuration = SignedDuration::from_hours(731 * 24);

/// No clock of this world differs more from UTC.
const WIDEST_OFFSET: SignedDuration = SignedDuration::from_hours(26);

impl Hours {
    /// The spans of real time in which the place is open on a day of its own, in order, apart from each other; the
    /// second instant is the first that is closed. A night of changing clocks can cut an opening in two, or drop it.
    pub fn openings(&self, date: Date) -> impl Iterator<Item = (Timestamp, Timestamp)> {
        let noon = Offset::UTC.to_timestamp(date.at(12, 0, 0, 0));
        let mut openings: Vec<(Timestamp, Timestamp)> = Vec::new();
        if let Ok(noon) = noon {
            let half = SignedDuration::from_hours(12) + WIDEST_OFFSET;
            for span in spans(self, later(noon, -half), later(noon, half)).filter(|span| span.day == date) {
                match openings.last_mut() {
                    Some((_, end)) if *end == span.from => *end = span.to,
                    _ => openings.push((span.from, span.to)),
                }
            }
        }
        openings.into_iter()
    }

    /// The open time from an instant to another; zero when the second is not after the first.
    pub fn open_time(&self, from: Timestamp, to: Timestamp) -> SignedDuration {
        spans(self, from, to).map(length).sum()
    }

    /// The first instant by which `open_time` has passed since `from`: for whole days of work a closing, not the next
    /// morning. `from` itself when there is nothing to wait for; nothing when [`HORIZON`] does not hold so much.
    pub fn after(&self, from: Timestamp, open_time: SignedDuration) -> Option<Timestamp> {
        if !open_time.is_positive() {
            return Some(from);
        }
        let mut left = open_time;
        for span in spans(self, from, later(from, HORIZON)) {
            if left <= length(span) {
                return span.from.checked_add(left).ok();
            }
            left -= length(span);
        }
        None
    }

    /// The first open instant from `at` on, `at` itself when the place is open; nothing within [`HORIZON`] when closed
    /// for so long.
    pub fn next_open(&self, at: Timestamp) -> Option<Timestamp> {
        spans(self, at, later(at, HORIZON)).next().map(|span| span.from)
    }

    /// The last closing of the `n`-th day with an opening after the day of `from`: answered within ten open days.
    /// Nothing when there are not so many up to the day on which [`HORIZON`] ends, nor for no day at all.
    pub fn open_days_after(&self, from: Timestamp, n: u32) -> Option<Timestamp> {
        let day_of = |at| self.zone().to_datetime(at).date();
        let (today, last) = (day_of(from), day_of(later(from, HORIZON)));
        let days = std::iter::successors(today.tomorrow().ok(), |day| day.tomorrow().ok());
        let mut open_days = days
            .take_while(|day| *day <= last)
            .filter(|day| !self.on(*day).is_empty())
            .filter_map(|day| self.openings(day).last());
        let (_, closing) = open_days.nth(usize::try_from(n.checked_sub(1)?).ok()?)?;
        Some(closing)
    }
}

fn length(span: Span) -> SignedDuration {
    span.to.duration_since(span.from)
}

/// Later or, for a negative duration, earlier, as far as timestamps go.
fn later(at: Timestamp, duration: SignedDuration) -> Timestamp {
    at.checked_add(duration).unwrap_or(if duration.is_negative() { Timestamp::MIN } else { Timestamp::MAX })
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::{Territory, Week};

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// Monday to Friday, 9:00–12:30 and 14:00–19:00, in Paris.
    fn branch() -> Hours {
        let rows = (1..=5).flat_map(|day| [(day, 540, 750), (day, 840, 1140)]);
        let week = Week::written(rows).unwrap().unwrap();
        Hours::new(TimeZone::get("Europe/Paris").unwrap(), week, Territory::Mainland)
    }

    /// The same, closed on every day of two years and more.
    fn closed() -> Hours {
        let days = jiff::civil::date(2026, 1, 1).series(jiff::Span::new().days(1)).take(1500);
        branch().differing(days.map(|day| (day, None))).unwrap()
    }

    #[test]
    fn nights_weekends_holidays_and_lunch_do_not_count() {
        for (from, to, minutes) in [
            ("2026-11-20T10:00:00+01:00", "2026-11-20T10:30:00+01:00", 30),
            ("2026-11-20T12:00:00+01:00", "2026-11-20T14:15:00+01:00", 45),
            ("2026-11-20T18:00:00+01:00", "2026-11-23T10:00:00+01:00", 120),
            ("2026-11-10T18:30:00+01:00", "2026-11-12T09:10:00+01:00", 40),
            ("2026-11-21T00:00:00+01:00", "2026-11-23T09:00:00+01:00", 0),
            ("2026-11-20T11:00:00+01:00", "2026-11-20T10:00:00+01:00", 0),
        ] {
            assert_eq!(branch().open_time(at(from), at(to)), SignedDuration::from_mins(minutes), "{from}");
        }
    }

    #[test]
    fn four_hours_asked_on_a_friday_evening_are_due_on_monday() {
        let asked = at("2026-11-20T18:00:00+01:00");
        let due = branch().after(asked, SignedDuration::from_hours(4));
        assert_eq!(due, Some(at("2026-11-23T12:00:00+01:00")));
    }

    #[test]
    fn a_target_that_fills_the_day_is_due_at_its_closing() {
        let morning = at("2026-11-20T08:00:00+01:00");
        let due = branch().after(morning, SignedDuration::from_mins(510));
        assert_eq!(due, Some(at("2026-11-20T19:00:00+01:00")));
        assert_eq!(branch().after(morning, SignedDuration::ZERO), Some(morning));
        assert_eq!(branch().after(morning, SignedDuration::from_secs(-1)), Some(morning));
    }

    #[test]
    fn what_never_comes_is_none() {
        let (from, second) = (at("2026-06-01T00:00:00Z"), SignedDuration::from_secs(1));
        assert_eq!(closed().after(from, second), None);
        assert_eq!(closed().next_open(from), None);
        assert_eq!(closed().open_days_after(from, 1), None);
        assert_eq!(branch().after(from, SignedDuration::from_hours(24 * 365)), None);
        assert!(branch().after(Timestamp::MAX, second).is_none());
    }

    #[test]
    fn two_years_ahead_is_as_far_as_anyone_looks() {
        let reopens = jiff::civil::date(2028, 5, 2);
        let closed = jiff::civil::date(2026, 1, 1).series(jiff::Span::new().days(1));
        let days = closed.take_while(|day| *day < reopens).map(|day| (day, None));
        let (hours, second) = (branch().differing(days).unwrap(), SignedDuration::from_secs(1));
        let opening = at("2028-05-02T09:00:00+02:00");
        let two_years_before = opening - SignedDuration::from_hours(731 * 24);
        assert_eq!(hours.next_open(two_years_before), None);
        assert_eq!(hours.after(two_years_before, second), None);
        assert_eq!(hours.next_open(two_years_before + second), Some(opening));
        assert_eq!(hours.after(two_years_before + second, second), Some(opening + second));
        // Whole days are counted, so the hour of the day does not matter.
        let closing = at("2028-05-02T19:00:00+02:00");
        assert_eq!(hours.open_days_after(two_years_before, 1), Some(closing));
        assert_eq!(hours.open_days_after(two_years_before - SignedDuration::from_hours(24), 1), None);
    }

    #[test]
    fn the_next_opening_is_now_when_it_is_open() {
        for (from, open) in [
            ("2026-11-20T10:00:00.5+01:00", "2026-11-20T10:00:00.5+01:00"),
            ("2026-11-20T12:30:00+01:00", "2026-11-20T14:00:00+01:00"),
            ("2026-11-20T19:00:00+01:00", "2026-11-23T09:00:00+01:00"),
            ("2026-12-24T20:00:00+01:00", "2026-12-28T09:00:00+01:00"),
        ] {
            assert_eq!(branch().next_open(at(from)), Some(at(open)), "{from}");
        }
    }

    #[test]
    fn ten_open_days_end_with_the_tenth() {
        for (from, n, closing) in [
            ("2026-11-20T10:00:00+01:00", 1, "2026-11-23T19:00:00+01:00"),
            ("2026-11-20T23:59:00+01:00", 1, "2026-11-23T19:00:00+01:00"),
            ("2026-11-02T10:00:00+01:00", 10, "2026-11-17T19:00:00+01:00"),
            ("2026-11-08T10:00:00+01:00", 2, "2026-11-10T19:00:00+01:00"),
            ("2026-10-23T10:00:00+02:00", 1, "2026-10-26T19:00:00+01:00"),
        ] {
            assert_eq!(branch().open_days_after(at(from), n), Some(at(closing)), "{from}");
        }
        assert_eq!(branch().open_days_after(at("2026-11-20T10:00:00Z"), 0), None);
        assert_eq!(branch().open_days_after(at("2026-11-20T10:00:00Z"), 1000), None);
    }

    #[test]
    fn the_ends_of_time_are_no_trouble() {
        assert!(branch().open_time(Timestamp::MIN, at("-009990-01-01T00:00:00Z")).is_positive());
        assert!(branch().open_time(at("9990-01-01T00:00:00Z"), Timestamp::MAX).is_positive());
        for date in [Date::MIN, Date::MAX] {
            assert!(branch().openings(date).count() <= 2);
        }
        assert_eq!(branch().open_days_after(Timestamp::MAX, 1), None);
    }
}
