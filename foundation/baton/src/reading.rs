//! Reading batons, one or many, and keeping one for whoever acts on it.

use std::collections::HashMap;

use relais_kernel::{BatonId, Instant, OfferId, PersonId, Side, TeamId, UnitId, WaiterId, WordsId};
use relais_store::{InOrg, OrgTx, Result, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{
    batons::{Baton, End, Holder, Offer, Told, Waiter, WaiterKind, Waiting},
    clocks::Target,
    ringing::ring_for,
};

/// A baton with its offers and those who wait.
pub async fn baton(on: &impl InOrg, id: BatonId) -> Result<Option<Baton>> {
    Ok(batons(on, &[id]).await?.pop())
}

/// The same for whoever acts on it: from here to the end of the transaction nobody else does, so that two people who
/// act at once see each other's doing.
pub async fn lock(tx: &OrgTx, id: BatonId) -> Result<Option<Baton>> {
    hold(tx, id).await?;
    let found = baton(tx, id).await?;
    if let Some(found) = &found {
        ring_for(tx, found)?;
    }
    Ok(found)
}

#[derive(FromQueryResult)]
struct Row {
    id: BatonId,
    kind: String,
    subject_id: Uuid,
    parent_id: Option<BatonId>,
    side: Side,
    unit_id: Option<UnitId>,
    team_id: Option<TeamId>,
    words_id: Option<WordsId>,
    holder_person_id: Option<PersonId>,
    holder_team_id: Option<TeamId>,
    promised_at: Instant,
    hears_next_at: Option<Instant>,
    hears_first_at: Option<Instant>,
    target_seconds: Option<i64>,
    left_seconds: Option<i64>,
    running_since: Option<Instant>,
    target_at: Option<Instant>,
    step: i32,
    step_at: Option<Instant>,
    outcome: Option<String>,
    created_at: Instant,
    ended_at: Option<Instant>,
    seq: i64,
    head: Vec<u8>,
}

const COLUMNS: &str = "select b.id, b.kind, b.subject_id, b.parent_id, b.side, b.unit_id, b.team_id, b.words_id, b.holder_person_id, \
     b.holder_team_id, b.promised_at, b.hears_next_at, b.hears_first_at, b.target_seconds, b.left_seconds, b.running_since, b.target_at, \
     b.step, b.step_at, b.outcome, b.created_at, b.ended_at, b.seq, b.head from baton b where b.org_id = ";

#[derive(FromQueryResult)]
struct OfferRow {
    id: OfferId,
    baton_id: BatonId,
    person_id: Option<PersonId>,
    team_id: Option<TeamId>,
    by_person_id: Option<PersonId>,
    at: Instant,
}

#[derive(FromQueryResult)]
struct WaiterRow {
    id: WaiterId,
    baton_id: BatonId,
    kind: WaiterKind,
    person_id: Option<PersonId>,
    ref_id: Option<Uuid>,
    attempts: i64,
    told: Option<Told>,
}

async fn hold(tx: &OrgTx, id: BatonId) -> Result<()> {
    let query = sql("select 1 from baton where org_id = $1 and id = $2").bind(tx.org()).bind(id);
    query.keeping_rows().value::<i32>(tx).await?;
    Ok(())
}

/// Keeps several for whoever then acts on each, in the one order in which everybody does: two who keep them crosswise would
/// wait for each other.
pub async fn hold_all(tx: &OrgTx, mut ids: Vec<BatonId>) -> Result<()> {
    ids.sort_unstable();
    for id in ids {
        hold(tx, id).await?;
    }
    Ok(())
}

/// Batons with their offers and those who wait, in no order.
pub(crate) async fn batons(on: &impl InOrg, ids: &[BatonId]) -> Result<Vec<Baton>> {
    let of = |query: relais_store::Sql| query.list(ids.iter().copied());
    let rows: Vec<Row> = of(sql(COLUMNS).arg(on.org()).push(" and b.id in ")).all(on).await?;
    let mut offers: HashMap<BatonId, Vec<Offer>> = HashMap::new();
    let query =
        sql("select id, baton_id, person_id, team_id, by_person_id, at from baton_offer where org_id = ");
    let query = of(query.arg(on.org()).push(" and state = 'open' and baton_id in "));
    for offer in query.push(" order by at, id").all::<OfferRow>(on).await? {
        let Some(to) = Holder::of_columns(offer.person_id, offer.team_id) else { continue };
        let open = Offer { id: offer.id, to, by: offer.by_person_id, at: offer.at };
        offers.entry(offer.baton_id).or_default().push(open);
    }
    let mut waiters: HashMap<BatonId, Vec<Waiter>> = HashMap::new();
    let query = sql("select w.id, w.baton_id, w.kind, w.person_id, w.ref_id, w.told, \
         (select count(*) from baton_attempt a where a.org_id = w.org_id and a.waiter_id = w.id) as attempts \
         from baton_waiter w where w.org_id = ");
    let query = of(query.arg(on.org()).push(" and w.baton_id in "));
    // Sorted here: asked to, a database may rather go through all who ever waited than sort these few.
    let mut rows_of_waiters: Vec<WaiterRow> = query.all(on).await?;
    rows_of_waiters.sort_by_key(|waiter| waiter.id);
    for waiter in rows_of_waiters {
        let who = Waiting { kind: waiter.kind, person: waiter.person_id, id: waiter.ref_id };
        let waits = Waiter { id: waiter.id, who, attempts: waiter.attempts, told: waiter.told };
        waiters.entry(waiter.baton_id).or_default().push(waits);
    }
    let complete = |row: Row| {
        let (offers, waiters) = (offers.remove(&row.id), waiters.remove(&row.id));
        row.complete(offers.unwrap_or_default(), waiters.unwrap_or_default())
    };
    Ok(rows.into_iter().map(complete).collect())
}

impl Row {
    fn complete(self, offers: Vec<Offer>, waiters: Vec<Waiter>) -> Baton {
        let target = self.target_seconds.zip(self.left_seconds).map(|(seconds, left)| Target {
            seconds,
            left,
            running_since: self.running_since,
            due_at: self.target_at,
        });
        Baton {
            id: self.id,
            kind: self.kind,
            subject: self.subject_id,
            parent: self.parent_id,
            side: self.side,
            unit: self.unit_id,
            team: self.team_id,
            title: self.words_id,
            holder: Holder::of_columns(self.holder_person_id, self.holder_team_id),
            end: self.outcome.zip(self.ended_at).map(|(outcome, at)| End { outcome, at }),
            promised_at: self.promised_at,
            hears_next_at: self.hears_next_at,
            hears_first_at: self.hears_first_at,
            target,
            step: usize::try_from(self.step).unwrap_or(0),
            step_at: self.step_at,
            created_at: self.created_at,
            seq: self.seq,
            head: self.head,
            offers,
            waiters,
        }
    }
}
