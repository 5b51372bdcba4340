//! What is told of a customer, and how their request may end: pure decisions.

use relais_contact::{GivenName, Phone};
use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};

use crate::{questions::checks::AskInput, references::checks::Format, typed::at_most};

pub(crate) const LONGEST_WORDS: usize = 1000;

relais_kernel::codes! {
    /// How a customer's request ended (REF-18). "Nothing can be done" is none of them.
    pub enum Outcome {
        /// They have what they came for.
        Solved = "solved",
        /// Somebody who is named takes it on.
        Relayed = "relayed",
        /// Another way was offered.
        Alternative = "alternative",
        /// Refused lawfully, with the reason and the way to appeal.
        Refused = "refused",
        /// They no longer ask.
        Withdrawn = "withdrawn",
        /// It is asked elsewhere already.
        Duplicate = "duplicate",
        /// Three attempts in different slots reached nobody.
        Unreachable = "unreachable",
    }
}

relais_kernel::codes! {
    /// How a customer came to us, or we to them.
    pub enum Channel {
        /// In the shop.
        Shop = "shop",
        /// By telephone.
        Phone = "phone",
        /// In their home.
        Home = "home",
        /// On a page.
        Web = "web",
        /// By letter.
        Letter = "letter",
    }
}

relais_kernel::codes! {
    /// How a call went.
    pub enum CallResult {
        /// They heard.
        Reached = "reached",
        /// Nobody answered.
        Missed = "missed",
    }
}

/// A customer who waits, as somebody may write them down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Customer {
    /// Kept with a number alone.
    pub(crate) given_name: Option<GivenName>,
    /// Whoever gave no number comes back with a slip.
    pub(crate) phone: Option<Phone>,
    pub(crate) reference: String,
}

/// Whether a question is asked for a customer.
pub(crate) fn is_for_somebody(form: &AskInput) -> bool {
    [&form.given_name, &form.phone, &form.reference].iter().any(|text| !text.trim().is_empty())
}

/// The customer whom a question is asked for, if there is one.
pub(crate) fn customer(form: &AskInput, format: &Format) -> Result<Option<Customer>, Faults> {
    if !is_for_somebody(form) {
        return Ok(None);
    }
    let mut faults = Faults::none();
    // Without a number nobody is called by their name: it is not kept.
    let given_name = match (form.given_name.trim(), form.phone.trim()) {
        ("", "") => None,
        (typed, _) => faults.take(GivenName::read(typed)),
    };
    let phone = match form.phone.trim() {
        "" => None,
        typed => faults.take(Phone::read(typed)),
    };
    if !form.phone.trim().is_empty() && form.agreed.is_empty() {
        faults.add(Fault::on("agreed", "case-not-agreed"));
    }
    let reference = faults.take(format.read(&form.reference));
    match reference {
        Some(reference) if faults.is_empty() => Ok(Some(Customer { given_name, phone, reference })),
        _ => Err(faults),
    }
}

/// A call as it is noted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct CallInput {
    pub(crate) result: String,
    pub(crate) words: String,
    pub(crate) promised: String,
    pub(crate) day: String,
    pub(crate) at: String,
}

/// An end as it is noted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct EndInput {
    pub(crate) told: String,
    pub(crate) outcome: String,
    pub(crate) reason: String,
    pub(crate) appeal: String,
}

/// An end as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ending {
    pub(crate) told: relais_baton::Told,
    pub(crate) outcome: Outcome,
    pub(crate) words: String,
    pub(crate) appeal: String,
}

impl EndInput {
    /// The end, or all that is missing of it.
    pub(crate) fn check(&self) -> Result<Ending, Faults> {
        let mut faults = Faults::none();
        let told = faults.take(self.told.parse().map_err(|_| Fault::on("told", "case-told-none")));
        let outcome: Option<Outcome> =
            faults.take(self.outcome.parse().map_err(|_| Fault::on("outcome", "case-outcome-none")));
        let words = faults.take(at_most(&self.reason, "reason", LONGEST_WORDS));
        let appeal = faults.take(at_most(&self.appeal, "appeal", LONGEST_WORDS));
        let missing = |text: &Option<String>| text.as_deref().is_none_or(str::is_empty);
        match outcome {
            Some(Outcome::Refused) => {
                if missing(&words) {
                    faults.add(Fault::on("reason", "case-refused-without-reason"));
                }
                if missing(&appeal) {
                    faults.add(Fault::on("appeal", "case-refused-without-appeal"));
                }
            }
            Some(Outcome::Relayed) if missing(&words) => {
                faults.add(Fault::on("reason", "case-relayed-to-whom"));
            }
            Some(Outcome::Alternative) if missing(&words) => {
                faults.add(Fault::on("reason", "case-which-alternative"));
            }
            // Whoever could not be reached was told nothing else.
            Some(Outcome::Unreachable)
                if told.is_some_and(|told| told != relais_baton::Told::Unreachable) =>
            {
                faults.add(Fault::on("told", "case-unreachable-was-told"));
            }
            _ => {}
        }
        match (told, outcome, words, appeal) {
            (Some(told), Some(outcome), Some(words), Some(appeal)) if faults.is_empty() => {
                Ok(Ending { told, outcome, words, appeal })
            }
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(given_name: &str, phone: &str, reference: &str, agreed: &str) -> AskInput {
        AskInput {
            given_name: given_name.into(),
            phone: phone.into(),
            reference: reference.into(),
            agreed: agreed.into(),
            ..AskInput::default()
        }
    }

    fn keys(faults: &Faults) -> Vec<(String, String)> {
        faults.0.iter().map(|fault| (fault.field.to_string(), fault.key.to_string())).collect()
    }

    #[test]
    fn exp_02_a_question_may_be_asked_for_nobody_or_for_a_customer() {
        assert_eq!(customer(&asked(" ", "", "", ""), &Format::default()).unwrap(), None);
        let known = customer(&asked("Odile", "06 12 34 56 78", " cl-2027/41 ", "1"), &Format::default())
            .unwrap()
            .unwrap();
        assert_eq!((known.given_name.unwrap().text(), known.reference.as_str()), ("Odile", "CL-2027/41"));
        assert_eq!(known.phone.unwrap().e164(), "+33612345678");
        assert!(
            customer(&asked("Odile", "", "", ""), &Format::default()).unwrap().unwrap().phone.is_none(),
            "with a slip"
        );
    }

    #[test]
    fn prv_06_a_number_is_kept_with_consent_alone() {
        let refused = customer(&asked("Odile", "06 12 34 56 78", "", ""), &Format::default()).unwrap_err();
        assert_eq!(keys(&refused), [("agreed".into(), "case-not-agreed".into())]);
    }

    #[test]
    fn sec_06_a_premium_number_or_a_name_that_is_a_link_is_refused() {
        let refused =
            customer(&asked("www.gain.fr", "0899 12 34 56", "Mme Rivière !", "1"), &Format::default())
                .unwrap_err();
        let fields: Vec<String> = keys(&refused).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["given_name", "phone", "reference"]);
    }

    #[test]
    fn ref_18_nothing_can_be_done_is_no_outcome() {
        for no in ["", "nothing", "nothing_possible", "rien"] {
            let end = EndInput { told: "heard".into(), outcome: no.into(), ..EndInput::default() };
            assert_eq!(
                keys(&end.check().unwrap_err()),
                [("outcome".into(), "case-outcome-none".into())],
                "{no}"
            );
        }
    }

    #[test]
    fn ref_18_a_refusal_has_a_reason_and_a_way_to_appeal() {
        let end = |outcome: &str, told: &str, reason: &str, appeal: &str| {
            let input = EndInput {
                told: told.into(),
                outcome: outcome.into(),
                reason: reason.into(),
                appeal: appeal.into(),
            };
            input
                .check()
                .map_err(|faults| keys(&faults).into_iter().map(|(field, _)| field).collect::<Vec<_>>())
        };
        assert_eq!(end("refused", "heard", " ", "").unwrap_err(), ["reason", "appeal"]);
        assert!(end("refused", "heard", "La loi l’interdit.", "Le médiateur").is_ok());
        assert_eq!(end("relayed", "heard", "", "").unwrap_err(), ["reason"]);
        assert_eq!(end("alternative", "heard", "", "").unwrap_err(), ["reason"]);
        assert_eq!(end("unreachable", "heard", "", "").unwrap_err(), ["told"]);
        assert!(end("unreachable", "unreachable", "", "").is_ok());
        assert!(end("solved", "written", "", "").is_ok());
        assert_eq!(end("solved", "", "", "").unwrap_err(), ["told"]);
        assert_eq!(end("solved", "heard", &"é".repeat(1001), "").unwrap_err(), ["reason"]);
    }
}
