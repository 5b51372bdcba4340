//! The queue of jobs, as an administrator sees it: codes and times, never a payload.

pub(crate) mod list;
pub(crate) mod restart;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use list::samples;
