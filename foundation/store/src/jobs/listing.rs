//! What an administrator sees of jobs, and may do.

use relais_kernel::{Instant, JobId};
use sea_orm::FromQueryResult;

use crate::{Db, InOrg, Reads, Result, Sql, Writes, sql};

/// A job as listed. It shows codes and times, never a payload.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    /// Its id.
    pub id: JobId,
    /// What it does.
    pub kind: String,
    /// `ready`, `running`, `done` or `failed`.
    pub state: String,
    /// Tries so far.
    pub attempts: i64,
    /// When it is due.
    pub run_at: Instant,
    /// Why the last try did not succeed.
    pub last_error: Option<String>,
}

/// How the queue does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub struct Health {
    /// Due and not yet taken.
    pub waiting: i64,
    /// Being done.
    pub running: i64,
    /// Put back after a failed try.
    pub retrying: i64,
    /// Given up.
    pub failed: i64,
}

/// How many jobs of a kind were given up.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct GivenUp {
    /// The kind.
    pub kind: String,
    /// How many.
    pub jobs: i64,
}

const LISTED: &str = "select id, kind, state, attempts, run_at, last_error from job where ";

/// Jobs of the organisation, of one state or all that are not done; newest first, from before the given id.
pub async fn list(
    on: &impl InOrg,
    state: Option<&str>,
    before: Option<JobId>,
    size: i64,
) -> Result<Vec<Listed>> {
    let query = Sql::default().push(LISTED).push("org_id = ").arg(on.org()).push(" and ");
    page(query, state, before, size).all(on).await
}

/// The same of the whole instance, for whoever operates it.
pub async fn list_all(db: &Db, state: Option<&str>, before: Option<JobId>, size: i64) -> Result<Vec<Listed>> {
    page(Sql::default().push(LISTED), state, before, size).all(db).await
}

fn page(query: Sql, state: Option<&str>, before: Option<JobId>, size: i64) -> Sql {
    let query = match state {
        Some(state) => query.push("state = ").arg(state),
        None => query.push("state <> 'done'"),
    };
    let query = match before {
        Some(before) => query.push(" and id < ").arg(before),
        None => query,
    };
    query.push(" order by id desc limit ").arg(size)
}

/// The last run of each regular round of the instance, by kind. Rounds concern no organisation: everybody who administers
/// one may see that they run.
pub async fn rounds(on: &impl Reads) -> Result<Vec<Listed>> {
    let latest = Sql::default().push(LISTED).push("org_id is null and once_key like kind || '@%'");
    let mut rounds: Vec<Listed> = latest.push(" order by id desc limit ").arg(LOOKED_AT).all(on).await?;
    // Stable: the newest of each kind stays first.
    rounds.sort_by(|a, b| a.kind.cmp(&b.kind));
    rounds.dedup_by(|later, first| later.kind == first.kind);
    Ok(rounds)
}

/// Enough for a week of hourly rounds.
const LOOKED_AT: i64 = 500;

/// How the whole instance's queue does.
pub async fn health(db: &Db) -> Result<Health> {
    counts(db.clock().now()).one(db).await.map(Option::unwrap_or_default)
}

/// How the organisation's jobs do.
pub async fn health_of(on: &impl InOrg, now: Instant) -> Result<Health> {
    counts(now).push(" and org_id = ").arg(on.org()).one(on).await.map(Option::unwrap_or_default)
}

/// Counts by state. SQL's `sum` of nothing is null, and of integers is a decimal on PostgreSQL: both are cast away.
fn counts(now: Instant) -> Sql {
    sql("select \
          cast(coalesce(sum(case when state = 'ready' and run_at <= $1 then 1 else 0 end), 0) as bigint) as waiting, \
          cast(coalesce(sum(case when state = 'running' then 1 else 0 end), 0) as bigint) as running, \
          cast(coalesce(sum(case when state = 'ready' and attempts > 0 then 1 else 0 end), 0) as bigint) as retrying, \
          cast(coalesce(sum(case when state = 'failed' then 1 else 0 end), 0) as bigint) as failed \
        from job where state <> 'done'")
    .bind(now)
}

/// What became of a wish to start a job again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Restart {
    /// It is due now.
    Restarted,
    /// It is done or running: there is nothing to start.
    MovedOn,
    /// There is no such job, or it is another organisation's.
    Unknown,
}

/// Makes a given-up or waiting job of the organisation due now, with all its tries ahead.
pub async fn restart(on: &(impl InOrg + Writes), id: JobId) -> Result<Restart> {
    restart_of(on, id, |query| query.push(" and org_id = ").arg(on.org())).await
}

/// The same of any job, for whoever operates the instance.
pub async fn restart_any(on: &impl Writes, id: JobId) -> Result<Restart> {
    restart_of(on, id, |query| query).await
}

async fn restart_of(on: &impl Writes, id: JobId, whose: impl Fn(Sql) -> Sql) -> Result<Restart> {
    let now = on.tx().clock().now();
    let restarted = sql("update job set state = 'ready', attempts = 0, run_at = $1, ended_at = null \
         where state in ('failed', 'ready') and id = $2")
    .bind(now)
    .bind(id);
    if whose(restarted).run(on).await? == 1 {
        return Ok(Restart::Restarted);
    }
    let known = whose(sql("select 1 from job where id = $1").bind(id)).value::<i32>(on).await?.is_some();
    Ok(if known { Restart::MovedOn } else { Restart::Unknown })
}

/// The kinds of which jobs of the organisation were given up.
pub async fn given_up(on: &impl InOrg) -> Result<Vec<GivenUp>> {
    sql("select kind, count(*) as jobs from job where state = 'failed' and org_id = $1 group by kind order by kind")
        .bind(on.org())
        .all(on)
        .await
}

/// Makes all given-up jobs of a kind and of the organisation due now, with all their tries ahead; tells how many.
pub async fn restart_kind(on: &(impl InOrg + Writes), kind: &str) -> Result<u64> {
    sql("update job set state = 'ready', attempts = 0, run_at = $1, ended_at = null \
         where kind = $2 and org_id = $3 and state = 'failed'")
    .bind(on.tx().clock().now())
    .bind(kind.to_owned())
    .bind(on.org())
    .run(on)
    .await
}

/// Since when the longest waiting due job has been due; none when nothing waits.
pub async fn oldest_due(db: &Db) -> Result<Option<Instant>> {
    let now = db.clock().now();
    sql("select run_at from job where state = 'ready' and run_at <= $1 order by run_at limit 1")
        .bind(now)
        .value(db)
        .await
}
