//! Ending a customer's request: they were told, and how it ends has a name.

use axum::{extract::Path, response::Response};
use relais_baton::actor;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{checks::EndInput, reading, show, store};
use crate::{ReadCases, redacting, status::after_end};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadCases>,
    Path(id): Path<Uuid>,
    Posted(mut form): Posted<EndInput>,
) -> Outcome<Response> {
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    let (case, promise) = reading::read(&tx, id, &by, today).await?.ok_or(Failure::NotFound)?;
    if promise.is_held() && !by.holds(&promise) {
        return Err(Failure::NotFound);
    }
    let left = redacting::field(&cx.w, &mut form.reason, "reason");
    let faults = match left.map_or_else(|| form.check(), |fault| Err(fault.into())) {
        Ok(ending) => match store::end(&tx, &by, (&case, &promise), &ending, today).await? {
            Ok(()) => {
                after_end(&tx, (&cx.w, cx.site().settings()), (&case, &ending)).await?;
                tx.commit().await?;
                return Ok(Go::to(format!("/cases/{id}")).saying("case-ended").answer());
            }
            Err(fault) => fault.into(),
        },
        Err(faults) => faults,
    };
    tx.rollback().await?;
    let typed = show::Typed { end: form, faults, ..show::Typed::default() };
    show::refused(&cx, id, typed).await
}
