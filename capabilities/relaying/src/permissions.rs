//! What may be done here, and by whom. Asking is everybody's: nobody stands between a question and those who know (EXP-01).

relais_kernel::permissions! {
    /// See which groups there are, and what they know.
    ReadGroups = "relaying.groups.read", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, Sponsor, Dpo, Admin, StaffRep,
        Auditor,
    ];
    /// Begin, change and close a group, and say who hosts it.
    EditGroups = "relaying.groups.edit", Network, [CxLead, Admin];
    /// Say how customers' references are written, and where they open in another tool.
    EditReferences = "relaying.references.edit", Network, [CxLead, Admin];
    /// Read the boards of groups, and what passes between units: those who answer for a unit or more. Whoever is in a group
    /// reads its own.
    ReadBoards = "relaying.boards.read", Unit, [
        UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training, Sponsor, Admin, StaffRep, Auditor,
    ];
    /// Ask those who know.
    AskQuestion = "relaying.questions.ask", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training,
    ];
    /// Read the requests of the customers of one's unit, and keep what they were promised.
    ReadCases = "relaying.cases.read", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training,
    ];
    /// Read what the groups know: those who may ask, and what may answer them already (SEC-09).
    ReadKnowledge = "relaying.knowledge.read", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training,
    ];
    /// Read what is often asked and poorly answered, by theme: what training is made of (EXP-10).
    ReadNeeds = "relaying.needs.read", Unit, [
        Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training,
    ];
    /// Read the questions that one asked or can answer.
    ReadQuestions = "relaying.questions.read", Unit, [
        Adviser, Expert, UnitManager, Deputy, Coach, RegionLead, RegionHost, CxLead, Hr, Training,
    ];
}
