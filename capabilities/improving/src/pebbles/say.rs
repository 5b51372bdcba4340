//! Saying: words first, everything else has a usual answer.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_baton::hours_of;
use relais_directory::settings::value;
use relais_sealed::Code;
use relais_web::{
    Can, Cx, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, Field, LinkButton, Select},
};
use relais_words::{Fault, Faults, Words};

use super::{
    anonymous,
    rules::{By, Frequency, LONGEST, PebbleKind, SaidInput, Theme},
    store,
};
use crate::{SayPebble, settings::ANSWERED_IN};

/// Among so many nobody is guessed from the unit alone; among fewer the form says so.
const MANY: i64 = 25;

#[derive(Template)]
#[template(path = "pebbles/say.html")]
struct Say<'a> {
    w: &'a Words,
    csrf: String,
    form: SaidInput,
    faults: Faults,
    /// A receipt's code, should it become one.
    key: String,
    /// How many work where they work, when they work somewhere.
    mates: Option<i64>,
    /// Open days within which they are answered.
    days: i64,
}

pub(crate) async fn page(cx: Cx, _: Can<SayPebble>) -> Outcome {
    shown(&cx, SaidInput::default(), Faults::none()).await
}

pub(crate) async fn save(cx: Cx, _: Can<SayPebble>, Posted(form): Posted<SaidInput>) -> Outcome<Response> {
    let said = match form.check() {
        Ok(said) => said,
        Err(faults) => return Ok(shown(&cx, form, faults).await?.refused().into_response()),
    };
    if let By::Nobody { unit } = said.by {
        return anonymous::say::save(&cx, form, said, unit).await;
    }
    let (person, today) = (cx.viewer().person, cx.today());
    let tx = cx.db().begin().await?;
    let unit = store::unit_of(&tx, person, today).await?;
    let hours = hours_of(&tx, unit, today).await?;
    let id = store::say(&tx, &said, person, (unit, today), &hours).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/pebbles/{id}")).saying("pebble-said").answer())
}

pub(super) async fn shown(cx: &Cx, form: SaidInput, faults: Faults) -> Outcome<Page> {
    let shell = cx.shell(cx.w.t("pebble-say")).back("/pebbles", cx.w.t("pebbles-title"));
    let key = Code::read(&form.key).unwrap_or_else(|_| Code::new(cx.site().clock())).text();
    let mates = store::mates_of(&cx.db(), cx.viewer().person, cx.today()).await?;
    let days = value(&cx.db(), &ANSWERED_IN).await?;
    cx.page(shell, &Say { w: &cx.w, csrf: cx.csrf(), form, faults, key, mates, days })
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
        let chosen = By::CODES.into_iter().find(|code| *code == self.form.signed).unwrap_or(By::CODES[0]);
        By::CODES
            .into_iter()
            .fold(Choices::one(self.w, "signed", self.w.t("pebble-name")).untold(), |choices, code| {
                let words = self.w.t(&format!("pebble-name-{code}")).to_string();
                let hint = self.w.t(&format!("pebble-name-{code}-hint")).to_string();
                choices.explained(code, words, hint)
            })
            .error(self.faults.on("signed", self.w))
            .chosen(chosen)
    }

    /// Whether an anonymous entry names the unit; nothing to choose for whoever works in none.
    fn naming(&self) -> Option<Choices> {
        let mates = self.mates?;
        let hint = if mates < MANY { "pebble-name-unit-few" } else { "pebble-name-unit-many" };
        let choices = Choices::many(self.w, "unit", self.w.t("pebble-name-where")).untold().explained(
            "yes",
            self.w.t("pebble-name-unit"),
            self.w.t(hint).with("n", mates),
        );
        Some(if self.form.unit == "yes" { choices.chosen("yes") } else { choices })
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let say = |form: SaidInput, faults, mates| Say {
        w,
        csrf: String::new(),
        form,
        faults,
        key: "7K3M".into(),
        mates,
        days: ANSWERED_IN.default,
    };
    let nobody = SaidInput {
        text: "Les horaires changent la veille.".into(),
        signed: "anonymous".into(),
        ..SaidInput::default()
    };
    let full = Faults::from(Fault::on("signed", "pebble-anonymous-full"));
    let wrong = SaidInput::default();
    let faults = wrong.check().err().unwrap_or_default();
    vec![
        Sample::of("pebbles/say", &say(SaidInput::default(), Faults::none(), None)),
        Sample::of("pebbles/say anonymous in a small shop", &say(nobody.clone(), Faults::none(), Some(4))),
        Sample::of("pebbles/say anonymous, too many wait", &say(nobody, full, Some(60))),
        Sample::of("pebbles/say refused", &say(wrong, faults, Some(9))),
    ]
}
