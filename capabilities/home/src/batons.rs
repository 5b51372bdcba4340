//! « Mes relais »: who waits for a word of mine, until when, what I can do now; and what became of what I gave.

use std::sync::Arc;

use relais_kernel::BatonKind;

pub(crate) mod act;
pub(crate) mod cards;
pub(crate) mod leaving;
pub(crate) mod pass;
pub(crate) mod presence;
pub(crate) mod refuse;
mod samples;
pub(crate) mod say;
pub(crate) mod show;
mod takers;
#[cfg(test)]
mod tests;
pub(crate) mod withdraw;

pub(crate) use samples::samples;

/// The kinds of all capabilities.
pub(crate) type Kinds = Arc<[BatonKind]>;
