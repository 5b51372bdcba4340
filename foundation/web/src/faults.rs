//! Faults of a form, as its summary.

use relais_words::{Faults, Words};

use crate::components::FormErrors;

/// The summary on top of a form: each sentence leads to its field.
pub fn told(w: &Words, faults: &Faults) -> FormErrors {
    faults.0.iter().fold(FormErrors::new(w), |errors, fault| {
        if fault.field.is_empty() {
            errors.whole(fault.say(w))
        } else {
            errors.field(&fault.field, fault.say(w))
        }
    })
}
