//! The photo of a post, for the people of its group.

use axum::extract::Path;
use relais_web::{Can, Cx, Failure, Jpeg, Outcome};
use uuid::Uuid;

use super::store;
use crate::{ReadGroups, photos::sent};

pub(crate) async fn page(cx: Cx, _: Can<ReadGroups>, Path((id, post)): Path<(Uuid, Uuid)>) -> Outcome<Jpeg> {
    let db = cx.db();
    store::of_member(&db, id, cx.viewer().person, cx.today()).await?.ok_or(Failure::NotFound)?;
    sent(&db, store::picture(&db, id, post).await?).await
}
