//! One's own account: sessions, password, language, organisation.

pub(crate) mod choices;
pub(crate) mod password;
pub(crate) mod pin;
pub(crate) mod sessions;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [password::samples(w), pin::samples(w), sessions::samples(w)].concat()
}
