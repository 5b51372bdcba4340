//! Saying: words first, everything else has a usual answer.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_baton::hours_of;
use relais_web::{
    Can, Cx, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, Field, LinkButton, Select},
};
use relais_words::{Faults, Words};

use super::{
    rules::{Frequency, LONGEST, PebbleKind, SaidInput, Theme},
    store,
};
use crate::SayPebble;

#[derive(Template)]
#[template(path = "pebbles/say.html")]
struct Say<'a> {
    w: &'a Words,
    csrf: String,
    form: SaidInput,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<SayPebble>) -> Outcome {
    shown(&cx, SaidInput::default(), Faults::none())
}

pub(crate) async fn save(cx: Cx, _: Can<SayPebble>, Posted(form): Posted<SaidInput>) -> Outcome<Response> {
    let said = match form.check() {
        Ok(said) => said,
        Err(faults) => return Ok(shown(&cx, form, faults)?.refused().into_response()),
    };
    let (person, today) = (cx.viewer().person, cx.today());
    let tx = cx.db().begin().await?;
    let unit = store::unit_of(&tx, person, today).await?;
    let hours = hours_of(&tx, unit, today).await?;
    let id = store::say(&tx, &said, person, (unit, today), &hours).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/pebbles/{id}")).saying("pebble-said").answer())
}

fn shown(cx: &Cx, form: SaidInput, faults: Faults) -> Outcome<Page> {
    let shell = cx.shell(cx.w.t("pebble-say")).back("/pebbles", cx.w.t("pebbles-title"));
    cx.page(shell, &Say { w: &cx.w, csrf: cx.csrf(), form, faults })
}

impl Say<'_> {
    fn kinds(&self) -> Choices {
        let chosen = self.form.kind.parse().unwrap_or(PebbleKind::Irritant);
        PebbleKind::ALL
            .iter()
            .fold(Choices::one(self.w, "kind", self.w.t("pebble-kind")).across().untold(), |choices, kind| {
                choices.choice(kind.code(), self.w.t(&format!("pebble-kind-{kind}")))
            })
            .chosen(chosen)
    }

    fn themes(&self) -> Select {
        let options = Theme::ALL
            .iter()
            .map(|theme| (theme.code(), self.w.t(&format!("pebble-theme-{theme}")).to_string()));
        Select::new(self.w, "theme", self.w.t("pebble-theme"))
            .untold()
            .options(options)
            .value(self.form.theme.parse().unwrap_or(Theme::Tools))
    }

    fn frequencies(&self) -> Select {
        let options = Frequency::ALL
            .iter()
            .map(|often| (often.code(), self.w.t(&format!("pebble-frequency-{often}")).to_string()));
        Select::new(self.w, "frequency", self.w.t("pebble-frequency"))
            .untold()
            .options(options)
            .value(self.form.frequency.parse().unwrap_or(Frequency::Weekly))
    }

    fn extras(&self) -> Choices {
        let choices = Choices::many(self.w, "hinders", self.w.t("pebble-also"))
            .untold()
            .choice("yes", self.w.t("pebble-hinders"));
        if self.form.hinders == "yes" { choices.chosen("yes") } else { choices }
    }

    fn signing(&self) -> Choices {
        let choices = Choices::many(self.w, "signed", self.w.t("pebble-name")).untold().explained(
            "yes",
            self.w.t("pebble-signed"),
            self.w.t("pebble-signed-hint"),
        );
        if self.form.signed == "yes" { choices.chosen("yes") } else { choices }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let say = |form: SaidInput, faults| Say { w, csrf: String::new(), form, faults };
    let wrong = SaidInput::default();
    let faults = wrong.check().err().unwrap_or_default();
    vec![
        Sample::of("pebbles/say", &say(SaidInput::default(), Faults::none())),
        Sample::of("pebbles/say refused", &say(wrong, faults)),
    ]
}
