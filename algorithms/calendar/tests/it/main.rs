//! The crate from outside: golden nights, and properties against a second opinion.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

mod by_the_minute;
mod nights;
mod properties;
mod target_properties;
