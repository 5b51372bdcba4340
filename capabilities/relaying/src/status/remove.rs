//! Taking a link back: a slip that was lost, a number that was another's. From now on it opens nothing.

use axum::{extract::Path, response::Response};
use relais_baton::actor;
use relais_web::{Can, Cx, Go, Outcome, Posted};
use uuid::Uuid;

use super::{kept, store};
use crate::{ReadCases, questions::take::Nothing};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadCases>,
    Path(id): Path<Uuid>,
    _: Posted<Nothing>,
) -> Outcome<Response> {
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    kept(&tx, id, &by, today).await?;
    store::revoke(&tx, id, today).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/cases/{id}")).saying("status-removed").answer())
}
