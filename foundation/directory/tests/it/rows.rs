//! Rows written past the rules of the code, to meet those of the database.

use relais_kernel::{Locale, UnitId};
use relais_store::{InOrg as _, OrgDb};
pub(crate) use relais_testkit::rows::{Row, id};
use relais_testkit::{TestDb, builders, rows};
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
        rows::only(org, table).await
    }

    /// The row is good: it can be written. Then it is not.
    pub(crate) async fn takes(&self, row: &Row) {
        row.is_taken(&self.org).await;
    }

    /// The rule refuses the row. Nothing is kept.
    pub(crate) async fn refuses(&self, rule: &str, row: Row) {
        row.is_refused(&self.org, rule).await;
    }
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
