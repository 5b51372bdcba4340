//! Opening a database: its address, its pools, how durable a commit is.

use std::{
    path::PathBuf,
    str::FromStr as _,
    sync::{Arc, atomic::AtomicU64},
    time::Duration,
};

use relais_kernel::Clock;
use sea_orm::{
    DatabaseConnection,
    sqlx::{
        ConnectOptions as _,
        postgres::{PgConnectOptions, PgPoolOptions},
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
    },
};
use tokio::sync::Notify;

use super::{Backend, Db, Inner};
use crate::{Result, bell::Rope};

/// How to open a database.
#[derive(Clone, Debug)]
pub struct DbOptions {
    /// `sqlite:PATH` or `postgres://…`.
    pub url: String,
    /// Connections at most (readers on SQLite, all on PostgreSQL).
    pub connections: u32,
    /// Whether a commit waits for the disk. Only throw-away tests say no.
    pub durable: bool,
}

impl DbOptions {
    /// Durable, with a handful of connections.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), connections: 8, durable: true }
    }

    /// The file behind an embedded database.
    pub fn sqlite_path(&self) -> Option<PathBuf> {
        self.url.strip_prefix("sqlite:").map(|path| PathBuf::from(path.trim_start_matches("//")))
    }
}

impl Db {
    /// Opens it. On SQLite: one writer, several readers, write-ahead log, every commit flushed.
    pub async fn open(options: &DbOptions, clock: Clock) -> Result<Self> {
        let (backend, read, write) = match options.sqlite_path() {
            Some(path) => {
                let connect = SqliteConnectOptions::from_str(&format!("sqlite:{}", path.display()))?
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(if options.durable {
                        SqliteSynchronous::Full
                    } else {
                        SqliteSynchronous::Off
                    })
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(5))
                    .pragma("temp_store", "memory")
                    .pragma("cache_size", "-8000")
                    .statement_cache_capacity(200)
                    .disable_statement_logging();
                let write = SqlitePoolOptions::new()
                    .max_connections(1)
                    .acquire_timeout(Duration::from_secs(30))
                    .connect_with(connect.clone())
                    .await?;
                let read = SqlitePoolOptions::new()
                    .max_connections(options.connections)
                    .connect_with(connect.read_only(true).pragma("query_only", "on"))
                    .await?;
                (Backend::Sqlite, read.into(), write.into())
            }
            None => {
                let connect = PgConnectOptions::from_str(&options.url)?.disable_statement_logging();
                let pool = PgPoolOptions::new()
                    .max_connections(options.connections)
                    .acquire_timeout(Duration::from_secs(10))
                    .connect_with(connect)
                    .await?;
                let pool: DatabaseConnection = pool.into();
                (Backend::Postgres, pool.clone(), pool)
            }
        };
        Ok(Self(Arc::new(Inner {
            backend,
            read,
            write,
            clock,
            work: Notify::new(),
            commits: AtomicU64::new(0),
            rope: Rope::default(),
        })))
    }
}
