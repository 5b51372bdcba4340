//! Tables whose rows tell nothing of the order in which they came: each change writes all of them anew, shuffled.
//!
//! A row that is only added stands after those before it: in the pages of SQLite, in the places (`ctid`) and transaction
//! numbers (`xmin`) of PostgreSQL. Here the whole table is one transaction's work, in an order drawn for it alone. Such
//! tables must stay small.

use sea_orm::Value;

use crate::{Backend, Reads as _, Result, Tx, dialect, insert, sql};

/// Waits until nobody else changes such tables, until the transaction ends. On SQLite each transaction is alone anyway.
pub async fn take_turn(tx: &Tx) -> Result<()> {
    if tx.kind() == Backend::Postgres {
        tx.execute_plain("select pg_advisory_xact_lock(727469)").await?;
    }
    Ok(())
}

/// Writes a table anew with these rows, in an order drawn now. Whoever reads it meanwhile waits.
pub async fn rewrite(tx: &Tx, table: &str, columns: &[&str], mut rows: Vec<Vec<Value>>) -> Result<()> {
    tx.clock().shuffle(&mut rows);
    sql(dialect::empty(tx.kind())).push(table).run(tx).await?;
    let mut written = insert(table, columns);
    for row in rows {
        debug_assert_eq!(row.len(), columns.len(), "{table}: a value for each column");
        written.add_all(row);
    }
    written.run(tx).await?;
    Ok(())
}

/// In a transaction that reads one consistent picture, as its first statement: keeps such tables as they are until it
/// ends. PostgreSQL shows an emptied table even to those who began before.
pub async fn hold_still(tx: &Tx, tables: &[&str]) -> Result<()> {
    if tx.kind() == Backend::Postgres && !tables.is_empty() {
        tx.execute_plain(&format!("lock table {} in access share mode", tables.join(", "))).await?;
    }
    Ok(())
}
