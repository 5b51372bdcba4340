//! Incoherences: two rules, tools or messages that contradict each other, and what was decided (MAP-07).

pub(crate) mod checks;
pub(crate) mod decide;
pub(crate) mod join;
pub(crate) mod list;
pub(crate) mod say;
pub(crate) mod show;
pub(crate) mod store;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), say::samples(w), show::samples(w)].concat()
}
