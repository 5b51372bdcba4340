//! From hand to hand: thick where many customers pass, dashed where it fails.

use std::fmt::Display;

use askama::Template;

use super::{LONG, Sample};

/// Giver, receiver, what passes, how it goes.
#[derive(Clone, Debug, Template)]
#[template(path = "components/handoff.html")]
pub struct HandoffArrow {
    giver: String,
    receiver: String,
    passes: Option<String>,
    told: String,
    weight: u8,
    fails: bool,
}

impl HandoffArrow {
    /// Giver and receiver, and how it goes in words: « 388 · 18 min · 94 % acceptés ».
    pub fn new(giver: impl Display, receiver: impl Display, told: impl Display) -> Self {
        let (giver, receiver, told) = (giver.to_string(), receiver.to_string(), told.to_string());
        Self { giver, receiver, passes: None, told, weight: 2, fails: false }
    }

    /// What is passed.
    pub fn passes(self, words: impl Display) -> Self {
        Self { passes: Some(words.to_string()), ..self }
    }

    /// How many pass here, as a share of the busiest handoff (0 to 1).
    pub fn share(self, share: f64) -> Self {
        let weight = match share {
            s if s > 0.66 => 6,
            s if s > 0.33 => 4,
            _ => 2,
        };
        Self { weight, ..self }
    }

    /// Where the baton falls; the words say so too.
    pub fn fails(self, fails: bool) -> Self {
        Self { fails, ..self }
    }
}

super::piece!(HandoffArrow);

pub(crate) fn samples() -> Vec<Sample> {
    vec![
        Sample::new(
            "kept",
            &HandoffArrow::new("Conseiller boutique", "Expert réseau", "388 · 18 min · 94 % acceptés")
                .passes("La panne en quatre lignes")
                .share(0.9),
        ),
        Sample::new(
            "fails",
            &HandoffArrow::new("Expert réseau", "Service factures", "41 · 2 jours · 1 sur 3 perdu")
                .fails(true),
        ),
        Sample::new("long", &HandoffArrow::new(LONG, LONG, LONG).passes(LONG)),
    ]
}
