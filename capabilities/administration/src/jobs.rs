//! The jobs of an organisation, as its administrator sees them: codes and times, never a payload.

pub(crate) mod list;
pub(crate) mod restart;
#[cfg(test)]
mod tests;

pub(crate) use list::samples;
