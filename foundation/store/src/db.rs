//! Handles: the whole database and a transaction, and what both can do.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use relais_kernel::{Clock, Instant, OrgId};
use sea_orm::{
    ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait as _,
};
use tokio::sync::Notify;
use tracing::Instrument as _;

use crate::{
    Error, Result, Vault,
    bell::{Bells, Pending, Rope},
    vault,
};

mod flushing;
mod opening;
mod org;

pub use opening::DbOptions;
pub use org::{OrgDb, OrgRef, OrgTx};

/// Which database runs below. Rooms never ask; the store and its tests do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// The embedded one.
    Sqlite,
    /// The one for several nodes.
    Postgres,
}

/// What a database held at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// So many commits had been made.
    Commits(u64),
    /// These transactions were to be seen.
    Shown(String),
    /// It cannot tell.
    Unknown,
}

impl Mark {
    /// Whether it holds the same as then, for all that it can tell.
    pub(crate) fn is_still(&self, now: &Self) -> bool {
        self == now && *now != Self::Unknown
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
    /// How commits last, where they do not by themselves.
    flushes: Option<flushing::Flushes>,
    clock: Clock,
    /// Whether it must not tell what was written when.
    sealed: bool,
    /// What seals small texts.
    vault: Option<Vault>,
    /// Whether the database is known to be marked as the vault's.
    marked: AtomicBool,
    /// Rung after each commit that left work for the job runner.
    work: Notify,
    /// How many commits this process has made.
    commits: AtomicU64,
    /// Where this process hears which topics changed.
    rope: Rope,
}

impl Db {
    /// Which database it is.
    pub fn backend(&self) -> Backend {
        self.0.backend
    }

    /// The clock that ids and instants come from.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// What seals and opens small texts; an error when no key was given.
    pub fn vault(&self) -> Result<&Vault> {
        vault::given(self.0.vault.as_ref())
    }

    /// Begins a transaction. On SQLite it takes the writer's place at once, so that it never fails half-way.
    pub async fn begin(&self) -> Result<Tx> {
        let options = TransactionOptions {
            sqlite_transaction_mode: (self.0.backend == Backend::Sqlite)
                .then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(Tx::new(self.0.write.begin_with_options(options).await?, self))
    }

    /// Begins a transaction that reads one consistent picture and holds up nobody.
    pub async fn snapshot(&self) -> Result<Tx> {
        let options = TransactionOptions {
            isolation_level: (self.0.backend == Backend::Postgres)
                .then_some(sea_orm::IsolationLevel::RepeatableRead),
            ..TransactionOptions::default()
        };
        let inner = self.0.read.begin_with_options(options).await?;
        Ok(Tx { reads_only: true, ..Tx::new(inner, self) })
    }

    /// Whether it must not tell what was written when.
    pub fn is_sealed(&self) -> bool {
        self.0.sealed
    }

    /// The database as one organisation sees it.
    pub fn org(&self, org: OrgId) -> OrgDb {
        OrgDb::new(self, org)
    }

    /// Waits until a commit left work behind.
    pub(crate) async fn work_left(&self) {
        self.0.work.notified().await;
    }

    /// What it holds now, to tell later whether it still holds the same. On SQLite this process alone writes, and counts
    /// its commits. PostgreSQL tells which transactions a reader sees: two readers who see the same see the same rows.
    pub async fn mark(&self) -> Result<Mark> {
        match self.0.backend {
            Backend::Sqlite => Ok(Mark::Commits(self.0.commits.load(Ordering::Acquire))),
            Backend::Postgres => {
                // A follower that only repeats does not name all that runs: there nothing is the same twice.
                let shown = crate::sql(
                    "select case when pg_is_in_recovery() then null else pg_current_snapshot()::text end",
                );
                Ok(shown.value::<Option<String>>(self).await?.flatten().map_or(Mark::Unknown, Mark::Shown))
            }
        }
    }

    /// Tells the job runner to look.
    pub fn ring(&self) {
        self.0.work.notify_waiters();
        self.0.work.notify_one();
    }

    /// What is rung from now on. On PostgreSQL only while [`crate::bell::listen`] runs in this process.
    pub fn bells(&self) -> Bells {
        self.0.rope.bells()
    }

    /// The rope of this process's bell.
    pub(crate) fn rope(&self) -> &Rope {
        &self.0.rope
    }

    /// The pool that PostgreSQL is reached by; none on SQLite.
    pub(crate) fn postgres(&self) -> Option<&sqlx::PgPool> {
        (self.0.backend == Backend::Postgres).then(|| self.0.read.get_postgres_connection_pool())
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
    clock: Clock,
    /// Topics to ring when it lasts.
    rung: Pending,
    reads_only: bool,
    /// Whether the vault was asked for in it: what it wrote may be sealed.
    seals: AtomicBool,
}

impl Tx {
    fn new(inner: DatabaseTransaction, db: &Db) -> Self {
        let (db, clock) = (db.clone(), db.clock().clone());
        let seals = AtomicBool::new(false);
        Self { inner, db, clock, rung: Pending::default(), reads_only: false, seals }
    }

    /// Makes it last, then rings.
    pub async fn commit(self) -> Result<()> {
        let rings = self.rung.count(&self).await?;
        let marks = self.seals.load(Ordering::Acquire) && !self.db.0.marked.load(Ordering::Acquire);
        if marks {
            vault::claim(&self, self.db.vault()?).await?;
        }
        let Self { inner, db, reads_only, .. } = self;
        // In a task of its own: a browser that goes away while we commit must not part a change from its bell.
        let ending = async move {
            // Counted before as well: whoever reads while the commit happens remembers nothing for long.
            db.0.commits.fetch_add(1, Ordering::AcqRel);
            let ended = inner.commit().await;
            db.0.commits.fetch_add(1, Ordering::AcqRel);
            ended?;
            if let Some(flushes) = db.0.flushes.as_ref().filter(|_| !reads_only) {
                flushes.last().await?;
            }
            db.0.marked.fetch_or(marks, Ordering::AcqRel);
            db.0.rope.pull(rings);
            db.ring();
            Ok(())
        };
        let ended = tokio::spawn(ending.in_current_span()).await;
        ended.unwrap_or_else(|error| Err(Error::Db(DbErr::Custom(format!("a commit was cut off: {error}")))))
    }

    /// Whether its database must not tell what was written when.
    pub(crate) fn is_sealed(&self) -> bool {
        self.db.is_sealed()
    }

    /// Topics to ring when it lasts.
    pub(crate) fn pending(&self) -> &Pending {
        &self.rung
    }

    /// Gives it up.
    pub async fn rollback(self) -> Result<()> {
        Ok(self.inner.rollback().await?)
    }

    /// The same transaction with its writing dated otherwise: for content that tells of days gone by, as the demo's.
    pub fn dated(self, moment: Instant) -> Self {
        Self { clock: Clock::manual(moment), ..self }
    }

    /// The clock that ids and instants come from.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// What seals and opens small texts; an error when no key was given.
    pub fn vault(&self) -> Result<&Vault> {
        let vault = self.db.vault()?;
        if !self.reads_only {
            self.seals.store(true, Ordering::Release);
        }
        Ok(vault)
    }

    /// The same transaction as one organisation sees it, for as long as it is borrowed.
    pub fn org(&self, org: OrgId) -> OrgRef<'_> {
        OrgRef::new(self, org)
    }

    /// The same transaction within one organisation.
    pub fn into_org(self, org: OrgId) -> OrgTx {
        OrgTx::new(self, org)
    }

    /// Runs statements without parameters, as migrations are.
    pub(crate) async fn execute_plain(&self, text: &str) -> Result<()> {
        self.inner.execute_unprepared(text).await?;
        Ok(())
    }
}

/// Anything that can be read from.
pub trait Reads: Send + Sync {
    #[doc(hidden)]
    fn connection(&self) -> Connection<'_>;
    /// Which database it is.
    fn kind(&self) -> Backend;
    /// What seals and opens small texts; an error when no key was given.
    fn vault(&self) -> Result<&Vault>;
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
    fn vault(&self) -> Result<&Vault> {
        self.vault()
    }
}

impl Reads for Tx {
    fn connection(&self) -> Connection<'_> {
        Connection::Tx(&self.inner)
    }
    fn kind(&self) -> Backend {
        self.db.0.backend
    }
    fn vault(&self) -> Result<&Vault> {
        self.vault()
    }
}

impl Writes for Tx {
    fn tx(&self) -> &Tx {
        self
    }
}
