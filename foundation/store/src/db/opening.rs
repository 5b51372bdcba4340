//! Opening a database: its address, its pools, how durable a commit is.

use std::{
    path::PathBuf,
    str::FromStr as _,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64},
    },
    time::Duration,
};

use relais_kernel::Clock;
use sea_orm::{
    DatabaseConnection,
    sqlx::{
        ConnectOptions as _,
        postgres::{PgConnectOptions, PgPool, PgPoolOptions},
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
    },
};
use tokio::sync::Notify;

use super::{Backend, Db, Inner, flushing::Flushes};
use crate::{Result, Vault, bell::Rope, dialect, lock, vault};

/// Statements that each connection keeps prepared: more than a busy hour asks for, or each would be planned anew.
const PREPARED: usize = 600;
/// Little is read from a sealed store, and one at a time writes to it.
const SEALED_CONNECTIONS: u32 = 2;

/// How to open a database.
#[derive(Clone, Debug)]
pub struct DbOptions {
    /// `sqlite:PATH` or `postgres://…`.
    pub url: String,
    /// Connections at most (readers on SQLite, all on PostgreSQL).
    pub connections: u32,
    /// Whether a commit waits for the disk. Only throw-away tests say no.
    pub durable: bool,
    /// Whether it must not tell what was written when: no log of writes is kept, and what is removed is overwritten. On
    /// PostgreSQL its tables stand in a schema of their own, so that two stores may share one database.
    pub sealed: bool,
    /// What seals small texts with a key of its own; without it, none can be written or read.
    pub vault: Option<Vault>,
}

impl DbOptions {
    /// Durable, with a handful of connections.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), connections: 8, durable: true, sealed: false, vault: None }
    }

    /// The sealed store that belongs to this one: a file beside it, or a schema in the same database.
    pub fn sealed_beside(&self) -> Self {
        let url = match self.sqlite_path() {
            Some(path) => format!("sqlite:{}", lock::beside(&path, "sealed").display()),
            None => self.url.clone(),
        };
        Self { url, connections: SEALED_CONNECTIONS, durable: self.durable, sealed: true, vault: None }
    }

    /// The file behind an embedded database.
    pub fn sqlite_path(&self) -> Option<PathBuf> {
        self.url.strip_prefix("sqlite:").map(|path| PathBuf::from(path.trim_start_matches("//")))
    }
}

impl Db {
    /// Opens it. On SQLite: one writer, several readers, write-ahead log, every commit flushed before it is told. A sealed
    /// one has no write-ahead log: it would keep each write beside the one before. A vault with another key than the one
    /// that sealed what is in it is refused.
    pub async fn open(options: &DbOptions, clock: Clock) -> Result<Self> {
        let mut flushes = None;
        let (backend, read, write) = match options.sqlite_path() {
            Some(path) => {
                flushes = (options.durable && !options.sealed).then(|| Flushes::of(&path));
                let connect = SqliteConnectOptions::from_str(&format!("sqlite:{}", path.display()))?
                    .create_if_missing(true)
                    .journal_mode(if options.sealed {
                        SqliteJournalMode::Delete
                    } else {
                        SqliteJournalMode::Wal
                    })
                    .pragma("secure_delete", if options.sealed { "on" } else { "off" })
                    .synchronous(match (options.durable, &flushes) {
                        (false, _) => SqliteSynchronous::Off,
                        (true, None) => SqliteSynchronous::Full,
                        // Each commit waits for a flush of its log, which it may share.
                        (true, Some(_)) => SqliteSynchronous::Normal,
                    })
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(5))
                    .pragma("temp_store", "memory")
                    .pragma("cache_size", "-8000")
                    .statement_cache_capacity(PREPARED)
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
                let connect = PgConnectOptions::from_str(&options.url)?
                    .statement_cache_capacity(PREPARED)
                    .disable_statement_logging();
                let connect = match options.sealed {
                    true => connect.options([("search_path", dialect::SEALED_SCHEMA)]),
                    false => connect,
                };
                let pool = PgPoolOptions::new()
                    .max_connections(options.connections)
                    .acquire_timeout(Duration::from_secs(10))
                    .connect_with(connect)
                    .await?;
                if options.sealed {
                    make_schema(&pool).await?;
                }
                let pool: DatabaseConnection = pool.into();
                (Backend::Postgres, pool.clone(), pool)
            }
        };
        let db = Self(Arc::new(Inner {
            backend,
            read,
            write,
            flushes,
            clock,
            sealed: options.sealed,
            vault: options.vault.clone(),
            marked: AtomicBool::new(false),
            work: Notify::new(),
            commits: AtomicU64::new(0),
            rope: Rope::default(),
        }));
        if let Some(vault) = &options.vault {
            vault::check(&db, vault).await?;
        }
        Ok(db)
    }
}

/// Makes the schema of sealed tables, unless it is there: two nodes that begin together take turns.
async fn make_schema(pool: &PgPool) -> Result<()> {
    let mut tx = pool.begin().await?;
    sqlx::query("select pg_advisory_xact_lock(727468)").execute(&mut *tx).await?;
    let known: Option<(i32,)> = sqlx::query_as("select 1 from pg_namespace where nspname = $1")
        .bind(dialect::SEALED_SCHEMA)
        .fetch_optional(&mut *tx)
        .await?;
    if known.is_none() {
        sqlx::query("create schema sealed").execute(&mut *tx).await?;
    }
    Ok(tx.commit().await?)
}
