//! What makes a tool of a group: pure decisions.

use relais_kernel::{Day, PersonId};
use relais_words::{Fault, Faults};
use serde::Deserialize;

use crate::typed::within;

/// Months that a group has lasted before it is promoted: a pilot shows in one season, and a second one shows that it lasts.
pub(crate) const LASTED_MONTHS: i32 = 6;
/// What a budget is, in a line.
pub(crate) const LONGEST_BUDGET: usize = 200;
/// What a review says.
pub(crate) const LONGEST_REVIEW: usize = 1000;

relais_kernel::codes! {
    /// What a yearly review decides.
    pub enum Review {
        /// It goes on as it is.
        Kept = "kept",
        /// It goes on otherwise.
        Changed = "changed",
        /// It is a tool no longer.
        Stopped = "stopped",
    }
}

/// A promotion as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct ToolInput {
    pub(crate) owner: String,
    pub(crate) budget: String,
    pub(crate) review: String,
}

/// A promotion as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Promotion {
    pub(crate) owner: PersonId,
    pub(crate) budget: String,
    /// Since when the group is there.
    pub(crate) made: Day,
    pub(crate) review: Day,
}

/// A review as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct ReviewInput {
    pub(crate) outcome: String,
    pub(crate) words: String,
}

/// From which day a group may be promoted.
pub(crate) fn ripe_on(made: Day) -> Day {
    let later = made.date().checked_add(jiff::Span::new().months(LASTED_MONTHS));
    later.map_or(made, Day::from_date)
}

/// The same day a year later.
pub(crate) fn a_year_after(day: Day) -> Day {
    day.date().checked_add(jiff::Span::new().years(1)).map_or(day, Day::from_date)
}

impl ToolInput {
    /// The promotion, or all that is wrong with it. The owner is one of the group; the review comes within a year.
    pub(crate) fn check(&self, people: &[PersonId], (made, today): (Day, Day)) -> Result<Promotion, Faults> {
        let mut faults = Faults::none();
        let owner = self.owner.parse().ok().filter(|owner| people.contains(owner));
        if owner.is_none() {
            faults.add(Fault::on("owner", "tool-no-owner"));
        }
        let budget = faults.take(within(&self.budget, "budget", 2..=LONGEST_BUDGET));
        let review = faults.take(match self.review.parse::<Day>() {
            Ok(day) if day > today && day <= a_year_after(today) => Ok(day),
            Ok(_) => Err(Fault::on("review", "tool-review-within-a-year")),
            Err(_) => Err(Fault::on("review", "day-unreadable").with("typed", self.review.as_str())),
        });
        if ripe_on(made) > today {
            faults.add(
                Fault::of_form("tool-too-young").with("n", LASTED_MONTHS).with_day("from", ripe_on(made)),
            );
        }
        match (owner, budget, review) {
            (Some(owner), Some(budget), Some(review)) if faults.is_empty() => {
                Ok(Promotion { owner, budget, made, review })
            }
            _ => Err(faults),
        }
    }
}

impl ReviewInput {
    /// What was decided and why.
    pub(crate) fn check(&self) -> Result<(Review, String), Faults> {
        let mut faults = Faults::none();
        let outcome = faults.take(self.outcome.parse().map_err(|_| Fault::on("outcome", "tool-no-outcome")));
        let words = faults.take(within(&self.words, "words", 3..=LONGEST_REVIEW));
        outcome.zip(words).ok_or(faults)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn exp_11_a_group_that_lasted_is_promoted_with_owner_budget_and_review() {
        let owner = PersonId(Uuid::from_u128(1));
        let keys = |owner_typed: &str, budget: &str, review: &str, made: &str| {
            let input = ToolInput { owner: owner_typed.into(), budget: budget.into(), review: review.into() };
            let faults = input.check(&[owner], (day(made), day("2026-11-22"))).err().unwrap_or_default();
            faults.0.iter().map(|fault| fault.key.to_string()).collect::<Vec<_>>()
        };
        let (known, made) = (owner.to_string(), "2026-05-22");
        assert_eq!(keys(&known, "2 j par mois", "2027-11-22", made), Vec::<String>::new());
        assert_eq!(keys(&known, "2 j par mois", "2027-11-23", made), ["tool-review-within-a-year"]);
        assert_eq!(keys(&known, "2 j par mois", "2026-11-22", made), ["tool-review-within-a-year"]);
        assert_eq!(keys(&known, "2 j par mois", "2027-05-01", "2026-05-23"), ["tool-too-young"]);
        assert_eq!(keys("", " ", "demain", made), ["tool-no-owner", "field-empty", "day-unreadable"]);
        assert_eq!(keys(&Uuid::from_u128(2).to_string(), "2 j", "2027-05-01", made), ["tool-no-owner"]);
    }

    #[test]
    fn exp_11_a_review_decides_and_says_why() {
        let keys = |outcome: &str, words: &str| {
            let input = ReviewInput { outcome: outcome.into(), words: words.into() };
            input.check().err().unwrap_or_default().0.iter().map(|f| f.key.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(keys("", ""), ["tool-no-outcome", "field-empty"]);
        assert_eq!(keys("kept", "Il sert chaque jour."), Vec::<String>::new());
    }
}
