//! Answering: done, planned for a day, tried until a day, or refused with a reason. All who wait are told.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::{actor, hours_of};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{rules::AnswerInput, show, store};
use crate::ReadPebbles;

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadPebbles>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<AnswerInput>,
) -> Outcome<Response> {
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let pebble = store::by_id(&tx, id).await?.ok_or(Failure::NotFound)?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    // Whoever neither holds it nor may take it finds no such form.
    let open = store::promise(&tx, id).await?;
    if open.as_ref().is_some_and(|open| !by.holds(open)) {
        return Err(Failure::NotFound);
    }
    let faults = match form.check(today) {
        Ok(answered) => {
            let hours = hours_of(&tx, pebble.unit_id, today).await?;
            match store::answer(&tx, &by, &pebble, &answered, &hours).await? {
                Ok(()) => {
                    tx.commit().await?;
                    return Ok(Go::to(format!("/pebbles/{id}")).saying("pebble-answered").answer());
                }
                Err(fault) => fault.into(),
            }
        }
        Err(faults) => faults,
    };
    tx.rollback().await?;
    Ok(show::shown(&cx, id, form, faults).await?.refused().into_response())
}
