//! Yes or no, kept by sending the form.

use std::fmt::Display;

use askama::Template;

use super::{LONG, Sample};

/// A checkbox that looks like a switch. Sends `name=yes` when on, nothing when off.
#[derive(Clone, Debug, Template)]
#[template(path = "components/toggle.html")]
pub struct Toggle {
    name: String,
    id: String,
    label: String,
    hint: Option<String>,
    on: bool,
}

impl Toggle {
    /// Off.
    pub fn new(name: impl Display, label: impl Display) -> Self {
        let name = name.to_string();
        Self { id: name.clone(), name, label: label.to_string(), hint: None, on: false }
    }

    /// On or off.
    pub fn on(self, on: bool) -> Self {
        Self { on, ..self }
    }

    /// What it does.
    pub fn hint(self, hint: impl Display) -> Self {
        Self { hint: Some(hint.to_string()), ..self }
    }

    /// Another id, when a page has the name twice.
    pub fn id(self, id: impl Display) -> Self {
        Self { id: id.to_string(), ..self }
    }
}

super::piece!(Toggle);

pub(crate) fn samples() -> Vec<Sample> {
    vec![
        Sample::new(
            "on, with a hint",
            &Toggle::new("summary", "Recevoir le résumé du matin")
                .on(true)
                .hint("À 8 h 30, les jours travaillés."),
        ),
        Sample::new("off", &Toggle::new("push", "Notifications sur ce téléphone")),
        Sample::new("long", &Toggle::new("long-toggle", LONG).hint(LONG)),
    ]
}
