//! A moment on the wall, the same everywhere.

use std::time::Duration;

use jiff::{Timestamp, Zoned, tz::TimeZone};

use crate::Day;

/// Microseconds since 1970-01-01T00:00:00Z.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    sea_orm::DeriveValueType,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// The moment `span` later.
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(micros(span)))
    }

    /// The moment `span` earlier.
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(micros(span)))
    }

    /// How long after `earlier` this is; zero when it is not after.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// The same moment for calendars.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        })
    }

    /// The same moment on the clocks of a time zone.
    pub fn at(self, zone: &TimeZone) -> Zoned {
        self.timestamp().to_zoned(zone.clone())
    }

    /// The calendar day it is in a time zone.
    pub fn day(self, zone: &TimeZone) -> Day {
        Day::from_date(self.at(zone).date())
    }
}

impl From<Timestamp> for Instant {
    fn from(timestamp: Timestamp) -> Self {
        Self(timestamp.as_microsecond())
    }
}

/// RFC 3339 in UTC, for logs, exports and APIs.
impl std::fmt::Display for Instant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.timestamp().fmt(f)
    }
}

fn micros(span: Duration) -> i64 {
    i64::try_from(span.as_micros()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_depends_on_the_time_zone() {
        let late = Instant::from("2026-11-21T23:30:00Z".parse::<Timestamp>().unwrap());
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let reunion = TimeZone::get("Indian/Reunion").unwrap();
        let guadeloupe = TimeZone::get("America/Guadeloupe").unwrap();
        assert_eq!(late.day(&paris).to_string(), "2026-11-22");
        assert_eq!(late.day(&reunion).to_string(), "2026-11-22");
        assert_eq!(late.day(&guadeloupe).to_string(), "2026-11-21");
    }

    #[test]
    fn spans_never_go_below_zero() {
        assert_eq!(Instant(5).since(Instant(9)), Duration::ZERO);
        assert_eq!(Instant(9_000_000).since(Instant(5_000_000)), Duration::from_secs(4));
    }
}
