//! Needing no answer any more: whoever asked says so, and nobody looks for one.

use axum::{extract::Path, response::Response};
use relais_baton::actor;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{show, store, take::Nothing};
use crate::ReadQuestions;

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    _: Posted<Nothing>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, cx.today()).await?;
    let (_, promise) = store::read(&tx, id, &by).await?.ok_or(Failure::NotFound)?;
    if !promise.awaited_by(by.person) {
        return Err(Failure::NotFound);
    }
    if let Err(fault) = store::withdraw(&tx, &by, id, &promise).await? {
        tx.rollback().await?;
        return show::refused(&cx, id, show::Typed { faults: fault.into(), ..show::Typed::default() }).await;
    }
    tx.commit().await?;
    Ok(Go::to(format!("/questions/{id}")).saying("question-withdrawn").answer())
}
