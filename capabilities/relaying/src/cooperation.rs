//! Which units helped which: ties between teams, never between persons (EXP-04, EXP-08).

pub(crate) mod drawing;
pub(crate) mod show;
pub(crate) mod store;

pub(crate) use show::samples;
