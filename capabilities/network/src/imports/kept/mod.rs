//! Rows as they were before an import, so that it can be undone: read whole, hashed, given back.
//!
//! A *keepsake* is everything that makes one unit, person, region or employer. Taken before and after a change, it
//! tells whether somebody touched it since (another hash), and which rows to take away, change back or write again.

mod person;
mod small;
mod unit;

use std::collections::BTreeMap;

use relais_kernel::OrgId;
use relais_store::{InOrg, OrgTx, Result, Sql, insert, sql};
use sea_orm::{FromQueryResult, Value};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

pub(super) use person::Person;
pub(super) use small::{Employer, Region};
pub(super) use unit::Unit;

/// What makes one noun, in all its tables.
pub(super) trait Keepsake: Serialize + DeserializeOwned + Sized + Send + Sync {
    /// The table of its own row: whoever takes that row has the whole to themselves ([`relais_directory::hold`]).
    const TABLE: &'static str;

    /// The ones that exist of these ids.
    fn read(on: &impl InOrg, ids: &[Uuid]) -> impl Future<Output = Result<BTreeMap<Uuid, Self>>> + Send;

    /// Gives back what was: `(now, before)` for each; without a before, the whole goes.
    fn give_back(tx: &OrgTx, all: Vec<(Uuid, Self, Option<Self>)>)
    -> impl Future<Output = Result<()>> + Send;

    /// Tells two states apart, whatever their versions: a row given back counts on.
    fn hash(&self) -> String {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        forget_versions(&mut value);
        hex::encode(&Sha256::digest(value.to_string().as_bytes())[..12])
    }
}

fn forget_versions(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            fields.remove("version");
            fields.values_mut().for_each(forget_versions);
        }
        serde_json::Value::Array(all) => all.iter_mut().for_each(forget_versions),
        _ => {}
    }
}

/// One table's row of a keepsake.
pub(super) trait Row: FromQueryResult + Clone + PartialEq + Send + Sync {
    const TABLE: &'static str;
    /// The column that names whose it is.
    const OWNER: &'static str;
    const COLUMNS: &'static [&'static str];
    fn owner(&self) -> Uuid;
    /// What tells it from the owner's other rows.
    fn key(&self) -> String;
    fn values(&self) -> Vec<Value>;
    /// Its version, where it has one.
    fn version(&mut self) -> Option<&mut i64> {
        None
    }
}

/// Declares a row: its table, owner and key, and its columns, which are its fields.
macro_rules! row {
    ($name:ident, $table:literal, owner $owner:ident, key $key:ident, $(version $version:ident,)?
     { $($field:ident: $type:ty),+ $(,)? }) => {
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, sea_orm::FromQueryResult)]
        struct $name { $($field: $type),+ }

        impl $crate::imports::kept::Row for $name {
            const TABLE: &'static str = $table;
            const OWNER: &'static str = stringify!($owner);
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];
            fn owner(&self) -> uuid::Uuid { self.$owner.into() }
            fn key(&self) -> String { self.$key.to_string() }
            fn values(&self) -> Vec<sea_orm::Value> { vec![$(self.$field.clone().into()),+] }
            $(fn version(&mut self) -> Option<&mut i64> { Some(&mut self.$version) })?
        }
    };
}
use row;

/// The rows of these owners, in a steady order.
async fn rows<R: Row>(on: &impl InOrg, owners: &[Uuid]) -> Result<BTreeMap<Uuid, Vec<R>>> {
    let mut found: BTreeMap<Uuid, Vec<R>> = BTreeMap::new();
    for some in owners.chunks(1000) {
        let query = sql("select ")
            .push(&R::COLUMNS.join(", "))
            .push(" from ")
            .push(R::TABLE)
            .push(" where org_id = ")
            .arg(on.org())
            .push(" and ")
            .push(R::OWNER)
            .push(" in ");
        let all: Vec<R> = query.list(some.iter().copied()).all(on).await?;
        all.into_iter().for_each(|row| found.entry(row.owner()).or_default().push(row));
    }
    found.values_mut().for_each(|rows| rows.sort_by_cached_key(Row::key));
    Ok(found)
}

/// What to do with one table's rows so that `before` is there again.
struct Turn<R> {
    gone: Vec<R>,
    changed: Vec<R>,
    back: Vec<R>,
}

impl<R: Row> Turn<R> {
    fn none() -> Self {
        Self { gone: Vec::new(), changed: Vec::new(), back: Vec::new() }
    }

    fn add(&mut self, now: &[R], before: &[R]) {
        let find = |rows: &[R], key: &str| rows.iter().find(|row| row.key() == key).cloned();
        self.gone.extend(now.iter().filter(|row| find(before, &row.key()).is_none()).cloned());
        for row in before {
            let mut row = row.clone();
            let mut present = find(now, &row.key());
            // It counts on, so that a page opened in between does not take it for the one it knew.
            let latest = present.as_mut().and_then(|present| present.version().copied());
            if let Some(version) = row.version() {
                *version = latest.unwrap_or(*version);
            }
            if present.as_ref() == Some(&row) {
                continue;
            }
            if let Some(version) = row.version() {
                *version += 1;
            }
            if present.is_some() { self.changed.push(row) } else { self.back.push(row) }
        }
    }

    /// Takes away what was not there.
    async fn take_away(&self, tx: &OrgTx) -> Result<()> {
        for row in &self.gone {
            identified(sql("delete from ").push(R::TABLE), tx.org(), row).run_one(R::TABLE, tx).await?;
        }
        Ok(())
    }

    /// Writes what was there.
    async fn give_back(&self, tx: &OrgTx) -> Result<()> {
        for row in &self.changed {
            let mut query = sql("update ").push(R::TABLE).push(" set ");
            for (place, (column, value)) in R::COLUMNS.iter().zip(row.values()).enumerate() {
                query = query.push(if place > 0 { ", " } else { "" }).push(column).push(" = ").arg(value);
            }
            let mut row = row.clone();
            let read_at = row.version().map(|version| *version - 1);
            let mut query = identified(query, tx.org(), &row);
            if let Some(version) = read_at {
                query = query.push(" and version = ").arg(version);
            }
            query.run_one(R::TABLE, tx).await?;
        }
        let mut columns = vec!["org_id"];
        columns.extend(R::COLUMNS);
        let mut back = insert(R::TABLE, &columns);
        for row in &self.back {
            back.add_all(std::iter::once(tx.org().into()).chain(row.values()));
        }
        back.run(tx).await?;
        Ok(())
    }
}

/// Adds the condition that names a row: its owner and, where it has one of its own, its key.
fn identified<R: Row>(query: Sql, org: OrgId, row: &R) -> Sql {
    let query =
        query.push(" where org_id = ").arg(org).push(" and ").push(R::OWNER).push(" = ").arg(row.owner());
    let mut query = query;
    for (column, value) in R::COLUMNS.iter().zip(row.values()) {
        if matches!(*column, "id" | "channel") {
            query = query.push(" and ").push(column).push(" = ").arg(value);
        }
    }
    query
}
