//! What a customer is known by in the organisation's own tools: how such a reference is written, and where it opens there
//! (OPS-08).

pub(crate) mod checks;
pub(crate) mod edit;
pub(crate) mod store;

pub(crate) use edit::samples;
