//! What a kind of promise is: the outcomes it may have, and who is told when it takes long.

use crate::Side;

/// A kind of baton, as a capability declares it. Its words are `baton-KIND-…` with dots as hyphens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatonKind {
    /// Stable name, `room.noun`.
    pub code: &'static str,
    /// Whose side the waiting person is on.
    pub side: Side,
    /// The page of its subject, with `{id}` in its place.
    pub path: &'static str,
    /// How it may end. "Nothing can be done" is never among them.
    pub outcomes: &'static [&'static str],
    /// Who is asked when, in the order of the shares.
    pub ladder: &'static [Step],
}

/// A step of a ladder. It tells and *offers*; only accepting moves the holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// At which share of the delay, in percent: 67, 100, 150.
    pub at_percent: u16,
    /// Who is asked.
    pub audience: Audience,
}

crate::codes! {
    /// Who a step of a ladder speaks to.
    pub enum Audience {
        /// Whoever holds it: a reminder.
        Holder = "holder",
        /// The whole team that it was given to, also those who did not say that they are there.
        Team = "team",
        /// Those who host that team; those who answer for the network where nobody does.
        Hosts = "hosts",
        /// Those who answer for the unit it is about.
        UnitLeads = "unit_leads",
        /// Those who answer for the unit's region.
        RegionLeads = "region_leads",
        /// Those who answer for the network.
        NetworkLeads = "network_leads",
        /// The nearest of all these among whom somebody is there. Every ladder ends with it.
        SomebodyThere = "somebody_there",
    }
}

impl BatonKind {
    /// Where its subject is read.
    pub fn href(&self, subject: uuid::Uuid) -> String {
        self.path.replace("{id}", &subject.to_string())
    }

    /// A key of its words: `baton-improving-pebble-who`.
    pub fn key(&self, what: &str) -> String {
        format!("baton-{}-{what}", self.code.replace(['.', '_'], "-"))
    }

    /// What is wrong with a declaration; empty when it may be used.
    pub fn faults(&self) -> Vec<&'static str> {
        let mut faults = Vec::new();
        if self.outcomes.is_empty() {
            faults.push("it can never end");
        }
        if self.ladder.last().is_none_or(|step| step.audience != Audience::SomebodyThere) {
            faults.push("its ladder does not end with somebody who is there");
        }
        if !self.ladder.windows(2).all(|pair| pair[0].at_percent < pair[1].at_percent) {
            faults.push("its steps are not in order");
        }
        if !self.path.contains("{id}") {
            faults.push("its page names no subject");
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STONE: BatonKind = BatonKind {
        code: "test.small_stone",
        side: Side::Employee,
        path: "/stones/{id}",
        outcomes: &["done"],
        ladder: &[
            Step { at_percent: 67, audience: Audience::Holder },
            Step { at_percent: 100, audience: Audience::SomebodyThere },
        ],
    };

    #[test]
    fn a_kind_names_its_page_and_its_words() {
        assert_eq!(STONE.key("who"), "baton-test-small-stone-who");
        assert_eq!(STONE.href(uuid::Uuid::nil()), "/stones/00000000-0000-0000-0000-000000000000");
        assert!(STONE.faults().is_empty());
    }

    #[test]
    fn a_ladder_ends_with_somebody_who_is_there() {
        let short = BatonKind { ladder: &[Step { at_percent: 100, audience: Audience::Holder }], ..STONE };
        assert_eq!(short.faults(), ["its ladder does not end with somebody who is there"]);
        let none = BatonKind { ladder: &[], outcomes: &[], path: "/stones", ..STONE };
        assert_eq!(none.faults().len(), 3);
        let crossed = BatonKind {
            ladder: &[
                Step { at_percent: 100, audience: Audience::UnitLeads },
                Step { at_percent: 67, audience: Audience::SomebodyThere },
            ],
            ..STONE
        };
        assert_eq!(crossed.faults(), ["its steps are not in order"]);
    }
}
