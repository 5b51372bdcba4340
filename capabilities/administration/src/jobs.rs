//! The queue of jobs, as an administrator sees it: codes and times, never a payload.

pub(crate) mod list;
pub(crate) mod restart;
mod store;

pub(crate) use list::samples;
