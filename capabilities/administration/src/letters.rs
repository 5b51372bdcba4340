//! The demo's letterbox: letters and text messages that never leave the machine.

pub(crate) mod list;
pub(crate) mod show;
pub(crate) mod texts;

use relais_post::State;
use relais_web::{
    Sample,
    components::{Chip, Tone},
};
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), show::samples(w), texts::samples(w)].concat()
}

/// How far a letter is.
fn state(w: &Words, state: State) -> Chip {
    match state {
        State::Queued => Chip::new(w.t("letters-queued")).icon("clock"),
        State::Sent => Chip::new(w.t("letters-sent")).tone(Tone::Kept).icon("check"),
        State::Failed => Chip::new(w.t("letters-failed")).tone(Tone::Late).icon("circle-x"),
    }
}
