//! Not taking what is held out, with the reason. Whoever held it goes on holding it.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::refuse;
use relais_kernel::{BatonId, OfferId};
use relais_web::{Cx, Go, Outcome, Posted};

use super::{
    Kinds,
    show::{self, Form},
};

pub(crate) async fn save(
    cx: Cx,
    kinds: Kinds,
    Path(id): Path<BatonId>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let (_, by) = show::found(&tx, &cx, id).await?;
    let Ok(offer) = form.offer.parse::<OfferId>() else {
        return Ok(Go::to(format!("/batons/{id}")).saying("baton-taken-meanwhile").answer());
    };
    match refuse(&tx, &by, id, offer, &form.reason).await? {
        Ok(_) => {
            tx.commit().await?;
            Ok(Go::to("/").saying("baton-refused").answer())
        }
        Err(fault) => {
            tx.rollback().await?;
            Ok(show::shown(&cx, &kinds, id, form, fault.into()).await?.refused().into_response())
        }
    }
}
