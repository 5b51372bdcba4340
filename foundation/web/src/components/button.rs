//! Buttons do, links lead; both look alike, so that a thumb need not know.

use std::fmt::Display;

use askama::Template;

use super::{Icon, LONG, Sample, icon};

/// `<button>` of a form.
#[derive(Clone, Debug, Template)]
#[template(path = "components/button.html")]
pub struct Button {
    words: String,
    class: &'static str,
    icon: Icon,
    name_value: Option<(String, String)>,
    form: Option<String>,
    action: Option<String>,
    wide: bool,
}

impl Button {
    /// The one thing the page is for.
    pub fn primary(words: impl Display) -> Self {
        let words = words.to_string();
        Self { words, class: "", icon: icon(""), name_value: None, form: None, action: None, wide: false }
    }

    /// Anything else.
    pub fn plain(words: impl Display) -> Self {
        Self { class: "plain", ..Self::primary(words) }
    }

    /// What takes something away.
    pub fn danger(words: impl Display) -> Self {
        Self { class: "danger", ..Self::primary(words) }
    }

    /// A drawing before the words.
    pub fn icon(self, name: &str) -> Self {
        Self { icon: icon(name), ..self }
    }

    /// What the form sends when this button is pressed.
    pub fn sends(self, name: impl Display, value: impl Display) -> Self {
        Self { name_value: Some((name.to_string(), value.to_string())), ..self }
    }

    /// The form it belongs to, when it stands outside.
    pub fn of_form(self, id: impl Display) -> Self {
        Self { form: Some(id.to_string()), ..self }
    }

    /// Another address for the same form (`formaction`).
    pub fn action(self, url: impl Display) -> Self {
        Self { action: Some(url.to_string()), ..self }
    }

    /// As wide as a phone.
    pub fn wide(self) -> Self {
        Self { wide: true, ..self }
    }
}

/// `<a>` that looks like a button.
#[derive(Clone, Debug, Template)]
#[template(path = "components/link_button.html")]
pub struct LinkButton {
    href: String,
    words: String,
    class: &'static str,
    icon: Icon,
    wide: bool,
    download: bool,
}

impl LinkButton {
    /// Leads to the one thing the page is for.
    pub fn primary(href: impl Display, words: impl Display) -> Self {
        let (href, words) = (href.to_string(), words.to_string());
        Self { href, words, class: "", icon: icon(""), wide: false, download: false }
    }

    /// Leads anywhere else.
    pub fn plain(href: impl Display, words: impl Display) -> Self {
        Self { class: "plain", ..Self::primary(href, words) }
    }

    /// Leads to where something is taken away.
    pub fn danger(href: impl Display, words: impl Display) -> Self {
        Self { class: "danger", ..Self::primary(href, words) }
    }

    /// A drawing before the words.
    pub fn icon(self, name: &str) -> Self {
        Self { icon: icon(name), ..self }
    }

    /// As wide as a phone.
    pub fn wide(self) -> Self {
        Self { wide: true, ..self }
    }

    /// Gives a file instead of a page.
    pub fn download(self) -> Self {
        Self { download: true, ..self }
    }
}

super::piece!(Button, LinkButton);

pub(crate) fn samples() -> Vec<Sample> {
    let row = |html: String| format!("<div class=\"row\">{html}</div>");
    vec![
        Sample::raw(
            "primary, plain, danger",
            row([
                Button::primary("Je l’ai prévenu").icon("check"),
                Button::plain("Donner des nouvelles"),
                Button::danger("Retirer l’accès").icon("user-minus"),
            ]
            .map(|b| b.to_string())
            .join("\n")),
        ),
        Sample::raw(
            "links",
            row([
                LinkButton::primary("#", "Appeler maintenant").icon("phone"),
                LinkButton::plain("#", "Exporter").icon("download").download(),
            ]
            .map(|b| b.to_string())
            .join("\n")),
        ),
        Sample::new("wide", &Button::primary("Envoyer aux experts").icon("send").wide()),
        Sample::new("long", &Button::primary(LONG).wide()),
    ]
}
