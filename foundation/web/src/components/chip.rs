//! A short state or filter, and a face made of initials.

use std::fmt::Display;

use askama::Template;
use relais_kernel::initials;

use super::{Icon, LONG, Sample, Side, Tone, icon};

/// A word or two in a pill; a link when it filters.
#[derive(Clone, Debug, Template)]
#[template(path = "components/chip.html")]
pub struct Chip {
    words: String,
    class: &'static str,
    icon: Icon,
    href: Option<String>,
    current: bool,
}

impl Chip {
    /// Without colour.
    pub fn new(words: impl Display) -> Self {
        Self { words: words.to_string(), class: "", icon: icon(""), href: None, current: false }
    }

    /// With the colour of how it goes; the words say it too.
    pub fn tone(self, tone: Tone) -> Self {
        Self { class: tone.class(), ..self }
    }

    /// With the colour of a side.
    pub fn side(self, side: Side) -> Self {
        Self { class: side.class(), ..self }
    }

    /// A drawing before the words.
    pub fn icon(self, name: &str) -> Self {
        Self { icon: icon(name), ..self }
    }

    /// A filter: a link, marked when it holds now.
    pub fn link(self, href: impl Display, current: bool) -> Self {
        Self { href: Some(href.to_string()), current, ..self }
    }
}

/// The initials of somebody, or the drawing of a role, in a disc. Decorative: the name stands beside it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/face.html")]
pub struct Face {
    letters: String,
    icon: Icon,
    class: &'static str,
}

impl Face {
    /// Of a person.
    pub fn of(name: &str) -> Self {
        Self { letters: initials(name), icon: icon(""), class: "" }
    }

    /// Of a role, where the rules ask for no name.
    pub fn role(icon_name: &str) -> Self {
        Self { letters: String::new(), icon: icon(icon_name), class: "" }
    }

    /// In the colour of a side.
    pub fn side(self, side: Side) -> Self {
        Self { class: side.class(), ..self }
    }
}

super::piece!(Chip, Face);

pub(crate) fn samples() -> Vec<Sample> {
    let row = |html: Vec<String>| format!("<div class=\"chips\">{}</div>", html.join("\n"));
    vec![
        Sample::raw(
            "tones",
            row(vec![
                Chip::new("pilote à Vitry").to_string(),
                Chip::new("fait le 12").tone(Tone::Kept).icon("check").to_string(),
                Chip::new("avant ce soir").tone(Tone::Soon).to_string(),
                Chip::new("décision en retard").tone(Tone::Late).to_string(),
            ]),
        ),
        Sample::raw(
            "sides",
            row(vec![
                Chip::new("Attentif").side(Side::Customer).to_string(),
                Chip::new("Présent").side(Side::Employee).to_string(),
                Chip::new("Ensemble").side(Side::Joined).to_string(),
            ]),
        ),
        Sample::raw(
            "filters",
            row(vec![
                Chip::new("Toutes").link("?", true).to_string(),
                Chip::new("Fermées").link("?closed=1", false).to_string(),
            ]),
        ),
        Sample::new("long", &Chip::new(LONG)),
        Sample::raw(
            "faces",
            row(vec![
                Face::of("Inès Marchal").to_string(),
                Face::of("Élise").side(Side::Employee).to_string(),
                Face::role("store").side(Side::Customer).to_string(),
            ]),
        ),
    ]
}
