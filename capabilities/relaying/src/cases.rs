//! What a customer waits for: promised by whoever was in front of them, kept until somebody else accepts it, ended when they
//! were told (EXP-03, REF-18, MAP-04, MAP-08).

pub(crate) mod call;
pub(crate) mod checks;
pub(crate) mod end;
pub(crate) mod list;
pub(crate) mod pass;
pub(crate) mod promise;
pub(crate) mod reading;
pub(crate) mod show;
pub(crate) mod store;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), show::samples(w)].concat()
}
