//! The yearly review, by whoever holds its promise.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::actor;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{checks::ReviewInput, show, store};
use crate::{ReadGroups, groups::store as groups};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadGroups>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<ReviewInput>,
) -> Outcome<Response> {
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    let group = groups::group(&tx, id).await?.ok_or(Failure::NotFound)?;
    let tool = store::tool(&tx, id).await?.ok_or(Failure::NotFound)?;
    let promise = relais_baton::baton(&tx, tool.promise_id).await?.ok_or(Failure::NotFound)?;
    if !promise.is_held() || !by.holds(&promise) {
        return Err(Failure::NotFound);
    }
    let faults = match form.check() {
        Ok((outcome, words)) => {
            match store::review(&tx, &by, (&group, &tool), (outcome, &words), today).await? {
                Ok(()) => {
                    cx.note(&tx, "relaying.groups.review", "expert_group", id, outcome.code()).await?;
                    tx.commit().await?;
                    return Ok(Go::to(format!("/groups/{id}/tool")).saying("tool-reviewed").answer());
                }
                Err(fault) => fault.into(),
            }
        }
        Err(faults) => faults,
    };
    tx.rollback().await?;
    let typed = show::Typed { review: form, faults, ..show::Typed::default() };
    Ok(show::shown(&cx, id, typed).await?.refused().into_response())
}
