//! A text to take elsewhere: a key, a link. Selectable always; a button where copying works.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample};

/// A read-only text with a copy button.
#[derive(Clone, Debug, Template)]
#[template(path = "components/copy.html")]
pub struct CopyText {
    w: Words,
    id: String,
    label: String,
    text: String,
}

impl CopyText {
    /// The label and the text to copy.
    pub fn new(w: &Words, id: impl Display, label: impl Display, text: impl Display) -> Self {
        Self { w: w.clone(), id: id.to_string(), label: label.to_string(), text: text.to_string() }
    }
}

super::piece!(CopyText);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    vec![
        Sample::new(
            "ordinary",
            &CopyText::new(w, "invite", "Lien d’invitation", "https://relais.clairlien.fr/i/7Qm2-vK9d"),
        ),
        Sample::new("long", &CopyText::new(w, "invite-long", LONG, LONG.replace(' ', "-"))),
    ]
}
