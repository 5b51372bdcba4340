//! The demo: made-up data in a folder of its own, and a link for each role.

mod filling;
mod folder;
mod links;

pub(crate) use filling::fill;
pub(crate) use folder::Folder;
pub(crate) use links::{Door, doors};
