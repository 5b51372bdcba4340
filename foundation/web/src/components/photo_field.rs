//! One photo to attach.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample};

/// The field `photo` of a form sent as `multipart/form-data`: a plain file input, which a script makes better. It then
/// makes the photo smaller on the phone, shows it, and lets it be taken away again.
#[derive(Clone, Debug, Template)]
#[template(path = "components/photo_field.html")]
pub struct PhotoField {
    w: Words,
    id: String,
    label: String,
    max_bytes: u64,
    hint: Option<String>,
    error: Option<String>,
    required: bool,
}

impl PhotoField {
    /// Its label, and the bytes that the server takes at most.
    pub fn new(w: &Words, label: impl Display, max_bytes: u64) -> Self {
        Self {
            w: w.clone(),
            id: "photo".into(),
            label: label.to_string(),
            max_bytes,
            hint: None,
            error: None,
            required: false,
        }
    }

    /// Help that stays visible.
    pub fn hint(self, hint: impl Display) -> Self {
        Self { hint: Some(hint.to_string()), ..self }
    }

    /// What is wrong and what to do; `None` when nothing is.
    pub fn error(self, error: Option<impl Display>) -> Self {
        Self { error: error.map(|e| e.to_string()), ..self }
    }

    /// A photo had come with a form that is shown again for another reason: browsers forget it, and it must be chosen anew.
    /// Says so, unless something is wrong with the photo itself.
    pub fn again(self, had_one: bool) -> Self {
        let told = had_one.then(|| self.w.t("web-photo-again").to_string());
        Self { error: self.error.or(told), ..self }
    }

    /// Needed.
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Another id, when a page has the field twice.
    pub fn id(self, id: impl Display) -> Self {
        Self { id: id.to_string(), ..self }
    }

    fn described(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        error.into_iter().chain(hint).collect::<Vec<_>>().join(" ")
    }

    fn megabytes(&self) -> u64 {
        self.max_bytes / 1_000_000
    }
}

super::piece!(PhotoField);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let field = |id: &str| PhotoField::new(w, "Une photo, si elle aide", 15_000_000).id(id);
    vec![
        Sample::new(
            "ordinary",
            &field("photo-one")
                .hint("L’étiquette, l’écran, le rayon. Personne de reconnaissable, s’il vous plaît."),
        ),
        Sample::new("required", &field("photo-two").required()),
        Sample::new(
            "error",
            &field("photo-three").error(Some("Ce n’est pas une photo, et le fichier n’a pas été gardé.")),
        ),
        Sample::new("to choose again", &field("photo-four").again(true)),
        Sample::new(
            "long",
            &PhotoField::new(w, LONG, 15_000_000).id("photo-five").hint(LONG).error(Some(LONG)),
        ),
    ]
}
