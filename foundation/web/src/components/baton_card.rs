//! A promise that somebody keeps, to somebody who waits, by a time.

use std::fmt::Display;

use askama::{Template, filters::HtmlSafe};
use relais_words::Words;

use super::{Button, Html, LONG, LinkButton, Sample, Side, Tone};

/// When a promise is due: words, and a ring that empties.
#[derive(Clone, Debug, Template)]
#[template(path = "components/due.html")]
pub struct Due {
    w: Words,
    words: String,
    left: u8,
    tone: Tone,
}

impl Due {
    /// When, in words, and how much of the delay is left, in percent. Soon and late are said in words beside the ring.
    pub fn new(w: &Words, words: impl Display, percent_left: u8, tone: Tone) -> Self {
        Self { w: w.clone(), words: words.to_string(), left: percent_left.min(100), tone }
    }
}

/// Who waits and on which side, what was promised, until when, who holds it, the next action.
#[derive(Clone, Debug, Template)]
#[template(path = "components/baton_card.html")]
pub struct BatonCard {
    side: Side,
    who: String,
    promise: String,
    more: Option<String>,
    due: Option<Due>,
    holder: Option<String>,
    actions: Html,
}

impl BatonCard {
    /// Who waits (« Cliente · box qui ne synchronise pas ») and what was promised.
    pub fn new(side: Side, who: impl Display, promise: impl Display) -> Self {
        let (who, promise) = (who.to_string(), promise.to_string());
        Self { side, who, promise, more: None, due: None, holder: None, actions: Html::default() }
    }

    /// Where it stands, in a sentence.
    pub fn more(self, words: impl Display) -> Self {
        Self { more: Some(words.to_string()), ..self }
    }

    /// Until when.
    pub fn due(self, due: Due) -> Self {
        Self { due: Some(due), ..self }
    }

    /// Who holds it, when that is not the viewer.
    pub fn holder(self, words: impl Display) -> Self {
        Self { holder: Some(words.to_string()), ..self }
    }

    /// The next action; the first one fills a phone's width.
    pub fn action(self, action: impl HtmlSafe) -> Self {
        Self { actions: self.actions.and(action), ..self }
    }
}

super::piece!(Due, BatonCard);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    vec![
        Sample::new(
            "late",
            &BatonCard::new(
                Side::Customer,
                "Cliente · box qui ne synchronise pas",
                "La rassurer avant 14 h 35",
            )
            .more("Les experts 91-94 cherchent encore. Dites-lui qui s’en occupe et quand vous la rappelez.")
            .due(Due::new(w, "depuis 15 min", 0, Tone::Late))
            .action(LinkButton::primary("#", "Appeler maintenant").icon("phone")),
        ),
        Sample::new(
            "soon",
            &BatonCard::new(Side::Customer, "Client · facture du 3", "La réponse est arrivée : à lui dire")
                .more("« Le geste de 4 € est fait, visible sur la prochaine facture. » — expert facturation")
                .due(Due::new(w, "avant 16 h", 30, Tone::Soon))
                .action(Button::primary("Je l’ai prévenu"))
                .action(LinkButton::plain("#", "Lire")),
        ),
        Sample::new(
            "in time",
            &BatonCard::new(
                Side::Employee,
                "Équipe · imprimante du fond",
                "Petit caillou que vous avez accepté",
            )
            .more("Quatre collègues l’ont signalé. Échange prévu, à confirmer.")
            .due(Due::new(w, "lundi", 85, Tone::Kept))
            .holder("Porté par Inès Marchal")
            .action(LinkButton::plain("#", "Donner des nouvelles")),
        ),
        Sample::new(
            "long",
            &BatonCard::new(Side::Joined, LONG, LONG)
                .more(LONG)
                .due(Due::new(w, LONG, 50, Tone::Late))
                .action(LinkButton::primary("#", LONG)),
        ),
    ]
}
