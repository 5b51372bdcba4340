//! What is wrong with something somebody typed: a sentence, on a field.

use std::borrow::Cow;

use crate::Words;

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

    /// The sentence.
    pub fn say(&self, words: &Words) -> String {
        self.args
            .iter()
            .fold(words.t(&self.key), |say, (name, value)| say.with(name, value.as_str()))
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
