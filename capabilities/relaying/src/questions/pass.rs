//! Holding a question out to another group, with all that was said.

use axum::{extract::Path, response::Response};
use relais_baton::actor;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use relais_words::Fault;
use uuid::Uuid;

use super::{checks::PassInput, show, store};
use crate::{ReadQuestions, groups::store as groups};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<PassInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, cx.today()).await?;
    let (_, promise) = store::read(&tx, id, &by).await?.ok_or(Failure::NotFound)?;
    if promise.is_held() && !by.holds(&promise) {
        return Err(Failure::NotFound);
    }
    let to = groups::groups(&tx).await?.into_iter().find(|group| group.id.to_string() == form.to);
    let done = match to {
        Some(to) => store::pass(&tx, &by, &promise, to.team_id, &form.words).await?,
        None => Err(Fault::on("to", "question-pass-to-nobody")),
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(Go::to(format!("/questions/{id}")).saying("question-passed").answer())
        }
        Err(fault) => {
            tx.rollback().await?;
            let typed = show::Typed { pass: form, faults: fault.into(), ..show::Typed::default() };
            show::refused(&cx, id, typed).await
        }
    }
}
