//! Ending assignments: on a last day, with the role they brought; a manager's end is told to the region.

use relais_contracts::directory::ManagerLeft;
use relais_kernel::{AssignmentId, Day, PersonId, UnitId};
use relais_store::{InOrg, OrgTx, Result, outbox, sql};
use relais_words::Fault;

use super::{Assignment, AssignmentFacts, by_id, store};
use crate::{
    Ruled,
    grants::{self, Source},
    held::hold,
    units,
};

/// Ends an assignment on a last day, or moves its end; the role it brought ends with it. Refused before its first day
/// ([`withdraw`] takes such a one away), where a later end would meet another main unit or manager, and to whoever would
/// stay longer by their own hand.
pub async fn end(tx: &OrgTx, id: AssignmentId, last_day: Day, by: Option<PersonId>) -> Ruled {
    let Some(found) = by_id(tx, id).await? else {
        return Ok(Err(Fault::of_form("assignment-unknown")));
    };
    if let Some(fault) = grants::staying(tx, by, found.person_id, (found.to_day, last_day)).await? {
        return Ok(Err(fault));
    }
    if last_day < found.from_day {
        return Ok(Err(Fault::on("to_day", "days-out-of-order")));
    }
    if found.to_day.is_some_and(|to| last_day > to)
        && let Some(fault) = store::refused(tx, &until(&found, last_day), Some(id)).await?
    {
        return Ok(Err(Fault { field: "to_day".into(), ..fault }));
    }
    close(tx, id, last_day).await?;
    grants::rights_changed(tx, found.person_id).await?;
    Ok(Ok(()))
}

/// Whether somebody changed an assignment since this version of it was read. From here to the end of the transaction
/// nobody does.
pub async fn changed_since(tx: &OrgTx, id: AssignmentId, version: i64) -> Result<bool> {
    let same = sql("update assignment set version = version where org_id = $1 and id = $2 and version = $3")
        .bind(tx.org())
        .bind(id)
        .bind(version)
        .run(tx)
        .await?;
    Ok(same == 0)
}

fn until(held: &Assignment, last_day: Day) -> AssignmentFacts {
    AssignmentFacts {
        person_id: held.person_id,
        unit_id: held.unit_id,
        function: held.function,
        employer_id: held.employer_id,
        kind: held.kind,
        main: held.main,
        from_day: held.from_day,
        to_day: Some(last_day),
    }
}

/// Takes away an assignment that has not begun. Refused once it has: what was, stays told.
pub async fn withdraw(tx: &OrgTx, id: AssignmentId, today: Day) -> Ruled {
    let Some(found) = by_id(tx, id).await? else {
        return Ok(Err(Fault::of_form("assignment-unknown")));
    };
    if found.from_day <= today {
        return Ok(Err(Fault::of_form("assignment-begun")));
    }
    close(tx, id, found.from_day.plus(-1)).await?;
    grants::rights_changed(tx, found.person_id).await?;
    Ok(Ok(()))
}

/// Ends all that somebody holds in units on a last day.
pub(crate) async fn end_all(tx: &OrgTx, person: PersonId, last_day: Day) -> Result<()> {
    let open: Vec<AssignmentId> = sql("select id from assignment where org_id = $1 and person_id = $2 \
         and coalesce(to_day, 99991231) > $3 order by from_day")
    .bind(tx.org())
    .bind(person)
    .bind(last_day)
    .values(tx)
    .await?;
    for id in open {
        close(tx, id, last_day).await?;
    }
    Ok(())
}

/// Who holds something in a unit beyond a day, which its closing on that day would end.
pub async fn beyond(on: &impl InOrg, unit: UnitId, day: Day) -> Result<Vec<PersonId>> {
    sql("select distinct person_id from assignment where org_id = $1 and unit_id = $2 \
         and coalesce(to_day, 99991231) > $3 order by person_id")
    .bind(on.org())
    .bind(unit)
    .bind(day)
    .values(on)
    .await
}

/// Ends all that is held in a unit on its last day, with the roles brought; what would begin later goes.
pub(crate) async fn end_unit(tx: &OrgTx, unit: UnitId, last_day: Day) -> Result<()> {
    let people = beyond(tx, unit, last_day).await?;
    if people.is_empty() {
        return Ok(());
    }
    let open: Vec<AssignmentId> = sql("select id from assignment where org_id = $1 and unit_id = $2 \
         and coalesce(to_day, 99991231) > $3 order by from_day, id")
    .bind(tx.org())
    .bind(unit)
    .bind(last_day)
    .values(tx)
    .await?;
    for id in open {
        close(tx, id, last_day).await?;
    }
    grants::rights_changed_of(tx, &people).await
}

/// Writes the last day of an assignment and its role; one that would not have begun by then goes.
pub(super) async fn close(tx: &OrgTx, id: AssignmentId, last_day: Day) -> Result<()> {
    let Some(found) = by_id(tx, id).await? else { return Ok(()) };
    hold(tx, "person", &[found.person_id.0]).await?;
    grants::close_brought(tx, Source::Assignment(id), last_day).await?;
    units::changed(tx, found.unit_id)?;
    if found.from_day > last_day {
        return sql("delete from assignment where org_id = $1 and id = $2")
            .bind(tx.org())
            .bind(id)
            .run_one("assignment", tx)
            .await;
    }
    sql("update assignment set to_day = $1, version = version + 1 where org_id = $2 and id = $3")
        .bind(last_day)
        .bind(tx.org())
        .bind(id)
        .run_one("assignment", tx)
        .await?;
    if until(&found, last_day).is_accountable() {
        let region = units::main_region(tx, found.unit_id, last_day).await?;
        outbox::emit(tx, &ManagerLeft { org: tx.org(), unit: found.unit_id, region, last_day }).await?;
    }
    Ok(())
}
