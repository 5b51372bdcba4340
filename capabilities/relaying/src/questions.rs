//! Questions to those who know: asked in half a minute, held by the group from their first moment, answered in its hours
//! (EXP-02).

pub(crate) mod add;
pub(crate) mod after;
pub(crate) mod answer;
pub(crate) mod ask;
pub(crate) mod checks;
pub(crate) mod judge;
pub(crate) mod list;
pub(crate) mod pass;
pub(crate) mod photo;
pub(crate) mod show;
pub(crate) mod store;
pub(crate) mod take;
pub(crate) mod withdraw;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), ask::samples(w), show::samples(w)].concat()
}
