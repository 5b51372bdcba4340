//! Thanking whoever answered.

use axum::{extract::Path, response::Response};
use relais_baton::actor;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{checks::ThanksInput, store};
use crate::{
    ReadQuestions,
    questions::{show, store as questions},
    redacting,
};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    Posted(mut form): Posted<ThanksInput>,
) -> Outcome<Response> {
    let (tx, person) = (cx.db().begin().await?, cx.viewer().person);
    let by = actor(&tx, person, cx.today()).await?;
    let (question, promise) = questions::read(&tx, id, &by).await?.ok_or(Failure::NotFound)?;
    if !promise.awaited_by(person) {
        return Err(Failure::NotFound);
    }
    let left = redacting::field(&cx.w, &mut form.words, "thanks");
    let fault = match left.map_or_else(|| form.check(), Err) {
        Ok(words) => {
            match store::say(&tx, (person, id), (question.state, &promise), &words, cx.today()).await? {
                Ok(()) => {
                    tx.commit().await?;
                    return Ok(Go::to(format!("/questions/{id}")).saying("thanks-said").answer());
                }
                Err(fault) => fault,
            }
        }
        Err(fault) => fault,
    };
    tx.rollback().await?;
    let typed = show::Typed { thanks: form.words, faults: fault.into(), ..show::Typed::default() };
    show::refused(&cx, id, typed).await
}
