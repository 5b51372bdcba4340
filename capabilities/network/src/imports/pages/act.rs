//! What is done with an import: written, taken back, given up.

use axum::{extract::Path, response::Response};
use relais_kernel::ImportId;
use relais_store::{OrgTx, Result};
use relais_web::{Can, Cx, Go, Outcome, Posted};
use serde::Deserialize;

use super::{found, show};
use crate::{
    Import,
    imports::{
        jobs,
        record::{self, Record},
        run,
    },
};

/// What was chosen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    lines: String,
}

pub(crate) async fn apply(
    cx: Cx,
    _: Can<Import>,
    Path(id): Path<ImportId>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let (good_lines_only, today, actor) = (form.lines == "good", cx.today(), cx.viewer().into());
    begin(&cx, id, jobs::APPLY, async |tx, import| {
        run::begin_apply(tx, import, good_lines_only, today, actor).await
    })
    .await
}

pub(crate) async fn undo(
    cx: Cx,
    _: Can<Import>,
    Path(id): Path<ImportId>,
    _: Posted<serde::de::IgnoredAny>,
) -> Outcome<Response> {
    let actor = cx.viewer().into();
    begin(&cx, id, jobs::UNDO, async |tx, import| run::begin_undo(tx, import, actor).await).await
}

/// Sets a job going, unless another import of the same kind is at work.
async fn begin(
    cx: &Cx,
    id: ImportId,
    job: &'static str,
    set: impl AsyncFnOnce(&OrgTx, &mut Record) -> Result<bool>,
) -> Outcome<Response> {
    let mut import = found(&cx.db(), id).await?;
    let before = import.clone();
    let tx = cx.db().begin().await?;
    match set(&tx, &mut import).await {
        Ok(true) => {
            jobs::send(&tx, job, id).await?;
            tx.commit().await?;
        }
        Ok(false) => tx.rollback().await?,
        Err(error) if error.violation() == Some("unique_import__kind") => {
            tx.rollback().await?;
            return show::shown(cx, before, true).await;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(Go::to(format!("/imports/{id}")).answer())
}

pub(crate) async fn remove(
    cx: Cx,
    _: Can<Import>,
    Path(id): Path<ImportId>,
    _: Posted<serde::de::IgnoredAny>,
) -> Outcome<Go> {
    let import = found(&cx.db(), id).await?;
    let tx = cx.db().begin().await?;
    if !record::remove(&tx, &import).await? {
        return Ok(Go::to(format!("/imports/{id}")));
    }
    cx.note(&tx, "network.imports.remove", "import", id.0, "").await?;
    tx.commit().await?;
    Ok(Go::to("/imports").saying("import-removed"))
}
