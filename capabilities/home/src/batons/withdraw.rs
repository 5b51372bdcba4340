//! No longer holding it out.

use axum::{extract::Path, response::Response};
use relais_baton::withdraw;
use relais_kernel::{BatonId, OfferId};
use relais_web::{Cx, Failure, Go, Outcome, Posted};

use super::show::{self, Form};

pub(crate) async fn save(cx: Cx, Path(id): Path<BatonId>, Posted(form): Posted<Form>) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let (_, by) = show::found(&tx, &cx, id).await?;
    let offer: OfferId = form.offer.parse().map_err(|_| Failure::NotFound)?;
    let said = match withdraw(&tx, &by, id, offer).await? {
        Ok(_) => {
            tx.commit().await?;
            "baton-withdrawn"
        }
        Err(_) => {
            tx.rollback().await?;
            "baton-taken-meanwhile"
        }
    };
    Ok(Go::to(format!("/batons/{id}")).saying(said).answer())
}
