//! Roles as the directory gives them: the words of each, what brings one along, and who may give which.

use relais_kernel::Role;

use crate::{assignments::Function, regions::MemberFunction};

/// The key of a code's name: `name_key("unit-kind", "contact_centre")` is `unit-kind-contact-centre`.
pub fn name_key(list: &str, code: &str) -> String {
    format!("{list}-{}", code.replace('_', "-"))
}

/// The key of a role's name, such as `role-unit-manager`.
pub fn role_key(role: Role) -> String {
    name_key("role", role.code())
}

/// The role that an assignment brings along for its unit and its days (NET-08).
pub fn of_function(function: Function) -> Role {
    match function {
        Function::Manager => Role::UnitManager,
        Function::Deputy => Role::Deputy,
        Function::Adviser | Function::Technician | Function::Care | Function::Support => Role::Adviser,
    }
}

/// The role that a place in a region's team brings along for that region and its days.
pub fn of_member(function: MemberFunction) -> Role {
    match function {
        MemberFunction::Lead => Role::RegionLead,
        MemberFunction::Coach => Role::Coach,
        MemberFunction::Host | MemberFunction::Support => Role::RegionHost,
    }
}

/// Whether a role belongs to the field: somebody whose reach is a part of the network may give it there. The others
/// look across the organisation and are given by somebody whose reach is the whole network.
pub fn of_the_field(role: Role) -> bool {
    match role {
        Role::Adviser | Role::Expert | Role::UnitManager | Role::Deputy | Role::Coach | Role::RegionHost => {
            true
        }
        Role::RegionLead
        | Role::CxLead
        | Role::Hr
        | Role::Training
        | Role::WorkLife
        | Role::Recruitment
        | Role::Sponsor
        | Role::Assessor
        | Role::Dpo
        | Role::Admin
        | Role::StaffRep
        | Role::Auditor => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn net_08_only_a_function_of_command_brings_command() {
        let commanding: Vec<_> =
            Function::ALL.iter().filter(|f| of_function(**f) != Role::Adviser).map(|f| f.code()).collect();
        assert_eq!(commanding, ["manager", "deputy"]);
    }

    #[test]
    fn net_08_roles_that_reach_everywhere_do_not_belong_to_the_field() {
        for role in [Role::Admin, Role::Dpo, Role::Hr, Role::Auditor] {
            assert!(!of_the_field(role), "{role}");
        }
    }

    #[test]
    fn keys_are_written_with_hyphens() {
        assert_eq!(role_key(Role::UnitManager), "role-unit-manager");
    }
}
