//! What is known of a thing, as names and values.

use std::fmt::Display;

use askama::{Template, filters::HtmlSafe};

use super::{Chip, Html, LONG, Sample, Tone};

#[derive(Clone, Debug)]
enum Value {
    Words(String),
    Html(Html),
    /// Where it leads, and its words.
    Link(String, String),
}

/// A definition list.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/facts.html")]
pub struct Facts {
    facts: Vec<(String, Value)>,
    across: bool,
}

impl Facts {
    /// Empty.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fact.
    pub fn fact(mut self, name: impl Display, value: impl Display) -> Self {
        self.facts.push((name.to_string(), Value::Words(value.to_string())));
        self
    }

    /// Adds a fact that leads to its page.
    pub fn link(mut self, name: impl Display, href: impl Display, words: impl Display) -> Self {
        self.facts.push((name.to_string(), Value::Link(href.to_string(), words.to_string())));
        self
    }

    /// Adds a fact when there is one.
    pub fn maybe(self, name: impl Display, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.fact(name, value),
            None => self,
        }
    }

    /// Adds a fact whose value is a piece: a chip, a link.
    pub fn piece(mut self, name: impl Display, value: impl HtmlSafe) -> Self {
        self.facts.push((name.to_string(), Value::Html(Html::of(value))));
        self
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// Beside each other, for few short ones.
    pub fn across(self) -> Self {
        Self { across: true, ..self }
    }
}

super::piece!(Facts);

pub(crate) fn samples() -> Vec<Sample> {
    let facts = || {
        Facts::new()
            .fact("Adresse", "12, cours Blaise-Pascal, 91000 Évry-Courcouronnes")
            .fact("Ouverte depuis", "3 mars 2019")
            .maybe("Téléphone", Some("01 69 36 00 00"))
            .maybe("Télécopie", None::<String>)
            .piece("État", Chip::new("ouverte").tone(Tone::Kept))
    };
    vec![
        Sample::new("ordinary", &facts()),
        Sample::new("across", &facts().across()),
        Sample::new("long", &Facts::new().fact(LONG, LONG)),
    ]
}
