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

pub(crate) const ALL: &[BatonKind] = &[QUESTION];

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
