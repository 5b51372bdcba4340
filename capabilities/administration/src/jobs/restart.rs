//! Starting jobs again: one, or all that were given up of a kind.

use axum::extract::Path;
use relais_kernel::JobId;
use relais_store::jobs;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use serde::Deserialize;

use super::store;
use crate::RestartJobs;

/// Nothing but the token.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Nothing {}

/// Which kind.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Kind {
    kind: String,
}

pub(crate) async fn one(
    cx: Cx,
    _: Can<RestartJobs>,
    Path(job): Path<JobId>,
    _: Posted<Nothing>,
) -> Outcome<Go> {
    let tx = cx.site().db().begin().await?;
    if !jobs::restart(&tx, job).await? {
        // Done or running meanwhile: there is nothing to start.
        tx.rollback().await?;
        return Ok(Go::to("/administration/jobs").saying("jobs-restart-late"));
    }
    cx.note(&tx, "administration.jobs.restart", "job", job.0, "").await?;
    tx.commit().await?;
    Ok(Go::to("/administration/jobs").saying("jobs-restarted"))
}

pub(crate) async fn all(cx: Cx, _: Can<RestartJobs>, Posted(form): Posted<Kind>) -> Outcome<Go> {
    let tx = cx.site().db().begin().await?;
    let Some(kind) =
        store::given_up(&tx).await?.into_iter().map(|known| known.kind).find(|kind| *kind == form.kind)
    else {
        tx.rollback().await?;
        return Err(Failure::NotFound);
    };
    let restarted = store::restart_kind(&tx, &kind).await?;
    cx.note(&tx, "administration.jobs.restart_all", "jobs", None, &format!("{kind} {restarted}")).await?;
    tx.commit().await?;
    Ok(Go::to("/administration/jobs").saying("jobs-restarted"))
}
