#![doc = include_str!("../README.md")]

pub mod archive;
pub mod audit;
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
mod query;
pub mod register;
pub mod schema;
mod tables;
mod turns;

pub use cut::{Cut, Key, Slice};
pub use db::{Backend, Db, DbOptions, InOrg, OrgDb, OrgTx, Reads, Tx, Writes};
pub use error::{Error, Result, Violation};
pub use lease::Lease;
pub use memo::Memo;
pub use query::{Insert, Sql, contains_pattern, insert, sql};
pub use schema::{Migration, Schema};

/// The tables of this room itself.
pub const SCHEMA: Schema = Schema {
    room: "store",
    migrations: &[Migration {
        name: "2026_11_21_store",
        sql: include_str!("../migrations/2026_11_21_store.sql"),
    }],
    guards: &[guard::Guard::append_only("audit_is_append_only", "audit_event")],
    register: register::OWN,
};
