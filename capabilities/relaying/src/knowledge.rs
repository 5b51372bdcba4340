//! What the groups know: answers that an expert validated, found by whoever is about to ask, with an end (EXP-07); and what
//! is often asked and poorly answered (EXP-10).

pub(crate) mod answered;
pub(crate) mod checks;
pub(crate) mod import;
pub(crate) mod index;
pub(crate) mod keep;
pub(crate) mod list;
pub(crate) mod needs;
mod ranking;
pub(crate) mod search;
pub(crate) mod show;
pub(crate) mod shown;
pub(crate) mod similar;
pub(crate) mod store;
pub(crate) mod write;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [
        answered::samples(w),
        import::samples(w),
        list::samples(w),
        needs::samples(w),
        show::samples(w),
        similar::samples(w),
        write::samples(w),
    ]
    .concat()
}
