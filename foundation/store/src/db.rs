//! Handles: the whole database, a transaction, and both within one organisation.

use std::{
    path::PathBuf,
    str::FromStr as _,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use relais_kernel::{Clock, OrgId};
use sea_orm::{
    ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, DbBackend, ExecResult, QueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait as _,
    sqlx::{
        ConnectOptions as _,
        postgres::{PgConnectOptions, PgPoolOptions},
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
    },
};
use tokio::sync::Notify;

use crate::Result;

/// Which database runs below. Rooms never ask; the store and its tests do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// The embedded one.
    Sqlite,
    /// The one for several nodes.
    Postgres,
}

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

/// The database. Cloning shares it.
#[derive(Clone, Debug)]
pub struct Db(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    backend: Backend,
    read: DatabaseConnection,
    write: DatabaseConnection,
    clock: Clock,
    /// Rung after each commit that left work for the job runner.
    work: Notify,
    /// How many commits this process has made.
    commits: AtomicU64,
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
        })))
    }

    /// Which database it is.
    pub fn backend(&self) -> Backend {
        self.0.backend
    }

    /// The clock that ids and instants come from.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Begins a transaction. On SQLite it takes the writer's place at once, so that it never fails half-way.
    pub async fn begin(&self) -> Result<Tx> {
        let options = TransactionOptions {
            sqlite_transaction_mode: (self.0.backend == Backend::Sqlite)
                .then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(Tx { inner: self.0.write.begin_with_options(options).await?, db: self.clone() })
    }

    /// Begins a transaction that reads one consistent picture and holds up nobody.
    pub async fn snapshot(&self) -> Result<Tx> {
        let options = TransactionOptions {
            isolation_level: (self.0.backend == Backend::Postgres)
                .then_some(sea_orm::IsolationLevel::RepeatableRead),
            ..TransactionOptions::default()
        };
        Ok(Tx { inner: self.0.read.begin_with_options(options).await?, db: self.clone() })
    }

    /// The database as one organisation sees it.
    pub fn org(&self, org: OrgId) -> OrgDb {
        OrgDb { db: self.clone(), org }
    }

    /// Waits until a commit left work behind.
    pub(crate) async fn work_left(&self) {
        self.0.work.notified().await;
    }

    /// How many commits this process has made: while it stands still, so does what this process alone writes.
    pub fn commits(&self) -> u64 {
        self.0.commits.load(Ordering::Acquire)
    }

    /// Tells the job runner to look.
    pub fn ring(&self) {
        self.0.work.notify_waiters();
        self.0.work.notify_one();
    }

    /// Connections open for reading (all, on PostgreSQL), and how many of them rest.
    pub fn pool(&self) -> (u32, usize) {
        match self.0.backend {
            Backend::Sqlite => {
                let pool = self.0.read.get_sqlite_connection_pool();
                (pool.size(), pool.num_idle())
            }
            Backend::Postgres => {
                let pool = self.0.read.get_postgres_connection_pool();
                (pool.size(), pool.num_idle())
            }
        }
    }

    /// Closes all connections, waiting for those in use.
    pub async fn close(&self) -> Result<()> {
        self.0.read.close_by_ref().await?;
        self.0.write.close_by_ref().await?;
        Ok(())
    }
}

/// A transaction. Dropped without [`Tx::commit`], it leaves no trace.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
    db: Db,
}

impl Tx {
    /// Makes it last.
    pub async fn commit(self) -> Result<()> {
        // Counted before as well: whoever reads while the commit happens remembers nothing for long.
        self.db.0.commits.fetch_add(1, Ordering::AcqRel);
        let ended = self.inner.commit().await;
        self.db.0.commits.fetch_add(1, Ordering::AcqRel);
        ended?;
        self.db.ring();
        Ok(())
    }

    /// Gives it up.
    pub async fn rollback(self) -> Result<()> {
        Ok(self.inner.rollback().await?)
    }

    /// The clock that ids and instants come from.
    pub fn clock(&self) -> &Clock {
        self.db.clock()
    }

    /// The same transaction as one organisation sees it, for as long as it is borrowed.
    pub fn org(&self, org: OrgId) -> OrgRef<'_> {
        OrgRef { tx: self, org }
    }

    /// The same transaction within one organisation.
    pub fn into_org(self, org: OrgId) -> OrgTx {
        OrgTx { tx: self, org }
    }

    /// Runs statements without parameters, as migrations are.
    pub(crate) async fn execute_plain(&self, text: &str) -> Result<()> {
        self.inner.execute_unprepared(text).await?;
        Ok(())
    }
}

/// The database as one organisation sees it: the only handle that a page gets.
#[derive(Clone, Debug)]
pub struct OrgDb {
    db: Db,
    org: OrgId,
}

impl OrgDb {
    /// Begins a transaction within the organisation.
    pub async fn begin(&self) -> Result<OrgTx> {
        Ok(OrgTx { tx: self.db.begin().await?, org: self.org })
    }

    /// The clock that ids and instants come from.
    pub fn clock(&self) -> &Clock {
        self.db.clock()
    }
}

/// A transaction within one organisation.
#[derive(Debug)]
pub struct OrgTx {
    tx: Tx,
    org: OrgId,
}

impl OrgTx {
    /// Makes it last.
    pub async fn commit(self) -> Result<()> {
        self.tx.commit().await
    }

    /// Gives it up.
    pub async fn rollback(self) -> Result<()> {
        self.tx.rollback().await
    }

    /// The clock that ids and instants come from.
    pub fn clock(&self) -> &Clock {
        self.tx.clock()
    }

    /// The transaction without its organisation, for tables of the whole instance.
    pub fn whole(&self) -> &Tx {
        &self.tx
    }
}

/// A transaction lent to one organisation: what an instance's own work reads and writes for it.
#[derive(Clone, Copy, Debug)]
pub struct OrgRef<'a> {
    tx: &'a Tx,
    org: OrgId,
}

/// Anything that can be read from.
pub trait Reads: Send + Sync {
    #[doc(hidden)]
    fn connection(&self) -> Connection<'_>;
    /// Which database it is.
    fn kind(&self) -> Backend;
    #[doc(hidden)]
    fn in_transaction(&self) -> bool {
        matches!(self.connection(), Connection::Tx(_))
    }
}

/// Anything that can be written to: a transaction.
pub trait Writes: Reads {
    /// The transaction.
    fn tx(&self) -> &Tx;
    /// The organisation that jobs and events written here belong to; none for the whole instance.
    fn org_id(&self) -> Option<OrgId> {
        None
    }
}

/// Anything bound to one organisation.
pub trait InOrg: Reads {
    /// The organisation.
    fn org(&self) -> OrgId;
}

#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Connection<'a> {
    Pool(&'a DatabaseConnection),
    Tx(&'a DatabaseTransaction),
}

impl Connection<'_> {
    pub(crate) async fn all(self, statement: Statement) -> Result<Vec<QueryResult>> {
        Ok(match self {
            Self::Pool(pool) => pool.query_all_raw(statement).await?,
            Self::Tx(tx) => tx.query_all_raw(statement).await?,
        })
    }

    pub(crate) async fn one(self, statement: Statement) -> Result<Option<QueryResult>> {
        Ok(match self {
            Self::Pool(pool) => pool.query_one_raw(statement).await?,
            Self::Tx(tx) => tx.query_one_raw(statement).await?,
        })
    }

    pub(crate) async fn run(self, statement: Statement) -> Result<ExecResult> {
        Ok(match self {
            Self::Pool(pool) => pool.execute_raw(statement).await?,
            Self::Tx(tx) => tx.execute_raw(statement).await?,
        })
    }
}

impl Backend {
    pub(crate) fn sea(self) -> DbBackend {
        match self {
            Self::Sqlite => DbBackend::Sqlite,
            Self::Postgres => DbBackend::Postgres,
        }
    }
}

impl Reads for Db {
    fn connection(&self) -> Connection<'_> {
        Connection::Pool(&self.0.read)
    }
    fn kind(&self) -> Backend {
        self.0.backend
    }
}

impl Reads for Tx {
    fn connection(&self) -> Connection<'_> {
        Connection::Tx(&self.inner)
    }
    fn kind(&self) -> Backend {
        self.db.0.backend
    }
}

impl Reads for OrgDb {
    fn connection(&self) -> Connection<'_> {
        self.db.connection()
    }
    fn kind(&self) -> Backend {
        self.db.kind()
    }
}

impl Reads for OrgTx {
    fn connection(&self) -> Connection<'_> {
        self.tx.connection()
    }
    fn kind(&self) -> Backend {
        self.tx.kind()
    }
}

impl Writes for Tx {
    fn tx(&self) -> &Tx {
        self
    }
}

impl Writes for OrgTx {
    fn tx(&self) -> &Tx {
        &self.tx
    }
    fn org_id(&self) -> Option<OrgId> {
        Some(self.org)
    }
}

impl Reads for OrgRef<'_> {
    fn connection(&self) -> Connection<'_> {
        self.tx.connection()
    }
    fn kind(&self) -> Backend {
        self.tx.kind()
    }
}

impl Writes for OrgRef<'_> {
    fn tx(&self) -> &Tx {
        self.tx
    }
    fn org_id(&self) -> Option<OrgId> {
        Some(self.org)
    }
}

impl InOrg for OrgRef<'_> {
    fn org(&self) -> OrgId {
        self.org
    }
}

impl InOrg for OrgDb {
    fn org(&self) -> OrgId {
        self.org
    }
}

impl InOrg for OrgTx {
    fn org(&self) -> OrgId {
        self.org
    }
}
