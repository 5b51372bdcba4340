#![doc = include_str!("../README.md")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod app;
pub mod builders;
mod database;
mod listening;
pub mod markup;
pub mod rows;

pub use app::{Answer, TestApp, Visitor};
pub use database::{TestDb, refused_by};
pub use listening::Stream;
