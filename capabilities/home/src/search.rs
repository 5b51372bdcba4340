//! One box over units, people and regions.

pub(crate) mod find;
#[cfg(test)]
mod tests;

pub(crate) use find::samples;
