//! What to mend in a form, on top of it, each line leading to its field.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample};

/// The list of errors; takes the focus when the page opens. Prints nothing when there is none.
#[derive(Clone, Debug, Template)]
#[template(path = "components/form_errors.html")]
pub struct FormErrors {
    w: Words,
    errors: Vec<(Option<String>, String)>,
}

impl FormErrors {
    /// Empty.
    pub fn new(w: &Words) -> Self {
        Self { w: w.clone(), errors: Vec::new() }
    }

    /// An error of a field, by the field's id.
    pub fn field(mut self, id: impl Display, words: impl Display) -> Self {
        self.errors.push((Some(id.to_string()), words.to_string()));
        self
    }

    /// An error of the whole form.
    pub fn whole(mut self, words: impl Display) -> Self {
        self.errors.push((None, words.to_string()));
        self
    }

    /// Whether there is nothing to mend.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }
}

super::piece!(FormErrors);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    vec![
        Sample::new("none", &FormErrors::new(w)),
        Sample::new("one", &FormErrors::new(w).field("code", "Ce code appartient déjà à « Évry 2 ».")),
        Sample::new(
            "many",
            &FormErrors::new(w)
                .whole("Quelqu’un a changé cette fiche entre-temps. Vos mots sont gardés ci-dessous.")
                .field("given", "Indiquez un prénom.")
                .field("long", LONG),
        ),
    ]
}
