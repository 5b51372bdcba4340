//! A question with its answers in sight: radios or checkboxes under one legend.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample};

#[derive(Clone, Debug)]
struct Choice {
    value: String,
    words: String,
    hint: Option<String>,
}

/// A group of radios (one) or checkboxes (any number).
#[derive(Clone, Debug, Template)]
#[template(path = "components/choices.html")]
pub struct Choices {
    w: Words,
    kind: &'static str,
    name: String,
    id: String,
    legend: String,
    choices: Vec<Choice>,
    chosen: Vec<String>,
    hint: Option<String>,
    error: Option<String>,
    required: bool,
    told: bool,
    across: bool,
}

impl Choices {
    /// One of them.
    pub fn one(w: &Words, name: impl Display, legend: impl Display) -> Self {
        let name = name.to_string();
        Self {
            w: w.clone(),
            kind: "radio",
            id: name.clone(),
            name,
            legend: legend.to_string(),
            choices: Vec::new(),
            chosen: Vec::new(),
            hint: None,
            error: None,
            required: false,
            told: true,
            across: false,
        }
    }

    /// Any number of them.
    pub fn many(w: &Words, name: impl Display, legend: impl Display) -> Self {
        Self { kind: "checkbox", ..Self::one(w, name, legend) }
    }

    /// Adds a choice.
    pub fn choice(mut self, value: impl Display, words: impl Display) -> Self {
        self.choices.push(Choice { value: value.to_string(), words: words.to_string(), hint: None });
        self
    }

    /// Adds a choice with its explanation.
    pub fn explained(mut self, value: impl Display, words: impl Display, hint: impl Display) -> Self {
        let hint = Some(hint.to_string());
        self.choices.push(Choice { value: value.to_string(), words: words.to_string(), hint });
        self
    }

    /// Marks a value as chosen; again for several.
    pub fn chosen(mut self, value: impl Display) -> Self {
        self.chosen.push(value.to_string());
        self
    }

    /// Help under the legend.
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

    /// Does not say in words whether it is needed.
    pub fn untold(self) -> Self {
        Self { told: false, ..self }
    }

    /// Short choices beside each other.
    pub fn across(self) -> Self {
        Self { across: true, ..self }
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

    fn is_chosen(&self, choice: &Choice) -> bool {
        self.chosen.contains(&choice.value)
    }

    /// The first choice bears the group's id, so that an error's link lands on it.
    fn choice_id(&self, index: &usize) -> String {
        if *index == 0 { self.id.clone() } else { format!("{}-{index}", self.id) }
    }
}

super::piece!(Choices);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let role = |id: &str| {
        Choices::one(w, "role", "Rôle")
            .id(id)
            .explained("adviser", "Conseiller ou conseillère", "Sert les clients d’une boutique.")
            .explained("manager", "Manager", "Porte une boutique et son équipe.")
    };
    vec![
        Sample::new("one", &role("role").chosen("manager").required()),
        Sample::new("error", &role("role-e").required().error(Some("Choisissez un rôle."))),
        Sample::new(
            "many, across",
            &Choices::many(w, "days", "Jours d’ouverture")
                .across()
                .choice("mon", "Lundi")
                .choice("tue", "Mardi")
                .choice("wed", "Mercredi")
                .chosen("tue")
                .chosen("wed"),
        ),
        Sample::new("long", &Choices::one(w, "long-choice", LONG).explained("a", LONG, LONG).hint(LONG)),
    ]
}
