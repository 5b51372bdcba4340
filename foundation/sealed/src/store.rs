//! The sealed store and its changes.

use std::{
    fs::File,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use relais_kernel::Clock;
use relais_store::{Db, DbOptions, Error, Result, Schema, Sql, Tx, schema, sql, unordered};
use sea_orm::{FromQueryResult, Value};

/// A row of a sealed table: no person, no time finer than a day, an id without time.
pub trait Row: FromQueryResult + Send + Sync {
    /// Its table.
    const TABLE: &'static str;
    /// Its columns.
    const COLUMNS: &'static [&'static str];
    /// Its values, in their order.
    fn values(&self) -> Vec<Value>;
}

/// The sealed store. Cloning shares it.
#[derive(Clone, Debug)]
pub struct Sealed {
    db: Db,
    /// The file of an embedded one.
    file: Option<PathBuf>,
}

impl Sealed {
    /// Opens it.
    pub async fn open(options: &DbOptions, clock: Clock) -> Result<Self> {
        if !options.sealed {
            return Err(Error::Schema("a sealed store was to be opened as an open one".into()));
        }
        Ok(Self { db: Db::open(options, clock).await?, file: options.sqlite_path() })
    }

    /// Lays its tables where they are missing.
    pub async fn lay(&self, schemas: &[Schema]) -> Result<()> {
        schema::lay(&self.db, schemas, None).await
    }

    /// The database itself, for reading, and for backups.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Every row of a table, in no order.
    pub async fn rows<R: Row>(&self) -> Result<Vec<R>> {
        all::<R>().all(&self.db).await
    }

    /// Begins a change. Two changes never overlap.
    pub async fn begin(&self) -> Result<Change> {
        let tx = self.db.begin().await?;
        unordered::take_turn(&tx).await?;
        Ok(Change { tx, file: self.file.clone() })
    }

    /// Writes a table anew without changing it: done at fixed moments, it hides when the last true change was.
    pub async fn stir<R: Row>(&self) -> Result<()> {
        let change = self.begin().await?;
        let rows: Vec<R> = change.rows().await?;
        change.rewrite(&rows).await?;
        change.commit().await
    }

    /// Closes its connections.
    pub async fn close(&self) -> Result<()> {
        self.db.close().await
    }
}

/// A change under way. Dropped without [`Change::commit`], it leaves no trace.
#[derive(Debug)]
pub struct Change {
    tx: Tx,
    file: Option<PathBuf>,
}

impl Change {
    /// Every row of a table, in no order.
    pub async fn rows<R: Row>(&self) -> Result<Vec<R>> {
        all::<R>().all(&self.tx).await
    }

    /// Gives a table these rows, and no others, in an order drawn now.
    pub async fn rewrite<R: Row>(&self, rows: &[R]) -> Result<()> {
        let rows = rows.iter().map(Row::values).collect();
        unordered::rewrite(&self.tx, R::TABLE, R::COLUMNS, rows).await
    }

    /// The clock that ids and days come from.
    pub fn clock(&self) -> &Clock {
        self.tx.clock()
    }

    /// Makes it last.
    pub async fn commit(self) -> Result<()> {
        let clock = self.tx.clock().clone();
        self.tx.commit().await?;
        if let Some(file) = &self.file {
            blur(file, &clock);
        }
        Ok(())
    }
}

fn all<R: Row>() -> Sql {
    sql("select ").push(&R::COLUMNS.join(", ")).push(" from ").push(R::TABLE)
}

/// Gives the file and its folder the day as their time of change. What was written is safe already: a file system that
/// refuses this is no reason to fail.
fn blur(file: &Path, clock: &Clock) {
    let seconds = u64::try_from(clock.now().0 / 1_000_000).unwrap_or(0);
    let day = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds - seconds % 86_400);
    for path in [Some(file), file.parent()].into_iter().flatten() {
        drop(File::open(path).and_then(|opened| opened.set_modified(day)));
    }
}
