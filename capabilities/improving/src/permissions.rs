//! What may be done here, and by whom. Saying and reading are everybody's.

relais_kernel::permissions! {
    /// Read what was said and what became of it: states are visible to all (VDT-01).
    ReadPebbles = "improving.pebbles.read", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, WorkLife, Recruitment,
        Sponsor, Assessor, Dpo, Admin, StaffRep, Auditor,
    ];
    /// Say what gets in the way, or what would help, and join others.
    SayPebble = "improving.pebbles.say", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, WorkLife, Recruitment,
        Sponsor, Assessor, Dpo, Admin, StaffRep,
    ];
    /// Read the rules of the house, and what was decided about them (GRP-10).
    ReadRules = "improving.rules.read", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, WorkLife, Recruitment,
        Sponsor, Assessor, Dpo, Admin, StaffRep, Auditor,
    ];
    /// Ask what a rule is for, and join others who ask.
    ChallengeRule = "improving.rules.challenge", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, WorkLife, Recruitment,
        Sponsor, Assessor, Dpo, Admin, StaffRep,
    ];
    /// Read what is in one's own unit's way, or what one was asked to take (CER-07).
    ReadObstacles = "improving.obstacles.read", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, WorkLife, Recruitment,
        Sponsor, Assessor, Dpo, Admin, StaffRep, Auditor,
    ];
    /// Put what is in the way to those who answer for one's own unit.
    SayObstacle = "improving.obstacles.say", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, WorkLife, Recruitment,
        Sponsor, Assessor, Dpo, Admin, StaffRep,
    ];
    /// Read what worked somewhere, and where it lives (REF-19).
    ReadSolutions = "improving.solutions.read", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, WorkLife, Recruitment,
        Sponsor, Assessor, Dpo, Admin, StaffRep, Auditor,
    ];
    /// Share what worked in one's own unit, and say how it lives with what others shared. Nobody says it for another unit.
    ShareSolution = "improving.solutions.share", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, WorkLife, Recruitment,
        Sponsor, Assessor, Dpo, Admin, StaffRep,
    ];
    /// Write rules of one's own part of the network into the register.
    WriteRules = "improving.rules.write", Unit, [UnitManager, Deputy, RegionLead, CxLead, Hr, WorkLife, Training, Admin];
}
