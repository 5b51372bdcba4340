//! What the directory tells other rooms.

use relais_kernel::{Day, OrgId, PersonId, RegionId, UnitId};
use relais_store::outbox::Event;
use serde::{Deserialize, Serialize};

/// A unit's accountable manager has a last day. From the day after, the unit is vacant unless somebody follows (NET-01).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagerLeft {
    /// The organisation.
    pub org: OrgId,
    /// The unit.
    pub unit: UnitId,
    /// Its region in the main hierarchy on that day, which hears of the vacancy; none when it is placed nowhere.
    pub region: Option<RegionId>,
    /// The manager's last day there.
    pub last_day: Day,
}

impl Event for ManagerLeft {
    const NAME: &'static str = "directory.manager_left";
    const VERSION: i64 = 1;
}

/// Somebody has a last day in the organisation: who holds something of theirs asks who takes over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLeft {
    /// The organisation.
    pub org: OrgId,
    /// Who.
    pub person: PersonId,
    /// Their last day.
    pub last_day: Day,
}

impl Event for PersonLeft {
    const NAME: &'static str = "directory.person_left";
    const VERSION: i64 = 1;
}

/// What somebody may do has changed, at once or from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightsChanged {
    /// The organisation.
    pub org: OrgId,
    /// Who.
    pub person: PersonId,
}

impl Event for RightsChanged {
    const NAME: &'static str = "directory.rights_changed";
    const VERSION: i64 = 1;
}
