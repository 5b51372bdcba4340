//! Answering, or asking something first.

use axum::{extract::Path, response::Response};
use relais_baton::{actor, hours_for};
use relais_web::{Can, Cx, Failure, Go, Outcome, PostedWithPhoto};
use uuid::Uuid;

use super::{
    checks::AnswerInput,
    show,
    store::{self, Said},
};
use crate::{ReadQuestions, photos::kept};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    PostedWithPhoto { form, photo, too_large }: PostedWithPhoto<AnswerInput>,
) -> Outcome<Response> {
    let (today, had_photo) = (cx.today(), photo.is_some());
    let picture = relais_files::attached(photo, too_large).await;
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    let (_, promise) = store::read(&tx, id, &by).await?.ok_or(Failure::NotFound)?;
    // Whoever neither holds it nor may take it finds no such form.
    if promise.is_held() && !by.holds(&promise) {
        return Err(Failure::NotFound);
    }
    let clarifies = form.act == "clarify";
    let read = picture.map_err(|unfit| unfit.fault().into()).and_then(|picture| Ok((form.check()?, picture)));
    let faults = match read {
        Ok((words, picture)) => {
            let picture = kept(&tx, picture.as_ref(), today).await?;
            let said = Said { words: &words, picture };
            let done = if clarifies {
                let hours = hours_for(&tx, promise.team, promise.unit, today).await?;
                store::clarify(&tx, &by, (id, &promise), said, (&hours, today)).await?
            } else {
                store::answer(&tx, &by, (id, &promise), said, today).await?
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
    show::refused(&cx, id, show::Typed { words: form.words, had_photo, faults, ..show::Typed::default() })
        .await
}
