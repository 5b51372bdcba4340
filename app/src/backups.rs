//! Backups as files (OPS-03): a name that says when, written whole or not at all, encrypted for whoever may read them.

mod keeping;
mod reading;
mod writing;

pub(crate) use keeping::{keep_last, next};
pub(crate) use reading::open;
pub(crate) use writing::write;
