//! Pages about roles: who holds what, giving one, taking it back (NET-08).

pub(crate) mod give;
pub(crate) mod list;
pub(crate) mod show;
mod words;

use relais_directory::{
    grants::{RoleGrant, ScopeCode},
    name_key, role_key,
};
use relais_kernel::Role;
use relais_web::Sample;
use relais_words::Words;

pub use words::{RoleWords, permission_key, role_words};

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), give::samples(w), show::samples(w)].concat()
}

/// Roles with their names, for choosing.
pub(crate) fn roles(w: &Words) -> Vec<(&'static str, String)> {
    Role::ALL.iter().map(|role| (role.code(), role_name(w, *role))).collect()
}

pub(crate) fn role_name(w: &Words, role: Role) -> String {
    w.t(&role_key(role)).to_string()
}

/// Scopes with their names, for choosing.
pub(crate) fn scopes(w: &Words) -> Vec<(&'static str, String)> {
    ScopeCode::ALL
        .iter()
        .map(|scope| (scope.code(), w.t(&name_key("scope", scope.code())).to_string()))
        .collect()
}

/// `Responsable d’unité · Évry`.
pub(crate) fn told(w: &Words, grant: &RoleGrant) -> String {
    let place = place(w, grant.unit_name.as_ref(), grant.region_name.as_ref());
    format!("{} · {place}", role_name(w, grant.role))
}

/// Where a role holds: the unit's or the region's name, or the whole network.
fn place(w: &Words, unit: Option<&String>, region: Option<&String>) -> String {
    unit.or(region).cloned().unwrap_or_else(|| w.t("scope-network").to_string())
}
