//! One box over units, people and regions, and what other rooms declare that it finds.

pub(crate) mod find;
#[cfg(test)]
mod tests;

pub(crate) use find::samples;
