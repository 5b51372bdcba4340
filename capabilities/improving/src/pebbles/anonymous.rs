//! Entries that nobody can link to whoever wrote them (PRV-07): they wait in the sealed store, leave it with the others at
//! a fixed moment, and are found again by a receipt that their author alone holds.

pub(crate) mod limit;
pub(crate) mod night;
pub(crate) mod receipts;
pub(crate) mod release;
pub(crate) mod reply;
mod rows;
pub(crate) mod say;

use relais_store::{
    Migration, Schema,
    register::{About, Entry, Retention},
};

/// The tables of the sealed store.
pub(crate) const SCHEMA: Schema = Schema {
    room: "improving",
    migrations: &[
        Migration {
            name: "2026_11_22_improving_sealed",
            sql: include_str!("../../migrations/sealed/2026_11_22_improving_sealed.sql"),
        },
        Migration {
            name: "2026_11_22_improving_sealed_reply",
            sql: include_str!("../../migrations/sealed/2026_11_22_improving_sealed_reply.sql"),
        },
    ],
    guards: &[],
    register: &[
        Entry::new("sealed_saying", About::Staff, &["nobody"], Retention::With("sealed_receipt")),
        Entry::new("sealed_reply", About::Staff, &["nobody"], Retention::With("sealed_receipt")),
        Entry::new("sealed_receipt", About::Nobody, &["nobody"], Retention::WhileInUse),
    ],
};
