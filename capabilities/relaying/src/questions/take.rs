//! Taking what one's group holds, or what is held out to it.

use axum::{extract::Path, response::Response};
use relais_baton::{Holder, accept, actor, take};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use serde::Deserialize;
use uuid::Uuid;

use super::store;
use crate::ReadQuestions;

/// A button alone.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Nothing {}

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    _: Posted<Nothing>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, cx.today()).await?;
    let (_, promise) = store::read(&tx, id, &by).await?.ok_or(Failure::NotFound)?;
    let offer = promise.offers.iter().find(|offer| match offer.to {
        Holder::Person(person) => person == by.person,
        Holder::Team(team) => by.teams.contains(&team),
    });
    let taken = match offer {
        Some(offer) => accept(&tx, &by, promise.id, offer.id).await?,
        None => take(&tx, &by, promise.id).await?,
    };
    let back = Go::to(format!("/questions/{id}"));
    if taken.is_err() {
        // Somebody was quicker, or it ended: the page says who has it.
        tx.rollback().await?;
        return Ok(back.saying("question-taken-meanwhile").answer());
    }
    tx.commit().await?;
    Ok(back.saying("question-taken").answer())
}
