//! A room's tables, laid into one ledger.

use std::collections::BTreeMap;

use sea_orm::FromQueryResult;
use sha2::{Digest as _, Sha256};

pub use crate::tables::{Link, Table, tables};
use crate::{Backend, Db, Error, Reads as _, Result, Tx, dialect, guard::Guard, register::Entry, sql};

/// The tables of one room.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// The room.
    pub room: &'static str,
    /// Its migrations, oldest first.
    pub migrations: &'static [Migration],
    /// Its rules, as triggers.
    pub guards: &'static [Guard],
    /// Why its tables exist, who reads them, when rows go.
    pub register: &'static [Entry],
}

/// A step in the life of a room's tables.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Day and room, such as `2026_11_21_directory`.
    pub name: &'static str,
    /// Statements separated by `;` at the end of a line, with the type words of the store.
    pub sql: &'static str,
}

/// How the ledger's lines of rules begin.
const GUARD: &str = "guard ";
const LEDGER: &str = "create table if not exists schema_ledger (name text not null primary key, hash text not null, laid_at $instant not null)";

/// Lays what is missing, in one transaction, on whichever node comes first. `skip` leaves one named rule out: the way
/// `xtask break` asks whether any test would notice.
pub async fn lay(db: &Db, schemas: &[Schema], skip: Option<&str>) -> Result<()> {
    let tx = db.begin().await?;
    lay_tables(&tx, schemas, skip, |_| true).await?;
    lay_guards(&tx, schemas, skip).await?;
    tx.commit().await
}

/// Lays the tables alone, of the migrations that are wanted.
pub(crate) async fn lay_tables(
    tx: &Tx,
    schemas: &[Schema],
    skip: Option<&str>,
    wanted: impl Fn(&str) -> bool,
) -> Result<()> {
    if tx.kind() == Backend::Postgres {
        tx.execute_plain("select pg_advisory_xact_lock(727465)").await?;
    }
    tx.execute_plain(&dialect::lay(LEDGER, tx.kind(), tx.is_sealed())).await?;
    let laid = ledger(tx).await?;
    for migration in schemas.iter().flat_map(|schema| schema.migrations).filter(|m| wanted(m.name)) {
        let hash = hash(migration.sql);
        match laid.get(migration.name) {
            Some(known) if *known == hash => {}
            Some(_) => {
                return Err(Error::Schema(format!(
                    "migration {} was changed after it was laid",
                    migration.name
                )));
            }
            None => {
                for statement in statements(migration.sql) {
                    let kept = skip.map_or_else(|| statement.to_owned(), |name| without(statement, name));
                    tx.execute_plain(&dialect::lay(&kept, tx.kind(), tx.is_sealed())).await?;
                }
                note(tx, migration.name, &hash).await?;
            }
        }
    }
    Ok(())
}

/// Lays the rules, replacing those whose text has changed and taking away those that are no more.
pub(crate) async fn lay_guards(tx: &Tx, schemas: &[Schema], skip: Option<&str>) -> Result<()> {
    let laid = ledger(tx).await?;
    let declared = |name: &str| schemas.iter().flat_map(|s| s.guards).any(|guard| guard.name == name);
    // A database that a later version has laid keeps that version's rules.
    let known = |name: &str| schemas.iter().flat_map(|s| s.migrations).any(|m| m.name == name);
    let (guards, migrations): (Vec<&String>, Vec<&String>) =
        laid.keys().partition(|name| name.starts_with(GUARD));
    if migrations.iter().all(|name| known(name)) {
        let names = guards.iter().filter_map(|key| key.strip_prefix(GUARD));
        for gone in names.filter(|name| !declared(name)) {
            for statement in Guard::gone(gone, tx.kind()) {
                tx.execute_plain(&statement).await?;
            }
            let gone = format!("{GUARD}{gone}");
            sql("delete from schema_ledger where name = $1").bind(gone).run_one("schema_ledger", tx).await?;
        }
    }
    for guard in schemas.iter().flat_map(|schema| schema.guards).filter(|guard| Some(guard.name) != skip) {
        let text = guard.triggers(tx.kind());
        let hash = hash(&text.join(";"));
        let key = format!("{GUARD}{}", guard.name);
        if laid.get(&key) == Some(&hash) {
            continue;
        }
        for statement in Guard::gone(guard.name, tx.kind()).into_iter().chain(text) {
            tx.execute_plain(&statement).await?;
        }
        note(tx, &key, &hash).await?;
    }
    Ok(())
}

/// Whether every migration of the schemas is laid, without laying any.
pub async fn is_laid(db: &Db, schemas: &[Schema]) -> Result<bool> {
    let Ok(rows) = sql("select name, hash from schema_ledger").all::<Laid>(db).await else {
        return Ok(false);
    };
    Ok(schemas.iter().flat_map(|s| s.migrations).all(|m| rows.iter().any(|row| row.name == m.name)))
}

/// Differs when anything differs that would be laid.
pub fn fingerprint(schemas: &[Schema], backend: Backend) -> String {
    let tables = schemas.iter().flat_map(|s| s.migrations).map(|m| m.sql.to_owned());
    let guards = schemas.iter().flat_map(|s| s.guards).flat_map(|guard| guard.triggers(backend));
    hash(&tables.chain(guards).collect::<String>())
}

/// Every rule that can be taken away by name: triggers, named constraints, unique indexes.
pub fn rule_names(schemas: &[Schema]) -> Vec<String> {
    let mut names = Vec::new();
    for schema in schemas {
        names.extend(schema.guards.iter().map(|guard| guard.name.to_owned()));
        for migration in schema.migrations {
            for line in migration.sql.lines().map(str::trim) {
                let rest =
                    line.strip_prefix("constraint ").or_else(|| line.strip_prefix("create unique index "));
                names.extend(rest.and_then(|rest| rest.split_whitespace().next()).map(str::to_owned));
            }
        }
    }
    names
}

pub(crate) fn statements(text: &str) -> impl Iterator<Item = &str> {
    text.split(";\n").map(str::trim).filter(|statement| !statement.is_empty())
}

/// The statement with one named rule left out.
fn without(statement: &str, name: &str) -> String {
    let index = format!("create unique index {name} ");
    if let Some(rest) = statement.strip_prefix(&index) {
        return format!("create index {name} {rest}");
    }
    let line = format!("constraint {name} ");
    let kept: Vec<&str> = statement.lines().filter(|l| !l.trim_start().starts_with(&line)).collect();
    kept.join("\n").replace(",\n)", "\n)")
}

fn hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

#[derive(FromQueryResult)]
struct Laid {
    name: String,
    hash: String,
}

async fn ledger(tx: &Tx) -> Result<BTreeMap<String, String>> {
    let rows = sql("select name, hash from schema_ledger").all::<Laid>(tx).await?;
    Ok(rows.into_iter().map(|row| (row.name, row.hash)).collect())
}

async fn note(tx: &Tx, name: &str, hash: &str) -> Result<()> {
    sql("insert into schema_ledger (name, hash, laid_at) values ($1, $2, $3) \
         on conflict (name) do update set hash = excluded.hash, laid_at = excluded.laid_at")
    .bind(name)
    .bind(hash)
    .bind(tx.clock().now())
    .run_one("schema_ledger", tx)
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "create table a (\n  id $id not null primary key,\n  b_id $id not null,\n  \
        constraint a_b foreign key (b_id) references b (id),\n  constraint a_small check (1 = 1)\n);\n\n\
        create unique index unique_a__b_id on a (b_id);\n";

    #[test]
    fn a_rule_can_be_left_out() {
        let parts: Vec<&str> = statements(TEXT).collect();
        assert_eq!(parts.len(), 2);
        assert!(!without(parts[0], "a_small").contains("a_small"));
        assert!(without(parts[0], "a_small").ends_with("references b (id)\n)"));
        assert!(without(parts[1], "unique_a__b_id").starts_with("create index "));
        assert_eq!(without(parts[0], "other"), parts[0]);
    }
}
