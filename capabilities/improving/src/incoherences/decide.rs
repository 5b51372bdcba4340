//! Deciding what holds of two things that contradict each other, with a reason. All who stumbled over them are told.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::actor;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{checks::DecisionInput, show, store};
use crate::{ReadRules, promises};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadRules>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<DecisionInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    store::by_id(&tx, id).await?.ok_or(Failure::NotFound)?;
    let by = actor(&tx, cx.viewer().person, cx.today()).await?;
    // Whoever neither holds it nor may take it finds no such form.
    if promises::open(&tx, id).await?.is_some_and(|open| !by.holds(&open)) {
        return Err(Failure::NotFound);
    }
    let faults = match form.check() {
        Ok(decided) => match store::decide(&tx, &by, id, &decided, cx.today()).await? {
            Ok(()) => {
                cx.note(&tx, "improving.incoherence_decided", "incoherence", id, decided.verdict.code())
                    .await?;
                tx.commit().await?;
                return Ok(Go::to(format!("/incoherences/{id}")).saying("rule-decided-told").answer());
            }
            Err(fault) => fault.into(),
        },
        Err(faults) => faults,
    };
    tx.rollback().await?;
    Ok(show::shown(&cx, id, form, faults).await?.refused().into_response())
}
