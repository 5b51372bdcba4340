//! The promises of this room: an answer to what was said, and what was then planned or tried.

use relais_kernel::{Audience, BatonKind, Side, Step};

/// An answer to an entry, within the open days that the organisation chose.
pub const ANSWER: BatonKind = BatonKind {
    code: "improving.answer",
    side: Side::Employee,
    path: "/pebbles/{id}",
    outcomes: &["done", "planned", "trying", "refused"],
    ladder: &[
        Step { at_percent: 50, audience: Audience::Holder },
        Step { at_percent: 80, audience: Audience::UnitLeads },
        Step { at_percent: 100, audience: Audience::RegionLeads },
        Step { at_percent: 130, audience: Audience::SomebodyThere },
    ],
};

/// What was planned or is tried, until its day.
pub const DOING: BatonKind = BatonKind {
    code: "improving.doing",
    side: Side::Employee,
    path: "/pebbles/{id}",
    outcomes: &["done", "planned", "trying", "refused"],
    ladder: &[
        Step { at_percent: 80, audience: Audience::Holder },
        Step { at_percent: 100, audience: Audience::UnitLeads },
        Step { at_percent: 120, audience: Audience::RegionLeads },
        Step { at_percent: 150, audience: Audience::SomebodyThere },
    ],
};

/// What a rule of the house is for, to whoever asks.
pub const RULE: BatonKind = BatonKind {
    code: "improving.rule",
    side: Side::Employee,
    path: "/rules/{id}",
    outcomes: &["keep", "change", "drop"],
    ladder: &[
        Step { at_percent: 50, audience: Audience::Holder },
        Step { at_percent: 80, audience: Audience::UnitLeads },
        Step { at_percent: 100, audience: Audience::NetworkLeads },
        Step { at_percent: 130, audience: Audience::SomebodyThere },
    ],
};

/// What holds of two things that contradict each other, to whoever stumbled over them.
pub const INCOHERENCE: BatonKind = BatonKind {
    code: "improving.incoherence",
    path: "/incoherences/{id}",
    outcomes: &["keep_first", "keep_second", "change_first", "change_second", "change_both", "drop_both"],
    ..RULE
};

/// An obstacle taken out of a team's way.
pub const OBSTACLE: BatonKind = BatonKind {
    code: "improving.obstacle",
    path: "/obstacles/{id}",
    outcomes: &["removed", "worked_around", "refused"],
    ..ANSWER
};

pub(crate) const ALL: &[BatonKind] = &[ANSWER, DOING, RULE, INCOHERENCE, OBSTACLE];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_may_be_used() {
        for kind in ALL {
            assert!(kind.faults().is_empty(), "{}: {:?}", kind.code, kind.faults());
        }
    }
}
