//! « Ne me contactez plus »: taken in by hand or from another system's file, and given to other systems by marking theirs.
//! Relais keeps refused addresses as keyed hashes alone, so it has no list to hand out: whoever wants to know brings theirs.

pub(crate) mod add;
pub(crate) mod file;
pub(crate) mod import;
pub(crate) mod mark;
pub(crate) mod show;

#[cfg(test)]
mod tests;

pub(crate) use show::samples;
