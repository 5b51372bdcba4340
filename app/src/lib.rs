#![doc = include_str!("../README.md")]

mod backups;
mod cli;
mod commands;
pub mod config;
mod control;
mod demo;
mod documents;
mod failed;
mod health;
mod house;
mod instance;
mod key;
mod laying;
mod logs;
mod mail;
mod measures;
mod node;
mod observed;
mod organisations;
mod place;
mod stopping;
mod texts;
mod typing;

pub use cli::run;
pub use failed::{Failed, Outcome};
pub use house::{House, manifests};

/// The version of this program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
