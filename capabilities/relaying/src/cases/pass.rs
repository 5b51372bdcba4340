//! Holding a customer's request out to another unit, with all that was said. Whoever has it keeps it until they accept
//! (MAP-04).

use axum::{extract::Path, response::Response};
use relais_baton::{Holder, actor, offer, unit_leads};
use relais_kernel::UnitId;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use relais_words::Fault;
use uuid::Uuid;

use super::{reading, show};
use crate::{ReadCases, questions::checks::PassInput};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadCases>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<PassInput>,
) -> Outcome<Response> {
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    let (_, promise) = reading::read(&tx, id, &by, today).await?.ok_or(Failure::NotFound)?;
    if promise.is_held() && !by.holds(&promise) {
        return Err(Failure::NotFound);
    }
    let unit = form.to.parse::<UnitId>().ok();
    let known = match unit {
        Some(unit) => reading::units(&tx, today).await?.into_iter().find(|known| known.id == unit),
        None => None,
    };
    let done = match known {
        Some(unit) => {
            let team = unit_leads(&tx, unit.id).await?;
            offer(&tx, &by, promise.id, Holder::Team(team), &form.words).await?.map(|_| ())
        }
        None => Err(Fault::on("to", "case-pass-to-nobody")),
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(Go::to(format!("/cases/{id}")).saying("case-passed").answer())
        }
        Err(fault) => {
            tx.rollback().await?;
            let typed = show::Typed { pass: form, faults: fault.into(), ..show::Typed::default() };
            show::refused(&cx, id, typed).await
        }
    }
}
