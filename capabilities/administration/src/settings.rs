//! The numbers that the organisation may set: what each is, what it was at first, and changing one.

pub(crate) mod edit;
pub(crate) mod list;
#[cfg(test)]
mod tests;

use relais_kernel::Setting;
use relais_web::Sample;
use relais_words::Words;

/// What changing it changes.
fn more(w: &Words, setting: &Setting) -> String {
    w.t(&format!("{}-more", setting.key())).to_string()
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), edit::samples(w)].concat()
}
