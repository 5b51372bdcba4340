//! Text messages as administrators see them, the name they are from, and what the gateway tells.

pub(crate) mod incoming;
pub(crate) mod sender;
pub(crate) mod show;
#[cfg(test)]
mod tests;

use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [show::samples(w), sender::samples(w)].concat()
}
