//! What may be shared, and how a unit lives with it: pure decisions.

use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};

use crate::typed::{LONGEST, some, words};

relais_kernel::codes! {
    /// How a unit lives with a solution.
    pub enum AdoptionState {
        /// As it was shared.
        Adopted = "adopted",
        /// With something changed.
        Adapted = "adapted",
        /// Still, after a while.
        Kept = "kept",
        /// No more.
        Dropped = "dropped",
    }
}

impl AdoptionState {
    /// Whether the unit lives with it.
    pub(crate) fn lives(self) -> bool {
        self != Self::Dropped
    }
}

/// What a unit may say of a solution next: take it up as it is or changed, then keep on, change it further or drop it.
pub(crate) fn next(now: Option<AdoptionState>) -> &'static [AdoptionState] {
    match now {
        None | Some(AdoptionState::Dropped) => &[AdoptionState::Adopted, AdoptionState::Adapted],
        Some(AdoptionState::Adopted | AdoptionState::Adapted | AdoptionState::Kept) => {
            &[AdoptionState::Kept, AdoptionState::Adapted, AdoptionState::Dropped]
        }
    }
}

/// What somebody typed about what worked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SharedInput {
    pub(crate) was: String,
    pub(crate) now_words: String,
    pub(crate) needs: String,
}

/// The same as it may be shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shared {
    pub(crate) was: String,
    pub(crate) now_words: String,
    pub(crate) needs: String,
}

impl SharedInput {
    /// What worked, or all that is wrong with it.
    pub(crate) fn check(&self) -> Result<Shared, Faults> {
        let mut faults = Faults::none();
        let was = faults.take(words(&self.was, "was", LONGEST));
        let now_words = faults.take(words(&self.now_words, "now_words", LONGEST));
        let needs = faults.take(some(&self.needs, "needs", LONGEST));
        match (was, now_words, needs) {
            (Some(was), Some(now_words), Some(needs)) => Ok(Shared { was, now_words, needs }),
            _ => Err(faults),
        }
    }
}

/// What somebody typed about how their unit lives with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct AdoptionInput {
    pub(crate) state: String,
    pub(crate) words: String,
}

/// The same as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Adoption {
    pub(crate) state: AdoptionState,
    pub(crate) words: String,
}

impl AdoptionInput {
    /// What the unit says, or all that is wrong with it: what was changed has words, and so has why it was dropped.
    pub(crate) fn check(&self, now: Option<AdoptionState>) -> Result<Adoption, Faults> {
        let mut faults = Faults::none();
        let state: Option<AdoptionState> = self.state.parse().ok().filter(|state| next(now).contains(state));
        if state.is_none() {
            faults.add(Fault::on("state", "solution-no-state"));
        }
        let missing = match state {
            Some(AdoptionState::Adapted) => Some("solution-adapted-how"),
            Some(AdoptionState::Dropped) => Some("solution-dropped-why"),
            _ => None,
        };
        let text = match missing {
            Some(key) => words(&self.words, "words", LONGEST).map_err(|fault| match &*fault.key {
                "field-empty" => Fault::on("words", key),
                _ => fault,
            }),
            None => some(&self.words, "words", LONGEST),
        };
        match (state, faults.take(text)) {
            (Some(state), Some(words)) if faults.is_empty() => Ok(Adoption { state, words }),
            _ => Err(faults),
        }
    }
}

/// In how many units a solution lived after each day on which that changed, from the units' sayings in their order:
/// unit, day, state.
pub(crate) fn over_time<U: Copy + Eq + std::hash::Hash, D: Copy + Eq>(
    sayings: &[(U, D, AdoptionState)],
) -> Vec<(D, usize)> {
    let mut living = std::collections::HashSet::new();
    let mut days: Vec<(D, usize)> = Vec::new();
    for (unit, day, state) in sayings {
        if state.lives() {
            living.insert(*unit)
        } else {
            living.remove(unit)
        };
        match days.last_mut() {
            Some(last) if last.0 == *day => last.1 = living.len(),
            _ => days.push((*day, living.len())),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(now: Option<AdoptionState>, state: &str, words: &str) -> Vec<String> {
        let input = AdoptionInput { state: state.into(), words: words.into() };
        let faults = input.check(now).err().unwrap_or_default();
        faults.0.iter().map(|fault| fault.key.to_string()).collect()
    }

    #[test]
    fn ref_19_a_unit_takes_up_changes_keeps_or_drops() {
        let lives = Some(AdoptionState::Adopted);
        assert_eq!(faults(None, "adopted", ""), Vec::<String>::new());
        assert_eq!(faults(lives, "kept", ""), Vec::<String>::new());
        assert_eq!(faults(None, "kept", ""), ["solution-no-state"], "what is not there cannot be kept");
        assert_eq!(faults(None, "dropped", "trop lourd"), ["solution-no-state"]);
        assert_eq!(faults(lives, "adopted", ""), ["solution-no-state"], "once");
        assert_eq!(faults(Some(AdoptionState::Dropped), "adopted", ""), Vec::<String>::new(), "again");
        assert_eq!(faults(lives, "imposed", ""), ["solution-no-state"]);
    }

    #[test]
    fn ref_19_what_was_changed_and_why_it_was_dropped_have_words() {
        assert_eq!(faults(None, "adapted", " "), ["solution-adapted-how"]);
        assert_eq!(faults(Some(AdoptionState::Kept), "dropped", ""), ["solution-dropped-why"]);
        assert_eq!(faults(Some(AdoptionState::Kept), "dropped", "trop lourd"), Vec::<String>::new());
    }

    #[test]
    fn where_it_lives_is_counted_day_by_day() {
        use AdoptionState::{Adapted, Adopted, Dropped, Kept};
        let sayings = [
            (1, 10, Adopted),
            (2, 10, Adapted),
            (1, 12, Kept),
            (3, 14, Adopted),
            (2, 14, Dropped),
            (1, 20, Dropped),
        ];
        assert_eq!(over_time(&sayings), [(10, 2), (12, 2), (14, 2), (20, 1)]);
        assert_eq!(over_time::<i32, i32>(&[]), []);
    }

    #[test]
    fn what_worked_has_words() {
        let keys: Vec<_> = SharedInput::default()
            .check()
            .unwrap_err()
            .0
            .iter()
            .map(|fault| fault.field.to_string())
            .collect();
        assert_eq!(keys, ["was", "now_words"]);
    }
}
