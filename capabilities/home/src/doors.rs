//! The doors to other rooms: which permission opens each.

use relais_kernel::{PermissionSpec, Reach, Viewer};

/// The permissions behind the pages that this room leads to. `app` knows the rooms that declare them.
#[derive(Clone, Copy, Debug)]
pub struct Doors {
    /// Units.
    pub units: PermissionSpec,
    /// A unit's opening hours, to change them.
    pub hours: PermissionSpec,
    /// People.
    pub people: PermissionSpec,
    /// Regions.
    pub regions: PermissionSpec,
    /// Imports of files.
    pub imports: PermissionSpec,
    /// The audit log.
    pub audit: PermissionSpec,
    /// Administration.
    pub administration: PermissionSpec,
}

/// A tile of the start page: what can be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tile {
    pub(crate) href: &'static str,
    pub(crate) key: &'static str,
    pub(crate) more: &'static str,
    pub(crate) icon: &'static str,
}

impl Doors {
    /// The tiles of a viewer, the most used first. The register is open to everybody.
    pub(crate) fn tiles(&self, viewer: &Viewer) -> Vec<Tile> {
        let door = |spec: &PermissionSpec, tile| viewer.reach_of(spec).map(|_| tile);
        [
            door(&self.people, PEOPLE),
            door(&self.units, UNITS),
            door(&self.regions, REGIONS),
            door(&self.imports, IMPORTS),
            door(&self.administration, ADMINISTRATION),
            door(&self.audit, AUDIT),
            Some(REGISTER),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What somebody looks after beyond single units: regions or the network.
    pub(crate) fn wide(&self, viewer: &Viewer) -> Option<Reach> {
        viewer.reach_of(&self.regions).filter(|reach| match reach {
            Reach::Network => true,
            Reach::Part { regions, .. } => !regions.is_empty(),
        })
    }
}

pub(crate) const PEOPLE: Tile =
    Tile { href: "/people", key: "home-door-people", more: "home-door-people-more", icon: "users" };
pub(crate) const UNITS: Tile =
    Tile { href: "/units", key: "home-door-units", more: "home-door-units-more", icon: "store" };
const REGIONS: Tile =
    Tile { href: "/regions", key: "home-door-regions", more: "home-door-regions-more", icon: "map" };
const IMPORTS: Tile =
    Tile { href: "/imports", key: "home-door-imports", more: "home-door-imports-more", icon: "file-up" };
const ADMINISTRATION: Tile = Tile {
    href: "/administration",
    key: "home-door-administration",
    more: "home-door-administration-more",
    icon: "settings",
};
const AUDIT: Tile = Tile {
    href: "/privacy/audit",
    key: "home-door-audit",
    more: "home-door-audit-more",
    icon: "scroll-text",
};
pub(crate) const REGISTER: Tile = Tile {
    href: "/privacy/register",
    key: "home-door-register",
    more: "home-door-register-more",
    icon: "shield-check",
};

/// The steps of a network's first day.
pub(crate) const FIRST_UNITS: Tile =
    Tile { href: "/imports/new", key: "home-begin-units", more: "home-begin-units-more", icon: "store" };
pub(crate) const FIRST_PEOPLE: Tile =
    Tile { href: "/imports/new", key: "home-begin-people", more: "home-begin-people-more", icon: "users" };
pub(crate) const FIRST_INVITE: Tile =
    Tile { href: "/people", key: "home-begin-invite", more: "home-begin-invite-more", icon: "mail" };

#[cfg(test)]
pub(crate) use tests::test_doors;

#[cfg(test)]
mod tests {
    use relais_kernel::{
        AccountId, Grant, Locale, OrgId, PersonId, RegionId, Role, Scope, ScopeKind, SessionId, UnitId,
    };
    use uuid::Uuid;

    use super::*;

    fn viewer(role: Role, scope: Scope) -> Viewer {
        let id = Uuid::nil();
        Viewer {
            org: OrgId(id),
            person: PersonId(id),
            account: AccountId(id),
            session: SessionId(id),
            given_name: "Inès".into(),
            locale: Locale::Fr,
            grants: vec![Grant { role, scope }],
        }
    }

    #[test]
    fn sec_09_a_tile_stands_only_before_a_page_that_opens() {
        let doors = test_doors();
        let keys = |viewer: &Viewer| doors.tiles(viewer).iter().map(|tile| tile.href).collect::<Vec<_>>();
        let unit = Scope::Unit(UnitId(Uuid::nil()));
        assert_eq!(keys(&viewer(Role::Adviser, unit)), ["/people", "/units", "/privacy/register"]);
        assert_eq!(keys(&viewer(Role::Sponsor, unit)), ["/privacy/register"]);
        // An administrator of one unit only does not administer.
        assert!(!keys(&viewer(Role::Admin, unit)).contains(&"/administration"));
        assert!(keys(&viewer(Role::Admin, Scope::Network)).contains(&"/administration"));
    }

    #[test]
    fn looking_after_one_unit_is_not_wide() {
        let doors = test_doors();
        assert_eq!(doors.wide(&viewer(Role::UnitManager, Scope::Unit(UnitId(Uuid::nil())))), None);
        assert!(doors.wide(&viewer(Role::RegionLead, Scope::Region(RegionId(Uuid::nil())))).is_some());
        assert_eq!(doors.wide(&viewer(Role::Admin, Scope::Network)), Some(Reach::Network));
    }

    /// Doors as the product has them, near enough for this room's tests.
    pub(crate) fn test_doors() -> Doors {
        let unit = |name, roles| PermissionSpec { name, scope: ScopeKind::Unit, roles };
        let network = |name, roles| PermissionSpec { name, scope: ScopeKind::Network, roles };
        Doors {
            units: unit("units", &[Role::Adviser, Role::UnitManager, Role::RegionLead, Role::Admin]),
            hours: unit("hours", &[Role::UnitManager, Role::Admin]),
            people: unit("people", &[Role::Adviser, Role::UnitManager, Role::RegionLead, Role::Admin]),
            regions: unit("regions", &[Role::UnitManager, Role::RegionLead, Role::Admin]),
            imports: network("imports", &[Role::Admin]),
            audit: network("audit", &[Role::Dpo]),
            administration: network("administration", &[Role::Admin]),
        }
    }
}
