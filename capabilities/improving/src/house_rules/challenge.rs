//! « À quoi sert-elle ? »: any employee asks, and is promised an answer within ten open days.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{checks::QuestionInput, show, store};
use crate::ChallengeRule;

pub(crate) async fn save(
    cx: Cx,
    _: Can<ChallengeRule>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<QuestionInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let rule = store::lock(&tx, id).await?.ok_or(Failure::NotFound)?;
    let faults = match form.check() {
        Ok((text, signed)) => {
            let author = cx.viewer().person;
            match store::challenge(&tx, &rule, (&text, signed), author, cx.today()).await? {
                Ok(()) => {
                    tx.commit().await?;
                    let said = if rule.challenge_id.is_some() { "pebble-joined" } else { "rule-asked" };
                    return Ok(Go::to(format!("/rules/{id}")).saying(said).answer());
                }
                Err(fault) => fault.into(),
            }
        }
        Err(faults) => faults,
    };
    tx.rollback().await?;
    let typed = show::Typed { question: form, faults, ..show::Typed::default() };
    Ok(show::shown(&cx, id, typed).await?.refused().into_response())
}
