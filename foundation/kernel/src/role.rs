//! Roles: what somebody may be granted, for a scope and a time.

crate::codes! {
    /// A role (`model.md` 2.5). It comes only from a grant, never from a function or a job title.
    pub enum Role {
        /// Serves customers in a unit.
        Adviser = "adviser",
        /// Answers colleagues' questions.
        Expert = "expert",
        /// Accountable for a unit.
        UnitManager = "unit_manager",
        /// Stands in for a unit's manager.
        Deputy = "deputy",
        /// Accompanies the units of a region.
        Coach = "coach",
        /// Leads a region.
        RegionLead = "region_lead",
        /// Welcomes requests to a region's team.
        RegionHost = "region_host",
        /// Leads customer experience for the network.
        CxLead = "cx_lead",
        /// Human resources.
        Hr = "hr",
        /// Training.
        Training = "training",
        /// Quality of work life.
        WorkLife = "work_life",
        /// Recruitment.
        Recruitment = "recruitment",
        /// Executive sponsor.
        Sponsor = "sponsor",
        /// Assesses label applications.
        Assessor = "assessor",
        /// Data protection officer.
        Dpo = "dpo",
        /// Installs and configures.
        Admin = "admin",
        /// Staff representative.
        StaffRep = "staff_rep",
        /// Reads settings and registers, changes nothing.
        Auditor = "auditor",
    }
}

#[cfg(test)]
mod tests {
    use super::Role;

    #[test]
    fn net_09_the_stakeholders_of_a_committee_are_roles() {
        for code in ["unit_manager", "hr", "training", "work_life", "recruitment"] {
            assert!(code.parse::<Role>().is_ok(), "{code}");
        }
    }
}
