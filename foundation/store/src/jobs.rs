//! Work to do later, as rows written in the transaction of what caused them.
//!
//! A job **in a transaction** takes effect once: its effect and its end are one commit. A job **outside** talks to the
//! rest of the world and takes effect at least once; what it sends bears a stable id. While a job is worked on, its
//! runner renews a lease; a node that dies leaves the lease behind, and when it runs out, another takes the job.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use relais_kernel::{Instant, JobId, OrgId};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{Db, Error, InOrg as _, OrgTx, Result, Tx, Writes, outbox::Happened, sql};

mod claiming;
mod listing;
mod runner;

pub use listing::{
    GivenUp, Health, Listed, Restart, given_up, health, health_of, list, list_all, oldest_due, restart,
    restart_any, restart_kind, rounds,
};
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
    /// The organisation it works for; none when it works for the whole instance.
    pub org: Option<OrgId>,
    payload: String,
    event: Option<Happened>,
    token: Uuid,
    /// How long it is ours after each renewal.
    lease: Duration,
    db: Db,
}

impl Job {
    /// What it was given.
    pub fn payload<T: DeserializeOwned>(&self) -> std::result::Result<T, JobError> {
        serde_json::from_str(&self.payload).map_err(|e| JobError::Fail(format!("payload: {e}")))
    }

    /// The event that it answers, when a listener asked for it.
    pub fn event(&self) -> Option<&Happened> {
        self.event.as_ref()
    }

    /// Renews the lease, and fails when another node has taken the job. The runner asks by itself every now and then and
    /// drops work that is no longer ours; between two transactions, work may ask before it goes on.
    pub async fn still_ours(&self) -> std::result::Result<(), JobError> {
        if self.renew().await? { Ok(()) } else { Err(JobError::Retry(TAKEN.into())) }
    }

    /// False when another node has it.
    async fn renew(&self) -> Result<bool> {
        let tx = self.db.begin().await?;
        let until = self.db.clock().now().plus(self.lease);
        let touched =
            sql("update job set leased_until = $1 where id = $2 and lease_token = $3 and state = 'running'")
                .bind(until)
                .bind(self.id)
                .bind(self.token)
                .run(&tx)
                .await?;
        tx.commit().await?;
        Ok(touched == 1)
    }
}

const TAKEN: &str = "taken by another node";

type InTx = dyn for<'a> Fn(&'a Tx, &'a Job) -> Work<'a> + Send + Sync;
type InOrgTx = dyn for<'a> Fn(&'a OrgTx, &'a Job) -> Work<'a> + Send + Sync;
type Outside = dyn for<'a> Fn(&'a Db, &'a Job) -> Work<'a> + Send + Sync;

/// Where a kind waits: long work never stands before short work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lane {
    /// Letters and what follows events: somebody waits for it.
    Quick,
    /// Imports, backups, clearing: it takes minutes.
    Bulk,
}

/// A kind of job and how it is done.
#[derive(Clone)]
pub struct Kind {
    name: &'static str,
    run: Run,
    tries: i64,
    every: Option<Duration>,
    lane: Lane,
}

#[derive(Clone)]
enum Run {
    InTx(Arc<InTx>),
    InOrg(Arc<InOrgTx>),
    Outside(Arc<Outside>),
}

impl Kind {
    /// Work whose effect and end are one commit.
    pub fn in_tx<F>(name: &'static str, work: F) -> Self
    where
        F: for<'a> Fn(&'a Tx, &'a Job) -> Work<'a> + Send + Sync + 'static,
    {
        Self::new(name, Run::InTx(Arc::new(work)))
    }

    /// The same, within the organisation that the job or its event was written for.
    pub fn in_org<F>(name: &'static str, work: F) -> Self
    where
        F: for<'a> Fn(&'a OrgTx, &'a Job) -> Work<'a> + Send + Sync + 'static,
    {
        Self::new(name, Run::InOrg(Arc::new(work)))
    }

    /// Work that leaves the database, or takes several transactions of its own.
    pub fn outside<F>(name: &'static str, work: F) -> Self
    where
        F: for<'a> Fn(&'a Db, &'a Job) -> Work<'a> + Send + Sync + 'static,
    {
        Self::new(name, Run::Outside(Arc::new(work)))
    }

    fn new(name: &'static str, run: Run) -> Self {
        Self { name, run, tries: TRIES, every: None, lane: Lane::Quick }
    }

    /// Runs by itself once in each span, on one node.
    pub fn every(mut self, span: Duration) -> Self {
        self.every = Some(span);
        self
    }

    /// Takes long: it waits in a lane of its own.
    pub fn bulk(mut self) -> Self {
        self.lane = Lane::Bulk;
        self
    }

    /// Is given up after so many tries, at least one.
    pub fn tries(mut self, tries: i64) -> Self {
        self.tries = tries.max(1);
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

/// With the waits below, tries go on for more than a day: a mail server that is down for a night loses nothing.
const TRIES: i64 = 40;

/// The wait before the next try: 5 s, 10 s, 20 s … at most an hour.
pub fn backoff(attempt: i64) -> Duration {
    let doublings = u32::try_from(attempt.clamp(1, 12) - 1).unwrap_or(0);
    Duration::from_secs((5_u64 << doublings).min(3600))
}

/// Writes a job into the transaction of its cause, due at once. It belongs to the organisation of the transaction.
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
    let id: JobId = on.tx().clock().id();
    write(
        on,
        Row { id, kind, payload: text_of(payload)?, org: on.org_id(), event: None, once_key: None, at },
    )
    .await?;
    Ok(id)
}

/// Makes jobs of an organisation wait until a moment, those of these kinds with this payload that nobody has begun:
/// whoever does their work without them says that they are alive.
pub async fn put_off(
    on: &OrgTx,
    kinds: &[&'static str],
    payload: &impl Serialize,
    at: Instant,
) -> Result<u64> {
    sql("update job set run_at = ")
        .arg(at)
        .push(" where state = 'ready' and org_id = ")
        .arg(on.org())
        .push(" and payload = ")
        .arg(text_of(payload)?)
        .push(" and kind in ")
        .list(kinds.iter().copied())
        .run(on)
        .await
}

fn text_of(payload: &impl Serialize) -> Result<String> {
    serde_json::to_string(payload).map_err(|e| Error::Corrupt { table: "job", what: e.to_string() })
}

/// A job about to be written.
pub(crate) struct Row<'a> {
    pub(crate) id: JobId,
    pub(crate) kind: &'a str,
    pub(crate) payload: String,
    pub(crate) org: Option<OrgId>,
    pub(crate) event: Option<String>,
    /// With a key, the same job is never written twice.
    pub(crate) once_key: Option<String>,
    pub(crate) at: Instant,
}

pub(crate) async fn write(on: &impl Writes, row: Row<'_>) -> Result<()> {
    sql("insert into job (id, org_id, kind, payload, event, once_key, state, attempts, run_at, created_at) \
         values ($1, $2, $3, $4, $5, $6, 'ready', 0, $7, $8) on conflict do nothing")
    .bind(row.id)
    .bind(row.org)
    .bind(row.kind)
    .bind(row.payload)
    .bind(row.event)
    .bind(row.once_key)
    .bind(row.at)
    .bind(on.tx().clock().now())
    .run(on)
    .await?;
    Ok(())
}
