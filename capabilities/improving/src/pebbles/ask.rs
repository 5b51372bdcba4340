//! Asking whoever said something without a name: they read it with their receipt, and may write back.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::{WaiterKind, actor};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{
    rules::{AnswerInput, QuestionInput},
    show, store,
    words::{self, Speaker, Word},
};
use crate::ReadPebbles;

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadPebbles>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<QuestionInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    store::by_id(&tx, id).await?.ok_or(Failure::NotFound)?;
    let open = store::promise(&tx, id).await?.ok_or(Failure::NotFound)?;
    let by = actor(&tx, cx.viewer().person, cx.today()).await?;
    let boxed = open.waiters.iter().any(|waiter| waiter.who.kind == WaiterKind::Box);
    if !boxed || !by.holds(&open) {
        return Err(Failure::NotFound);
    }
    let text = match form.check() {
        Ok(text) => text,
        Err(faults) => {
            tx.rollback().await?;
            let form = AnswerInput { question: form.question, ..AnswerInput::default() };
            return Ok(show::shown(&cx, id, form, faults).await?.refused().into_response());
        }
    };
    let question = Word {
        id: tx.clock().id(),
        pebble_id: id,
        speaker: Speaker::Question,
        text,
        state: None,
        planned_day: None,
        day: cx.today(),
    };
    words::write(&tx, &question).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/pebbles/{id}")).saying("pebble-asked").answer())
}
