#![doc = include_str!("../README.md")]

mod app;
pub mod builders;
mod database;
pub mod markup;

pub use app::{Answer, TestApp, Visitor};
pub use database::{TestDb, refused_by};
