//! What becomes a fact of a board, in the transaction in which it happens.

use relais_baton::{Actor, Baton, Told, hours_for};
use relais_kernel::{BatonId, Day, Instant, PersonId, TeamId, UnitId};
use relais_store::{InOrg, OrgTx, Result, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::ledger::{Fact, Kind, add, month_of};
use crate::{cases::reading::Case, cooperation};

/// The cell of a group's board.
pub(crate) fn group_cell(group: Uuid) -> String {
    format!("group:{group}")
}

/// What the cells of handoffs between trades begin with.
pub(crate) const TRADES: &str = "trades:";

/// The first answer: how long the group worked on it, by its own opening hours and without the time in which it waited for an
/// explanation. What comes after it changes nothing.
pub(crate) async fn first_answer(tx: &OrgTx, question: Uuid, promise: &Baton, today: Day) -> Result<()> {
    let Some(target) = promise.target else { return Ok(()) };
    let hours = hours_for(tx, promise.team, promise.unit, today).await?;
    let left = target.pause(tx.clock().now(), &hours).left;
    sql("insert into question_time (org_id, question_id, worked, in_target) values ($1, $2, $3, $4) \
         on conflict (org_id, question_id) do nothing")
    .bind(tx.org())
    .bind(question)
    .bind((target.seconds - left).max(0))
    .bind(i32::from(left >= 0))
    .run(tx)
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Answered {
    group_id: Uuid,
    unit_id: Option<UnitId>,
    worked: i64,
    in_target: i32,
}

/// A question was answered, and its promise ended: it counts for the group that answers it now.
pub(crate) async fn answered(
    tx: &OrgTx,
    by: &Actor,
    (question, promise): (Uuid, &Baton),
    today: Day,
) -> Result<()> {
    let found: Option<Answered> = sql("select coalesce(n.id, q.group_id) as group_id, q.unit_id, t.worked, t.in_target from question q \
         join question_time t on t.org_id = q.org_id and t.question_id = q.id \
         join baton b on b.org_id = q.org_id and b.id = q.promise_id \
         left join expert_group n on n.org_id = b.org_id and n.team_id = b.team_id where q.org_id = $1 and q.id = $2")
    .bind(tx.org())
    .bind(question)
    .one(tx)
    .await?;
    let Some(found) = found else { return Ok(()) };
    let fact = Fact {
        cell: group_cell(found.group_id),
        kind: Kind::Answered,
        month: month_of(today),
        subject: question,
        promise: promise.id,
        good: found.in_target,
        late: found.in_target == 0,
        refused: 0,
        waited: Some(found.worked),
        acted: None,
    };
    add(tx, &fact).await?;
    let asker = promise.waiters.iter().find_map(|waiter| waiter.who.person);
    if let Some(fact) = between_trades(tx, by, (&fact, promise), (asker, today)).await? {
        add(tx, &fact).await?;
    }
    let (asked, helped) = ((found.unit_id, asker), (by.person, found.group_id));
    cooperation::store::helped(tx, asked, helped, (promise.id, today)).await
}

#[derive(FromQueryResult)]
struct Taken {
    accepted_at: Option<Instant>,
    acted_at: Option<Instant>,
}

/// What passed from the trade of whoever asked to the trade of whoever answered, measured at both ends (EXP-09).
async fn between_trades(
    tx: &OrgTx,
    by: &Actor,
    (fact, promise): (&Fact, &Baton),
    (asker, today): (Option<PersonId>, Day),
) -> Result<Option<Fact>> {
    let Some(asker) = asker else { return Ok(None) };
    let (Some(from), Some(to)) = (trade(tx, asker).await?, trade(tx, by.person).await?) else {
        return Ok(None);
    };
    let taken: Option<Taken> =
        sql("select min(case when e.code = 'accepted' then e.at end) as accepted_at, \
         min(case when e.code in ('news', 'told') then e.at end) as acted_at from baton_event e \
         where e.org_id = $1 and e.baton_id = $2")
        .bind(tx.org())
        .bind(promise.id)
        .one(tx)
        .await?;
    let Some(Taken { accepted_at: Some(accepted), acted_at: Some(acted) }) = taken else { return Ok(None) };
    let hours = hours_for(tx, promise.team, promise.unit, today).await?;
    let open =
        |from: Instant, to: Instant| Some(hours.open_time(from.timestamp(), to.timestamp()).as_secs().max(0));
    Ok(Some(Fact {
        cell: format!("{TRADES}{from}>{to}"),
        kind: Kind::Passed,
        good: 1,
        waited: open(promise.created_at, accepted),
        acted: open(accepted, acted),
        ..fact.clone()
    }))
}

async fn trade(on: &impl InOrg, person: PersonId) -> Result<Option<String>> {
    let code: Option<Option<String>> = sql("select trade_code from person where org_id = $1 and id = $2")
        .bind(on.org())
        .bind(person)
        .value(on)
        .await?;
    Ok(code.flatten())
}

/// The groups that looked for an answer for a customer.
async fn groups_of(on: &impl InOrg, case: Uuid) -> Result<Vec<Uuid>> {
    sql("select distinct coalesce(n.id, q.group_id) from case_question k join question q on q.org_id = k.org_id \
         and q.id = k.question_id join baton b on b.org_id = q.org_id and b.id = q.promise_id \
         left join expert_group n on n.org_id = b.org_id and n.team_id = b.team_id where k.org_id = $1 and k.case_id = $2")
    .bind(on.org())
    .bind(case)
    .values(on)
    .await
}

/// A customer's request ended: they were told, in time or not.
pub(crate) async fn told(tx: &OrgTx, case: &Case, told: Told, today: Day) -> Result<()> {
    let in_time = case.next_contact_at.is_none_or(|next| tx.clock().now() <= next);
    let good = i32::from(in_time && told != Told::Unreachable);
    for group in groups_of(tx, case.id).await? {
        let fact = Fact {
            cell: group_cell(group),
            kind: Kind::Told,
            month: month_of(today),
            subject: case.id,
            promise: case.promise_id,
            good,
            late: good == 0,
            refused: 0,
            waited: None,
            acted: None,
        };
        add(tx, &fact).await?;
    }
    Ok(())
}

/// Whoever asked said whether the answer helped. What was counted already stays counted.
pub(crate) async fn judged(
    tx: &OrgTx,
    (question, promise): (Uuid, BatonId),
    (team, good): (Option<TeamId>, i32),
    today: Day,
) -> Result<()> {
    let group: Option<Uuid> = sql(
        "select coalesce((select n.id from expert_group n where n.org_id = q.org_id and n.team_id = $3), \
         q.group_id) from question q where q.org_id = $1 and q.id = $2",
    )
    .bind(tx.org())
    .bind(question)
    .bind(team)
    .value(tx)
    .await?;
    let Some(group) = group else { return Ok(()) };
    let fact = Fact {
        cell: group_cell(group),
        kind: Kind::Helped,
        month: month_of(today),
        subject: question,
        promise,
        good,
        late: false,
        refused: 0,
        waited: None,
        acted: None,
    };
    add(tx, &fact).await
}
