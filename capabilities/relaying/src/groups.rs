//! Groups of people who know: from several units and trades, hosted by one of each, asked directly (EXP-01, EXP-05).

pub(crate) mod checks;
pub(crate) mod list;
pub(crate) mod make;
pub(crate) mod show;
pub(crate) mod stand;
pub(crate) mod store;
pub(crate) mod there;

pub(crate) use stand::time;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), make::samples(w), show::samples(w)].concat()
}
