//! Answering an obstacle: removed, worked around, or refused with a reason that the team can read.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::actor;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{
    checks::AnswerInput,
    show::{self, Typed},
    store,
};
use crate::{ReadObstacles, pebbles::store::unit_of, promises};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadObstacles>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<AnswerInput>,
) -> Outcome<Response> {
    let (person, today) = (cx.viewer().person, cx.today());
    let tx = cx.db().begin().await?;
    let by = actor(&tx, person, today).await?;
    let own = unit_of(&tx, person, today).await?;
    let obstacle = store::read(&tx, id, &by, own).await?.ok_or(Failure::NotFound)?;
    // Whoever neither holds it nor may take it finds no such form.
    if promises::open(&tx, id).await?.is_some_and(|open| !by.holds(&open)) {
        return Err(Failure::NotFound);
    }
    let faults = match form.check() {
        Ok(answered) => match store::answer(&tx, &by, &obstacle, &answered, today).await? {
            Ok(()) => {
                tx.commit().await?;
                return Ok(Go::to(format!("/obstacles/{id}")).saying("pebble-answered").answer());
            }
            Err(fault) => fault.into(),
        },
        Err(faults) => faults,
    };
    tx.rollback().await?;
    let typed = Typed { form, passing: String::new(), faults };
    Ok(show::shown(&cx, id, typed).await?.refused().into_response())
}
