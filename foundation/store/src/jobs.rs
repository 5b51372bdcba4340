//! Work to do later, as rows written in the transaction of what caused them.
//!
//! A job **in a transaction** takes effect once: its effect and its end are one commit. A job **outside** talks to the
//! rest of the world and takes effect at least once; what it sends bears a stable id. A node that dies leaves a lease
//! behind; when it runs out, another takes the job.

use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc, time::Duration};

use relais_kernel::{Instant, JobId};
use sea_orm::FromQueryResult;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{Db, Error, Reads, Result, Tx, Writes, dialect, outbox, sql};

mod listing;
mod runner;

pub use listing::{Health, Listed, health, list, oldest_due, restart};
pub use runner::Runner;

/// What a job's work resolves to.
pub type Outcome = std::result::Result<(), JobError>;
type Work<'a> = Pin<Box<dyn Future<Output = Outcome> + Send + 'a>>;

/// How a job did not succeed. The code is shown to administrators: never words of people.
#[derive(Debug)]
pub enum JobError {
    /// Trying again later may work.
    Retry(String),
    /// Trying again is no use.
    Fail(String),
}

impl From<Error> for JobError {
    fn from(error: Error) -> Self {
        if error.is_passing() { Self::Retry(error.to_string()) } else { Self::Fail(error.to_string()) }
    }
}

/// A job at hand.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id, stable over retries.
    pub id: JobId,
    /// Which try this is, from 1.
    pub attempt: i64,
    payload: String,
    token: Uuid,
    db: Db,
}

impl Job {
    /// What it was given.
    pub fn payload<T: DeserializeOwned>(&self) -> std::result::Result<T, JobError> {
        serde_json::from_str(&self.payload).map_err(|e| JobError::Fail(format!("payload: {e}")))
    }

    /// Keeps a long job from being taken for dead; fails when another node has taken it already.
    pub async fn still_ours(&self) -> std::result::Result<(), JobError> {
        let tx = self.db.begin().await?;
        let until = self.db.clock().now().plus(LEASE);
        let touched =
            sql("update job set leased_until = $1 where id = $2 and lease_token = $3 and state = 'running'")
                .bind(until)
                .bind(self.id)
                .bind(self.token)
                .run(&tx)
                .await?;
        tx.commit().await?;
        if touched == 1 { Ok(()) } else { Err(JobError::Retry("taken by another node".into())) }
    }
}

type InTx = dyn for<'a> Fn(&'a Tx, &'a Job) -> Work<'a> + Send + Sync;
type Outside = dyn for<'a> Fn(&'a Db, &'a Job) -> Work<'a> + Send + Sync;

/// A kind of job and how it is done.
#[derive(Clone)]
pub struct Kind {
    name: &'static str,
    run: Run,
    tries: i64,
    every: Option<Duration>,
}

#[derive(Clone)]
enum Run {
    InTx(Arc<InTx>),
    Outside(Arc<Outside>),
}

impl Kind {
    /// Work whose effect and end are one commit.
    pub fn in_tx<F>(name: &'static str, work: F) -> Self
    where
        F: for<'a> Fn(&'a Tx, &'a Job) -> Work<'a> + Send + Sync + 'static,
    {
        Self { name, run: Run::InTx(Arc::new(work)), tries: TRIES, every: None }
    }

    /// Work that leaves the database, or takes several transactions of its own.
    pub fn outside<F>(name: &'static str, work: F) -> Self
    where
        F: for<'a> Fn(&'a Db, &'a Job) -> Work<'a> + Send + Sync + 'static,
    {
        Self { name, run: Run::Outside(Arc::new(work)), tries: TRIES, every: None }
    }

    /// Runs by itself once in each span, on one node.
    pub fn every(mut self, span: Duration) -> Self {
        self.every = Some(span);
        self
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        self.name
    }
}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Kind").field("name", &self.name).finish_non_exhaustive()
    }
}

/// How long a node may be silent before its job is taken over.
const LEASE: Duration = Duration::from_secs(60);
/// With the waits below, tries go on for more than a day: a mail server that is down for a night loses nothing.
const TRIES: i64 = 40;

/// The wait before the next try: 5 s, 10 s, 20 s … at most an hour.
pub fn backoff(attempt: i64) -> Duration {
    let doublings = u32::try_from(attempt.clamp(1, 12) - 1).unwrap_or(0);
    Duration::from_secs((5_u64 << doublings).min(3600))
}

/// Writes a job into the transaction of its cause, due at once.
pub async fn enqueue(on: &impl Writes, kind: &'static str, payload: &impl Serialize) -> Result<JobId> {
    enqueue_at(on, kind, payload, on.tx().clock().now()).await
}

/// The same, due at a moment.
pub async fn enqueue_at(
    on: &impl Writes,
    kind: &'static str,
    payload: &impl Serialize,
    at: Instant,
) -> Result<JobId> {
    let text =
        serde_json::to_string(payload).map_err(|e| Error::Corrupt { table: "job", what: e.to_string() })?;
    enqueue_text(on, kind, text, None, at).await
}

/// With a key, the same job is never written twice.
pub(crate) async fn enqueue_text(
    on: &impl Writes,
    kind: &str,
    payload: String,
    once_key: Option<String>,
    at: Instant,
) -> Result<JobId> {
    let clock = on.tx().clock();
    let id: JobId = clock.id();
    sql("insert into job (id, kind, payload, once_key, state, attempts, run_at, created_at) \
         values ($1, $2, $3, $4, 'ready', 0, $5, $6) on conflict do nothing")
    .bind(id)
    .bind(kind)
    .bind(payload)
    .bind(once_key)
    .bind(at)
    .bind(clock.now())
    .run(on)
    .await?;
    Ok(id)
}

#[derive(FromQueryResult)]
struct Claimed {
    id: JobId,
    kind: String,
    payload: String,
    attempts: i64,
}

/// Takes the next due job, or one whose node fell silent.
async fn claim(db: &Db, now: Instant) -> Result<Option<(String, Job)>> {
    if next_due(db, now).await?.is_none() {
        return Ok(None);
    }
    let tx = db.begin().await?;
    let Some(found) = next_due(&tx, now).await? else {
        tx.rollback().await?;
        return Ok(None);
    };
    let token: Uuid = db.clock().id();
    sql("update job set state = 'running', attempts = attempts + 1, leased_until = $1, lease_token = $2 where id = $3")
        .bind(now.plus(LEASE))
        .bind(token)
        .bind(found.id)
        .run_one("job", &tx)
        .await?;
    tx.commit().await?;
    let job =
        Job { id: found.id, attempt: found.attempts + 1, payload: found.payload, token, db: db.clone() };
    Ok(Some((found.kind, job)))
}

async fn next_due(on: &impl Reads, now: Instant) -> Result<Option<Claimed>> {
    for condition in ["state = 'ready' and run_at <= ", "state = 'running' and leased_until < "] {
        let found = sql("select id, kind, payload, attempts from job where ")
            .push(condition)
            .arg(now)
            .push(" order by run_at limit 1")
            .push(if on.in_transaction() { dialect::skip_locked(on.kind()) } else { "" })
            .one::<Claimed>(on)
            .await?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// Ends a job in the given transaction; false when another node took it meanwhile.
async fn finish(tx: &Tx, job: &Job, now: Instant) -> Result<bool> {
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
async fn fail(db: &Db, job: &Job, tries: i64, error: JobError) -> Result<()> {
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

/// The kinds by name, checked for doubles.
fn by_name(kinds: Vec<Kind>) -> HashMap<&'static str, Kind> {
    let count = kinds.len();
    let map: HashMap<_, _> = kinds.into_iter().map(|kind| (kind.name, kind)).collect();
    debug_assert_eq!(map.len(), count, "two job kinds bear one name");
    map
}

/// Sends events on, see [`outbox`].
async fn send_events(db: &Db, listeners: &[outbox::Listener]) -> Result<usize> {
    outbox::send(db, listeners, db.clock().now()).await
}
