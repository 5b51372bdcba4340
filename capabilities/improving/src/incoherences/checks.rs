//! What contradicts what, who decides, and how: pure decisions on typed text.

use relais_kernel::PersonId;
use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    places::Place,
    typed::{LINE, LONGEST, some, words, words_or},
};

relais_kernel::codes! {
    /// What is decided about two things that contradict each other.
    pub enum Verdict {
        /// The first holds; the second goes.
        KeepFirst = "keep_first",
        /// The second holds; the first goes.
        KeepSecond = "keep_second",
        /// The first says something else from now on.
        ChangeFirst = "change_first",
        /// The second says something else from now on.
        ChangeSecond = "change_second",
        /// Both say something else from now on.
        ChangeBoth = "change_both",
        /// Neither holds.
        DropBoth = "drop_both",
    }
}

impl Verdict {
    fn changes(self) -> bool {
        matches!(self, Self::ChangeFirst | Self::ChangeSecond | Self::ChangeBoth)
    }
}

/// A rule of the register, as somebody names it in an incoherence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) words: String,
    pub(crate) place: Place,
    /// Whoever answers for it, when it is one person.
    pub(crate) owner: Option<PersonId>,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// The rule, when it is one of the register.
    pub(crate) rule: Option<Uuid>,
    /// What it says, in the words of that day.
    pub(crate) words: String,
}

/// What somebody typed about two things that contradict each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SaidInput {
    pub(crate) first_rule: String,
    pub(crate) first_words: String,
    pub(crate) second_rule: String,
    pub(crate) second_words: String,
    pub(crate) stage: String,
    pub(crate) signed: String,
}

/// The same as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Contradiction {
    pub(crate) first: Said,
    pub(crate) second: Said,
    pub(crate) stage: String,
    pub(crate) signed: bool,
    pub(crate) decides: Decides,
}

/// Who decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decides {
    /// Whoever answers for the rules.
    Owner(PersonId),
    /// Those who answer for a place.
    Leads(Place),
}

impl SaidInput {
    /// What contradicts what, or all that is wrong with it.
    pub(crate) fn check(&self, rules: &[Choice]) -> Result<Contradiction, Faults> {
        let find = |typed: &str| rules.iter().find(|rule| rule.id.to_string() == typed);
        let (one, other) = (find(&self.first_rule), find(&self.second_rule));
        let mut faults = Faults::none();
        let first = faults.take(said(one, &self.first_words, "first_words"));
        let second = faults.take(said(other, &self.second_words, "second_words"));
        let stage = faults.take(some(&self.stage, "stage", LINE));
        if one.is_some() && one.map(|rule| rule.id) == other.map(|rule| rule.id) {
            faults.add(Fault::on("second_rule", "incoherence-same-rule"));
        }
        match (first, second, stage) {
            (Some(first), Some(second), Some(stage)) if faults.is_empty() => Ok(Contradiction {
                first,
                second,
                stage,
                signed: self.signed == "yes",
                decides: who_decides(one, other),
            }),
            _ => Err(faults),
        }
    }
}

/// A rule says what stands in the register; anything else is told in words.
fn said(rule: Option<&Choice>, typed: &str, field: &'static str) -> Result<Said, Fault> {
    match rule {
        Some(rule) => Ok(Said { rule: Some(rule.id), words: rule.words.clone() }),
        None => Ok(Said { rule: None, words: words_or(typed, field, "incoherence-words-missing", LONGEST)? }),
    }
}

/// One accountable side: the owner that both share, those of the place that both share, else those of the network. A rule
/// against words of any origin is for whoever answers for the rule.
pub(crate) fn who_decides(first: Option<&Choice>, second: Option<&Choice>) -> Decides {
    let of = |rule: &Choice| rule.owner.map_or(Decides::Leads(rule.place), Decides::Owner);
    match (first, second) {
        (Some(one), Some(other)) if of(one) == of(other) => of(one),
        (Some(one), Some(other)) if one.place == other.place => Decides::Leads(one.place),
        (Some(rule), None) | (None, Some(rule)) => of(rule),
        _ => Decides::Leads(Place::Network),
    }
}

/// A decision as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct DecisionInput {
    pub(crate) verdict: String,
    pub(crate) reason: String,
    pub(crate) now_words: String,
}

/// A decision as it may be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decided {
    pub(crate) verdict: Verdict,
    pub(crate) reason: String,
    /// What holds from now on; empty where nothing is said anew.
    pub(crate) now_words: String,
}

impl DecisionInput {
    /// The decision, or all that is wrong with it: a reason always, and what holds now when something changes.
    pub(crate) fn check(&self) -> Result<Decided, Faults> {
        let mut faults = Faults::none();
        let verdict: Option<Verdict> = self.verdict.parse().ok();
        if verdict.is_none() {
            faults.add(Fault::on("verdict", "incoherence-no-verdict"));
        }
        let reason = faults.take(words_or(&self.reason, "reason", "rule-reason-missing", LONGEST));
        let now_words = if verdict.is_some_and(Verdict::changes) {
            let typed = words(&self.now_words, "now_words", LONGEST);
            faults.take(typed.map_err(|fault| match &*fault.key {
                "field-empty" => Fault::on("now_words", "incoherence-now-missing"),
                _ => fault,
            }))
        } else {
            faults.take(some(&self.now_words, "now_words", LONGEST))
        };
        match (verdict, reason, now_words) {
            (Some(verdict), Some(reason), Some(now_words)) if faults.is_empty() => {
                Ok(Decided { verdict, reason, now_words })
            }
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(n: u128, owner: Option<u128>, place: Place) -> Choice {
        Choice {
            id: Uuid::from_u128(n),
            title: format!("Règle {n}"),
            words: format!("Ce que dit la règle {n}."),
            place,
            owner: owner.map(|n| PersonId(Uuid::from_u128(n))),
        }
    }

    #[test]
    fn map_07_one_side_is_accountable() {
        let unit = Place::Unit(relais_kernel::UnitId(Uuid::from_u128(7)));
        let helene = Decides::Owner(PersonId(Uuid::from_u128(9)));
        let (hers, also_hers) = (choice(1, Some(9), Place::Network), choice(2, Some(9), unit));
        let (local, also_local) = (choice(3, None, unit), choice(4, Some(8), unit));
        let network = Decides::Leads(Place::Network);
        assert_eq!(who_decides(Some(&hers), Some(&also_hers)), helene);
        assert_eq!(who_decides(Some(&hers), None), helene);
        assert_eq!(who_decides(None, Some(&local)), Decides::Leads(unit));
        assert_eq!(who_decides(Some(&local), Some(&also_local)), Decides::Leads(unit));
        assert_eq!(who_decides(Some(&hers), Some(&local)), network);
        assert_eq!(who_decides(None, None), network);
    }

    #[test]
    fn map_07_two_things_contradict_each_other() {
        let rules = [choice(1, None, Place::Network), choice(2, None, Place::Network)];
        let one = rules[0].id.to_string();
        let input = |first: &str, second: &str, words: &str| SaidInput {
            first_rule: first.into(),
            second_rule: second.into(),
            second_words: words.into(),
            ..SaidInput::default()
        };
        let said = input(&one, "", "Le message du lundi dit le contraire.").check(&rules).unwrap();
        assert_eq!(said.first.words, "Ce que dit la règle 1.", "as it stood that day");
        assert_eq!((said.first.rule, said.second.rule), (Some(rules[0].id), None));
        let key = |input: SaidInput| input.check(&rules).unwrap_err().0[0].key.to_string();
        assert_eq!(key(input(&one, "", " ")), "incoherence-words-missing");
        assert_eq!(key(input(&one, &one, "")), "incoherence-same-rule");
        assert_eq!(key(input("unknown", &one, "")), "incoherence-words-missing");
    }

    #[test]
    fn map_07_no_decision_without_a_reason_and_a_change_says_what_holds() {
        let faults = |verdict: &str, reason: &str, now: &str| {
            let input =
                DecisionInput { verdict: verdict.into(), reason: reason.into(), now_words: now.into() };
            let faults = input.check().err().unwrap_or_default();
            faults.0.iter().map(|fault| fault.key.to_string()).collect::<Vec<_>>()
        };
        for verdict in Verdict::ALL {
            assert!(faults(verdict.code(), " ", "Ceci vaut.").contains(&"rule-reason-missing".to_owned()));
            assert_eq!(faults(verdict.code(), "plus clair", "Ceci vaut."), Vec::<String>::new());
            let without = faults(verdict.code(), "plus clair", "");
            assert_eq!(without.is_empty(), !verdict.changes(), "{verdict}");
        }
        assert_eq!(faults("nothing_possible", "désolé", ""), ["incoherence-no-verdict"]);
    }
}
