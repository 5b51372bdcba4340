//! Events from one room to others, written with the change that caused them and carried as (name, version, JSON).

use relais_kernel::{Instant, OrgId};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Db, Reads as _, Result, Writes, dialect, jobs, sql};

/// Something that happened, past tense. Declared in `contracts`.
pub trait Event: Serialize + Send + Sync {
    /// Stable name, such as `directory.person_left`.
    const NAME: &'static str;
    /// Version of its shape.
    const VERSION: i64;
}

/// Who listens to an event: the job kind that each event becomes.
#[derive(Clone, Copy, Debug)]
pub struct Listener {
    /// The event's name.
    pub event: &'static str,
    /// The job to run with the event's body as payload.
    pub job: &'static str,
}

/// What a listener knows of an event beside its body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happened {
    /// Its id: the same at every try and for every listener.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// The version of its shape.
    pub version: i64,
    /// When it happened.
    pub at: Instant,
    /// In which organisation; none when it concerns the instance.
    pub org: Option<OrgId>,
}

/// Writes an event into the transaction of its cause. It belongs to the organisation of the transaction.
pub async fn emit<E: Event>(on: &impl Writes, event: &E) -> Result<()> {
    let clock = on.tx().clock();
    let body = serde_json::to_string(event)
        .map_err(|e| crate::Error::Corrupt { table: "outbox", what: e.to_string() })?;
    sql("insert into outbox (id, org_id, name, version, body, at, sent_at) values ($1, $2, $3, $4, $5, $6, null)")
        .bind(clock.id::<Uuid>())
        .bind(on.org_id())
        .bind(E::NAME)
        .bind(E::VERSION)
        .bind(body)
        .bind(clock.now())
        .run_one("outbox", on)
        .await
}

#[derive(FromQueryResult)]
struct Unsent {
    id: Uuid,
    org_id: Option<OrgId>,
    name: String,
    version: i64,
    body: String,
    at: Instant,
}

/// Turns unsent events into jobs, one a listener, in the order of their ids; tells how many events left. A second node
/// waits for the first one's turn to end, so that later events do not overtake earlier ones.
pub(crate) async fn send(db: &Db, listeners: &[Listener], now: Instant) -> Result<usize> {
    if sql("select 1 from outbox where sent_at is null limit 1").value::<i32>(db).await?.is_none() {
        return Ok(0);
    }
    let tx = db.begin().await?;
    let events = sql("select id, org_id, name, version, body, at from outbox \
         where sent_at is null order by id limit 200")
    .push(dialect::lock_row(tx.kind()))
    .all::<Unsent>(&tx)
    .await?;
    for event in &events {
        for listener in listeners.iter().filter(|l| l.event == event.name) {
            let (id, name) = (event.id, event.name.clone());
            let happened = Happened { id, name, version: event.version, at: event.at, org: event.org_id };
            let happened = serde_json::to_string(&happened)
                .map_err(|e| crate::Error::Corrupt { table: "outbox", what: e.to_string() })?;
            let row = jobs::Row {
                id: tx.clock().id(),
                kind: listener.job,
                payload: event.body.clone(),
                org: event.org_id,
                event: Some(happened),
                once_key: Some(format!("{}:{}", listener.job, event.id)),
                at: now,
            };
            jobs::write(&tx, row).await?;
        }
    }
    if events.is_empty() {
        return Ok(0);
    }
    let marked = sql("update outbox set sent_at = ").arg(now).push(" where id in ");
    let marked = marked.list(events.iter().map(|event| event.id)).run(&tx).await?;
    let expected = u64::try_from(events.len()).unwrap_or(u64::MAX);
    if marked != expected {
        return Err(crate::Error::Rows { what: "outbox", expected, touched: marked });
    }
    tx.commit().await?;
    Ok(events.len())
}
