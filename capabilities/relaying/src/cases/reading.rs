//! Reading customers' requests. Whoever keeps one, whoever it is held out to, and whoever works today in its unit read it: to
//! all others it does not exist.

use relais_baton::{self as baton, Actor, Baton};
use relais_kernel::{BatonId, ContactId, Day, Instant, PersonId, UnitId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::checks::{Channel, Outcome};
use crate::questions::checks::QuestionState;

/// A customer's request.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Case {
    pub(crate) id: Uuid,
    pub(crate) contact_id: Option<ContactId>,
    pub(crate) unit_id: Option<UnitId>,
    pub(crate) unit_name: Option<String>,
    pub(crate) promise_id: BatonId,
    pub(crate) channel: Channel,
    pub(crate) reference: String,
    pub(crate) text: String,
    pub(crate) next_contact_at: Option<Instant>,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) outcome_words: String,
    pub(crate) appeal: String,
    pub(crate) opened_day: Day,
    pub(crate) ended_day: Option<Day>,
}

/// A contact with the customer.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Touch {
    pub(crate) channel: String,
    pub(crate) kind: String,
    pub(crate) result: String,
    pub(crate) text: String,
    pub(crate) at: Instant,
}

/// A question that was asked for it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Asked {
    pub(crate) id: Uuid,
    pub(crate) text: String,
    pub(crate) state: QuestionState,
    pub(crate) due_at: Instant,
    pub(crate) group_name: String,
    /// The last answer.
    pub(crate) answer: Option<String>,
}

const COLUMNS: &str = "select c.id, c.contact_id, c.unit_id, u.name as unit_name, c.promise_id, c.channel, c.reference, \
     c.text, c.next_contact_at, c.outcome, c.outcome_words, c.appeal, c.opened_day, c.ended_day from customer_case c \
     left join unit u on u.org_id = c.org_id and u.id = c.unit_id where c.org_id = ";

/// A request, for whoever holds the link to it.
pub(crate) async fn of_link(on: &impl InOrg, id: Uuid) -> Result<Option<Case>> {
    sql(COLUMNS).arg(on.org()).push(" and c.id = ").arg(id).one(on).await
}

/// A request with its promise.
pub(crate) async fn read(on: &impl InOrg, id: Uuid, me: &Actor, today: Day) -> Result<Option<(Case, Baton)>> {
    let Some(case) = sql(COLUMNS).arg(on.org()).push(" and c.id = ").arg(id).one::<Case>(on).await? else {
        return Ok(None);
    };
    let Some(promise) = baton::baton(on, case.promise_id).await? else { return Ok(None) };
    let ours = match case.unit_id {
        Some(unit) => works_in(on, me.person, unit, today).await?,
        None => false,
    };
    let may = ours || baton::concerns(on, promise.id, me).await?;
    Ok(may.then_some((case, promise)))
}

async fn works_in(on: &impl InOrg, person: PersonId, unit: UnitId, today: Day) -> Result<bool> {
    let found: Option<i32> =
        sql("select 1 from assignment where org_id = $1 and person_id = $2 and unit_id = $3 \
         and from_day <= $4 and coalesce(to_day, 99991231) >= $4 limit 1")
        .bind(on.org())
        .bind(person)
        .bind(unit)
        .bind(today)
        .value(on)
        .await?;
    Ok(found.is_some())
}

/// Who waits of the units that somebody works in, and whom they promised something: who hears next comes first.
pub(crate) async fn waiting(on: &impl InOrg, me: &Actor, today: Day, most: i64) -> Result<Vec<Case>> {
    sql(COLUMNS)
        .arg(on.org())
        .push(
            " and c.outcome is null and (c.unit_id in (select a.unit_id from assignment a where a.org_id = ",
        )
        .arg(on.org())
        .push(" and a.person_id = ")
        .arg(me.person)
        .push(" and a.from_day <= ")
        .arg(today)
        .push(" and coalesce(a.to_day, 99991231) >= ")
        .arg(today)
        .push(") or c.promise_id in (select b.id from baton b where b.org_id = ")
        .arg(on.org())
        .push(" and b.state = 'held' and b.holder_person_id = ")
        .arg(me.person)
        .push(")) order by c.next_contact_at, c.id limit ")
        .arg(most)
        .all(on)
        .await
}

/// The request that a question was asked for.
pub(crate) async fn of_question(on: &impl InOrg, question: Uuid) -> Result<Option<Uuid>> {
    sql("select case_id from case_question where org_id = $1 and question_id = $2")
        .bind(on.org())
        .bind(question)
        .value(on)
        .await
}

/// What was asked for it, the newest first.
pub(crate) async fn asked(on: &impl InOrg, id: Uuid) -> Result<Vec<Asked>> {
    sql("select q.id, q.text, q.state, q.due_at, coalesce(n.name, g.name) as group_name, \
         (select w.text from question_word w where w.org_id = q.org_id and w.question_id = q.id and w.kind = 'answer' \
          order by w.place desc limit 1) as answer \
         from case_question k join question q on q.org_id = k.org_id and q.id = k.question_id \
         join expert_group g on g.org_id = q.org_id and g.id = q.group_id \
         join baton b on b.org_id = q.org_id and b.id = q.promise_id \
         left join expert_group n on n.org_id = b.org_id and n.team_id = b.team_id \
         where k.org_id = $1 and k.case_id = $2 order by q.newest, q.id")
    .bind(on.org())
    .bind(id)
    .all(on)
    .await
}

/// Every contact with the customer, in its order.
pub(crate) async fn touches(on: &impl InOrg, id: Uuid) -> Result<Vec<Touch>> {
    sql("select channel, kind, result, text, at from case_touch where org_id = $1 and case_id = $2 order by place")
        .bind(on.org())
        .bind(id)
        .all(on)
        .await
}

/// How often it changed hands.
pub(crate) async fn handoffs(on: &impl InOrg, promise: BatonId) -> Result<i64> {
    let n: Option<i64> =
        sql("select count(*) from baton_event where org_id = $1 and baton_id = $2 and code = 'accepted'")
            .bind(on.org())
            .bind(promise)
            .value(on)
            .await?;
    Ok(n.unwrap_or(0))
}

/// The reassurance call that is due next.
pub(crate) async fn call_due(on: &impl InOrg, id: Uuid) -> Result<Option<Instant>> {
    sql("select due_at from reassurance_call where org_id = $1 and case_id = $2 and state = 'due'")
        .bind(on.org())
        .bind(id)
        .value(on)
        .await
}

/// A unit that a request can be passed to.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct UnitLine {
    pub(crate) id: UnitId,
    pub(crate) name: String,
}

/// The units that are open, by name.
pub(crate) async fn units(on: &impl InOrg, today: Day) -> Result<Vec<UnitLine>> {
    sql("select id, name from unit where org_id = $1 and coalesce(closed_day, 99991231) >= $2 \
         order by name_folded, id")
    .bind(on.org())
    .bind(today)
    .all(on)
    .await
}
