//! The photos of a question and of what was said back, for whoever reads the question.

use axum::extract::Path;
use relais_baton::actor;
use relais_web::{Can, Cx, Failure, Jpeg, Outcome};
use uuid::Uuid;

use super::store;
use crate::{ReadQuestions, photos::sent};

pub(crate) async fn page(cx: Cx, _: Can<ReadQuestions>, Path(id): Path<Uuid>) -> Outcome<Jpeg> {
    let db = cx.db();
    let me = actor(&db, cx.viewer().person, cx.today()).await?;
    store::read(&db, id, &me).await?.ok_or(Failure::NotFound)?;
    sent(&db, store::picture_of(&db, id).await?).await
}

pub(crate) async fn of_word(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path((id, word)): Path<(Uuid, Uuid)>,
) -> Outcome<Jpeg> {
    let db = cx.db();
    let me = actor(&db, cx.viewer().person, cx.today()).await?;
    store::read(&db, id, &me).await?.ok_or(Failure::NotFound)?;
    sent(&db, store::picture_of_word(&db, id, word).await?).await
}
