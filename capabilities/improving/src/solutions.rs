//! Good solutions: what worked in one unit, offered to all others, spread by adoption and never by order (REF-19).

pub(crate) mod adopt;
pub(crate) mod ageing;
pub(crate) mod checks;
pub(crate) mod list;
pub(crate) mod share;
pub(crate) mod show;
pub(crate) mod store;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), share::samples(w), show::samples(w)].concat()
}
