//! The letters, newest first.

use askama::Template;
use jiff::tz::TimeZone;
use relais_kernel::{Instant, MessageId};
use relais_post::{Letter, State, letterbox};
use relais_web::{Can, Cx, Outcome, Sample, components::EmptyState};
use relais_words::Words;

use crate::ReadLetters;

const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "letters/list.html")]
struct Letterbox<'a> {
    w: &'a Words,
    zone: TimeZone,
    letters: Vec<Line>,
}

/// A letter in the list.
struct Line {
    id: MessageId,
    to: String,
    subject: String,
    state: State,
    at: Instant,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadLetters>) -> Outcome {
    let letters = letterbox(cx.site().db(), SHOWN).await?.into_iter().map(Line::of).collect();
    let page = Letterbox { w: &cx.w, zone: cx.organisation().zone.clone(), letters };
    cx.page(cx.shell(cx.w.t("letters-title")).back("/administration", cx.w.t("administration-title")), &page)
}

impl Line {
    fn of(letter: Letter) -> Self {
        let at = letter.sent_at.unwrap_or(letter.created_at);
        Self { id: letter.id, to: letter.to_address, subject: letter.subject, state: letter.state, at }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let line = |to: &str, subject: &str, state| Line {
        id: relais_kernel::Clock::system().id(),
        to: to.into(),
        subject: subject.into(),
        state,
        at: Instant(1_795_267_200_000_000),
    };
    let page = |letters| Letterbox { w, zone: TimeZone::UTC, letters };
    let long = "anticonstitutionnellement-chateauneuf-du-pape-en-gresivaudan";
    let invitation = || line("ines@clairlien.example", "Votre accès à Relais, Clairlien", State::Sent);
    vec![
        Sample::of(
            "administration/letters",
            &page(vec![invitation(), line(long, &long.repeat(3), State::Queued)]),
        ),
        Sample::of("administration/letters one", &page(vec![invitation()])),
        Sample::of("administration/letters empty", &page(vec![])),
    ]
}
