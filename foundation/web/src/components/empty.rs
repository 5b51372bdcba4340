//! Why a place is empty, and the one thing to do.

use std::fmt::Display;

use askama::Template;

use super::{Icon, LONG, LinkButton, Sample, icon};

/// A sentence and at most one action.
#[derive(Clone, Debug, Template)]
#[template(path = "components/empty.html")]
pub struct EmptyState {
    icon: Icon,
    is_title: bool,
    words: String,
    more: Option<String>,
    action: Option<LinkButton>,
}

impl EmptyState {
    /// Why it is empty.
    pub fn new(words: impl Display) -> Self {
        Self { icon: icon(""), is_title: false, words: words.to_string(), more: None, action: None }
    }

    /// The first words are the page's title: it has no other.
    pub fn as_title(self) -> Self {
        Self { is_title: true, ..self }
    }

    /// A drawing above.
    pub fn icon(self, name: &str) -> Self {
        Self { icon: icon(name), ..self }
    }

    /// A second, quieter sentence.
    pub fn more(self, words: impl Display) -> Self {
        Self { more: Some(words.to_string()), ..self }
    }

    /// The one thing to do.
    pub fn action(self, action: LinkButton) -> Self {
        Self { action: Some(action), ..self }
    }
}

super::piece!(EmptyState);

pub(crate) fn samples() -> Vec<Sample> {
    vec![
        Sample::new(
            "with an action",
            &EmptyState::new("Personne ne travaille encore ici.")
                .icon("users-round")
                .more("Ajoutez une première personne, ou importez la liste de votre outil de paie.")
                .action(LinkButton::primary("#", "Ajouter une personne").icon("user-plus")),
        ),
        Sample::new(
            "nothing to do",
            &EmptyState::new("Personne n’attend rien de vous.").icon("circle-check"),
        ),
        Sample::new("long", &EmptyState::new(LONG).more(LONG).action(LinkButton::plain("#", LONG))),
    ]
}
