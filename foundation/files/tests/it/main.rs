//! Files as they come from outside, good and bad, and the table's rules one by one.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

mod bombs;
mod cleaning;
mod keeping;
mod made;
mod metadata;
mod properties;
