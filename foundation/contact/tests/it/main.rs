//! Contacts, suppressions and the ledger against a real database, and each of its rules by name.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

mod consents;
mod contacts;
mod ledger;
mod rules_of_rows;
mod suppressions;
mod world;
