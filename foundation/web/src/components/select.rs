//! One of a short list, in a native select.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample};

/// A select with its label, hint and error.
#[derive(Clone, Debug, Template)]
#[template(path = "components/select.html")]
pub struct Select {
    w: Words,
    name: String,
    id: String,
    label: String,
    value: String,
    options: Vec<(String, String)>,
    hint: Option<String>,
    error: Option<String>,
    required: bool,
    told: bool,
}

impl Select {
    /// Without options yet.
    pub fn new(w: &Words, name: impl Display, label: impl Display) -> Self {
        let name = name.to_string();
        Self {
            w: w.clone(),
            id: name.clone(),
            name,
            label: label.to_string(),
            value: String::new(),
            options: Vec::new(),
            hint: None,
            error: None,
            required: false,
            told: true,
        }
    }

    /// Adds a choice. An empty value says « none » or « all ».
    pub fn option(mut self, value: impl Display, words: impl Display) -> Self {
        self.options.push((value.to_string(), words.to_string()));
        self
    }

    /// Adds choices.
    pub fn options<V: Display, T: Display>(self, options: impl IntoIterator<Item = (V, T)>) -> Self {
        options.into_iter().fold(self, |select, (value, words)| select.option(value, words))
    }

    /// The chosen value.
    pub fn value(self, value: impl Display) -> Self {
        Self { value: value.to_string(), ..self }
    }

    /// Help that stays visible.
    pub fn hint(self, hint: impl Display) -> Self {
        Self { hint: Some(hint.to_string()), ..self }
    }

    /// What is wrong and what to do.
    pub fn error(self, error: Option<impl Display>) -> Self {
        Self { error: error.map(|e| e.to_string()), ..self }
    }

    /// Needed.
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Does not say in words whether it is needed: for filters.
    pub fn untold(self) -> Self {
        Self { told: false, ..self }
    }

    /// Another id, when a page has the name twice.
    pub fn id(self, id: impl Display) -> Self {
        Self { id: id.to_string(), ..self }
    }

    fn described(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        error.into_iter().chain(hint).collect::<Vec<_>>().join(" ")
    }
}

super::piece!(Select);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let select = || {
        Select::new(w, "region", "Région").options([
            ("", "Choisir une région"),
            ("idf", "Île-de-France Sud"),
            ("aura", LONG),
        ])
    };
    vec![
        Sample::new("ordinary", &select().value("idf").required()),
        Sample::new("error", &select().id("region-2").required().error(Some("Choisissez une région."))),
        Sample::new("filter", &select().id("region-3").untold()),
        Sample::new("long", &select().id("region-4").value("aura").hint(LONG)),
    ]
}
