//! Events from one room to others, written with the change that caused them and carried as (name, version, JSON).

use relais_kernel::Instant;
use sea_orm::FromQueryResult;
use serde::Serialize;
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

/// Writes an event into the transaction of its cause.
pub async fn emit<E: Event>(on: &impl Writes, event: &E) -> Result<()> {
    let clock = on.tx().clock();
    let body = serde_json::to_string(event)
        .map_err(|e| crate::Error::Corrupt { table: "outbox", what: e.to_string() })?;
    sql("insert into outbox (id, name, version, body, at, sent_at) values ($1, $2, $3, $4, $5, null)")
        .bind(clock.id::<Uuid>())
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
    name: String,
    body: String,
}

/// Turns unsent events into jobs, one a listener, in one transaction; tells how many events left.
pub(crate) async fn send(db: &Db, listeners: &[Listener], now: Instant) -> Result<usize> {
    if sql("select 1 from outbox where sent_at is null limit 1").value::<i32>(db).await?.is_none() {
        return Ok(0);
    }
    let tx = db.begin().await?;
    let events = sql("select id, name, body from outbox where sent_at is null order by id limit 200")
        .push(dialect::skip_locked(tx.kind()))
        .all::<Unsent>(&tx)
        .await?;
    for event in &events {
        for listener in listeners.iter().filter(|l| l.event == event.name) {
            let key = format!("{}:{}", listener.job, event.id);
            jobs::enqueue_text(&tx, listener.job, event.body.clone(), Some(key), now).await?;
        }
        sql("update outbox set sent_at = $1 where id = $2")
            .bind(now)
            .bind(event.id)
            .run_one("outbox", &tx)
            .await?;
    }
    tx.commit().await?;
    Ok(events.len())
}
