//! What may be asked and answered: pure decisions.

use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};

use crate::typed;

pub(crate) const SHORTEST: usize = 3;
/// A question is said, not written up.
pub(crate) const LONGEST: usize = 1000;
/// A make and a model.
pub(crate) const LONGEST_DEVICE: usize = 60;
/// An answer may have steps.
pub(crate) const LONGEST_ANSWER: usize = 4000;

relais_kernel::codes! {
    /// What became of a question.
    pub enum QuestionState {
        /// Waits for its group.
        Asked = "asked",
        /// Has its answer.
        Answered = "answered",
        /// Whoever asked no longer asks.
        Withdrawn = "withdrawn",
    }
}

relais_kernel::codes! {
    /// Who said a word.
    pub enum Speaker {
        /// Somebody of the group.
        Group = "group",
        /// Whoever asked.
        Asker = "asker",
    }
}

relais_kernel::codes! {
    /// What a word is.
    pub enum WordKind {
        /// An answer.
        Answer = "answer",
        /// What somebody of the group needs to know first.
        Clarify = "clarify",
        /// Anything else.
        Word = "word",
    }
}

/// A question as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct AskInput {
    pub(crate) theme: String,
    pub(crate) text: String,
    pub(crate) device: String,
    /// A customer who waits, if there is one.
    pub(crate) given_name: String,
    pub(crate) phone: String,
    /// Whether they agreed to be called back.
    pub(crate) agreed: String,
    pub(crate) reference: String,
    /// When they hear: a code, or a day and a time.
    pub(crate) promised: String,
    pub(crate) day: String,
    pub(crate) at: String,
    /// A photo came with a form that is shown again: browsers forget it.
    #[serde(skip)]
    pub(crate) had_photo: bool,
    /// Minted with the form, so that what a bad network sends twice is asked once.
    pub(crate) key: String,
    /// The question whose answer did not do.
    pub(crate) again: String,
    /// Sent although nobody said that they answer in time.
    pub(crate) anyway: String,
    /// Only to see what was answered before, where no script shows it.
    pub(crate) look: String,
}

impl AskInput {
    /// What is asked; the theme is looked up.
    pub(crate) fn check(&self) -> Result<Asking, Faults> {
        let mut faults = Faults::none();
        if self.theme.is_empty() {
            faults.add(Fault::on("theme", "question-no-theme"));
        }
        let text = faults.take(typed::within(&self.text, "text", SHORTEST..=LONGEST));
        let device = faults.take(typed::at_most(&typed::one_line(&self.device), "device", LONGEST_DEVICE));
        match text.zip(device) {
            Some((text, device)) if faults.is_empty() => Ok(Asking { text, device }),
            _ => Err(faults),
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asking {
    pub(crate) text: String,
    /// What the customer has in their hands or at home; empty where it does not matter.
    pub(crate) device: String,
}

/// An answer as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct AnswerInput {
    pub(crate) words: String,
    /// `clarify` to ask something first.
    pub(crate) act: String,
}

/// Another group, and a word for it, as somebody typed them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct PassInput {
    pub(crate) to: String,
    pub(crate) words: String,
}

impl AnswerInput {
    /// Its words.
    pub(crate) fn check(&self) -> Result<String, Faults> {
        Ok(typed::within(&self.words, "words", SHORTEST..=LONGEST_ANSWER)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_02_a_question_has_a_theme_and_words() {
        let keys = |theme: &str, text: &str| {
            let faults = AskInput { theme: theme.into(), text: text.into(), ..AskInput::default() }
                .check()
                .err()
                .unwrap_or_default();
            faults.0.iter().map(|fault| fault.key.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(keys("", " "), ["question-no-theme", "field-empty"]);
        assert_eq!(keys("1", "ah"), ["relaying-too-short"]);
        assert_eq!(keys("1", &"é".repeat(1001)), ["relaying-too-long"]);
        assert_eq!(keys("1", &"é".repeat(1000)), Vec::<String>::new());
        let answer =
            |words: &str| AnswerInput { words: words.into(), ..AnswerInput::default() }.check().is_ok();
        assert!(!answer("  ") && answer(" oui ") && answer(&"é".repeat(4000)) && !answer(&"é".repeat(4001)));
    }
}
