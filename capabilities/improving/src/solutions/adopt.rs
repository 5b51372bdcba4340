//! How one's own unit lives with a solution. The unit is where somebody works: no form names it, so nobody speaks for
//! another's (REF-19).

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use uuid::Uuid;

use super::{checks::AdoptionInput, show, store};
use crate::{ShareSolution, pebbles::store::unit_of};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ShareSolution>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<AdoptionInput>,
) -> Outcome<Response> {
    let (person, today) = (cx.viewer().person, cx.today());
    let tx = cx.db().begin().await?;
    let unit = unit_of(&tx, person, today).await?.ok_or(Failure::NotFound)?;
    let solution = store::lock(&tx, id, unit).await?.ok_or(Failure::NotFound)?;
    match form.check(solution.own) {
        Ok(said) => {
            store::adopt(&tx, id, &said, person, (unit, today)).await?;
            tx.commit().await?;
            Ok(Go::to(format!("/solutions/{id}")).saying("solution-said").answer())
        }
        Err(faults) => {
            tx.rollback().await?;
            Ok(show::shown(&cx, id, form, faults).await?.refused().into_response())
        }
    }
}
