//! Who answers what: by unit and by theme, named people take what is said instead of those who answer for the unit.

pub(crate) mod end;
pub(crate) mod list;
pub(crate) mod set;
pub(crate) mod store;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    list::samples(w)
}
