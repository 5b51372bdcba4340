//! Role grants: the only source of permissions (NET-08). A role, for a scope and some days. Types and rules.

use relais_kernel::{
    AssignmentId, Day, GrantId, MembershipId, PersonId, Reach, RegionId, Role, Scope, UnitId,
};
use relais_words::{Fault, Faults};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use crate::{held::days, roles, units::coded};

mod brought;
mod guarding;
mod listing;
mod oneself;
mod store;

pub(crate) use brought::{
    Brought, Source, bring, close_brought, close_own, rights_changed, rights_changed_of,
};
pub use guarding::{address_fault, address_refused, beyond_giving, is_another_address};
pub use listing::{Filter, Line, count, list};
pub use oneself::is_oneself;
pub(crate) use oneself::{staying, taking};
pub use store::{by_id, grant, held_today, is_last_admin, of_person, revoke};

relais_kernel::codes! {
    /// How a grant's scope is stored.
    pub enum ScopeCode {
        /// The whole network.
        Network = "network",
        /// A region and all below it.
        Region = "region",
        /// One unit.
        Unit = "unit",
    }
}

/// A role somebody has, had or will have, with the names a page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct RoleGrant {
    /// Its id.
    pub id: GrantId,
    /// Who.
    pub person_id: PersonId,
    /// The role.
    pub role: Role,
    /// How far it reaches.
    #[sea_orm(from_alias = "scope")]
    pub scope_code: ScopeCode,
    /// The region, when it is one.
    pub region_id: Option<RegionId>,
    /// Its name.
    pub region_name: Option<String>,
    /// The unit, when it is one.
    pub unit_id: Option<UnitId>,
    /// Its name.
    pub unit_name: Option<String>,
    /// First day.
    pub from_day: Day,
    /// Last day.
    pub to_day: Option<Day>,
    /// The assignment that brought it and ends it.
    pub assignment_id: Option<AssignmentId>,
    /// The membership that brought it and ends it.
    pub membership_id: Option<MembershipId>,
    /// Who gave it; none for the machine.
    pub granted_by: Option<PersonId>,
}

impl RoleGrant {
    /// Where it holds.
    pub fn scope(&self) -> Scope {
        scope(self.region_id, self.unit_id)
    }

    /// Whether it came with an assignment or a membership, and ends only with it.
    pub fn is_brought(&self) -> bool {
        self.assignment_id.is_some() || self.membership_id.is_some()
    }
}

/// The scope that two columns mean.
pub(crate) fn scope(region: Option<RegionId>, unit: Option<UnitId>) -> Scope {
    match (region, unit) {
        (_, Some(unit)) => Scope::Unit(unit),
        (Some(region), None) => Scope::Region(region),
        (None, None) => Scope::Network,
    }
}

/// What somebody typed about a role to give.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GrantInput {
    /// Role, as a code.
    pub role: String,
    /// Scope, as a code.
    pub scope: String,
    /// The region's id, when the scope is one.
    pub region: String,
    /// The unit's id, when the scope is one.
    pub unit: String,
    /// First day; today when empty.
    pub from_day: String,
    /// Last day; open when empty.
    pub to_day: String,
}

/// A role to give, as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantFacts {
    /// To whom.
    pub person_id: PersonId,
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
    /// First day.
    pub from_day: Day,
    /// Last day.
    pub to_day: Option<Day>,
}

impl GrantInput {
    /// The grant it describes, or all that is wrong with it.
    pub fn check(&self, person: PersonId, today: Day) -> Result<GrantFacts, Faults> {
        let mut faults = Faults::none();
        let role = faults.take(coded::<Role>("role", &self.role, "role-unknown"));
        let code = faults.take(coded::<ScopeCode>("scope", &self.scope, "scope-unknown"));
        let scope = match code {
            Some(ScopeCode::Network) => Some(Scope::Network),
            Some(ScopeCode::Region) => {
                let id = self.region.trim().parse().map(Scope::Region);
                faults.take(id.map_err(|_| Fault::on("region", "grant-region-unknown")))
            }
            Some(ScopeCode::Unit) => {
                let id = self.unit.trim().parse().map(Scope::Unit);
                faults.take(id.map_err(|_| Fault::on("unit", "grant-unit-unknown")))
            }
            None => None,
        };
        let period = days(&mut faults, &self.from_day, &self.to_day, today);
        match (role, scope, period, faults.is_empty()) {
            (Some(role), Some(scope), Some(period), true) => {
                Ok(GrantFacts { person_id: person, role, scope, from_day: period.from, to_day: period.to })
            }
            _ => Err(faults),
        }
    }
}

/// Who gives or takes a role away, and how far they may.
#[derive(Clone, Debug)]
pub struct Giver<'a> {
    /// Who; none for the machine.
    pub person: Option<PersonId>,
    /// Whether it is the emergency account, which alone may give a role to itself.
    pub emergency: bool,
    /// What the permission to give roles reaches.
    pub reach: &'a Reach,
}

impl Giver<'_> {
    /// The machine itself: demo data, the first administrator.
    pub const MACHINE: Giver<'static> = Giver { person: None, emergency: false, reach: &Reach::Network };
}

/// Why the giver may not give that role: to themselves, or one that looks across the organisation from a part of it.
/// Whether the scope lies within their reach is for the database to say, and asked when it is written.
pub fn refused(giver: &Giver<'_>, facts: &GrantFacts) -> Option<Fault> {
    if giver.person == Some(facts.person_id) && !giver.emergency {
        return Some(Fault::of_form("grant-to-self"));
    }
    if giver.reach.is_network() {
        return None;
    }
    if facts.scope == Scope::Network {
        return Some(Fault::on("scope", "grant-scope-too-wide"));
    }
    (!roles::of_the_field(facts.role)).then(|| Fault::on("role", "grant-role-too-wide"))
}

/// The sentence for a rule of the database that refused a grant.
pub fn refusal(rule: &str) -> Option<Fault> {
    Some(match rule {
        "grant_region_gives_authority" => Fault::on("region", "grant-region-unknown"),
        "grant_days_in_order" => Fault::on("to_day", "days-out-of-order"),
        "nobody_gives_themselves_a_role" => Fault::of_form("grant-to-self"),
        "grant_scope_complete" => Fault::on("scope", "scope-unknown"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn facts(role: Role, scope: Scope) -> GrantFacts {
        let person_id = PersonId(Uuid::from_u128(1));
        GrantFacts { person_id, role, scope, from_day: "2026-11-21".parse().unwrap(), to_day: None }
    }

    fn key(giver: &Giver<'_>, facts: &GrantFacts) -> Option<String> {
        refused(giver, facts).map(|fault| fault.key.into_owned())
    }

    #[test]
    fn net_08_nobody_gives_a_role_to_themselves() {
        let wanted = facts(Role::Adviser, Scope::Network);
        let mut giver = Giver { person: Some(wanted.person_id), emergency: false, reach: &Reach::Network };
        assert_eq!(key(&giver, &wanted).as_deref(), Some("grant-to-self"));
        giver.emergency = true;
        assert_eq!(key(&giver, &wanted), None);
        assert_eq!(key(&Giver::MACHINE, &wanted), None);
    }

    #[test]
    fn net_08_nobody_gives_more_than_they_reach() {
        let region = RegionId(Uuid::from_u128(7));
        let reach = Reach::Part { regions: vec![region], units: vec![] };
        let giver = Giver { person: None, emergency: false, reach: &reach };
        assert_eq!(key(&giver, &facts(Role::Coach, Scope::Network)).as_deref(), Some("grant-scope-too-wide"));
        assert_eq!(
            key(&giver, &facts(Role::Hr, Scope::Region(region))).as_deref(),
            Some("grant-role-too-wide")
        );
        assert_eq!(key(&giver, &facts(Role::Coach, Scope::Region(region))), None);
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let input = GrantInput { role: "king".into(), scope: "unit".into(), ..GrantInput::default() };
        let faults = input.check(PersonId(Uuid::from_u128(1)), "2026-11-21".parse().unwrap()).unwrap_err();
        let fields: Vec<_> = faults.0.iter().map(|f| f.field.as_ref()).collect();
        assert_eq!(fields, ["role", "unit"]);
    }
}
