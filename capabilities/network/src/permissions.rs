//! What may be done in this room, and by whom.

relais_kernel::permissions! {
    /// Read units: where they are, when they open, who answers for them.
    ReadUnits = "network.units.read", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, WorkLife, Recruitment,
        Sponsor, Assessor, Dpo, Admin, StaffRep, Auditor,
    ];
    /// Create and change units.
    EditUnits = "network.units.edit", Network, [Admin];
    /// Change a unit's opening hours.
    EditHours = "network.hours.edit", Unit, [UnitManager, Deputy, RegionLead, Admin];
    /// Read who works where, by name and function.
    ReadPeople = "network.people.read", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, WorkLife, Recruitment,
        Admin,
    ];
    /// Read what is needed to manage somebody: staff number, employer, address for letters.
    ReadFiles = "network.files.read", Unit, [UnitManager, Deputy, Hr, Admin];
    /// Create and change people.
    EditPeople = "network.people.edit", Network, [Hr, Admin];
    /// Decide who works where.
    Assign = "network.assignments.edit", Unit, [UnitManager, RegionLead, Hr, Admin];
    /// Invite somebody to sign in.
    Invite = "network.accounts.invite", Unit, [UnitManager, Hr, Admin];
    /// Read regions and their teams.
    ReadRegions = "network.regions.read", Unit, [
        UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, WorkLife, Recruitment, Sponsor, Admin,
        Auditor,
    ];
    /// Create and change regions, and decide who is in their teams.
    EditRegions = "network.regions.edit", Network, [Admin];
    /// Read which roles are held by whom.
    ReadGrants = "network.grants.read", Network, [Admin, Dpo, Auditor];
    /// Give and take roles.
    EditGrants = "network.grants.edit", Network, [Admin];
    /// Import files of units and people.
    Import = "network.imports.run", Network, [Hr, Admin];
}
