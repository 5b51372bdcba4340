//! After the answer: whether it helped, asking on, and thanks. For whoever asked alone.

use askama::Template;
use relais_web::components::{Button, Field, LinkButton, Notice};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::judge::Helped;
use crate::thanks::checks::LONGEST_THANKS;

/// What whoever asked may do once it is answered.
#[derive(Clone, Debug, Template)]
#[template(path = "questions/after.html")]
pub(crate) struct After {
    pub(crate) w: Words,
    pub(crate) csrf: String,
    pub(crate) id: Uuid,
    pub(crate) helped: Option<Helped>,
    /// Whether there is still somebody to thank, who was not yet.
    pub(crate) may_thank: bool,
    pub(crate) thanked: bool,
    pub(crate) typed: String,
    pub(crate) faults: Faults,
}

impl askama::filters::HtmlSafe for After {}

impl After {
    fn buttons(&self) -> Vec<Button> {
        let button = |helped: &Helped| {
            let words = self.w.t(&format!("help-{helped}")).to_string();
            let button = if self.helped == Some(*helped) {
                Button::primary(words).icon("check")
            } else {
                Button::plain(words)
            };
            button.sends("helped", helped)
        };
        Helped::ALL.iter().map(button).collect()
    }

    fn told(&self) -> Option<String> {
        let helped = self.helped?;
        let words = self.w.t(&format!("help-{helped}")).to_string();
        Some(self.w.t("help-told").with("helped", words).to_string())
    }

    fn may_ask_on(&self) -> bool {
        self.helped.is_some_and(|helped| helped != Helped::Yes)
    }

    fn again(&self) -> LinkButton {
        LinkButton::plain(format!("/questions/new?again={}", self.id), self.w.t("help-again")).icon("repeat")
    }
}
