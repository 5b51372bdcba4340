#![doc = include_str!("../README.md")]

pub mod redaction;
mod similar;
pub mod terms;
mod words;

pub use similar::{Corpus, Near};
