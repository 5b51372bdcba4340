//! What happened, what was kept, what to do next.

use std::fmt::Display;

use askama::Template;

use super::{Html, Icon, LONG, LinkButton, Sample, Tone, icon};

/// A message in the page. Late ones interrupt a screen reader (`alert`), the others wait (`status`).
#[derive(Clone, Debug, Template)]
#[template(path = "components/notice.html")]
pub struct Notice {
    tone: Tone,
    title: Option<String>,
    words: String,
    more: Html,
}

impl Notice {
    /// In a tone.
    pub fn new(tone: Tone, words: impl Display) -> Self {
        Self { tone, title: None, words: words.to_string(), more: Html::default() }
    }

    /// It is done.
    pub fn kept(words: impl Display) -> Self {
        Self::new(Tone::Kept, words)
    }

    /// To be looked at.
    pub fn soon(words: impl Display) -> Self {
        Self::new(Tone::Soon, words)
    }

    /// It did not work.
    pub fn late(words: impl Display) -> Self {
        Self::new(Tone::Late, words)
    }

    /// Good to know.
    pub fn plain(words: impl Display) -> Self {
        Self::new(Tone::Plain, words)
    }

    /// A few words in bold before.
    pub fn title(self, title: impl Display) -> Self {
        Self { title: Some(title.to_string()), ..self }
    }

    /// What to do next: buttons or links.
    pub fn more(self, more: impl askama::filters::HtmlSafe) -> Self {
        Self { more: self.more.and(more), ..self }
    }

    fn drawing(&self) -> Icon {
        icon(match self.tone {
            Tone::Plain => "info",
            Tone::Kept => "circle-check",
            Tone::Soon => "clock",
            Tone::Late => "circle-alert",
        })
    }

    fn role(&self) -> &'static str {
        if self.tone == Tone::Late { "alert" } else { "status" }
    }
}

super::piece!(Notice);

pub(crate) fn samples() -> Vec<Sample> {
    vec![
        Sample::new(
            "kept",
            &Notice::kept("La boutique Évry 2 est ouverte. Ses horaires comptent dès lundi."),
        ),
        Sample::new(
            "soon",
            &Notice::soon("Deux personnes n’ont plus de manager après le 30.")
                .title("À regarder")
                .more(LinkButton::plain("#", "Voir les deux")),
        ),
        Sample::new(
            "late",
            &Notice::late(
                "Le fichier n’a pas pu être lu. Rien n’a été changé ; envoyez-le de nouveau en CSV.",
            )
            .title("L’import s’est arrêté"),
        ),
        Sample::new("plain", &Notice::plain("Vous voyez les données de démonstration.")),
        Sample::new("long", &Notice::late(LONG).title(LONG)),
    ]
}
