//! The crate from outside: golden nights, and properties against a second opinion.

mod by_the_minute;
mod nights;
mod properties;
mod target_properties;
