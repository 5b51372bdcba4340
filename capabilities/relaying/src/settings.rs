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

/// Days after which an entry of what a group knows is no more relied on (EXP-07).
pub(crate) const ENTRY_LASTS: Setting =
    Setting { code: "relaying.entry_lasts", default: 182, least: 30, most: 730, counted: Counted::Days };

/// Opening minutes within which a group looks at an entry that somebody says is no more true (EXP-07).
pub(crate) const DOUBT_ANSWERED_IN: Setting = Setting {
    code: "relaying.doubt_answered_in",
    default: 960,
    least: 30,
    most: 4800,
    counted: Counted::Minutes,
};

/// A board tells of no fewer people: they could be told apart (PRV-09).
pub(crate) const FEWEST_PEOPLE: Setting =
    Setting { code: "relaying.fewest_people", default: 3, least: 3, most: 20, counted: Counted::People };

/// Of fewer answers a board tells no share and no median.
pub(crate) const SHOWN_FROM: Setting =
    Setting { code: "relaying.shown_from", default: 10, least: 5, most: 100, counted: Counted::Answers };

pub(crate) const ALL: &[Setting] =
    &[ANSWERED_IN, REASSURED_BEFORE, ENTRY_LASTS, DOUBT_ANSWERED_IN, FEWEST_PEOPLE, SHOWN_FROM];
