//! Groups of people who know: from several units and trades, hosted by one of each, asked directly (EXP-01, EXP-05).

mod change;
mod form;

pub(crate) mod checks;
pub(crate) mod close;
pub(crate) mod edit;
pub(crate) mod list;
pub(crate) mod make;
pub(crate) mod scope;
pub(crate) mod show;
pub(crate) mod stand;
pub(crate) mod store;
pub(crate) mod there;

pub(crate) use stand::time;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), form::samples(w), close::samples(w), show::samples(w)].concat()
}
