//! The runner: takes due jobs, a few at a time, until it is told to stop.

use std::{collections::HashMap, panic::AssertUnwindSafe, pin::pin, sync::Arc, time::Duration};

use futures_util::FutureExt as _;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::JoinSet,
    time::Instant,
};
use tracing::Instrument as _;

use super::{
    Job, JobError, Kind, Lane, Outcome, Row, Run, TAKEN,
    claiming::{Kinds, Sought, by_name, claim, fail, finish, tries},
    write,
};
use crate::{
    Db, Error, Result,
    outbox::{self, Listener},
    sql,
};

/// Runs the jobs of one node.
#[derive(Clone, Debug)]
pub struct Runner {
    db: Db,
    kinds: Arc<Kinds>,
    listeners: Arc<[Listener]>,
    at_once: usize,
    lease: Duration,
    renew_every: Duration,
}

/// How often a node looks when nothing rings; on PostgreSQL another node may have left work.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Quick jobs of one node at the same time, unless told otherwise.
const AT_ONCE: usize = 4;
/// Jobs that take long, of one node at the same time: they share its writer and its memory.
const BULK_AT_ONCE: usize = 2;
/// How long a node may be silent before its job is taken over.
const LEASE: Duration = Duration::from_secs(60);
/// How often a node says that it is still at it: two renewals may fail.
const RENEW_EVERY: Duration = Duration::from_secs(20);

impl Runner {
    /// A runner of these kinds, with these listeners to events.
    pub fn new(db: Db, kinds: Vec<Kind>, listeners: Vec<Listener>) -> Self {
        Self {
            db,
            kinds: Arc::new(by_name(kinds)),
            listeners: listeners.into(),
            at_once: AT_ONCE,
            lease: LEASE,
            renew_every: RENEW_EVERY,
        }
    }

    /// How many quick jobs this node does at the same time, at least one.
    pub fn at_once(self, jobs: usize) -> Self {
        Self { at_once: jobs.max(1), ..self }
    }

    /// How often leases are renewed, for tests that cannot wait.
    pub fn renewing_every(self, span: Duration) -> Self {
        Self { renew_every: span, ..self }
    }

    /// Runs until `stop` resolves, then lets the jobs at hand finish. Once it has resolved, no job is begun.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let places = [
            (Lane::Quick, Arc::new(Semaphore::new(self.at_once))),
            (Lane::Bulk, Arc::new(Semaphore::new(BULK_AT_ONCE))),
        ];
        let mut at_hand = JoinSet::new();
        let mut looked = HashMap::new();
        let mut silent_at: Option<Instant> = None;
        let mut stop = pin!(stop.fuse());
        'running: loop {
            if let Err(error) = self.prepare(&mut looked).await {
                tracing::error!(%error, "jobs cannot be prepared");
            }
            // A lease runs out in its own time: each commit that rings need not look for one.
            let silent = silent_at.is_none_or(|at| at.elapsed() >= LOOK_EVERY);
            if silent {
                silent_at = Some(Instant::now());
            }
            for (lane, places) in &places {
                while let Ok(place) = Arc::clone(places).try_acquire_owned() {
                    if stop.as_mut().now_or_never().is_some() {
                        break 'running;
                    }
                    let sought = Sought { lane: Some(*lane), silent };
                    match self.take(sought, place, &mut at_hand).await {
                        Ok(true) => {}
                        Ok(false) => break,
                        Err(error) => {
                            tracing::error!(%error, "jobs cannot be read");
                            break;
                        }
                    }
                }
            }
            tokio::select! {
                biased;
                () = &mut stop => break,
                Some(_) = at_hand.join_next() => {}
                () = self.db.work_left() => {}
                () = tokio::time::sleep(LOOK_EVERY) => {}
            }
        }
        while at_hand.join_next().await.is_some() {}
    }

    async fn prepare(&self, looked: &mut HashMap<&'static str, i64>) -> Result<()> {
        self.schedule(looked).await?;
        outbox::send(&self.db, &self.listeners, self.db.clock().now()).await?;
        Ok(())
    }

    async fn take(
        &self,
        sought: Sought,
        place: OwnedSemaphorePermit,
        at_hand: &mut JoinSet<()>,
    ) -> Result<bool> {
        let Some((kind, job)) = claim(&self.db, &self.kinds, sought, self.lease).await? else {
            return Ok(false);
        };
        let runner = self.clone();
        at_hand.spawn(async move {
            runner.perform(&kind, &job).await;
            drop(place);
        });
        Ok(true)
    }

    /// Runs everything that is due now, and what that leaves behind, one after the other. Tells how many ran.
    pub async fn run_due(&self) -> Result<usize> {
        let mut ran = 0;
        loop {
            outbox::send(&self.db, &self.listeners, self.db.clock().now()).await?;
            let Some((kind, job)) =
                claim(&self.db, &self.kinds, Sought { lane: None, silent: true }, self.lease).await?
            else {
                return Ok(ran);
            };
            self.perform(&kind, &job).await;
            ran += 1;
        }
    }

    /// Writes the due runs of periodic kinds; a key per span keeps nodes from doubling them. A span that was looked at is
    /// not looked at again.
    async fn schedule(&self, looked: &mut HashMap<&'static str, i64>) -> Result<()> {
        let now = self.db.clock().now();
        for kind in self.kinds.values() {
            let Some(every) = kind.every else { continue };
            let span = now.0 / i64::try_from(every.as_micros()).unwrap_or(i64::MAX);
            if looked.get(kind.name) == Some(&span) {
                continue;
            }
            let key = format!("{}@{span}", kind.name);
            let known =
                sql("select 1 from job where once_key = $1").bind(key.clone()).value::<i32>(&self.db).await?;
            if known.is_none() {
                let tx = self.db.begin().await?;
                let (id, kind, payload) = (tx.clock().id(), kind.name, "null".to_owned());
                write(&tx, Row { id, kind, payload, org: None, event: None, once_key: Some(key), at: now })
                    .await?;
                tx.commit().await?;
            }
            looked.insert(kind.name, span);
        }
        Ok(())
    }

    async fn perform(&self, kind: &str, job: &Job) {
        let span = tracing::info_span!("job", kind, id = %job.id);
        let result = self.kept(job, self.attempt(kind, job)).instrument(span).await;
        let outcome = if result.is_ok() { "done" } else { "failed" };
        metrics::counter!("relais_jobs_total", "kind" => kind.to_owned(), "outcome" => outcome).increment(1);
        if let Err(error) = result
            && let Err(error) = fail(&self.db, job, tries(&self.kinds, kind), error).await
        {
            tracing::error!(%error, job = %job.id, "a failed job could not be written down; its lease will run out");
        }
    }

    /// Polls the work and renews its lease beside it. Work that panics did not succeed; work whose job another node has
    /// taken is dropped, and its open transaction with it.
    async fn kept(&self, job: &Job, work: impl Future<Output = Outcome>) -> Outcome {
        let work = AssertUnwindSafe(work).catch_unwind();
        let lost = async {
            loop {
                tokio::time::sleep(self.renew_every).await;
                match job.renew().await {
                    Ok(true) => {}
                    Ok(false) => return,
                    Err(error) => tracing::warn!(%error, job = %job.id, "a job's lease could not be renewed"),
                }
            }
        };
        tokio::select! {
            biased;
            ended = work => ended.unwrap_or_else(|_| Err(JobError::Retry("the job panicked".into()))),
            () = lost => Err(JobError::Retry(TAKEN.into())),
        }
    }

    async fn attempt(&self, kind: &str, job: &Job) -> Outcome {
        let Some(kind) = self.kinds.get(kind) else {
            return Err(JobError::Retry(format!("this node does not know jobs of kind {kind}")));
        };
        match &kind.run {
            Run::InTx(work) => {
                let tx = self.db.begin().await?;
                work(&tx, job).await?;
                if finish(&tx, job, self.db.clock().now()).await? {
                    tx.commit().await?;
                }
                Ok(())
            }
            Run::InOrg(work) => {
                let org = job.org.ok_or_else(|| JobError::Fail("the job names no organisation".into()))?;
                let tx = self.db.org(org).begin().await?;
                work(&tx, job).await?;
                if finish(tx.whole(), job, self.db.clock().now()).await? {
                    tx.commit().await?;
                }
                Ok(())
            }
            Run::Outside(work) => {
                work(&self.db, job).await?;
                let tx = self.db.begin().await?;
                finish(&tx, job, self.db.clock().now()).await?;
                tx.commit().await.map_err(|e: Error| JobError::Retry(e.to_string()))
            }
        }
    }
}
