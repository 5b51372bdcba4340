//! Taking a baton that is held out, or that one's team holds.

use axum::{extract::Path, response::Response};
use relais_baton::{accept, actor, baton, concerns, take};
use relais_kernel::{BatonId, OfferId};
use relais_web::{Cx, Failure, Go, Outcome, Posted};
use serde::Deserialize;

use super::Kinds;

/// Which offer was on the page; none when the team holds it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    offer: String,
}

pub(crate) async fn save(
    cx: Cx,
    kinds: Kinds,
    Path(id): Path<BatonId>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, cx.today()).await?;
    let before = baton(&tx, id).await?.ok_or(Failure::NotFound)?;
    if !concerns(&tx, id, &by).await? {
        return Err(Failure::NotFound);
    }
    let taken = match form.offer.parse::<OfferId>() {
        Ok(offer) => accept(&tx, &by, id, offer).await?,
        Err(_) => take(&tx, &by, id).await?,
    };
    if taken.is_err() {
        // Somebody was quicker, or it ended: the page says what happened.
        tx.rollback().await?;
        return Ok(Go::to("/").saying("baton-taken-meanwhile").answer());
    }
    tx.commit().await?;
    let kind = kinds.iter().find(|kind| kind.code == before.kind);
    let to = kind.map_or_else(|| "/".to_owned(), |kind| kind.href(before.subject));
    Ok(Go::to(to).saying("baton-taken").answer())
}
