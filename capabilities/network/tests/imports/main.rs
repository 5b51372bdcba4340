//! Imports from outside: files in, the directory changed, and back.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

mod faults;
mod files;
mod nightly;
mod pages;
mod people;
mod random;
mod resuming;
mod rules;
mod samples;
mod undoing;
mod units;
mod world;
