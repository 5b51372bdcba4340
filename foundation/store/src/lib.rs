#![doc = include_str!("../README.md")]

pub mod about;
pub mod archive;
pub mod audit;
pub mod bell;
mod cut;
mod db;
mod dialect;
mod error;
pub mod guard;
pub mod jobs;
mod lease;
pub mod lock;
mod memo;
pub mod outbox;
pub mod purge;
mod query;
pub mod register;
pub mod schema;
mod tables;
mod turns;
pub mod unordered;
pub mod vault;

pub use cut::{Cut, Key, Slice};
pub use db::{Backend, Db, DbOptions, InOrg, Mark, OrgDb, OrgRef, OrgTx, Reads, Tx, Writes};
pub use error::{Error, Result, Violation};
pub use lease::Lease;
pub use memo::Memo;
pub use query::{Insert, Sql, Together, Update, contains_pattern, insert, sql, update};
pub use schema::{Migration, Schema};
pub use vault::Vault;

/// The tables of this room itself.
pub const SCHEMA: Schema = Schema {
    room: "store",
    migrations: &[
        Migration { name: "2026_11_21_store", sql: include_str!("../migrations/2026_11_21_store.sql") },
        Migration {
            name: "2026_11_22_store_bell",
            sql: include_str!("../migrations/2026_11_22_store_bell.sql"),
        },
        Migration {
            name: "2026_11_22_store_vault",
            sql: include_str!("../migrations/2026_11_22_store_vault.sql"),
        },
    ],
    guards: &[
        guard::Guard::append_only_until(
            "audit_is_append_only",
            "audit_event",
            "exists (select 1 from audit_head h where h.chain = {row}.chain and {row}.seq <= h.cut_seq)",
        ),
        guard::Guard::unchanged_when(
            "audit_is_cut_at_a_link",
            "audit_head",
            "new.cut_seq < {row}.cut_seq or (new.cut_seq = {row}.cut_seq and new.cut_hash <> {row}.cut_hash) or \
             (new.cut_seq > {row}.cut_seq and not exists (select 1 from audit_event e \
             where e.chain = new.chain and e.seq = new.cut_seq and e.hash = new.cut_hash))",
        ),
        guard::Guard::append_only("vault_mark_stays", "vault_mark"),
    ],
    register: register::OWN,
};
