//! « Mes relais »: who waits for a word of mine, until when, what I can do now; and what became of what I gave.

use std::sync::Arc;

use relais_kernel::BatonKind;

pub(crate) mod act;
pub(crate) mod cards;

/// The kinds of all capabilities.
pub(crate) type Kinds = Arc<[BatonKind]>;
