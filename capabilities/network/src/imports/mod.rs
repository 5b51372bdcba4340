//! Imports: files of units and people, read, checked, shown, applied in steps, undone.
//!
//! A file is stored as it came. The *check* reads all of it and writes nothing but its own findings. *Applying* reads it
//! again, a thousand lines a transaction, each together with the import's place in the file: after a cut, whoever
//! resumes goes on where the last commit ended. What each line changed is kept as it was before, with a hash of what it
//! became, so that *undoing* gives back what nobody touched since and lists the rest.

mod apply;
mod changes;
mod check;
mod columns;
mod file;
mod findings;
mod jobs;
mod judge;
mod kept;
mod leavers;
pub(crate) mod pages;
mod people;
mod reading;
mod record;
mod run;
mod schema;
mod sentences;
mod survey;
mod synonyms;
mod undo;
mod units;

pub use columns::{Column, Mapping, Options};
pub use file::MOST_BYTES;
pub use findings::{Difference, LineFault};
pub use jobs::{APPLY, CHECK, UNDO, kinds};
pub use record::{Counts, FileKind, Record, State};
pub use run::{Outcome, RunError, Settings, Stage, Step, run_file};
pub use schema::SCHEMA;
pub use sentences::{fault_sentence, refusal_sentence};
