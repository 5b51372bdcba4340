//! Having the group read what one was thanked with, or keeping it to oneself again.

use axum::{extract::Path, response::Response};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use serde::Deserialize;
use uuid::Uuid;

use super::store;
use crate::ReadQuestions;

/// Whether the group reads it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ShareInput {
    public: String,
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<ShareInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let public = form.public == "1";
    if !store::share(&tx, cx.viewer().person, id, public).await? {
        return Err(Failure::NotFound);
    }
    tx.commit().await?;
    Ok(Go::to("/thanks").saying(if public { "thanks-shared" } else { "thanks-kept" }).answer())
}
