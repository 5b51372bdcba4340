//! Permissions: named things one may do, and the roles that may do them.

use crate::Role;

crate::codes! {
    /// How far a permission's grant reaches.
    pub enum ScopeKind {
        /// Only a grant for the whole network counts.
        Network = "network",
        /// The units of the grant: one, a region's, or all.
        Unit = "unit",
    }
}

/// What a permission is: its stable name, how its scope is counted, and the roles that hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PermissionSpec {
    /// Stable name, `room.noun.verb`.
    pub name: &'static str,
    /// How its scope is counted.
    pub scope: ScopeKind,
    /// The roles that hold it.
    pub roles: &'static [Role],
}

/// A permission as a type, so that holding a proof of it can be an argument.
pub trait Permission: Send + Sync + 'static {
    /// What it is.
    const SPEC: PermissionSpec;
}

/// Declares permissions, one line each.
///
/// ```
/// relais_kernel::permissions! {
///     /// Read the shelves.
///     ReadShelves = "library.shelves.read", Unit, [Adviser, Admin];
/// }
/// use relais_kernel::Permission;
/// assert_eq!(ReadShelves::SPEC.name, "library.shelves.read");
/// assert_eq!(PERMISSIONS.len(), 1);
/// ```
#[macro_export]
macro_rules! permissions {
    ($($(#[$meta:meta])* $name:ident = $code:literal, $scope:ident, [$($role:ident),+ $(,)?];)+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug)]
            pub struct $name;

            impl $crate::Permission for $name {
                const SPEC: $crate::PermissionSpec = $crate::PermissionSpec {
                    name: $code,
                    scope: $crate::ScopeKind::$scope,
                    roles: &[$($crate::Role::$role),+],
                };
            }
        )+

        /// Every permission declared here.
        pub const PERMISSIONS: &[$crate::PermissionSpec] =
            &[$(<$name as $crate::Permission>::SPEC),+];
    };
}
