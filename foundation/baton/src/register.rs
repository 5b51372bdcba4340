//! This room's part of the register (PRV-01). The words of each purpose are `register-TABLE`, in both languages.

use relais_store::register::{About, Entry, Retention};

/// Whoever can take a baton reads it; nobody reads them by person.
const WHO_CAN_TAKE_IT: &[&str] =
    &["self", "unit_manager", "deputy", "region_lead", "region_host", "cx_lead", "hr", "admin"];

pub(crate) const OWN: &[Entry] = &[
    Entry::new("baton_team", About::Nobody, WHO_CAN_TAKE_IT, Retention::WhileInUse),
    Entry::new("baton_member", About::Staff, WHO_CAN_TAKE_IT, Retention::WhileInUse),
    Entry::new("baton_team_opening", About::Nobody, WHO_CAN_TAKE_IT, Retention::WhileInUse),
    Entry::new("baton_team_hosts", About::Nobody, WHO_CAN_TAKE_IT, Retention::WhileInUse),
    Entry::new("baton_stint", About::Staff, &["self", "expert"], Retention::Days(1, "to_at")),
    Entry::new("baton_presence", About::Staff, WHO_CAN_TAKE_IT, Retention::Days(1, "noted_at")),
    Entry::new("baton", About::Staff, WHO_CAN_TAKE_IT, Retention::WhileInUse),
    Entry::new("baton_words", About::Staff, WHO_CAN_TAKE_IT, Retention::With("baton")),
    Entry::new("baton_waiter", About::Staff, WHO_CAN_TAKE_IT, Retention::With("baton")),
    Entry::new("baton_attempt", About::Staff, WHO_CAN_TAKE_IT, Retention::With("baton_waiter")),
    Entry::new("baton_offer", About::Staff, WHO_CAN_TAKE_IT, Retention::With("baton")),
    Entry::new("baton_face", About::Staff, WHO_CAN_TAKE_IT, Retention::With("baton")),
    Entry::new("baton_event", About::Staff, WHO_CAN_TAKE_IT, Retention::With("baton")),
];
