//! Who looks at a page, and what they were granted.

use crate::{
    AccountId, Locale, OrgId, Permission, PermissionSpec, PersonId, Reach, RegionId, Role, ScopeKind,
    SessionId, UnitId,
};

/// Where a role holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The whole network of the organisation.
    Network,
    /// A region and all below it.
    Region(RegionId),
    /// One unit.
    Unit(UnitId),
}

/// A role somebody holds today. A region's grant is followed by one for each region below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
}

/// Somebody signed in, in one organisation, with what they hold today.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// The organisation they are in now.
    pub org: OrgId,
    /// Who they are there.
    pub person: PersonId,
    /// What they sign in with.
    pub account: AccountId,
    /// This browser's session.
    pub session: SessionId,
    /// Given name, for the page's corner.
    pub given_name: String,
    /// Their language.
    pub locale: Locale,
    /// What they hold today.
    pub grants: Vec<Grant>,
}

impl Viewer {
    /// What the permission reaches, or nothing when no grant holds it.
    pub fn reach_of(&self, spec: &PermissionSpec) -> Option<Reach> {
        spec.reach_of(&self.grants)
    }

    /// The same for a permission's type.
    pub fn reach<P: Permission>(&self) -> Option<Reach> {
        self.reach_of(&P::SPEC)
    }

    /// Whether the permission is held anywhere.
    pub fn may<P: Permission>(&self) -> bool {
        self.reach::<P>().is_some()
    }

    /// Whether a role is held anywhere.
    pub fn holds(&self, role: Role) -> bool {
        self.grants.iter().any(|g| g.role == role)
    }
}

impl PermissionSpec {
    /// What it reaches for whoever holds these grants, or nothing when none holds it.
    pub fn reach_of(&self, grants: &[Grant]) -> Option<Reach> {
        let (mut regions, mut units) = (Vec::new(), Vec::new());
        for grant in grants.iter().filter(|g| self.roles.contains(&g.role)) {
            match (grant.scope, self.scope) {
                (Scope::Network, _) => return Some(Reach::Network),
                (_, ScopeKind::Network) => {}
                (Scope::Region(region), ScopeKind::Unit) => regions.push(region),
                (Scope::Unit(unit), ScopeKind::Unit) => units.push(unit),
            }
        }
        let reach = Reach::Part { regions, units };
        (!reach.is_empty()).then_some(reach)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[expect(unreachable_pub, reason = "the macro declares for other crates")]
    mod declared {
        crate::permissions! {
            Look = "test.units.look", Unit, [Adviser, UnitManager, Hr];
            Rule = "test.network.rule", Network, [Hr];
        }
    }
    use declared::{Look, PERMISSIONS, Rule};

    fn viewer(grants: Vec<Grant>) -> Viewer {
        let id = Uuid::nil();
        Viewer {
            org: OrgId(id),
            person: PersonId(id),
            account: AccountId(id),
            session: SessionId(id),
            given_name: "Inès".into(),
            locale: Locale::Fr,
            grants,
        }
    }

    #[test]
    fn net_08_a_permission_comes_from_a_role_and_its_scope() {
        let unit = UnitId(Uuid::from_u128(7));
        let adviser = viewer(vec![Grant { role: Role::Adviser, scope: Scope::Unit(unit) }]);
        assert_eq!(adviser.reach::<Look>(), Some(Reach::Part { regions: vec![], units: vec![unit] }));
        assert_eq!(adviser.reach::<Rule>(), None);
        assert_eq!(viewer(vec![]).reach::<Look>(), None);
        assert_eq!(PERMISSIONS.len(), 2);
    }

    #[test]
    fn what_is_held_anywhere_may_be_done_somewhere() {
        let unit = UnitId(Uuid::from_u128(7));
        let adviser = viewer(vec![Grant { role: Role::Adviser, scope: Scope::Unit(unit) }]);
        assert!(adviser.may::<Look>() && !adviser.may::<Rule>());
        assert!(adviser.holds(Role::Adviser) && !adviser.holds(Role::Hr));
        assert!(!viewer(vec![]).holds(Role::Adviser));
        assert!(
            viewer(vec![Grant { role: Role::Hr, scope: Scope::Network }])
                .reach::<Rule>()
                .unwrap()
                .is_network()
        );
        assert!(!adviser.reach::<Look>().unwrap().is_network());
    }

    #[test]
    fn net_08_a_network_permission_needs_a_network_grant() {
        let region = RegionId(Uuid::from_u128(3));
        let regional = viewer(vec![Grant { role: Role::Hr, scope: Scope::Region(region) }]);
        assert_eq!(regional.reach::<Rule>(), None);
        let network = viewer(vec![Grant { role: Role::Hr, scope: Scope::Network }]);
        assert_eq!(network.reach::<Rule>(), Some(Reach::Network));
    }
}
