//! What passed from team to team: what was held out, and what became of it (MAP-04). It tells of teams and never of persons:
//! no name leaves this file (PRV-09, PRV-10).

use std::collections::BTreeMap;

use relais_kernel::{BatonId, Instant, OfferId, TeamId, UnitId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

/// Batons named in one statement.
const AT_ONCE: usize = 500;

/// A baton that somebody held out to another team, once it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// The offer.
    pub offer: OfferId,
    /// The baton.
    pub baton: BatonId,
    /// The code of its kind.
    pub kind: String,
    /// The team that had it; none where somebody had it who promised it themselves.
    pub from: Option<TeamId>,
    /// The unit that it is about.
    pub unit: Option<UnitId>,
    /// The team to which it was held out.
    pub to: TeamId,
    /// Since when.
    pub at: Instant,
    /// Whether one of that team took it; else it was taken back, or went elsewhere.
    pub accepted: bool,
    /// When that was.
    pub answered_at: Instant,
    /// The first act of whoever took it, for those who wait.
    pub acted_at: Option<Instant>,
    /// How many of that team said why they do not take it.
    pub refused: i64,
    /// What was promised, on the wall.
    pub promised_at: Instant,
}

#[derive(FromQueryResult)]
struct Row {
    id: OfferId,
    baton_id: BatonId,
    kind: String,
    passed_from_id: Option<TeamId>,
    unit_id: Option<UnitId>,
    team_id: TeamId,
    passed_at: Instant,
    accepted: bool,
    answered_at: Instant,
    acted_at: Option<Instant>,
    promised_at: Instant,
}

#[derive(FromQueryResult)]
struct Refused {
    baton_id: BatonId,
    detail: String,
}

/// What was passed from team to team since a moment and is answered by now, the oldest first.
pub async fn passes(on: &impl InOrg, kinds: &[&str], since: Instant) -> Result<Vec<Pass>> {
    let rows: Vec<Row> = sql(
        "select o.id, o.baton_id, b.kind, o.passed_from_id, b.unit_id, o.team_id, o.passed_at, \
         o.state = 'accepted' as accepted, o.answered_at, b.promised_at, \
         (select min(e.at) from baton_event e where e.org_id = o.org_id and e.baton_id = o.baton_id \
           and e.seq > o.answered_seq and e.code in ('news', 'noted', 'sought', 'told') and e.face = (select a.face \
           from baton_event a where a.org_id = o.org_id and a.baton_id = o.baton_id and a.seq = o.answered_seq)) as acted_at \
         from baton_offer o join baton b on b.org_id = o.org_id and b.id = o.baton_id where o.org_id = ",
    )
    .arg(on.org())
    .push(" and o.passed_at >= ")
    .arg(since)
    .push(" and o.state <> 'open' and o.team_id is not null and b.kind in ")
    .list(kinds.iter().copied())
    .push(" order by o.passed_at, o.id")
    .all(on)
    .await?;
    let refused = refusals(on, &rows).await?;
    let pass = |row: Row| Pass {
        refused: refused.get(&format!("{}:{}", row.baton_id, row.id)).copied().unwrap_or(0),
        offer: row.id,
        baton: row.baton_id,
        kind: row.kind,
        from: row.passed_from_id,
        unit: row.unit_id,
        to: row.team_id,
        at: row.passed_at,
        accepted: row.accepted,
        answered_at: row.answered_at,
        acted_at: row.acted_at,
        promised_at: row.promised_at,
    };
    Ok(rows.into_iter().map(pass).collect())
}

/// How often each offer was declined with a reason: one of a team speaks for themselves, the others may still take it.
async fn refusals(on: &impl InOrg, rows: &[Row]) -> Result<BTreeMap<String, i64>> {
    let mut found = BTreeMap::new();
    let batons: Vec<BatonId> = rows.iter().map(|row| row.baton_id).collect();
    for some in batons.chunks(AT_ONCE) {
        let events: Vec<Refused> =
            sql("select e.baton_id, e.detail from baton_event e where e.code = 'refused' and e.org_id = ")
                .arg(on.org())
                .push(" and e.baton_id in ")
                .list(some.iter().copied())
                .all(on)
                .await?;
        for event in events {
            let offer = event.detail.strip_prefix("offer:").unwrap_or_default();
            *found.entry(format!("{}:{offer}", event.baton_id)).or_insert(0) += 1;
        }
    }
    Ok(found)
}
