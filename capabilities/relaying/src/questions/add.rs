//! Adding a word: whoever asked tells more, another one of the group helps.

use axum::{extract::Path, response::Response};
use relais_baton::{actor, hours_for};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{checks::AnswerInput, show, store};
use crate::{ReadQuestions, redacting};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    Posted(mut form): Posted<AnswerInput>,
) -> Outcome<Response> {
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    let (_, promise) = store::read(&tx, id, &by).await?.ok_or(Failure::NotFound)?;
    let asked = promise.waiters.iter().any(|waiter| waiter.who.person == Some(by.person));
    let left = if asked { redacting::field(&cx.w, &mut form.words, "words") } else { None };
    let faults = match left.map_or_else(|| form.check(), |fault| Err(fault.into())) {
        Ok(words) => {
            let hours = hours_for(&tx, promise.team, promise.unit, today).await?;
            match store::add(&tx, &by, (id, &promise), &words, (&hours, today)).await? {
                Ok(()) => {
                    tx.commit().await?;
                    return Ok(Go::to(format!("/questions/{id}")).saying("question-added").answer());
                }
                Err(fault) => fault.into(),
            }
        }
        Err(faults) => faults,
    };
    tx.rollback().await?;
    show::refused(&cx, id, show::Typed { words: form.words, faults, ..show::Typed::default() }).await
}
