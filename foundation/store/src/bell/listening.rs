//! Hearing, on PostgreSQL, what other nodes ring: one connection of each node, opened again whenever it is lost.

use std::{pin::pin, time::Duration};

use sea_orm::sqlx::{
    self, Executor as _,
    postgres::{PgListener, PgPoolOptions},
};
use tokio::time::{sleep, timeout};

use super::counting::{CHANNEL, read};
use crate::Db;

/// How long a node waits before it tries again: at first, and at most.
const FIRST_WAIT: Duration = Duration::from_millis(100);
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// How long opening the connection, or a word on it, may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// A connection that was silent for so long is asked whether it is still there: a lost network tells nobody.
const SILENCE: Duration = Duration::from_secs(30);

/// Listens until `stop` resolves, so that [`Db::bells`] hear what any node rings. After each loss of the connection all
/// are told to look again. On SQLite there is nothing to listen to: the process rings itself.
pub async fn listen(db: Db, stop: impl Future<Output = ()>) {
    let mut stop = pin!(stop);
    tokio::select! {
        () = &mut stop => {}
        () = always(&db) => {}
    }
}

async fn always(db: &Db) {
    let Some(pool) = db.postgres() else { return std::future::pending().await };
    let options = pool.connect_options();
    let mut wait = FIRST_WAIT;
    loop {
        let error = match opened(&options).await {
            Ok(mut listener) => {
                wait = FIRST_WAIT;
                // What was rung before we listened is found by its version.
                db.rope().look_again();
                hear(db, &mut listener).await
            }
            Err(error) => error,
        };
        tracing::warn!(%error, "the bell's connection is lost");
        sleep(wait).await;
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

/// A connection of its own, that takes no place among those of the pages.
async fn opened(options: &sqlx::postgres::PgConnectOptions) -> sqlx::Result<PgListener> {
    let pool = PgPoolOptions::new()
        .max_connections(1)
        .max_lifetime(None)
        .idle_timeout(None)
        .acquire_timeout(PATIENCE)
        .connect_lazy_with(options.clone());
    let mut listener = PgListener::connect_with(&pool).await?;
    // A loss is ours to tell: it must not be mended in silence.
    listener.eager_reconnect(false);
    listener.listen(CHANNEL).await?;
    Ok(listener)
}

/// Rings what is heard, until the connection is lost.
async fn hear(db: &Db, listener: &mut PgListener) -> sqlx::Error {
    let lost = || sqlx::Error::Io(std::io::ErrorKind::ConnectionAborted.into());
    loop {
        // Given up between two messages nothing is lost: what was read stays in the connection.
        match timeout(SILENCE, listener.try_recv()).await {
            Ok(Ok(Some(message))) => match read(message.payload()) {
                Some(rings) => db.rope().pull(rings),
                None => db.rope().look_again(),
            },
            Ok(Ok(None)) => return lost(),
            Ok(Err(error)) => return error,
            Err(_) => match timeout(PATIENCE, listener.execute("select 1")).await {
                Ok(Ok(_)) => {}
                Ok(Err(error)) => return error,
                Err(_) => return lost(),
            },
        }
    }
}
