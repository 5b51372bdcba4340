//! What may be done in this room, and by whom.

relais_kernel::permissions! {
    /// Read the audit log and verify its chain.
    ReadAudit = "privacy.audit.read", Network, [Dpo, Auditor];
    /// Take in who does not want to be contacted, and mark them in another system's list.
    EditRefusals = "privacy.refusals.edit", Network, [CxLead, Dpo, Admin];
}
