//! What may be done in this room, and by whom.

relais_kernel::permissions! {
    /// Read the audit log and verify its chain.
    ReadAudit = "privacy.audit.read", Network, [Dpo, Auditor];
}
