//! Pebbles and ideas: said on one screen, held at once, answered in time.

pub(crate) mod anonymous;
pub(crate) mod answer;
pub(crate) mod ask;
pub(crate) mod join;
pub(crate) mod list;
pub(crate) mod merge;
pub(crate) mod rules;
pub(crate) mod say;
pub(crate) mod show;
pub(crate) mod similar;
pub(crate) mod store;
pub(crate) mod words;

use relais_web::{Sample, components::Tone};
use relais_words::Words;

use rules::PebbleState;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let anonymous = [anonymous::say::samples(w), anonymous::receipts::samples(w)].concat();
    [say::samples(w), similar::samples(w), list::samples(w), show::samples(w), merge::samples(w), anonymous]
        .concat()
}

/// The tone of a state: what ended well is kept, what is under way is neither.
pub(crate) fn tone(state: PebbleState) -> Tone {
    match state {
        PebbleState::Done => Tone::Kept,
        PebbleState::Received | PebbleState::Planned | PebbleState::Trying | PebbleState::Refused => {
            Tone::Plain
        }
    }
}
