//! The runner: takes due jobs, a few at a time, until it is told to stop.

use std::{collections::HashMap, sync::Arc, time::Duration};

use tokio::{sync::Semaphore, task::JoinSet};
use tracing::Instrument as _;

use super::{Job, JobError, Kind, Outcome, Run, by_name, claim, enqueue_text, fail, finish, send_events};
use crate::{Db, Error, Result, outbox::Listener, sql};

/// Runs the jobs of one node.
#[derive(Clone, Debug)]
pub struct Runner {
    db: Db,
    kinds: Arc<HashMap<&'static str, Kind>>,
    listeners: Arc<[Listener]>,
    at_once: usize,
}

/// How often a node looks when nothing rings; on PostgreSQL another node may have left work.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Jobs of one node at the same time, unless told otherwise.
const AT_ONCE: usize = 4;
/// How many done jobs are cleared in one go.
const CLEAR_AT_ONCE: i64 = 1000;

impl Runner {
    /// A runner of these kinds, with these listeners to events.
    pub fn new(db: Db, mut kinds: Vec<Kind>, listeners: Vec<Listener>) -> Self {
        kinds.push(
            Kind::in_tx("store.clear", |tx, _| {
                Box::pin(async move {
                    let before = tx.clock().now().minus(Duration::from_secs(30 * 86_400));
                    sql("delete from job where id in (select id from job where state = 'done' and ended_at < $1 limit $2)")
                        .bind(before)
                        .bind(CLEAR_AT_ONCE)
                        .run(tx)
                        .await?;
                    sql("delete from outbox where id in (select id from outbox where sent_at < $1 limit $2)")
                        .bind(before)
                        .bind(CLEAR_AT_ONCE)
                        .run(tx)
                        .await?;
                    Ok(())
                })
            })
            .every(Duration::from_secs(3600)),
        );
        Self { db, kinds: Arc::new(by_name(kinds)), listeners: listeners.into(), at_once: AT_ONCE }
    }

    /// How many jobs this node does at the same time, at least one.
    pub fn at_once(self, jobs: usize) -> Self {
        Self { at_once: jobs.max(1), ..self }
    }

    /// Runs until `stop` resolves, then lets the jobs at hand finish.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let places = Arc::new(Semaphore::new(self.at_once));
        let mut at_hand = JoinSet::new();
        tokio::pin!(stop);
        loop {
            let took = match self.take(&places, &mut at_hand).await {
                Ok(took) => took,
                Err(error) => {
                    tracing::error!(%error, "jobs cannot be read");
                    false
                }
            };
            while at_hand.try_join_next().is_some() {}
            if took {
                tokio::select! { biased; () = &mut stop => break, () = std::future::ready(()) => {} }
            } else {
                tokio::select! {
                    () = &mut stop => break,
                    () = self.db.work_left() => {}
                    () = tokio::time::sleep(LOOK_EVERY) => {}
                }
            }
        }
        while at_hand.join_next().await.is_some() {}
    }

    async fn take(&self, places: &Arc<Semaphore>, at_hand: &mut JoinSet<()>) -> Result<bool> {
        self.schedule().await?;
        send_events(&self.db, &self.listeners).await?;
        let Ok(place) = Arc::clone(places).acquire_owned().await else { return Ok(false) };
        let Some((kind, job)) = claim(&self.db, self.db.clock().now()).await? else { return Ok(false) };
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
            send_events(&self.db, &self.listeners).await?;
            let Some((kind, job)) = claim(&self.db, self.db.clock().now()).await? else { return Ok(ran) };
            self.perform(&kind, &job).await;
            ran += 1;
        }
    }

    /// Writes the due runs of periodic kinds; a key per span keeps nodes from doubling them.
    async fn schedule(&self) -> Result<()> {
        let now = self.db.clock().now();
        for kind in self.kinds.values() {
            let Some(every) = kind.every else { continue };
            let span = i64::try_from(every.as_micros()).unwrap_or(i64::MAX);
            let key = format!("{}@{}", kind.name, now.0 / span);
            let known =
                sql("select 1 from job where once_key = $1").bind(key.clone()).value::<i32>(&self.db).await?;
            if known.is_none() {
                let tx = self.db.begin().await?;
                enqueue_text(&tx, kind.name, "null".into(), Some(key), now).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }

    async fn perform(&self, kind: &str, job: &Job) {
        let span = tracing::info_span!("job", kind, id = %job.id);
        let result = self.attempt(kind, job).instrument(span).await;
        let outcome = if result.is_ok() { "done" } else { "failed" };
        metrics::counter!("relais_jobs_total", "kind" => kind.to_owned(), "outcome" => outcome).increment(1);
        if let Err(error) = result {
            let tries = self.kinds.get(kind).map_or(1, |kind| kind.tries);
            if let Err(error) = fail(&self.db, job, tries, error).await {
                tracing::error!(%error, job = %job.id, "a failed job could not be written down; its lease will run out");
            }
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
            Run::Outside(work) => {
                work(&self.db, job).await?;
                let tx = self.db.begin().await?;
                finish(&tx, job, self.db.clock().now()).await?;
                tx.commit().await.map_err(|e: Error| JobError::Retry(e.to_string()))
            }
        }
    }
}
