//! The two clocks of a baton. What was promised is a moment on the wall, and nothing moves it. What work was aimed at
//! counts opening hours: closed hours, public holidays and pauses stop it, and handing over does not touch it.

use jiff::SignedDuration;
use relais_calendar::WorkTarget;
use relais_kernel::{Day, Instant, TeamId, UnitId};
use relais_store::{InOrg, Result};

pub use relais_calendar::Hours;
pub use relais_directory::calendars::of_unit as hours_of;

pub use crate::openings::hours as hours_of_team;

/// Whose hours count for a baton: those of the team that it was given to, where the team wrote its own; else its unit's.
pub async fn hours_for(
    on: &impl InOrg,
    team: Option<TeamId>,
    unit: Option<UnitId>,
    today: Day,
) -> Result<Hours> {
    if let Some(team) = team
        && let Some(own) = hours_of_team(on, team).await?
    {
        return Ok(own);
    }
    hours_of(on, unit, today).await
}

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
