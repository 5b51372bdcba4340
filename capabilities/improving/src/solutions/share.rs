//! Sharing what worked: from a pebble that was done, with one tap, or written anew. Nobody approves it (REF-19).

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Field, LinkButton},
};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::{
    checks::SharedInput,
    store::{self, Done},
};
use crate::{
    ShareSolution,
    pebbles::{join::Form, store::unit_of},
    typed::LONGEST,
};

#[derive(Template)]
#[template(path = "solutions/share.html")]
struct Share<'a> {
    w: &'a Words,
    csrf: String,
    done: Vec<Done>,
    form: SharedInput,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<ShareSolution>) -> Outcome {
    shown(&cx, SharedInput::default(), Faults::none()).await
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<ShareSolution>,
    Posted(form): Posted<SharedInput>,
) -> Outcome<Response> {
    let (person, today) = (cx.viewer().person, cx.today());
    let shared = match form.check() {
        Ok(shared) => shared,
        Err(faults) => return Ok(shown(&cx, form, faults).await?.refused().into_response()),
    };
    let tx = cx.db().begin().await?;
    let unit = unit_of(&tx, person, today).await?.ok_or(Failure::NotFound)?;
    let id = store::share(&tx, &shared, None, person, (unit, today)).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/solutions/{id}")).saying("solution-shared").answer())
}

/// What was done about a pebble of one's own unit.
pub(crate) async fn of_pebble(
    cx: Cx,
    _: Can<ShareSolution>,
    Path(pebble): Path<Uuid>,
    Posted(_): Posted<Form>,
) -> Outcome<Response> {
    let (person, today) = (cx.viewer().person, cx.today());
    let tx = cx.db().begin().await?;
    let unit = unit_of(&tx, person, today).await?.ok_or(Failure::NotFound)?;
    let done = store::to_share(&tx, unit).await?.into_iter().find(|done| done.id == pebble);
    let done = done.ok_or(Failure::NotFound)?;
    let input = SharedInput { was: done.text, now_words: done.answer, needs: String::new() };
    let shared = input.check().map_err(|_| Failure::NotFound)?;
    let id = store::share(&tx, &shared, Some(pebble), person, (unit, today)).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/solutions/{id}")).saying("solution-shared").answer())
}

async fn shown(cx: &Cx, form: SharedInput, faults: Faults) -> Outcome<Page> {
    let db = cx.db();
    // Whoever works in no unit has nothing that worked there.
    let unit = unit_of(&db, cx.viewer().person, cx.today()).await?.ok_or(Failure::NotFound)?;
    let done = store::to_share(&db, unit).await?;
    let shell = cx.shell(cx.w.t("solution-share")).back("/solutions", cx.w.t("solutions-title"));
    cx.page(shell, &Share { w: &cx.w, csrf: cx.csrf(), done, form, faults })
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let share =
        |done: Vec<Done>, form: SharedInput, faults| Share { w, csrf: String::new(), done, form, faults };
    let done =
        |text: &str| Done { id: Uuid::nil(), text: text.into(), answer: "Un tiroir l’attend.".into() };
    let wrong = SharedInput::default();
    let faults = wrong.check().err().unwrap_or_default();
    let several = vec![done("La clé manquait."), done(&"Anticonstitutionnellement-long".repeat(6))];
    vec![
        Sample::of("solutions/share", &share(several, SharedInput::default(), Faults::none())),
        Sample::of("solutions/share anew", &share(vec![], SharedInput::default(), Faults::none())),
        Sample::of("solutions/share refused", &share(vec![], wrong, faults)),
    ]
}
