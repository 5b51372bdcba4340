//! Answering, or asking something first.

use axum::{extract::Path, response::Response};
use relais_baton::{actor, hours_for};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{checks::AnswerInput, show, store};
use crate::ReadQuestions;

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<AnswerInput>,
) -> Outcome<Response> {
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    let (_, promise) = store::read(&tx, id, &by).await?.ok_or(Failure::NotFound)?;
    // Whoever neither holds it nor may take it finds no such form.
    if promise.is_held() && !by.holds(&promise) {
        return Err(Failure::NotFound);
    }
    let clarifies = form.act == "clarify";
    let faults = match form.check() {
        Ok(words) => {
            let done = if clarifies {
                let hours = hours_for(&tx, promise.team, promise.unit, today).await?;
                store::clarify(&tx, &by, (id, &promise), &words, (&hours, today)).await?
            } else {
                store::answer(&tx, &by, (id, &promise), &words, today).await?
            };
            match done {
                Ok(()) => {
                    tx.commit().await?;
                    let said = if clarifies { "question-clarified" } else { "question-answered" };
                    return Ok(Go::to(format!("/questions/{id}")).saying(said).answer());
                }
                Err(fault) => fault.into(),
            }
        }
        Err(faults) => faults,
    };
    tx.rollback().await?;
    show::refused(&cx, id, show::Typed { words: form.words, faults, ..show::Typed::default() }).await
}
