//! Why a text message is not written: « Pourquoi pas lui ? » (PRV-12).

use relais_contact::Rule;
use relais_words::Words;

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A rule of the ledger says no.
    Rule(Rule),
    /// Their number is no mobile: it takes no SMS.
    NotMobile,
    /// The words take so many parts, and at most so many may.
    TooLong(usize, i64),
    /// This number was sent as many today as one may be.
    NumberCap(i64),
    /// The organisation has sent as many today as it may.
    DayCap(i64),
}

impl Refusal {
    /// Its code, for lists and counts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.code(),
            Self::NotMobile => "not_mobile",
            Self::TooLong(..) => "too_long",
            Self::NumberCap(_) => "number_cap",
            Self::DayCap(_) => "day_cap",
        }
    }

    /// The reason in a sentence.
    pub fn say(self, w: &Words) -> String {
        let key = format!("post-sms-why-not-{}", self.code().replace('_', "-"));
        let sentence = w.t(&key);
        match self {
            Self::Rule(rule) => return rule.say(w),
            Self::NotMobile => sentence,
            Self::TooLong(parts, most) => sentence.with("parts", parts).with("most", most),
            Self::NumberCap(most) | Self::DayCap(most) => sentence.with("most", most),
        }
        .to_string()
    }
}
