//! Obstacles: what a team puts to those who answer for its unit, to be taken out of its way (CER-07).

pub(crate) mod answer;
pub(crate) mod checks;
pub(crate) mod join;
pub(crate) mod list;
pub(crate) mod pass;
pub(crate) mod say;
pub(crate) mod show;
pub(crate) mod store;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), say::samples(w), show::samples(w)].concat()
}
