//! The audit log of an organisation.

pub(crate) mod list;
mod samples;
mod store;
#[cfg(test)]
mod tests;
pub(crate) mod verify;
pub(crate) mod words;

pub(crate) use samples::samples;
