//! The promises of this room: what a group answers to whoever asked.

use relais_kernel::{Audience, BatonKind, Side, Step};

/// An answer of a group, within its opening hours.
pub const QUESTION: BatonKind = BatonKind {
    code: "relaying.question",
    side: Side::Employee,
    path: "/questions/{id}",
    outcomes: &["answered", "withdrawn"],
    ladder: &[
        Step { at_percent: 67, audience: Audience::Team },
        Step { at_percent: 100, audience: Audience::Hosts },
        Step { at_percent: 150, audience: Audience::SomebodyThere },
    ],
};

/// What a customer was promised, by whoever was in front of them. It never leaves them unless another one accepts it.
pub const CASE: BatonKind = BatonKind {
    code: "relaying.case",
    side: Side::Customer,
    path: "/cases/{id}",
    outcomes: &["solved", "relayed", "alternative", "refused", "withdrawn", "duplicate", "unreachable"],
    ladder: &[
        Step { at_percent: 100, audience: Audience::UnitLeads },
        Step { at_percent: 125, audience: Audience::RegionLeads },
        Step { at_percent: 150, audience: Audience::SomebodyThere },
    ],
};

/// A look at an entry that somebody says is no more true, to whoever said so.
pub const ENTRY: BatonKind = BatonKind {
    code: "relaying.entry",
    side: Side::Employee,
    path: "/knowledge/{id}",
    outcomes: &["kept", "corrected", "withdrawn"],
    ladder: &[
        Step { at_percent: 67, audience: Audience::Team },
        Step { at_percent: 100, audience: Audience::Hosts },
        Step { at_percent: 150, audience: Audience::SomebodyThere },
    ],
};

/// The yearly review of a group that became a tool, by whoever owns it.
pub const TOOL: BatonKind = BatonKind {
    code: "relaying.tool",
    side: Side::Employee,
    path: "/groups/{id}/tool",
    outcomes: &["kept", "changed", "stopped"],
    ladder: &[
        Step { at_percent: 95, audience: Audience::Holder },
        Step { at_percent: 100, audience: Audience::NetworkLeads },
        Step { at_percent: 110, audience: Audience::SomebodyThere },
    ],
};

pub(crate) const ALL: &[BatonKind] = &[QUESTION, CASE, ENTRY, TOOL];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ref_18_a_request_ends_in_one_of_seven_ways() {
        let codes: Vec<&str> =
            crate::cases::checks::Outcome::ALL.iter().map(|outcome| outcome.code()).collect();
        assert_eq!(codes, CASE.outcomes);
    }

    #[test]
    fn every_kind_may_be_used() {
        for kind in ALL {
            assert!(kind.faults().is_empty(), "{}: {:?}", kind.code, kind.faults());
        }
    }
}
