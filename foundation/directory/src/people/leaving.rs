//! Leaving: the last day of somebody closes all they hold, in one step.

use relais_contracts::directory::PersonLeft;
use relais_kernel::{Day, PersonId, Reach};
use relais_store::{InOrg as _, OrgTx, Result, outbox, sql};
use relais_words::Fault;

use super::by_id;
use crate::{Ruled, assignments, grants, regions};

/// Writes somebody's last day: assignments, memberships and roles end on it, those to come go, and once the day is over
/// so do their sessions. Refused before their first day, and to the network's last administrator.
pub async fn leave(tx: &OrgTx, person: PersonId, last_day: Day, today: Day) -> Ruled {
    let Some(found) = by_id(tx, &Reach::Network, today, person).await? else {
        return Ok(Err(Fault::of_form("person-unknown")));
    };
    if let Some(joined) = found.joined_day.filter(|joined| last_day < *joined) {
        return Ok(Err(Fault::on("left_day", "leaves-before-joining").with_day("day", joined)));
    }
    if grants::is_last_admin(tx, person, last_day.plus(1).max(today)).await? {
        return Ok(Err(Fault::of_form("last-admin")));
    }
    assignments::end_all(tx, person, last_day).await?;
    regions::end_all(tx, person, last_day).await?;
    grants::close_own(tx, person, last_day).await?;
    sql("update person set left_day = $1, version = version + 1 where org_id = $2 and id = $3")
        .bind(last_day)
        .bind(tx.org())
        .bind(person)
        .run_one("person", tx)
        .await?;
    grants::rights_changed(tx, person).await?;
    if last_day < today {
        sql("update session set ended_at = $1 where org_id = $2 and person_id = $3 and ended_at is null")
            .bind(tx.clock().now())
            .bind(tx.org())
            .bind(person)
            .run(tx)
            .await?;
    }
    outbox::emit(tx, &PersonLeft { org: tx.org(), person, last_day }).await?;
    Ok(Ok(()))
}

/// Ends the sessions of people whose last day is over: a nightly round, for those who left while signed in.
pub async fn end_sessions_of_left(tx: &OrgTx, today: Day) -> Result<u64> {
    sql("update session set ended_at = $1 where org_id = $2 and ended_at is null and person_id in \
         (select p.id from person p where p.org_id = $2 and p.left_day < $3)")
    .bind(tx.clock().now())
    .bind(tx.org())
    .bind(today)
    .run(tx)
    .await
}
