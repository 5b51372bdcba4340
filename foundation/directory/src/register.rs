//! This room's part of the register (PRV-01). The words of each purpose are `register-TABLE`, in both languages.

use relais_store::register::{About, Entry, Retention};

/// Everybody who works here sees who works where.
const COLLEAGUES: &[&str] = &[
    "adviser",
    "expert",
    "unit_manager",
    "deputy",
    "coach",
    "region_lead",
    "region_host",
    "cx_lead",
    "hr",
    "training",
    "work_life",
    "recruitment",
    "sponsor",
    "assessor",
    "dpo",
    "admin",
    "staff_rep",
    "auditor",
];

/// Those who work with people by name and function; `network.people.read` asks for the same.
const BY_NAME: &[&str] = &[
    "self",
    "adviser",
    "expert",
    "unit_manager",
    "deputy",
    "coach",
    "region_lead",
    "region_host",
    "cx_lead",
    "hr",
    "training",
    "work_life",
    "recruitment",
    "admin",
];

const fn place(table: &'static str) -> Entry {
    Entry::new(table, About::Nobody, COLLEAGUES, Retention::WhileInUse)
}

pub(crate) const OWN: &[Entry] = &[
    place("department"),
    place("organisation"),
    place("hierarchy"),
    place("region"),
    place("employer"),
    place("trade"),
    place("setting"),
    place("unit"),
    Entry::new("unit_channel", About::Nobody, COLLEAGUES, Retention::With("unit")),
    Entry::new("unit_opening", About::Nobody, COLLEAGUES, Retention::With("unit")),
    Entry::new("unit_exception", About::Nobody, COLLEAGUES, Retention::With("unit")),
    Entry::new("unit_place", About::Nobody, COLLEAGUES, Retention::With("unit")),
    Entry::new("person", About::Staff, BY_NAME, Retention::WhileInUse),
    Entry::new("assignment", About::Staff, BY_NAME, Retention::With("person")),
    Entry::new("region_member", About::Staff, BY_NAME, Retention::With("person")),
    Entry::new("role_grant", About::Staff, &["self", "admin", "auditor", "dpo"], Retention::With("person")),
    Entry::new("account", About::Staff, &["self", "admin"], Retention::WhileInUse),
    Entry::new("account_person", About::Staff, &["self", "admin"], Retention::With("account")),
    Entry::new("session", About::Staff, &["self"], Retention::Days(30, "expires_at")),
    Entry::new("entry_link", About::Staff, &["nobody"], Retention::Days(30, "expires_at")),
    Entry::new("shared_device", About::Nobody, &["unit_manager", "deputy", "admin"], Retention::WhileInUse),
    Entry::new("device_pin", About::Staff, &["nobody"], Retention::With("account")).without(&["pin_hash"]),
    Entry::new("known_device", About::Staff, &["nobody"], Retention::Days(395, "seen_at")),
    Entry::new("sign_in_slowdown", About::Staff, &["nobody"], Retention::Days(2, "last_at")),
];
