//! Adding a word: whoever asked tells more, another one of the group helps.

use axum::{extract::Path, response::Response};
use relais_baton::{actor, hours_for};
use relais_web::{Can, Cx, Failure, Go, Outcome, PostedWithPhoto};
use uuid::Uuid;

use super::{
    checks::AnswerInput,
    show,
    store::{self, Said},
};
use crate::{ReadQuestions, photos::kept, redacting};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    PostedWithPhoto { mut form, photo, too_large }: PostedWithPhoto<AnswerInput>,
) -> Outcome<Response> {
    let (today, had_photo) = (cx.today(), photo.is_some());
    let picture = relais_files::attached(photo, too_large).await;
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    let (_, promise) = store::read(&tx, id, &by).await?.ok_or(Failure::NotFound)?;
    let asked = promise.awaited_by(by.person);
    let left = if asked { redacting::field(&cx.w, &mut form.words, "words") } else { None };
    let read = left.map_or_else(|| form.check(), |fault| Err(fault.into()));
    let read = picture.map_err(|unfit| unfit.fault().into()).and_then(|picture| Ok((read?, picture)));
    let faults = match read {
        Ok((words, picture)) => {
            let picture = kept(&tx, picture.as_ref(), today).await?;
            let said = Said { words: &words, picture };
            let hours = hours_for(&tx, promise.team, promise.unit, today).await?;
            match store::add(&tx, &by, (id, &promise), said, (&hours, today)).await? {
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
    show::refused(&cx, id, show::Typed { words: form.words, had_photo, faults, ..show::Typed::default() })
        .await
}
