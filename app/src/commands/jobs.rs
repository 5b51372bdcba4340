//! `relais jobs`.

use clap::Subcommand;
use relais_kernel::{JobId, OrgId};
use relais_store::{
    audit::{self, Act, Actor},
    jobs::{self, Restart},
    sql,
};
use serde::{Deserialize, Serialize};

use crate::{
    config::Config,
    control::{self, Order, Teller},
    failed::{Failed, Outcome},
    instance::Instance,
};

/// List the jobs of the whole instance, start one again
///
/// Administrators see and start the jobs of their own organisation on its pages. Here are all of them, also those of no
/// organisation: codes and times, never what a job is about.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  relais jobs list                     what waits, runs or was given up
  relais jobs list --state failed
  relais jobs restart 01a2001f-…")]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List jobs, newest first
    List {
        /// Those of one state alone: ready, running, failed or done
        #[arg(long, value_parser = ["ready", "running", "failed", "done"])]
        state: Option<String>,
    },
    /// Make a job due now that was given up or waits for its next try
    Restart {
        /// The job's id, as `list` prints it
        job: uuid::Uuid,
    },
}

/// What `jobs` was given.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub(crate) enum Wanted {
    List { state: Option<String> },
    Restart { job: JobId },
}

/// More than anybody reads on a terminal.
const SHOWN: i64 = 200;

impl Args {
    pub(crate) async fn run(self, config: &Config) -> Outcome {
        let wanted = match self.what {
            What::List { state } => Wanted::List { state },
            What::Restart { job } => Wanted::Restart { job: JobId(job) },
        };
        control::deliver(config, Order::Jobs(wanted)).await
    }
}

pub(crate) async fn perform(on: &Instance, wanted: Wanted, tell: &Teller) -> Outcome {
    match wanted {
        Wanted::List { state } => list(on, state.as_deref(), tell).await,
        Wanted::Restart { job } => restart(on, job, tell).await,
    }
}

async fn list(on: &Instance, state: Option<&str>, tell: &Teller) -> Outcome {
    let jobs = jobs::list_all(&on.db, state, None, SHOWN).await?;
    let width = jobs.iter().map(|job| job.kind.len()).max().unwrap_or(0);
    for job in &jobs {
        let error = job.last_error.as_deref().and_then(|error| error.lines().next()).unwrap_or("");
        let (due, tries) = (job.run_at.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ"), job.attempts);
        let line =
            format!("{}  {:width$}  {:7}  {due}  {tries:2} tries  {error}", job.id, job.kind, job.state);
        tell.say(line.trim_end().to_owned()).await;
    }
    tell.say(format!("{} jobs", jobs.len())).await;
    Ok(())
}

async fn restart(on: &Instance, job: JobId, tell: &Teller) -> Outcome {
    let tx = on.db.begin().await?;
    match jobs::restart_any(&tx, job).await? {
        Restart::Restarted => {}
        Restart::MovedOn => {
            return Err(Failed(format!("the job {job} is done or running: there is nothing to start")));
        }
        Restart::Unknown => {
            return Err(Failed(format!("there is no job {job}: `relais jobs list` shows them")));
        }
    }
    let org =
        sql("select org_id from job where id = $1").bind(job).value::<Option<OrgId>>(&tx).await?.flatten();
    let action = "administration.jobs.restart";
    let act = Act { actor: Actor::default(), action, subject: "job", id: Some(job.0), detail: "" };
    audit::write(&tx, org, act).await?;
    tx.commit().await?;
    tell.say(format!("The job {job} is due now.")).await;
    Ok(())
}
