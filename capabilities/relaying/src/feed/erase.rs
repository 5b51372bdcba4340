//! Taking a post away: whoever wrote it, and those who host the group.

use axum::{extract::Path, response::Response};
use relais_store::bell;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::store;
use crate::{ReadGroups, questions::take::Nothing};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadGroups>,
    Path((id, post)): Path<(Uuid, Uuid)>,
    _: Posted<Nothing>,
) -> Outcome<Response> {
    let person = cx.viewer().person;
    let tx = cx.db().begin().await?;
    let (group, hosts) = store::of_member(&tx, id, person, cx.today()).await?.ok_or(Failure::NotFound)?;
    let author = store::author(&tx, id, post).await?.ok_or(Failure::NotFound)?;
    if author != person && !hosts {
        return Err(Failure::NotFound);
    }
    store::erase(&tx, id, post).await?;
    if author != person {
        cx.note(&tx, "relaying.feed.erase", "feed_post", post, "").await?;
    }
    bell::ring(&tx, store::topic(group.team_id))?;
    tx.commit().await?;
    Ok(Go::to(format!("/groups/{id}/feed")).saying("feed-erased").answer())
}
