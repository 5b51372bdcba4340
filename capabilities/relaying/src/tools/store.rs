//! Every query about groups that became tools.

use relais_baton::{self as baton, Actor, Gift, Holder, Promise, WaiterKind, Waiting, hours_of};
use relais_directory::Ruled;
use relais_kernel::{BatonId, Day, Instant, PersonId};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::checks::{Promotion, Review, a_year_after};
use crate::{groups::store::Known, kinds::TOOL};

/// A group as a tool.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Tool {
    pub(crate) owner_id: PersonId,
    pub(crate) owner: String,
    pub(crate) budget: String,
    pub(crate) promoted_day: Day,
    pub(crate) review_day: Day,
    pub(crate) promise_id: BatonId,
    /// Whether its last review stopped it.
    pub(crate) stopped: bool,
}

/// A review that was made.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Reviewed {
    pub(crate) day: Day,
    pub(crate) outcome: Review,
    pub(crate) words: String,
}

/// Since when a group is there.
pub(crate) async fn made_at(on: &impl InOrg, group: Uuid) -> Result<Option<Instant>> {
    sql("select made_at from expert_group where org_id = $1 and id = $2")
        .bind(on.org())
        .bind(group)
        .value(on)
        .await
}

/// The tool that a group is, or was.
pub(crate) async fn tool(on: &impl InOrg, group: Uuid) -> Result<Option<Tool>> {
    sql("select t.owner_id, p.given_name || ' ' || p.family_name as owner, t.budget, t.promoted_day, t.review_day, \
         t.promise_id, exists (select 1 from tool_review r where r.org_id = t.org_id and r.group_id = t.group_id \
         and r.outcome = 'stopped') as stopped from group_tool t join person p on p.org_id = t.org_id and p.id = t.owner_id \
         where t.org_id = $1 and t.group_id = $2")
    .bind(on.org())
    .bind(group)
    .one(on)
    .await
}

/// Its reviews, the newest first.
pub(crate) async fn reviews(on: &impl InOrg, group: Uuid) -> Result<Vec<Reviewed>> {
    sql("select day, outcome, words from tool_review where org_id = $1 and group_id = $2 order by day desc, id desc")
        .bind(on.org())
        .bind(group)
        .all(on)
        .await
}

/// Makes a tool of a group. Its owner promises its people a review by that day.
pub(crate) async fn promote(
    tx: &OrgTx,
    group: &Known,
    promotion: &Promotion,
    (by, today): (PersonId, Day),
) -> Result<()> {
    let promise = promise(tx, group, (promotion.owner, promotion.review), (by, today)).await?;
    let columns =
        ["org_id", "group_id", "owner_id", "budget", "made_day", "promoted_day", "review_day", "promise_id"];
    insert("group_tool", &columns)
        .row([
            tx.org().into(),
            group.id.into(),
            promotion.owner.into(),
            promotion.budget.clone().into(),
            promotion.made.into(),
            today.into(),
            promotion.review.into(),
            promise.into(),
        ])
        .run(tx)
        .await?;
    Ok(())
}

/// The baton of a review: the owner holds it, the group waits for it.
async fn promise(
    tx: &OrgTx,
    group: &Known,
    (owner, review): (PersonId, Day),
    (by, today): (PersonId, Day),
) -> Result<BatonId> {
    let hours = hours_of(tx, None, today).await?;
    let midnight = review.plus(1).date().to_zoned(hours.zone().clone());
    let at = midnight.map_or(tx.clock().now(), |at| at.timestamp().into());
    let gift = Gift {
        kind: &TOOL,
        subject: group.id,
        parent: None,
        unit: None,
        title: &group.name,
        holder: Holder::Person(owner),
        waits: vec![Waiting::other(WaiterKind::Team, Some(group.team_id.0))],
        promise: Promise { at, hears_next_at: None, work: None },
        by: Some(by),
    };
    Ok(baton::give(tx, &gift, &hours).await?.id)
}

/// Notes a review: the group is told, and unless it is a tool no longer, the next one is promised for the year after.
pub(crate) async fn review(
    tx: &OrgTx,
    by: &Actor,
    (group, tool): (&Known, &Tool),
    (outcome, words): (Review, &str),
    today: Day,
) -> Ruled {
    if let Err(fault) = baton::tell_all_in_writing(tx, by, tool.promise_id, words).await? {
        return Ok(Err(fault));
    }
    if let Err(fault) = baton::end(tx, by, &TOOL, tool.promise_id, outcome.code(), "").await? {
        return Ok(Err(fault));
    }
    insert("tool_review", &["org_id", "id", "group_id", "day", "outcome", "words"])
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            group.id.into(),
            today.into(),
            outcome.into(),
            words.into(),
        ])
        .run(tx)
        .await?;
    if outcome == Review::Stopped {
        return Ok(Ok(()));
    }
    let next = a_year_after(today);
    let promise = promise(tx, group, (by.person, next), (by.person, today)).await?;
    sql("update group_tool set owner_id = $1, review_day = $2, promise_id = $3 where org_id = $4 and group_id = $5")
        .bind(by.person)
        .bind(next)
        .bind(promise)
        .bind(tx.org())
        .bind(group.id)
        .run_one("group_tool", tx)
        .await?;
    Ok(Ok(()))
}
