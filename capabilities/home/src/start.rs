//! The start page: here, today.

pub(crate) mod here;
pub(crate) mod hours;
mod samples;
pub(crate) mod show;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub(crate) use samples::samples;
