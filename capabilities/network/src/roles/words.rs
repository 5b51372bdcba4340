//! What a role lets somebody see and do, in words, from the permissions that every room declares: nothing is said that
//! is not so, and what a new room adds shows by itself. A permission's words are `may-` and its name with hyphens.

use relais_directory::grants::ScopeCode;
use relais_kernel::{PermissionSpec, Role, ScopeKind};
use relais_words::Words;

/// A role's permissions as sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleWords {
    /// What it lets see.
    pub sees: Vec<String>,
    /// What it lets do.
    pub does: Vec<String>,
    /// What it would open for the whole network only, when it is given for less.
    pub not_here: Vec<String>,
}

/// The key of a permission's words, such as `may-network-units-read`.
pub fn permission_key(spec: &PermissionSpec) -> String {
    format!("may-{}", spec.name.replace(['.', '_'], "-"))
}

/// What a role given so far lets see and do. Permissions without words are left out.
pub fn role_words(w: &Words, role: Role, scope: ScopeCode, permissions: &[PermissionSpec]) -> RoleWords {
    let mut told = RoleWords::default();
    for spec in permissions.iter().filter(|spec| spec.roles.contains(&role)) {
        let key = permission_key(spec);
        if !w.has(&key) {
            continue;
        }
        let words = w.t(&key).to_string();
        let list = match (spec.scope, scope) {
            (ScopeKind::Network, ScopeCode::Region | ScopeCode::Unit) => &mut told.not_here,
            _ if spec.name.ends_with(".read") => &mut told.sees,
            _ => &mut told.does,
        };
        list.push(words);
    }
    told
}

impl RoleWords {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.sees.is_empty() && self.does.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use relais_kernel::Locale;
    use relais_words::Catalogue;

    use super::*;
    use crate::PERMISSIONS;

    fn words() -> Words {
        let catalogue = Catalogue::build(&crate::manifest().words).unwrap();
        Words::new(Arc::new(catalogue), Locale::Fr)
    }

    #[test]
    fn every_permission_of_this_room_has_words() {
        let w = words();
        for spec in PERMISSIONS {
            let key = permission_key(spec);
            assert!(w.has(&key), "{key}");
        }
    }

    #[test]
    fn net_08_a_role_opens_less_in_a_region_than_in_the_network() {
        let w = words();
        let network = role_words(&w, Role::Hr, ScopeCode::Network, PERMISSIONS);
        let region = role_words(&w, Role::Hr, ScopeCode::Region, PERMISSIONS);
        assert!(network.not_here.is_empty());
        assert!(!region.not_here.is_empty());
        assert_eq!(network.does.len(), region.does.len() + region.not_here.len());
        assert_eq!(network.sees, region.sees);
    }

    #[test]
    fn a_role_that_no_permission_names_opens_nothing() {
        assert!(role_words(&words(), Role::Admin, ScopeCode::Network, &[]).is_empty());
    }
}
