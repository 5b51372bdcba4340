//! Why each table exists, who reads it, and when its rows go (PRV-01).

use relais_store::register::{About, Entry, Retention};

const EVERYBODY: &[&str] = &["adviser", "unit_manager", "cx_lead", "hr"];

/// The entries of this room.
pub(crate) const OWN: &[Entry] = &[
    Entry::new("pebble", About::Staff, EVERYBODY, Retention::WhileInUse),
    Entry::new("pebble_merge", About::Nobody, EVERYBODY, Retention::With("pebble")),
    Entry::new("pebble_word", About::Staff, EVERYBODY, Retention::With("pebble")),
    Entry::new("house_rule", About::Staff, EVERYBODY, Retention::WhileInUse),
    Entry::new("house_rule_version", About::Nobody, EVERYBODY, Retention::WhileInUse),
    Entry::new("rule_challenge", About::Staff, EVERYBODY, Retention::WhileInUse),
    Entry::new("rule_decision", About::Nobody, EVERYBODY, Retention::WhileInUse),
    Entry::new("incoherence", About::Staff, EVERYBODY, Retention::WhileInUse),
    Entry::new("solution", About::Nobody, EVERYBODY, Retention::WhileInUse),
    Entry::new("adoption", About::Staff, &["nobody"], Retention::WhileInUse),
    Entry::new("obstacle", About::Staff, &["adviser", "unit_manager", "region_lead"], Retention::WhileInUse),
];
