//! « Moi aussi »: somebody else wants to know what a rule is for.

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
    let rule = store::lock(&tx, id).await?.ok_or(Failure::NotFound)?;
    let joined = match rule.challenge_id {
        Some(challenge) => store::join(&tx, (id, challenge), cx.viewer().person).await?.ok(),
        None => None,
    };
    let said = match joined {
        Some(true) => "pebble-joined",
        Some(false) => "pebble-joined-already",
        None => "pebble-ended-meanwhile",
    };
    if joined.is_some() {
        tx.commit().await?;
    }
    Ok(Go::to(format!("/rules/{id}")).saying(said).answer())
}
