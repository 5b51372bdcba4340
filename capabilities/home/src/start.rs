//! The start page: here, today.

pub(crate) mod here;
pub(crate) mod hours;
mod samples;
pub(crate) mod show;
mod store;

pub(crate) use samples::samples;
