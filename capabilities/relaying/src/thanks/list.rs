//! What one was thanked for. Nobody else reads this page, and it counts nothing.

use askama::Template;
use relais_web::{
    Can, Cx, Outcome, Sample,
    components::{Button, Chip, EmptyState, Field, Tone},
};
use relais_words::Words;

use super::store::{self, Thanks};
use crate::ReadQuestions;

const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "thanks/list.html")]
struct List<'a> {
    w: &'a Words,
    csrf: String,
    thanks: Vec<Thanks>,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadQuestions>) -> Outcome {
    let thanks = store::mine(&cx.db(), cx.viewer().person, SHOWN).await?;
    let shell = cx.shell(cx.w.t("thanks-title")).back("/questions", cx.w.t("questions-title"));
    cx.page(shell, &List { w: &cx.w, csrf: cx.csrf(), thanks })
}

impl List<'_> {
    fn nothing(&self) -> EmptyState {
        EmptyState::new(self.w.t("thanks-none")).icon("heart-handshake").more(self.w.t("thanks-none-more"))
    }

    fn chip(&self, thanks: &Thanks) -> Chip {
        let key = if thanks.public == 1 { "thanks-read-by-group" } else { "thanks-yours" };
        let chip = Chip::new(self.w.t(key));
        if thanks.public == 1 { chip.tone(Tone::Kept).icon("users-round") } else { chip.icon("lock") }
    }

    fn button(&self, thanks: &Thanks) -> Button {
        let (key, to) = if thanks.public == 1 { ("thanks-keep", "0") } else { ("thanks-share", "1") };
        Button::plain(self.w.t(key)).sends("public", to)
    }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let one = |words: &str, public| Thanks {
        id: uuid::Uuid::nil(),
        question_id: uuid::Uuid::nil(),
        group_id: uuid::Uuid::nil(),
        group_name: "Experts 91-94".into(),
        question: "Le voyant clignote orange.".into(),
        words: words.into(),
        day: relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 21)),
        public,
    };
    let list = |thanks| List { w, csrf: String::new(), thanks };
    let long = "Anticonstitutionnellement-long".repeat(8);
    vec![
        Sample::of(
            "thanks/list",
            &list(vec![one("Client reparti le sourire aux lèvres. Merci.", 0), one(&long, 1)]),
        ),
        Sample::of("thanks/list empty", &list(vec![])),
    ]
}
