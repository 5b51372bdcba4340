//! What the register promises is kept (PRV-01): rows go when their time is over, table by table, a few at a time.

use std::{sync::Arc, time::Duration};

use crate::{
    Db, Result, Schema, audit,
    jobs::{Kind, Outcome},
    register::Retention,
    schema, sql,
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
    let tables = schema::tables(schemas)?.into_iter().rev();
    Ok(tables
        .filter_map(|table| {
            let entry = entries.iter().find(|entry| entry.table == table.name)?;
            let Retention::Days(days, after) = entry.retention else { return None };
            Some(Promise { table: table.name, key: table.key, days, after })
        })
        .collect())
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

async fn keep(db: &Db, promise: &Promise) -> Result<()> {
    let before = db.clock().now().minus(Duration::from_secs(86_400) * promise.days);
    let key = promise.key.join(", ");
    loop {
        let tx = db.begin().await?;
        let gone = sql("delete from ")
            .push(&promise.table)
            .push(&format!(
                " where ({key}) in (select {key} from {} where {} < ",
                promise.table, promise.after
            ))
            .arg(before)
            .push(" limit ")
            .arg(AT_ONCE)
            .push(")")
            .run(&tx)
            .await?;
        tx.commit().await?;
        if i64::try_from(gone).unwrap_or(0) < AT_ONCE {
            return Ok(());
        }
    }
}
