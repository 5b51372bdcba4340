//! The jobs of imports. Each takes several transactions of its own, and goes on where the last commit ended.

use std::time::Duration;

use relais_kernel::{ImportId, OrgId};
use relais_store::{
    Db, InOrg as _, OrgTx, Result,
    jobs::{self, Job, JobError, Kind, Outcome},
};
use serde::{Deserialize, Serialize};

use super::{
    apply, check,
    record::{self, State},
    run::{By, Pace, RunError},
    undo,
};

/// Reads a file and tells what it would do.
pub const CHECK: &str = "network.imports.check";
/// Writes a checked file.
pub const APPLY: &str = "network.imports.apply";
/// Takes a written file back.
pub const UNDO: &str = "network.imports.undo";

/// How long a command may be silent before a job looks after its import: between two of its commits it says that it lives.
const WATCH: Duration = Duration::from_secs(60);

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Errand {
    org: OrgId,
    import: ImportId,
}

/// The kinds of jobs.
pub fn kinds() -> Vec<Kind> {
    vec![
        Kind::outside(CHECK, |db, job| Box::pin(perform(db, job, CHECK))).bulk(),
        Kind::outside(APPLY, |db, job| Box::pin(perform(db, job, APPLY))).bulk(),
        Kind::outside(UNDO, |db, job| Box::pin(perform(db, job, UNDO))).bulk(),
    ]
}

/// Sends a job after an import, in the transaction that set it going.
pub(super) async fn send(tx: &OrgTx, kind: &'static str, import: ImportId) -> Result<()> {
    jobs::enqueue(tx, kind, &Errand { org: tx.org(), import }).await.map(|_| ())
}

/// The same for later: should the process that works on it be killed, the job goes on; otherwise it finds it done.
pub(super) async fn watch(tx: &OrgTx, kind: &'static str, import: ImportId) -> Result<()> {
    let at = tx.clock().now().plus(WATCH);
    jobs::enqueue_at(tx, kind, &Errand { org: tx.org(), import }, at).await.map(|_| ())
}

/// The command that works on an import lives: its jobs wait on.
pub(super) async fn put_off(db: &Db, org: OrgId, import: ImportId) -> Result<()> {
    let tx = db.org(org).begin().await?;
    let at = tx.clock().now().plus(WATCH);
    jobs::put_off(&tx, &[CHECK, APPLY, UNDO], &Errand { org, import }, at).await?;
    tx.commit().await
}

async fn perform(db: &Db, job: &Job, kind: &'static str) -> Outcome {
    let Errand { org, import } = job.payload()?;
    let mut tell = |_| {};
    let mut pace = Pace { by: By::Job(job), tell: &mut tell };
    let result = match kind {
        CHECK => check::run(db, org, import, &mut pace).await,
        APPLY => match apply::run(db, org, import, &mut pace).await {
            // A fault met half-way leaves the import to be taken back.
            Ok(()) => undo::run(db, org, import, &mut pace).await,
            stopped => stopped,
        },
        _ => undo::run(db, org, import, &mut pace).await,
    };
    match result {
        Ok(()) => Ok(()),
        Err(RunError::Overtaken) => Err(JobError::Retry("import at work elsewhere".into())),
        Err(RunError::Store(error)) if error.is_passing() => Err(JobError::Retry(error.to_string())),
        Err(error) => {
            let text = error.to_string();
            give_up(db, org, import).await?;
            Err(JobError::Fail(text))
        }
    }
}

/// Says on the import that something of ours failed, so that people can take it up again.
async fn give_up(db: &Db, org: OrgId, import: ImportId) -> Result<()> {
    let tx = db.org(org).begin().await?;
    if let Some(mut record) = record::by_id(&tx, import).await?
        && record.state.is_running()
    {
        record.state = if record.state == State::Checking { State::Refused } else { State::Failed };
        record.set_reason("import-broken", &[]);
        record::step(&tx, &mut record).await?;
    }
    tx.commit().await
}
