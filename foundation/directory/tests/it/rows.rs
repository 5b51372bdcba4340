//! Rows written past the rules of the code, to meet those of the database.

use relais_kernel::{Locale, UnitId};
use relais_store::{Error, InOrg as _, Insert, OrgDb, OrgTx, Result, insert, sql};
use relais_testkit::{TestDb, builders, refused_by};
use sea_orm::Value;
use uuid::Uuid;

/// An organisation of one test's own.
pub(crate) struct House {
    pub(crate) test: TestDb,
    pub(crate) org: OrgDb,
}

impl House {
    pub(crate) async fn new() -> Self {
        let test = TestDb::new(&[relais_store::SCHEMA, relais_directory::SCHEMA]).await;
        let org = builders::an_organisation(test.db()).await;
        Self { test, org }
    }

    /// An organisation beside it, blind to it.
    pub(crate) async fn neighbour(&self) -> OrgDb {
        builders::an_organisation(self.test.db()).await
    }

    /// The only row of its table that a new organisation has: its main hierarchy, its own employer.
    pub(crate) async fn only(&self, org: &OrgDb, table: &str) -> Uuid {
        let query = sql("select id from ").push(table).push(" where org_id = ").arg(org.org());
        query.value(org).await.unwrap().unwrap()
    }

    /// The row is good: it can be written. Then it is not.
    pub(crate) async fn takes(&self, row: &Row) {
        let tx = self.org.begin().await.unwrap();
        row.write(&tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The rule refuses the row. Nothing is kept.
    pub(crate) async fn refuses(&self, rule: &str, row: Row) {
        let tx = self.org.begin().await.unwrap();
        refused_by(row.write(&tx).await, rule);
        tx.rollback().await.unwrap();
    }
}

/// A row as its columns.
#[derive(Clone)]
pub(crate) struct Row {
    table: &'static str,
    columns: Vec<(&'static str, Value)>,
}

impl Row {
    pub(crate) fn new(table: &'static str, columns: Vec<(&'static str, Value)>) -> Self {
        Self { table, columns }
    }

    /// The same with a new id.
    pub(crate) fn again(self) -> Self {
        self.with("id", id())
    }

    pub(crate) fn with(mut self, column: &'static str, value: impl Into<Value>) -> Self {
        let value = value.into();
        match self.columns.iter_mut().find(|(name, _)| *name == column) {
            Some(known) => known.1 = value,
            None => self.columns.push((column, value)),
        }
        self
    }

    pub(crate) async fn write(&self, tx: &OrgTx) -> Result<u64, Error> {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| *name).collect();
        let mut rows: Insert = insert(self.table, &names);
        rows.add_all(self.columns.iter().map(|(_, value)| value.clone()));
        rows.run(tx).await
    }
}

/// An id that nothing has.
pub(crate) fn id() -> Uuid {
    relais_kernel::Clock::system().id()
}

pub(crate) fn unit_row(org: &OrgDb) -> Row {
    Row::new(
        "unit",
        vec![
            ("org_id", org.org().into()),
            ("id", id().into()),
            ("code", "EVR".into()),
            ("name", "Évry".into()),
            ("name_folded", "evry".into()),
            ("kind", "shop".into()),
            ("department_code", "91".into()),
            ("time_zone", "Europe/Paris".into()),
            ("locale", Locale::Fr.into()),
            ("town", "Évry".into()),
            ("version", 1_i64.into()),
        ],
    )
}

pub(crate) fn person_row(org: &OrgDb) -> Row {
    Row::new(
        "person",
        vec![
            ("org_id", org.org().into()),
            ("id", id().into()),
            ("given_name", "Inès".into()),
            ("family_name", "Marchal".into()),
            ("name_folded", "marchal ines".into()),
            ("locale", Locale::Fr.into()),
            ("version", 1_i64.into()),
        ],
    )
}

pub(crate) fn opening_row(org: &OrgDb, unit: UnitId) -> Row {
    Row::new(
        "unit_opening",
        vec![
            ("org_id", org.org().into()),
            ("id", id().into()),
            ("unit_id", unit.into()),
            ("weekday", 1_i32.into()),
            ("opens", 540_i32.into()),
            ("closes", 720_i32.into()),
        ],
    )
}
