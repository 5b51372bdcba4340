//! One box over units, people and regions.

pub(crate) mod find;

pub(crate) use find::samples;
