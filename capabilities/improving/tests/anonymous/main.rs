//! PRV-07 and VDT-01: what is said without a name is answered, and nobody finds out who said it.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

mod attack;
mod life;
mod raw;
mod receipts;
mod rows;
mod world;
