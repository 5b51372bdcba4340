#![doc = include_str!("../README.md")]

mod similar;
mod words;

pub use similar::{Corpus, Near};
