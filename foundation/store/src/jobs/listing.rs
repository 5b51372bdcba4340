//! What an administrator sees of jobs, and may do.

use relais_kernel::{Instant, JobId};
use sea_orm::FromQueryResult;

use crate::{Db, Reads, Result, Writes, sql};

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

/// Jobs of one state, or all that are not done; newest first, from before the given id.
pub async fn list(
    on: &impl Reads,
    state: Option<&str>,
    before: Option<JobId>,
    size: i64,
) -> Result<Vec<Listed>> {
    let query = sql("select id, kind, state, attempts, run_at, last_error from job where ");
    let query = match state {
        Some(state) => query.push("state = ").arg(state),
        None => query.push("state <> 'done'"),
    };
    let query = match before {
        Some(before) => query.push(" and id < ").arg(before),
        None => query,
    };
    query.push(" order by id desc limit ").arg(size).all(on).await
}

/// Counts by state. SQL's `sum` of nothing is null, and of integers is a decimal on PostgreSQL: both are cast away.
pub async fn health(db: &Db) -> Result<Health> {
    let now = db.clock().now();
    Ok(sql("select \
          cast(coalesce(sum(case when state = 'ready' and run_at <= $1 then 1 else 0 end), 0) as bigint) as waiting, \
          cast(coalesce(sum(case when state = 'running' then 1 else 0 end), 0) as bigint) as running, \
          cast(coalesce(sum(case when state = 'ready' and attempts > 0 then 1 else 0 end), 0) as bigint) as retrying, \
          cast(coalesce(sum(case when state = 'failed' then 1 else 0 end), 0) as bigint) as failed \
        from job where state <> 'done'")
    .bind(now)
    .one(db)
    .await?
    .unwrap_or_default())
}

/// Makes a given-up or waiting job due now, with all its tries ahead. False when it is neither.
pub async fn restart(on: &impl Writes, id: JobId) -> Result<bool> {
    let now = on.tx().clock().now();
    let touched = sql("update job set state = 'ready', attempts = 0, run_at = $1, ended_at = null \
         where id = $2 and state in ('failed', 'ready')")
    .bind(now)
    .bind(id)
    .run(on)
    .await?;
    Ok(touched == 1)
}

/// Since when the longest waiting due job has been due; none when nothing waits.
pub async fn oldest_due(db: &Db) -> Result<Option<Instant>> {
    let now = db.clock().now();
    sql("select run_at from job where state = 'ready' and run_at <= $1 order by run_at limit 1")
        .bind(now)
        .value(db)
        .await
}
