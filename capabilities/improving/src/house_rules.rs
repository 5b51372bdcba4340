//! The rules of the house: what each says, what it is for, who answers for it; any employee may ask, and is answered.

pub(crate) mod challenge;
pub(crate) mod checks;
pub(crate) mod decide;
pub(crate) mod join;
pub(crate) mod list;
pub(crate) mod show;
pub(crate) mod store;
pub(crate) mod write;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), show::samples(w), write::samples(w)].concat()
}
