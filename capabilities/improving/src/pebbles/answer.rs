//! Answering: done, planned for a day, tried until a day, or refused with a reason. All who wait are told.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::{Actor, Hours, actor, hours_of};
use relais_store::OrgTx;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{
    merge,
    rules::{AnswerInput, Answered},
    show, store,
};
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
    if let Some(leader) = merge::leader_of(&tx, id).await? {
        return Ok(Go::to(format!("/pebbles/{leader}")).saying("pebble-answered-together").answer());
    }
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
                    answer_merged(&tx, &by, id, &answered, &hours).await?;
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

/// Those who said the same are answered with the same words. What somebody else has taken meanwhile goes on by itself.
async fn answer_merged(
    tx: &OrgTx,
    by: &Actor,
    into: Uuid,
    answered: &Answered,
    hours: &Hours,
) -> relais_store::Result<()> {
    for id in merge::merged_into(tx, into).await? {
        let held = store::promise(tx, id).await?.is_some_and(|open| by.holds(&open));
        let answered = match store::by_id(tx, id).await?.filter(|_| held) {
            Some(other) => store::answer(tx, by, &other, answered, hours).await?.is_ok(),
            None => false,
        };
        if !answered {
            merge::forget(tx, id).await?;
        }
    }
    Ok(())
}
