//! « Moi aussi »: a voice joins instead of doubling.

use axum::{extract::Path, response::Response};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use serde::Deserialize;
use uuid::Uuid;

use super::store;
use crate::SayPebble;

/// Nothing but the token.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {}

pub(crate) async fn save(
    cx: Cx,
    _: Can<SayPebble>,
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
    Ok(Go::to(format!("/pebbles/{id}")).saying(said).answer())
}
