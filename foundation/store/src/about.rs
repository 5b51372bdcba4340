//! What the tables hold about somebody (PRV-05), found by their foreign keys: a table of tomorrow is not forgotten.

use relais_kernel::{AccountId, Day, Instant, PersonId};
use serde_json::{Map, Value as Json};

use crate::{InOrg, Result, Sql, archive::read_cell, query::sql, tables::Table};

/// Somebody: as who works here, and as who signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Somebody {
    /// The person.
    pub person: PersonId,
    /// Their account.
    pub account: AccountId,
}

/// How many rows each table holds of somebody; tables that hold none are left out.
pub async fn counts<'t>(
    on: &impl InOrg,
    tables: &'t [Table],
    who: Somebody,
) -> Result<Vec<(&'t Table, i64)>> {
    let mut found = Vec::new();
    for table in tables {
        let Some(query) = of(on, "count(*)", table, who) else { continue };
        let count: i64 = query.value(on).await?.unwrap_or(0);
        if count > 0 {
            found.push((table, count));
        }
    }
    Ok(found)
}

/// The rows of a table that are somebody's, as names and values. What only proves (passwords, keys, hashes) stays out, and
/// so do the `untold` columns.
pub async fn rows(
    on: &impl InOrg,
    table: &Table,
    untold: &[&str],
    who: Somebody,
) -> Result<Vec<Map<String, Json>>> {
    let told: Vec<&(String, String)> = table
        .columns
        .iter()
        .filter(|(name, kind)| kind != "bytes" && !name.ends_with("_hash") && !name.ends_with("_folded"))
        .filter(|(name, _)| !untold.contains(&name.as_str()))
        .collect();
    let names: Vec<&str> = told.iter().map(|(name, _)| name.as_str()).collect();
    let Some(query) = of(on, &names.join(", "), table, who) else { return Ok(Vec::new()) };
    let rows = query.push(" order by ").push(&table.key.join(", ")).rows(on).await?;
    rows.iter()
        .map(|row| {
            told.iter()
                .map(|(name, kind)| Ok((name.clone(), said(read_cell(row, name, kind)?, kind))))
                .collect()
        })
        .collect()
}

/// A value as a person reads it.
fn said(cell: Json, kind: &str) -> Json {
    match (kind, cell.as_i64()) {
        ("instant", Some(micros)) => Instant(micros).to_string().into(),
        ("day", Some(number)) => {
            let part = |n: i64| i8::try_from(n % 100).ok();
            let day = i16::try_from(number / 10_000)
                .ok()
                .zip(part(number / 100).zip(part(number)))
                .and_then(|(year, (month, day))| Day::new(year, month, day));
            day.map_or(cell, |day| day.to_string().into())
        }
        _ => cell,
    }
}

fn of(on: &impl InOrg, what: &str, table: &Table, who: Somebody) -> Option<Sql> {
    let own =
        |name: &str, column: &str| if table.name == name { vec![column.to_owned()] } else { Vec::new() };
    let persons = [table.persons.clone(), own("person", "id")].concat();
    let accounts = [table.accounts.clone(), own("account", "id")].concat();
    if persons.is_empty() && accounts.is_empty() {
        return None;
    }
    let mut query = sql("select ").push(what).push(" from ").push(&table.name).push(" where (");
    let mut first = true;
    let mut or = |query: Sql, column: &str| {
        let query = if first { query } else { query.push(" or ") };
        first = false;
        query.push(column).push(" = ")
    };
    for column in &persons {
        query = or(query, column).arg(who.person);
    }
    for column in &accounts {
        query = or(query, column).arg(who.account);
    }
    query = query.push(")");
    if table.columns.iter().any(|(name, _)| name == "org_id") {
        query = query.push(" and org_id = ").arg(on.org());
    }
    Some(query)
}
