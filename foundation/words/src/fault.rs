//! What is wrong with something somebody typed: a sentence, on a field.

use std::borrow::Cow;

use relais_kernel::Day;

use crate::Words;

/// How the name of an argument that is a day begins.
const DAY: &str = "day:";

/// One sentence on one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in the form; empty for the form as a whole.
    pub field: Cow<'static, str>,
    /// The sentence's key.
    pub key: Cow<'static, str>,
    /// What completes it.
    pub args: Vec<(Cow<'static, str>, String)>,
}

impl Fault {
    /// A sentence on a field.
    pub fn on(field: impl Into<Cow<'static, str>>, key: impl Into<Cow<'static, str>>) -> Self {
        Self { field: field.into(), key: key.into(), args: Vec::new() }
    }

    /// A sentence on the whole form.
    pub fn of_form(key: impl Into<Cow<'static, str>>) -> Self {
        Self::on("", key)
    }

    /// Completes the sentence.
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl ToString) -> Self {
        self.args.push((name.into(), value.to_string()));
        self
    }

    /// Completes the sentence with a day, which is said as the reader's language says it. It is kept as a text under a
    /// name that tells, so that a fault can be stored like any other.
    pub fn with_day(self, name: &str, day: Day) -> Self {
        self.with(format!("{DAY}{name}"), day)
    }

    /// The sentence.
    pub fn say(&self, words: &Words) -> String {
        self.args
            .iter()
            .fold(words.t(&self.key), |say, (name, value)| match name.strip_prefix(DAY) {
                Some(name) => match value.parse() {
                    Ok(day) => say.with(name, words.day(&day)),
                    Err(_) => say.with(name, value.as_str()),
                },
                None => say.with(name, value.as_str()),
            })
            .to_string()
    }
}

/// All that is wrong with what was typed. Collected, not stopped at the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// Nothing wrong so far.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// Keeps the value, or the fault.
    pub fn take<T>(&mut self, result: Result<T, Fault>) -> Option<T> {
        result.map_err(|fault| self.add(fault)).ok()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sentence on a field, if there is one.
    pub fn on(&self, field: &str, words: &Words) -> Option<String> {
        self.0.iter().find(|fault| fault.field == field).map(|fault| fault.say(words))
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use relais_kernel::Locale;

    use super::*;
    use crate::{Catalogue, Source};

    #[test]
    fn a_day_in_a_sentence_is_said_in_the_readers_language() {
        let (fr, en) = ("late = Depuis le { $from }.", "late = Since { $from }.");
        let catalogue = Arc::new(Catalogue::build(&[Source { room: "words", fr, en }]).unwrap());
        let fault = Fault::on("from_day", "late").with_day("from", "2026-01-13".parse().unwrap());
        // Stored and read again, as an import does.
        let stored: Vec<(String, String)> =
            fault.args.iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
        let read = stored.iter().fold(Fault::on("from_day", "late"), |f, (n, v)| f.with(n.clone(), v));
        for fault in [fault, read] {
            assert_eq!(
                fault.say(&Words::new(Arc::clone(&catalogue), Locale::Fr)),
                "Depuis le 13 janvier 2026."
            );
            assert_eq!(fault.say(&Words::new(Arc::clone(&catalogue), Locale::En)), "Since 13 January 2026.");
        }
    }
}
