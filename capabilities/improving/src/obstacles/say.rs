//! Putting an obstacle to those who answer for one's unit.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, Field, LinkButton},
};
use relais_words::{Faults, Words};

use super::{checks::SaidInput, store};
use crate::{SayObstacle, pebbles::store::unit_of, typed::LONGEST};

#[derive(Template)]
#[template(path = "obstacles/say.html")]
struct Say<'a> {
    w: &'a Words,
    csrf: String,
    form: SaidInput,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<SayObstacle>) -> Outcome {
    unit_of(&cx.db(), cx.viewer().person, cx.today()).await?.ok_or(Failure::NotFound)?;
    shown(&cx, SaidInput::default(), Faults::none())
}

pub(crate) async fn save(cx: Cx, _: Can<SayObstacle>, Posted(form): Posted<SaidInput>) -> Outcome<Response> {
    let (person, today) = (cx.viewer().person, cx.today());
    let tx = cx.db().begin().await?;
    // Where somebody works decides whose obstacle it is; a form has no say in it.
    let unit = unit_of(&tx, person, today).await?.ok_or(Failure::NotFound)?;
    let (text, signed) = match form.check() {
        Ok(said) => said,
        Err(faults) => {
            tx.rollback().await?;
            return Ok(shown(&cx, form, faults)?.refused().into_response());
        }
    };
    let id = store::say(&tx, (&text, signed), person, (unit, today)).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/obstacles/{id}")).saying("obstacle-put").answer())
}

fn shown(cx: &Cx, form: SaidInput, faults: Faults) -> Outcome<Page> {
    let shell = cx.shell(cx.w.t("obstacle-say")).back("/obstacles", cx.w.t("obstacles-title"));
    cx.page(shell, &Say { w: &cx.w, csrf: cx.csrf(), form, faults })
}

impl Say<'_> {
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
        Sample::of("obstacles/say", &say(SaidInput::default(), Faults::none())),
        Sample::of("obstacles/say refused", &say(wrong, faults)),
    ]
}
