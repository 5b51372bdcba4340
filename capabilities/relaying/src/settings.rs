//! What an organisation may set here.

use relais_kernel::{Counted, Setting};

/// Opening minutes within which a group answers (EXP-02).
pub(crate) const ANSWERED_IN: Setting =
    Setting { code: "relaying.answered_in", default: 30, least: 5, most: 480, counted: Counted::Minutes };

/// Minutes before what a customer was promised at which they are called to be reassured (EXP-03).
pub(crate) const REASSURED_BEFORE: Setting = Setting {
    code: "relaying.reassured_before",
    default: 15,
    least: 5,
    most: 120,
    counted: Counted::Minutes,
};

pub(crate) const ALL: &[Setting] = &[ANSWERED_IN, REASSURED_BEFORE];
