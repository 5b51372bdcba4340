//! Taking a job, ending it, putting it back.

use std::{collections::HashMap, time::Duration};

use relais_kernel::{Instant, JobId, OrgId};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{Job, JobError, Kind, Lane, TRIES, backoff};
use crate::{Db, Reads, Result, Sql, Tx, sql};

/// The kinds that a node knows, by name.
pub(super) type Kinds = HashMap<&'static str, Kind>;

/// The kinds by name, checked for doubles.
pub(super) fn by_name(kinds: Vec<Kind>) -> Kinds {
    let count = kinds.len();
    let map: Kinds = kinds.into_iter().map(|kind| (kind.name, kind)).collect();
    debug_assert_eq!(map.len(), count, "two job kinds bear one name");
    map
}

/// How often jobs of this name are tried. One that this node does not know may be known by the next.
pub(super) fn tries(kinds: &Kinds, name: &str) -> i64 {
    kinds.get(name).map_or(TRIES, |kind| kind.tries)
}

#[derive(FromQueryResult)]
struct Claimed {
    id: JobId,
    org_id: Option<OrgId>,
    kind: String,
    payload: String,
    event: Option<String>,
    attempts: i64,
    state: String,
}

/// Which jobs are looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sought {
    /// Those of a lane, or of any.
    pub(super) lane: Option<Lane>,
    /// Also those whose node fell silent.
    pub(super) silent: bool,
}

/// Takes the next due job, or one whose node fell silent.
pub(super) async fn claim(
    db: &Db,
    kinds: &Kinds,
    sought: Sought,
    lease: Duration,
) -> Result<Option<(String, Job)>> {
    let now = db.clock().now();
    loop {
        let Some(found) = next_due(db, kinds, sought, now).await? else { return Ok(None) };
        let tx = db.begin().await?;
        if found.state == "running" && found.attempts >= tries(kinds, &found.kind) {
            bury(&tx, &found, now).await?;
            tx.commit().await?;
            continue;
        }
        let token: Uuid = db.clock().id();
        // As it was found: of two who take it at once, the second finds it taken and looks for the next.
        let taken = sql(
            "update job set state = 'running', attempts = attempts + 1, leased_until = $1, lease_token = $2 \
             where id = $3 and attempts = $4 and (state = 'ready' or (state = 'running' and leased_until < $5))",
        )
        .bind(now.plus(lease))
        .bind(token)
        .bind(found.id)
        .bind(found.attempts)
        .bind(now)
        .run(&tx)
        .await?;
        tx.commit().await?;
        if taken == 0 {
            continue;
        }
        let event = found.event.as_deref().and_then(|text| serde_json::from_str(text).ok());
        let job = Job {
            id: found.id,
            attempt: found.attempts + 1,
            org: found.org_id,
            payload: found.payload,
            event,
            token,
            lease,
            db: db.clone(),
        };
        return Ok(Some((found.kind, job)));
    }
}

/// Gives up a job whose last try ended with its node: it may be what ends it.
async fn bury(tx: &Tx, found: &Claimed, now: Instant) -> Result<()> {
    tracing::error!(job = %found.id, kind = found.kind, attempts = found.attempts, "job given up: its node fell silent on its last try");
    metrics::counter!("relais_jobs_total", "kind" => found.kind.clone(), "outcome" => "failed").increment(1);
    sql("update job set state = 'failed', ended_at = $1, leased_until = null, lease_token = null, \
         last_error = 'the node fell silent' where id = $2 and state = 'running' and leased_until < $1")
    .bind(now)
    .bind(found.id)
    .run(tx)
    .await?;
    Ok(())
}

async fn next_due(
    on: &impl Reads,
    kinds: &Kinds,
    Sought { lane, silent }: Sought,
    now: Instant,
) -> Result<Option<Claimed>> {
    let conditions = ["state = 'ready' and run_at <= ", "state = 'running' and leased_until < "];
    for condition in conditions.into_iter().take(if silent { 2 } else { 1 }) {
        let query = sql("select id, org_id, kind, payload, event, attempts, state from job where ")
            .push(condition)
            .arg(now);
        let found =
            in_lane(query, kinds, lane).push(" order by run_at, id limit 1").one::<Claimed>(on).await?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// What is not known to take long is quick, so that jobs of kinds that a node does not know are seen.
fn in_lane(query: Sql, kinds: &Kinds, lane: Option<Lane>) -> Sql {
    let bulk: Vec<&str> =
        kinds.values().filter(|kind| kind.lane == Lane::Bulk).map(|kind| kind.name).collect();
    match lane {
        Some(Lane::Quick) if !bulk.is_empty() => query.push(" and kind not in ").list(bulk),
        Some(Lane::Bulk) => query.push(" and kind in ").list(bulk),
        Some(Lane::Quick) | None => query,
    }
}

/// Ends a job in the given transaction; false when another node took it meanwhile.
pub(super) async fn finish(tx: &Tx, job: &Job, now: Instant) -> Result<bool> {
    let touched =
        sql("update job set state = 'done', ended_at = $1, leased_until = null, lease_token = null, \
         last_error = null where id = $2 and lease_token = $3")
        .bind(now)
        .bind(job.id)
        .bind(job.token)
        .run(tx)
        .await?;
    Ok(touched == 1)
}

/// Puts a job back for another try, or gives it up.
pub(super) async fn fail(db: &Db, job: &Job, tries: i64, error: JobError) -> Result<()> {
    let now = db.clock().now();
    let (text, again) = match error {
        JobError::Retry(text) if job.attempt < tries => (text, true),
        JobError::Retry(text) | JobError::Fail(text) => (text, false),
    };
    tracing::warn!(job = %job.id, attempt = job.attempt, again, error = %text, "job did not succeed");
    let tx = db.begin().await?;
    sql("update job set state = $1, run_at = $2, ended_at = $3, leased_until = null, lease_token = null, last_error = $4 \
         where id = $5 and lease_token = $6")
        .bind(if again { "ready" } else { "failed" })
        .bind(if again { now.plus(backoff(job.attempt)) } else { now })
        .bind((!again).then_some(now))
        .bind(text)
        .bind(job.id)
        .bind(job.token)
        .run(&tx)
        .await?;
    tx.commit().await
}
