//! « Mes messages »: how somebody wants to be reached, and when they are. One's own page: nobody else sees or sets it.

pub(crate) mod devices;
mod samples;
pub(crate) mod seen;
pub(crate) mod show;
#[cfg(test)]
mod tests;

pub(crate) use samples::samples;
