//! Asking once more before something is taken away, without a script.

use std::fmt::Display;

use askama::{Template, filters::HtmlSafe};
use relais_words::Words;

use super::{Html, LONG, Sample};

/// A button that opens, in place, what will happen and the form that does it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/confirm.html")]
pub struct ConfirmDialog {
    w: Words,
    open_words: String,
    question: String,
    explanation: Option<String>,
    action: String,
    confirm_words: String,
    fields: Html,
    csrf: String,
}

impl ConfirmDialog {
    /// The button's words, the question, where the form posts, the confirming words, the session's CSRF token.
    pub fn new(
        w: &Words,
        open_words: impl Display,
        question: impl Display,
        action: impl Display,
        confirm_words: impl Display,
        csrf: impl Display,
    ) -> Self {
        Self {
            w: w.clone(),
            open_words: open_words.to_string(),
            question: question.to_string(),
            explanation: None,
            action: action.to_string(),
            confirm_words: confirm_words.to_string(),
            fields: Html::default(),
            csrf: csrf.to_string(),
        }
    }

    /// What will be lost and what is kept.
    pub fn explained(self, words: impl Display) -> Self {
        Self { explanation: Some(words.to_string()), ..self }
    }

    /// Fields of the form: a reason, a date.
    pub fn with(self, field: impl HtmlSafe) -> Self {
        Self { fields: self.fields.and(field), ..self }
    }
}

super::piece!(ConfirmDialog);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    use super::Field;
    vec![
        Sample::new(
            "ordinary",
            &ConfirmDialog::new(
                w,
                "Fermer la boutique",
                "Fermer Évry 2 le 30 novembre ?",
                "/units/1/close",
                "Fermer la boutique",
                "token",
            )
            .explained("Les sept personnes gardent leur accès jusqu’à ce jour. Les chiffres passés restent.")
            .with(Field::date(w, "closing", "Dernier jour d’ouverture").required()),
        ),
        Sample::new("long", &ConfirmDialog::new(w, LONG, LONG, "#", LONG, "token").explained(LONG)),
    ]
}
