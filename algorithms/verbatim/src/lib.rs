#![doc = include_str!("../README.md")]

pub mod redaction;
mod similar;
mod words;

pub use similar::{Corpus, Near};
