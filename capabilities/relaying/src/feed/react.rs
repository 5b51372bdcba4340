//! Answering a post without a word.

use axum::{extract::Path, response::Response};
use relais_store::bell;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use serde::Deserialize;
use uuid::Uuid;

use super::{checks::Reaction, store};
use crate::ReadGroups;

/// Which reaction.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ReactInput {
    kind: String,
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadGroups>,
    Path((id, post)): Path<(Uuid, Uuid)>,
    Posted(form): Posted<ReactInput>,
) -> Outcome<Response> {
    let person = cx.viewer().person;
    let tx = cx.db().begin().await?;
    let (group, _) = store::of_member(&tx, id, person, cx.today()).await?.ok_or(Failure::NotFound)?;
    store::author(&tx, id, post).await?.ok_or(Failure::NotFound)?;
    let kind: Reaction = form.kind.parse().map_err(|_| Failure::NotFound)?;
    store::react(&tx, post, person, kind).await?;
    bell::ring(&tx, store::topic(group.team_id))?;
    tx.commit().await?;
    Ok(Go::to(format!("/groups/{id}/feed#post-{post}")).answer())
}
