#![doc = include_str!("../README.md")]

mod catalogue;
mod fault;
mod format;
mod say;
mod typography;

pub use catalogue::{Catalogue, CatalogueError, Source};
pub use fault::{Fault, Faults};
pub use format::day_numbers;
pub use say::{Say, Words};
