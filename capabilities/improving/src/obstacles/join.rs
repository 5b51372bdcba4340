//! « Moi aussi »: the same obstacle is in somebody else's way, in the same unit.

use axum::{extract::Path, response::Response};
use relais_baton::actor;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::store;
use crate::{
    SayObstacle,
    pebbles::{join::Form, store::unit_of},
};

pub(crate) async fn save(
    cx: Cx,
    _: Can<SayObstacle>,
    Path(id): Path<Uuid>,
    Posted(_): Posted<Form>,
) -> Outcome<Response> {
    let person = cx.viewer().person;
    let tx = cx.db().begin().await?;
    let me = actor(&tx, person, cx.today()).await?;
    let own = unit_of(&tx, person, cx.today()).await?;
    store::read(&tx, id, &me, own).await?.ok_or(Failure::NotFound)?;
    let joined = store::join(&tx, id, person).await?;
    let said = match joined {
        Ok(true) => "pebble-joined",
        Ok(false) => "pebble-joined-already",
        Err(_) => "pebble-ended-meanwhile",
    };
    if joined.is_ok() {
        tx.commit().await?;
    }
    Ok(Go::to(format!("/obstacles/{id}")).saying(said).answer())
}
