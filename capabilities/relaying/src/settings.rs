//! What an organisation may set here.

use relais_kernel::{Counted, Setting};

/// Opening minutes within which a group answers (EXP-02).
pub(crate) const ANSWERED_IN: Setting =
    Setting { code: "relaying.answered_in", default: 30, least: 5, most: 480, counted: Counted::Minutes };

pub(crate) const ALL: &[Setting] = &[ANSWERED_IN];
