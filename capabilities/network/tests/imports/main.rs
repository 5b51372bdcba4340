//! Imports from outside: files in, the directory changed, and back.

mod faults;
mod files;
mod nightly;
mod pages;
mod people;
mod random;
mod resuming;
mod rules;
mod samples;
mod undoing;
mod units;
mod world;
