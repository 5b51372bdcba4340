//! Rows written past the rules of the code, to meet those of the database.

#![expect(clippy::unwrap_used, reason = "a test stops where its rows cannot be written")]

use relais_store::{Error, InOrg, Insert, OrgDb, OrgTx, Result, insert, sql};
use sea_orm::Value;
use uuid::Uuid;

use crate::refused_by;

/// A row as its columns.
#[derive(Clone, Debug)]
pub struct Row {
    table: &'static str,
    columns: Vec<(&'static str, Value)>,
}

impl Row {
    /// A row of these columns.
    pub fn new(table: &'static str, columns: Vec<(&'static str, Value)>) -> Self {
        Self { table, columns }
    }

    /// The same with a new id.
    #[must_use]
    pub fn again(self) -> Self {
        self.with("id", id())
    }

    /// The same with another value in a column.
    #[must_use]
    pub fn with(mut self, column: &'static str, value: impl Into<Value>) -> Self {
        let value = value.into();
        match self.columns.iter_mut().find(|(name, _)| *name == column) {
            Some(known) => known.1 = value,
            None => self.columns.push((column, value)),
        }
        self
    }

    /// Inserts it.
    pub async fn write(&self, tx: &OrgTx) -> Result<u64, Error> {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| *name).collect();
        let mut rows: Insert = insert(self.table, &names);
        rows.add_all(self.columns.iter().map(|(_, value)| value.clone()));
        rows.run(tx).await
    }

    /// The row is good: it can be written, and stays.
    pub async fn is_taken(&self, org: &OrgDb) {
        let tx = org.begin().await.unwrap();
        self.write(&tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// A rule refuses the row. Nothing is kept.
    pub async fn is_refused(&self, org: &OrgDb, rule: &str) {
        let tx = org.begin().await.unwrap();
        refused_by(self.write(&tx).await, rule);
        tx.rollback().await.unwrap();
    }
}

/// An id that nothing has.
pub fn id() -> Uuid {
    relais_kernel::Clock::system().id()
}

/// The id of the only row of an organisation in a table.
pub async fn only(org: &OrgDb, table: &str) -> Uuid {
    let query = sql("select id from ").push(table).push(" where org_id = ").arg(org.org());
    query.value(org).await.unwrap().unwrap()
}
