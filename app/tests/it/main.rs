//! The program as a whole: the real binary, in folders of its own, on ports that nobody chose.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

mod anonymous;
mod backups;
mod commands;
mod config;
mod doors;
mod ending;
mod health;
mod house;
#[expect(dead_code, reason = "the tests of faults use the rest")]
mod http;
mod key;
mod logs;
mod nodes;
mod one_process;
mod persons;
mod purge;
mod searching;
mod served;
mod texts;
