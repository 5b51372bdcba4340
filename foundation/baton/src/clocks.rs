//! The two clocks of a baton. What was promised is a moment on the wall, and nothing moves it. What work was aimed at
//! counts opening hours: closed hours, public holidays and pauses stop it, and handing over does not touch it.

use jiff::{SignedDuration, civil::Date, tz::TimeZone};
use relais_calendar::{Territory, Week, WorkTarget};
use relais_directory::{organisations, units};
use relais_kernel::{Day, Instant, UnitId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

pub use relais_calendar::Hours;

/// Monday to Friday, 9 to 18 h, where nobody wrote hours down.
const USUAL: (i32, i32) = (540, 1080);

/// Days that differ count from so many days ago: what began earlier than that was counted when it paused.
const LOOK_BACK: i32 = -400;

/// A work target as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// Opening seconds given.
    pub seconds: i64,
    /// Opening seconds left when it last stopped or started; negative when late.
    pub left: i64,
    /// Since when it runs; none while it pauses.
    pub running_since: Option<Instant>,
    /// When it is due as it runs.
    pub due_at: Option<Instant>,
}

impl Target {
    /// A target that runs from a moment.
    pub fn begin(seconds: i64, at: Instant, hours: &Hours) -> Self {
        Self::of(WorkTarget::start(at.timestamp(), SignedDuration::from_secs(seconds)), hours)
    }

    /// The same, stopped.
    pub fn pause(self, at: Instant, hours: &Hours) -> Self {
        Self::of(self.work().pause(at.timestamp(), hours), hours)
    }

    /// The same, running again.
    pub fn resume(self, at: Instant, hours: &Hours) -> Self {
        Self::of(self.work().resume(at.timestamp()), hours)
    }

    /// When a share of it is used, in percent; none while it pauses.
    pub fn at_percent(self, percent: u16, hours: &Hours) -> Option<Instant> {
        self.work().instant_at_share(f64::from(percent) / 100.0, hours).map(Instant::from)
    }

    fn work(self) -> WorkTarget {
        WorkTarget::restore(
            SignedDuration::from_secs(self.seconds),
            SignedDuration::from_secs(self.left),
            self.running_since.map(Instant::timestamp),
        )
    }

    fn of(work: WorkTarget, hours: &Hours) -> Self {
        Self {
            seconds: work.total().as_secs(),
            left: work.remaining().as_secs(),
            running_since: work.running_since().map(Instant::from),
            due_at: work.due(hours).map(Instant::from),
        }
    }
}

/// The moment at which a share of the way from one moment to another is gone, in percent.
pub(crate) fn share_of_wall(from: Instant, to: Instant, percent: u16) -> Instant {
    let way = i128::from(to.0) - i128::from(from.0);
    let gone = way * i128::from(percent) / 100;
    Instant(i64::try_from(i128::from(from.0) + gone).unwrap_or(i64::MAX))
}

#[derive(FromQueryResult)]
struct Place {
    time_zone: String,
    department_code: String,
}

/// The hours of a unit, by which its work is counted; the organisation's working days where there is no unit or where
/// nobody wrote hours down.
pub async fn hours_of(on: &impl InOrg, unit: Option<UnitId>, today: Day) -> Result<Hours> {
    let organisation = organisations::by_id(on, on.org()).await?;
    let zone = organisation.map_or(TimeZone::UTC, |o| o.zone());
    let Some(unit) = unit else { return Ok(usual(zone, Territory::Mainland)) };
    let place: Option<Place> =
        sql("select time_zone, department_code from unit where org_id = $1 and id = $2")
            .bind(on.org())
            .bind(unit)
            .one(on)
            .await?;
    let Some(place) = place else { return Ok(usual(zone, Territory::Mainland)) };
    let zone = TimeZone::get(&place.time_zone).unwrap_or(zone);
    let territory = Territory::of_department(&place.department_code).unwrap_or(Territory::Mainland);
    let openings = units::openings(on, unit).await?;
    let differing = units::exceptions(on, unit, today.plus(LOOK_BACK)).await?;
    let rows = openings.iter().map(|o| (o.weekday, o.opens, o.closes));
    let hours = match Week::written(rows) {
        Ok(Some(week)) => Hours::new(zone, week, territory),
        _ => usual(zone, territory),
    };
    let days: Vec<(Date, Option<(i32, i32)>)> =
        differing.iter().map(|e| (e.day.date(), e.opens.zip(e.closes))).collect();
    Ok(hours.clone().differing(days).unwrap_or(hours))
}

fn usual(zone: TimeZone, territory: Territory) -> Hours {
    let week = Week::weekdays(USUAL.0, USUAL.1).unwrap_or_else(|_| unreachable!("a day has these minutes"));
    Hours::new(zone, week, territory)
}
