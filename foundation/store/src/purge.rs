//! What the register promises is kept (PRV-01): rows go when their time is over, table by table, a few at a time.

use std::{sync::Arc, time::Duration};

use relais_kernel::Instant;

use crate::{
    Db, Result, Schema, Sql, Tx, audit,
    jobs::{Kind, Outcome},
    register::{Entry, Retention},
    schema::{self, Link, Table},
    sql,
};

/// The job's name.
pub const PURGE: &str = "store.purge";

/// How many rows go in one transaction: others write in between.
const AT_ONCE: i64 = 500;

/// A table whose rows go with age.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Promise {
    table: String,
    key: Vec<String>,
    days: u32,
    after: &'static str,
    with: Vec<With>,
}

/// Rows that go with those they belong to: they go first, for they point at them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct With {
    table: String,
    link: Link,
    with: Vec<With>,
}

/// The job that empties every table of the schemas as their register says.
pub fn job(schemas: &[Schema]) -> Kind {
    let schemas: Arc<[Schema]> = schemas.into();
    Kind::outside(PURGE, move |db, _| {
        let schemas = Arc::clone(&schemas);
        Box::pin(async move { purge(db, &promises(&schemas)?).await })
    })
    .every(Duration::from_secs(3600))
    .bulk()
}

/// Every table with an age, those that point at others first.
fn promises(schemas: &[Schema]) -> Result<Vec<Promise>> {
    let entries: Vec<_> = schemas.iter().flat_map(|schema| schema.register).collect();
    let tables = schema::tables(schemas)?;
    let promise = |table: &Table| {
        let entry = entries.iter().find(|entry| entry.table == table.name)?;
        let Retention::Days(days, after) = entry.retention else { return None };
        let with = belonging(&tables, &entries, &table.name);
        Some(Promise { table: table.name.clone(), key: table.key.clone(), days, after, with })
    };
    Ok(tables.iter().rev().filter_map(promise).collect())
}

/// The tables whose rows go with those of another, and point at them.
fn belonging(tables: &[Table], entries: &[&Entry], to: &str) -> Vec<With> {
    let of = |entry: &&&Entry| matches!(entry.retention, Retention::With(owner) if owner == to);
    let with = |entry: &&Entry| {
        let table = tables.iter().find(|table| table.name == entry.table)?;
        let link = table.links.iter().find(|link| link.table == to)?.clone();
        let with = belonging(tables, entries, &table.name);
        Some(With { table: table.name.clone(), link, with })
    };
    entries.iter().filter(of).filter_map(with).collect()
}

/// One table that cannot be emptied does not keep the others from it; the job is tried again for its sake.
async fn purge(db: &Db, promises: &[Promise]) -> Outcome {
    let mut first = None;
    for promise in promises {
        let done = match promise.table.as_str() {
            // Its chain is cut where it is told, and nowhere else.
            "audit_event" => audit::let_go(db, promise.days, AT_ONCE).await,
            _ => keep(db, promise).await,
        };
        if let Err(error) = done {
            tracing::error!(%error, table = promise.table, "rows whose time is over could not be removed");
            first.get_or_insert(error);
        }
    }
    first.map_or(Ok(()), |error| Err(error.into()))
}

/// Which rows are old.
struct Old {
    text: String,
    order: String,
    before: Instant,
}

impl Old {
    fn of(&self, query: Sql) -> Sql {
        query.push(&self.text).arg(self.before).push(&self.order).push(" limit ").arg(AT_ONCE).push(")")
    }
}

/// Takes away what belongs to rows that are about to go, the furthest first.
async fn clear(tx: &Tx, with: &[With], owner: &str, old: &(dyn Fn(Sql) -> Sql + Sync)) -> Result<()> {
    for child in with {
        let head = format!(
            "({}) in (select {} from {owner} where ",
            child.link.columns.join(", "),
            child.link.to.join(", ")
        );
        let of = |query: Sql| old(query.push(&head)).push(")");
        Box::pin(clear(tx, &child.with, &child.table, &of)).await?;
        of(sql("delete from ").push(&child.table).push(" where ")).run(tx).await?;
    }
    Ok(())
}

async fn keep(db: &Db, promise: &Promise) -> Result<()> {
    let before = db.clock().now().minus(Duration::from_secs(86_400) * promise.days);
    let key = promise.key.join(", ");
    let (table, after) = (&promise.table, promise.after);
    // The same rows are meant each time.
    let order = if promise.with.is_empty() { String::new() } else { format!(" order by {after}, {key}") };
    let old = Old { text: format!("({key}) in (select {key} from {table} where {after} < "), order, before };
    loop {
        let tx = db.begin().await?;
        clear(&tx, &promise.with, table, &|query| old.of(query)).await?;
        let gone = old.of(sql("delete from ").push(table).push(" where ")).run(&tx).await?;
        tx.commit().await?;
        if i64::try_from(gone).unwrap_or(0) < AT_ONCE {
            return Ok(());
        }
    }
}
