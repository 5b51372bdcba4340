//! « Moi aussi »: somebody else stumbles over the same contradiction.

use axum::{extract::Path, response::Response};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::store;
use crate::{ChallengeRule, pebbles::join::Form};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ChallengeRule>,
    Path(id): Path<Uuid>,
    Posted(_): Posted<Form>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    store::by_id(&tx, id).await?.ok_or(Failure::NotFound)?;
    let joined = store::join(&tx, id, cx.viewer().person).await?;
    let said = match joined {
        Ok(true) => "pebble-joined",
        Ok(false) => "pebble-joined-already",
        Err(_) => "pebble-ended-meanwhile",
    };
    if joined.is_ok() {
        tx.commit().await?;
    }
    Ok(Go::to(format!("/incoherences/{id}")).saying(said).answer())
}
