//! What may be written, asked and decided about a rule: pure decisions on typed text.

use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};

use crate::{
    pebbles::rules::Theme,
    places::{Named, Place},
    typed::{LINE, LONGEST, some, words, words_or},
};

relais_kernel::codes! {
    /// Whether it holds.
    pub enum RuleState {
        /// It holds.
        InForce = "in_force",
        /// It holds no more.
        Dropped = "dropped",
    }
}

relais_kernel::codes! {
    /// What is decided about a rule that somebody asked about.
    pub enum Verdict {
        /// It stays, and everybody can read what for.
        Keep = "keep",
        /// It says something else from now on.
        Change = "change",
        /// It holds no more.
        Drop = "drop",
    }
}

/// A rule as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct RuleInput {
    pub(crate) title: String,
    pub(crate) words: String,
    pub(crate) theme: String,
    pub(crate) source: String,
    pub(crate) place: String,
    pub(crate) owner: String,
}

/// The same as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RuleFacts {
    pub(crate) title: String,
    pub(crate) words: String,
    pub(crate) theme: Theme,
    pub(crate) source: String,
    pub(crate) place: Place,
    /// Whoever writes it answers for it; otherwise those who answer for its place.
    pub(crate) own: bool,
}

impl RuleInput {
    /// The rule, or all that is wrong with it. It holds in one of the places that the writer reaches.
    pub(crate) fn check(&self, places: &[Named]) -> Result<RuleFacts, Faults> {
        let mut faults = Faults::none();
        let title = faults.take(words(&self.title, "title", LINE));
        let text = faults.take(words(&self.words, "words", LONGEST));
        let source = faults.take(some(&self.source, "source", LINE));
        let place = places.iter().find(|named| named.code() == self.place).map(|named| named.place);
        let place = faults.take(place.ok_or_else(|| Fault::on("place", "rule-where")));
        match (title, text, source, place) {
            (Some(title), Some(words), Some(source), Some(place)) if faults.is_empty() => Ok(RuleFacts {
                title,
                words,
                theme: self.theme.parse().unwrap_or(Theme::Other),
                source,
                place,
                own: self.owner == "me",
            }),
            _ => Err(faults),
        }
    }
}

/// « À quoi sert-elle ? » as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct QuestionInput {
    pub(crate) text: String,
    pub(crate) signed: String,
}

impl QuestionInput {
    /// The question, and whether its author's name may stand there.
    pub(crate) fn check(&self) -> Result<(String, bool), Faults> {
        let text = words_or(&self.text, "text", "rule-question-missing", LONGEST)?;
        Ok((text, self.signed == "yes"))
    }
}

/// A decision as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct DecisionInput {
    pub(crate) verdict: String,
    pub(crate) reason: String,
    pub(crate) new_words: String,
}

/// A decision as it may be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decided {
    pub(crate) verdict: Verdict,
    pub(crate) reason: String,
    /// What the rule says from now on, when it changes.
    pub(crate) words: Option<String>,
}

impl DecisionInput {
    /// The decision, or all that is wrong with it: it has a reason that everybody can read, whatever it is.
    pub(crate) fn check(&self, now_says: &str) -> Result<Decided, Faults> {
        let mut faults = Faults::none();
        let verdict: Option<Verdict> = self.verdict.parse().ok();
        if verdict.is_none() {
            faults.add(Fault::on("verdict", "rule-no-verdict"));
        }
        let reason = faults.take(words_or(&self.reason, "reason", "rule-reason-missing", LONGEST));
        let words = match verdict {
            Some(Verdict::Change) => {
                let words = words_or(&self.new_words, "new_words", "rule-new-words-missing", LONGEST);
                faults.take(words.and_then(|words| match words == now_says {
                    true => Err(Fault::on("new_words", "rule-new-words-same")),
                    false => Ok(words),
                }))
            }
            Some(Verdict::Keep | Verdict::Drop) | None => None,
        };
        match (verdict, reason) {
            (Some(verdict), Some(reason)) if faults.is_empty() => Ok(Decided { verdict, reason, words }),
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(verdict: &str, reason: &str, new_words: &str) -> Vec<(String, String)> {
        let input =
            DecisionInput { verdict: verdict.into(), reason: reason.into(), new_words: new_words.into() };
        let faults = input.check("Deux signatures.").err().unwrap_or_default();
        faults.0.iter().map(|fault| (fault.field.to_string(), fault.key.to_string())).collect()
    }

    fn one(field: &str, key: &str) -> Vec<(String, String)> {
        vec![(field.to_owned(), key.to_owned())]
    }

    #[test]
    fn grp_10_no_decision_without_a_reason() {
        for verdict in ["keep", "drop"] {
            assert_eq!(faults(verdict, " ", ""), one("reason", "rule-reason-missing"));
            assert_eq!(faults(verdict, "oui", ""), []);
        }
        assert_eq!(faults("change", "", "Une signature."), one("reason", "rule-reason-missing"));
        assert_eq!(faults("", "parce que", ""), one("verdict", "rule-no-verdict"));
    }

    #[test]
    fn grp_10_a_change_says_what_holds_now() {
        assert_eq!(faults("change", "trop long", ""), one("new_words", "rule-new-words-missing"));
        assert_eq!(
            faults("change", "trop long", "Deux signatures."),
            one("new_words", "rule-new-words-same")
        );
        assert_eq!(faults("change", "trop long", "Une signature."), []);
        assert_eq!(faults("keep", "elle protège", "ignored"), [], "only a change has new words");
    }

    #[test]
    fn a_rule_holds_where_its_writer_reaches() {
        let places = [Named { place: Place::Network, name: String::new() }];
        let input = RuleInput {
            title: "Geste commercial".into(),
            words: "Au-delà de 15 €, demander.".into(),
            place: "network".into(),
            owner: "me".into(),
            ..RuleInput::default()
        };
        let facts = input.check(&places).unwrap();
        assert_eq!((facts.place, facts.theme, facts.own), (Place::Network, Theme::Other, true));
        let faults = input.check(&[]).unwrap_err();
        assert_eq!((&*faults.0[0].field, &*faults.0[0].key), ("place", "rule-where"));
        let empty = RuleInput::default().check(&places).unwrap_err();
        let fields: Vec<_> = empty.0.iter().map(|fault| fault.field.to_string()).collect();
        assert_eq!(fields, ["title", "words", "place"]);
    }

    #[test]
    fn a_question_has_words() {
        assert_eq!(QuestionInput::default().check().unwrap_err().0[0].key, "rule-question-missing");
        let asked = QuestionInput { text: " À quoi sert-elle ? ".into(), signed: "yes".into() };
        assert_eq!(asked.check(), Ok(("À quoi sert-elle ?".to_owned(), true)));
    }
}
