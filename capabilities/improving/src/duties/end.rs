//! Ending a duty: what is said from now on goes to those who answer for the place again.

use axum::response::Response;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{
    list::{self, Form},
    set::place_of,
    store,
};
use crate::EditDuties;

pub(crate) async fn save(cx: Cx, can: Can<EditDuties>, Posted(form): Posted<Form>) -> Outcome<Response> {
    let unit = list::place(&cx, &can, &form).await?;
    let id: Uuid = form.duty.parse().map_err(|_| Failure::NotFound)?;
    let tx = cx.db().begin().await?;
    if !store::end(&tx, id, unit, cx.today()).await? {
        return Err(Failure::NotFound);
    }
    cx.note(&tx, "improving.duties.end", "pebble_duty", id, "").await?;
    tx.commit().await?;
    Ok(Go::to(format!("/pebbles/duties?place={}", place_of(&form))).saying("duty-ended").answer())
}
