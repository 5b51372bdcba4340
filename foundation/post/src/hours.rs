//! When somebody may be reached (PRV-11): within their hours, asked again each time that something is about to leave.

use std::time::Duration;

use jiff::tz::TimeZone;
use relais_calendar::Territory;
use relais_directory::calendars::{self, Hours};
use relais_kernel::{Day, Instant, OrgId, PersonId};
use relais_store::{InOrg, Result};

use crate::choices::{self, Choice};

/// How soon somebody whose unit stays closed beyond any calendar is asked about again.
const CLOSED_FOR_LONG: Duration = Duration::from_secs(86_400);

/// Whose hours count for what leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// Nobody's: its reader asked for it.
    Anybody,
    /// Somebody's in an organisation.
    Person(OrgId, PersonId),
    /// Working days in a time zone, of a reader whom the directory does not know.
    Zone(String),
}

impl Whose {
    /// This moment, when it may leave now, else the next one at which it may.
    pub(crate) async fn moment<On: InOrg>(
        &self,
        within: impl Fn(OrgId) -> On + Send + Sync,
        now: Instant,
    ) -> Result<Instant> {
        Ok(match self {
            Self::Anybody => now,
            Self::Person(org, person) => {
                let on = within(*org);
                let hours = calendars::of_person(&on, *person, now).await?;
                let choice = choices::choice(&on, *person).await?;
                after_quiet(&choice, &hours, now).unwrap_or_else(|| next_open(&hours, now))
            }
            Self::Zone(iana) => {
                let zone = TimeZone::get(iana).unwrap_or(TimeZone::UTC);
                next_open(&calendars::usual(zone, Territory::Mainland), now)
            }
        })
    }
}

/// This moment when it is open, else the next one that is.
pub(crate) fn next_open(hours: &Hours, now: Instant) -> Instant {
    hours.next_open(now.timestamp()).map_or(now.plus(CLOSED_FOR_LONG), Instant::from)
}

/// The first opening after the days without messages that somebody chose; none when this is no such day.
pub(crate) fn after_quiet(choice: &Choice, hours: &Hours, now: Instant) -> Option<Instant> {
    let until = choice.quiet_until.filter(|_| choice.is_quiet(now.day(hours.zone())))?;
    Some(next_open(hours, start_of(until.plus(1), hours)))
}

/// The first moment of a day where somebody works.
pub(crate) fn start_of(day: Day, hours: &Hours) -> Instant {
    let first = day.date().to_zoned(hours.zone().clone());
    first.map_or(Instant(i64::MAX), |first| first.timestamp().into())
}

/// The end of the opening that lies around a moment; none when it is closed.
pub(crate) fn closes_at(hours: &Hours, now: Instant) -> Option<Instant> {
    let mut today = hours.openings(now.at(hours.zone()).date());
    let around = today.find(|(from, to)| (*from..*to).contains(&now.timestamp()));
    around.map(|(_, to)| to.into())
}

/// The next moment after this one at which an opening begins.
pub(crate) fn next_start(hours: &Hours, after: Instant) -> Instant {
    next_open(hours, closes_at(hours, after).unwrap_or(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prv_11_working_days_are_those_of_the_readers_clock() {
        let moment = |text: &str| Instant::from(text.parse::<jiff::Timestamp>().unwrap());
        for (written, zone, leaves) in [
            ("2026-11-20T09:00:00Z", "Europe/Paris", "2026-11-20T09:00:00Z"),
            ("2026-11-20T16:59:59Z", "Europe/Paris", "2026-11-20T16:59:59Z"),
            ("2026-11-20T17:00:00Z", "Europe/Paris", "2026-11-23T08:00:00Z"),
            ("2026-11-21T13:20:00Z", "Europe/Paris", "2026-11-23T08:00:00Z"),
            ("2026-11-10T17:00:00Z", "Europe/Paris", "2026-11-12T08:00:00Z"),
            ("2026-11-23T02:00:00Z", "Indian/Reunion", "2026-11-23T05:00:00Z"),
            ("2026-03-28T12:00:00Z", "Europe/Paris", "2026-03-30T07:00:00Z"),
        ] {
            let hours = calendars::usual(TimeZone::get(zone).unwrap(), Territory::Mainland);
            assert_eq!(next_open(&hours, moment(written)), moment(leaves), "{written}");
        }
    }

    #[test]
    fn prv_11_a_place_that_is_closed_for_years_is_asked_about_again_tomorrow() {
        let closed =
            (0..800).map(|day| (jiff::civil::date(2026, 11, 20) + jiff::Span::new().days(day), None));
        let usual = calendars::usual(TimeZone::UTC, Territory::Mainland);
        let hours = usual.differing(closed).unwrap();
        let now = Instant::from("2026-11-20T09:00:00Z".parse::<jiff::Timestamp>().unwrap());
        assert_eq!(next_open(&hours, now), now.plus(CLOSED_FOR_LONG));
    }
}
