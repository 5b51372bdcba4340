//! This room's part of the register (PRV-01). The words of each purpose are `register-TABLE`, in both languages.

use relais_store::register::{About, Entry, Retention};

use crate::erasing::KEPT_DAYS;

/// Whoever has to reach a customer reads how; which of them, a capability decides by the matter.
const WHO_REACHES_THEM: &[&str] = &["adviser", "expert", "unit_manager", "deputy"];

pub(crate) const OWN: &[Entry] = &[
    Entry::new("contact", About::Customers, WHO_REACHES_THEM, Retention::Emptied(KEPT_DAYS, "last_used_day")),
    Entry::new("contact_consent", About::Customers, WHO_REACHES_THEM, Retention::With("contact")),
    Entry::new("contact_suppression", About::Customers, &["dpo"], Retention::WhileInUse),
    Entry::new("contact_ledger", About::Customers, &["dpo"], Retention::Days(365, "at")),
];
