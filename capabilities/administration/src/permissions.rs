//! What may be done in this room, and by whom.

relais_kernel::permissions! {
    /// See how the machine and its queue do.
    ReadAdministration = "administration.read", Network, [Admin];
    /// Read the numbers that the organisation chose.
    ReadSettings = "administration.settings.read", Network, [Admin];
    /// Choose them.
    EditSettings = "administration.settings.edit", Network, [Admin];
    /// Start jobs again.
    RestartJobs = "administration.jobs.restart", Network, [Admin];
    /// Read the letters of a demo.
    ReadLetters = "administration.letters.read", Network, [Admin];
}
