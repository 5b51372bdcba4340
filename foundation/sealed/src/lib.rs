#![doc = include_str!("../README.md")]

mod code;
mod store;

pub use code::{Code, Misread};
pub use store::{Change, Row, Sealed};
