//! Starting jobs again: one, or all that were given up of a kind.

use axum::extract::Path;
use relais_kernel::JobId;
use relais_store::jobs::{self, Restart};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use serde::Deserialize;

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
    let tx = cx.db().begin().await?;
    match jobs::restart(&tx, job).await? {
        Restart::Restarted => {}
        // Done or running meanwhile: there is nothing to start.
        Restart::MovedOn => return Ok(Go::to("/administration/jobs").saying("jobs-restart-late")),
        Restart::Unknown => return Err(Failure::NotFound),
    }
    cx.note(&tx, "administration.jobs.restart", "job", job.0, "").await?;
    tx.commit().await?;
    Ok(Go::to("/administration/jobs").saying("jobs-restarted"))
}

pub(crate) async fn all(cx: Cx, _: Can<RestartJobs>, Posted(form): Posted<Kind>) -> Outcome<Go> {
    let tx = cx.db().begin().await?;
    let Some(kind) =
        jobs::given_up(&tx).await?.into_iter().map(|known| known.kind).find(|kind| *kind == form.kind)
    else {
        tx.rollback().await?;
        return Err(Failure::NotFound);
    };
    let restarted = jobs::restart_kind(&tx, &kind).await?;
    cx.note(&tx, "administration.jobs.restart_all", "jobs", None, &format!("{kind} {restarted}")).await?;
    tx.commit().await?;
    Ok(Go::to("/administration/jobs").saying("jobs-restarted"))
}
