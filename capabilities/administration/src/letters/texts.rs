//! The demo's text messages, newest first, with what each would have cost.

use askama::Template;
use jiff::tz::TimeZone;
use relais_post::sms::{Read, State, letterbox};
use relais_web::{
    Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, Tone},
};
use relais_words::Words;

use crate::ReadLetters;

const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "letters/texts.html")]
struct Texts<'a> {
    w: &'a Words,
    zone: TimeZone,
    messages: Vec<Read>,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadLetters>) -> Outcome {
    let messages = letterbox(&cx.db(), SHOWN).await?;
    let page = Texts { w: &cx.w, zone: cx.organisation().zone.clone(), messages };
    cx.page(cx.shell(cx.w.t("texts-title")).back("/administration", cx.w.t("administration-title")), &page)
}

impl Texts<'_> {
    fn words(&self, message: &Read) -> String {
        message.words.clone().unwrap_or_else(|| self.w.t("texts-gone").to_string())
    }

    fn to(&self, message: &Read) -> String {
        message.to.clone().unwrap_or_else(|| self.w.t("texts-erased").to_string())
    }

    fn parts(&self, message: &Read) -> String {
        self.w.t("texts-parts").with("n", message.parts).to_string()
    }

    fn state(&self, message: &Read) -> Chip {
        let chip = Chip::new(self.w.t(&format!("sms-state-{}", message.state)));
        match message.state {
            State::Waiting | State::Leaving => chip.icon("clock"),
            State::Sent | State::Delivered => chip.tone(Tone::Kept).icon("check"),
            State::Unclear => chip.tone(Tone::Soon).icon("clock"),
            State::Failed => chip.tone(Tone::Late).icon("circle-x"),
        }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let message = |words: Option<&str>, to: Option<&str>, state| Read {
        id: relais_kernel::Clock::system().id(),
        to: to.map(str::to_owned),
        words: words.map(str::to_owned),
        parts: 2,
        state,
        at: relais_kernel::Instant(1_795_267_200_000_000),
    };
    let page = |messages| Texts { w, zone: TimeZone::UTC, messages };
    let long = "anticonstitutionnellement-chateauneuf-du-pape-en-gresivaudan".repeat(4);
    let one = || {
        message(
            Some("Inès, votre réponse est là : https://relais.example/r/abc"),
            Some("+33612345678"),
            State::Delivered,
        )
    };
    let all = State::ALL.iter().map(|state| message(Some(&long), Some("+33612345678"), *state));
    let all = all.chain([one(), message(None, None, State::Failed)]).collect();
    vec![
        Sample::of("administration/texts", &page(all)),
        Sample::of("administration/texts one", &page(vec![one()])),
        Sample::of("administration/texts empty", &page(vec![])),
    ]
}
