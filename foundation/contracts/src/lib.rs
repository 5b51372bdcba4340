#![doc = include_str!("../README.md")]

pub mod baton;
pub mod directory;
