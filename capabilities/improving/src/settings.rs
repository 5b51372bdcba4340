//! What an organisation may set here.

use relais_directory::settings::values;
use relais_kernel::{Counted, Setting};
use relais_store::{InOrg, Result};

/// Open days within which whoever speaks is answered (VDT-01).
pub(crate) const ANSWERED_IN: Setting =
    Setting { code: "improving.answered_in", default: 10, least: 1, most: 60, counted: Counted::OpenDays };

/// Open days within which whoever speaks hears that somebody has it (VDT-01).
pub(crate) const HEARD_IN: Setting =
    Setting { code: "improving.heard_in", default: 1, least: 1, most: 10, counted: Counted::OpenDays };

/// A pebble done within so many days of its first word is a quick win (SPO-08).
pub(crate) const QUICK: Setting =
    Setting { code: "improving.quick", default: 15, least: 1, most: 60, counted: Counted::Days };

/// Of fewer answers no share is worth saying.
const SHOWN_FROM: Setting =
    Setting { code: "improving.shown_from", default: 10, least: 5, most: 100, counted: Counted::Answers };

/// Of fewer answers a share is shown, not concluded from.
const FIRM_FROM: Setting =
    Setting { code: "improving.firm_from", default: 30, least: 10, most: 500, counted: Counted::Answers };

/// A board speaks of no unit in which fewer people work: they could be told apart (PRV-09).
pub(crate) const FEWEST_PEOPLE: Setting =
    Setting { code: "improving.fewest_people", default: 3, least: 3, most: 20, counted: Counted::People };

pub(crate) const ALL: &[Setting] = &[ANSWERED_IN, HEARD_IN, QUICK, SHOWN_FROM, FIRM_FROM, FEWEST_PEOPLE];

/// From how many on a board says what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Thresholds {
    pub(crate) shown_from: i64,
    pub(crate) firm_from: i64,
    pub(crate) quick_days: i64,
    pub(crate) answered_in: i64,
    pub(crate) heard_in: i64,
}

impl Thresholds {
    pub(crate) async fn of(on: &impl InOrg) -> Result<Self> {
        let all = values(on, ALL).await?;
        let value = |setting: &Setting| {
            all.iter().find(|(known, _)| known == setting).map_or(setting.default, |(_, value)| *value)
        };
        Ok(Self {
            shown_from: value(&SHOWN_FROM),
            firm_from: value(&FIRM_FROM),
            quick_days: value(&QUICK),
            answered_in: value(&ANSWERED_IN),
            heard_in: value(&HEARD_IN),
        })
    }

    /// As long as nobody says otherwise.
    pub(crate) const fn usual() -> Self {
        Self {
            shown_from: SHOWN_FROM.default,
            firm_from: FIRM_FROM.default,
            quick_days: QUICK.default,
            answered_in: ANSWERED_IN.default,
            heard_in: HEARD_IN.default,
        }
    }
}

/// Days in microseconds, to the end of the last one.
pub(crate) const fn span_of(days: i64) -> i64 {
    (days + 1) * 86_400_000_000
}
