//! Passing an obstacle up: held out to those who lead the region. The giver keeps it until one of them accepts.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::actor;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    checks::AnswerInput,
    show::{self, Typed},
    store,
};
use crate::{
    ReadObstacles,
    pebbles::{join::Form, store::unit_of},
    promises,
    typed::{LONGEST, words},
};

/// A word for those who are asked.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Passed {
    pub(crate) words: String,
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadObstacles>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<Passed>,
) -> Outcome<Response> {
    let (person, today) = (cx.viewer().person, cx.today());
    let tx = cx.db().begin().await?;
    let by = actor(&tx, person, today).await?;
    let own = unit_of(&tx, person, today).await?;
    let obstacle = store::read(&tx, id, &by, own).await?.ok_or(Failure::NotFound)?;
    if promises::open(&tx, id).await?.is_some_and(|open| !by.holds(&open)) {
        return Err(Failure::NotFound);
    }
    let faults = match words(&form.words, "passing", LONGEST) {
        Ok(words) => match store::pass(&tx, &by, &obstacle, &words, today).await? {
            Ok(_) => {
                tx.commit().await?;
                return Ok(Go::to(format!("/obstacles/{id}")).saying("obstacle-held-out").answer());
            }
            Err(fault) => fault.into(),
        },
        Err(fault) => fault.into(),
    };
    tx.rollback().await?;
    let typed = Typed { form: AnswerInput::default(), passing: form.words, faults };
    Ok(show::shown(&cx, id, typed).await?.refused().into_response())
}

/// Takes what is held out.
pub(crate) async fn accept(
    cx: Cx,
    _: Can<ReadObstacles>,
    Path(id): Path<Uuid>,
    Posted(_): Posted<Form>,
) -> Outcome<Response> {
    let (person, today) = (cx.viewer().person, cx.today());
    let tx = cx.db().begin().await?;
    let by = actor(&tx, person, today).await?;
    let own = unit_of(&tx, person, today).await?;
    store::read(&tx, id, &by, own).await?.ok_or(Failure::NotFound)?;
    if store::accept(&tx, &by, id).await?.is_err() {
        // Somebody was quicker, or nothing is held out to them.
        return Err(Failure::NotFound);
    }
    tx.commit().await?;
    Ok(Go::to(format!("/obstacles/{id}")).saying("obstacle-taken").answer())
}
